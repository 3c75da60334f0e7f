"""The last hand on a document: marks become bookmarks, links and pictures; the file is the same each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from docx.document import Document
from lxml import etree

from workshop.harvest.writers.word.codes import check_codes
from workshop.harvest.writers.word.direction import set_directions
from workshop.harvest.writers.word.inserting import Inserting, bookmarks
from workshop.harvest.writers.word.job import Drawing

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# The first moment that a zip file can name.
_FIRST = (1980, 1, 1, 0, 0, 0)


def finished(document: Document, pictures: Mapping[str, Drawing], title: str, at: int) -> bytes:
    """The file. ``at``: the moment of its properties, in milliseconds since 1970."""
    names = bookmarks(document.element)
    inserting = Inserting(document, names, pictures)
    for tree in _trees(document):
        inserting.into(tree)
        set_directions(tree)
        check_codes(tree)
    _properties(document, title, at)
    made = io.BytesIO()
    document.save(made)
    return same_each_time(made.getvalue())


def _trees(document: Document) -> Iterator[Any]:
    """What holds people's words: the body, headers and footers, and footnotes."""
    yield document.element
    for part in document.part.package.iter_parts():
        if part.partname.startswith(("/word/header", "/word/footer")) and hasattr(part, "_element"):
            yield part._element
        elif part.content_type == FOOTNOTES:
            tree = etree.fromstring(part.blob, parser=etree.XMLParser(resolve_entities=False))
            yield tree
            part._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _properties(document: Document, title: str, at: int) -> None:
    """The moments are those of the café: a second document of it is the same."""
    properties = document.core_properties
    properties.title = properties.title or title[:255]
    properties.language = properties.language or "en-GB"
    properties.created = properties.modified = datetime.fromtimestamp(at // 1000, UTC).replace(tzinfo=None)
    properties.last_modified_by = ""
    properties.revision = 1


def same_each_time(made: bytes) -> bytes:
    """The same parts with the same date."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as parts, zipfile.ZipFile(packed, "w") as file:
        for part in parts.infolist():
            entry = zipfile.ZipInfo(part.filename, _FIRST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, parts.read(part))
    return packed.getvalue()

"""Whether a template that somebody brings can be used: the file, what its tags say, and whether they work."""

from __future__ import annotations

import io
from collections.abc import Iterator

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate

from workshop.harvest.writers.word.codes import check_codes
from workshop.harvest.writers.word.finish import FOOTNOTES
from workshop.harvest.writers.word.grammar import check_grammar
from workshop.harvest.writers.word.package import SAVE, check_package, wrong
from workshop.harvest.writers.word.reading import Source
from workshop.harvest.writers.word.render import PROPERTIES, environment, lined


def check(file: bytes) -> None:
    """Raises :class:`Invalid` with the first thing that is wrong, where it is, and what to do."""
    check_package(file)
    try:
        template = DocxTemplate(io.BytesIO(file))
        template.init_docx()
    except (OpcError, KeyError, ValueError, AttributeError):
        raise wrong(f"The template is not a whole Word document: parts of it are missing. {SAVE}") from None
    check_grammar(_sources(template), environment())


def _sources(template: DocxTemplate) -> Iterator[Source]:
    """Every part in which tags are read."""
    document = template.docx
    check_codes(document.element)
    yield Source("the text", lined(template.patch_xml(template.get_xml())))
    for uri, where in ((template.HEADER_URI, "a header"), (template.FOOTER_URI, "a footer")):
        for _, part in template.get_headers_footers(uri):
            yield Source(where, lined(template.patch_xml(template.get_part_xml(part))))
    for part in document.part.package.iter_parts():
        if part.content_type == FOOTNOTES:
            yield Source("a footnote", lined(template.patch_xml(part.blob.decode("utf-8"))))
    for name in PROPERTIES:
        yield Source(f"the document’s {name}", getattr(document.core_properties, name))

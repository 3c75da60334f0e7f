"""From the parts of a document to a tagged PDF, by typst, which gets data and no source text made of it."""

from __future__ import annotations

import logging
import tempfile
from functools import lru_cache
from typing import Any

import msgspec
import typst

from workshop.harvest.writers.jinja import folder
from workshop.harvest.writers.pdf.preparing import ready
from workshop.harvest.writers.pdf.signs import FAMILIES, FONTS
from workshop.harvest.writers.pdf.tree import Paper

log = logging.getLogger(__name__)
TEMPLATE = "documents/paper.typ"
# PDF/UA: tags, alternative texts, headings without gaps, a language, a title. typst refuses what falls short.
STANDARD = "ua-1"


def pdf_of(paper: Paper) -> bytes:
    """The document as PDF/UA-1; the same paper gives the same bytes."""
    return compiled(ready(paper))


def compiled(data: dict[str, Any]) -> bytes:
    """The PDF of data that is ready."""
    try:
        return _compiled(data, [STANDARD])
    except typst.TypstError:
        # A sign that slipped through shows as an empty box: better than a report that nobody gets. What typst
        # says about it holds the words themselves, so the log does not.
        log.error("a PDF was made that is not up to the standard for everyone")
        return _compiled(data, [])


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """Only those that are shipped: the same document on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _compiled(data: dict[str, Any], standards: list[Any]) -> bytes:
    """Raises :class:`typst.TypstError`. Its root is an empty folder: no file can be read from inside."""
    paper = msgspec.json.encode(data | {"families": FAMILIES}).decode()
    with tempfile.TemporaryDirectory(prefix="paper-") as empty:
        compiler = typst.Compiler(
            root=empty, font_paths=fonts(), ignore_system_fonts=True, sys_inputs={"paper": paper}
        )
        template = (folder() / TEMPLATE).read_bytes()
        made = compiler.compile(template, pdf_standards=standards, timestamp=data["at"])
    assert isinstance(made, bytes)
    return made

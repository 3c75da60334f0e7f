"""Builds our own Word template: ``python -m workshop.harvest.writers.word.make_template``.

It is built from here, so that a change can be read. It is kept in ``templates/documents/report.docx``.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from workshop.harvest.writers.word.finish import same_each_time
from workshop.harvest.writers.word.own import OWN
from workshop.harvest.writers.word.template_page import A4, MARGIN, Page
from workshop.harvest.writers.word.template_sections import write


def field(paragraph: Any, code: str, shown: str = "") -> None:
    """A field that Word keeps up to date, such as the number of a page."""
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), f" {code} ")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = shown
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)


def _page_setup(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Mm(24)
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.text = "{{ title }}{% if draft %} · Live draft{% endif %}{% if practice %} · Practice{% endif %}"
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run("Page ")
    field(footer, "PAGE", "1")
    footer.add_run(" of ")
    field(footer, "NUMPAGES", "1")


def _settings(document: Document) -> None:
    """Fields are brought up to date on opening: the numbers of pages, and how many there are."""
    settings = document.settings.element
    update = OxmlElement("w:updateFields")
    update.set(qn("w:val"), "true")
    settings.insert(0, update)


def _properties(document: Document) -> None:
    properties = document.core_properties
    properties.title, properties.subject, properties.author = "{{ title }}", "{{ front }}", "Story café"
    properties.comments = properties.last_modified_by = properties.keywords = ""
    properties.language = "en-GB"
    properties.created = properties.modified = datetime(2020, 1, 1)  # noqa: DTZ001 - Word wants it so


def template() -> bytes:
    """The template. The same each time."""
    page = Page()
    _page_setup(page.document)
    _settings(page.document)
    _properties(page.document)
    write(page)
    package = page.document.part.package
    for name, rel in list(package.rels.items()):
        if rel.reltype.endswith("/thumbnail"):
            del package.rels[name]
    made = io.BytesIO()
    page.document.save(made)
    return same_each_time(made.getvalue())


if __name__ == "__main__":
    OWN.write_bytes(template())

"""The report in an organisation's own Word file: a host gives it for one download, and it is kept nowhere."""

from __future__ import annotations

from flask import Blueprint, Response

from workshop.errors import Invalid, Refused
from workshop.exporting.beside import Order, View
from workshop.harvest.writers.formats import DOCX
from workshop.web.downloads import called, made_in_turn, taken_along
from workshop.web.errands import allow, asked, form_file
from workshop.web.kit import page, services
from workshop.web.readers import Reader, host_of

blueprint = Blueprint("word_template", __name__)

# Bytes of a template, as workshop/harvest/writers/word/package.py has it, which a server does not load.
LARGEST = 20_000_000
# Of a form around it.
AROUND = 10_000
NAME = "report.docx"


@blueprint.get("/w/<code>/word-template")
def look(code: str) -> Response:
    return _page(host_of(code))


@blueprint.post("/w/<code>/word-template")
def fill_in(code: str) -> Response:
    """The document; or the page again, with what is wrong with the template."""
    reader = host_of(code)
    try:
        asked()
        allow(LARGEST + AROUND)
        template = form_file("template", LARGEST)
        if not template:
            raise Invalid("Choose your Word file first.", "template")
        what: View = "draft" if reader.full else "published"
        order = Order(services().config.database_url, reader.cafe.id, NAME, what, template)
        return taken_along(made_in_turn(order), DOCX, called(reader, NAME))
    except Refused as refused:
        return _page(reader, refused.status, refused.message)


def _page(reader: Reader, status: int = 200, wrong: str = "") -> Response:
    here = f"/w/{reader.cafe.code}"
    return page(
        "word-template.html",
        status,
        title=reader.cafe.title,
        wrong=wrong,
        full=reader.full,
        here=f"{here}/word-template{reader.query}",
        report=f"{here}/report{reader.query}",
    )

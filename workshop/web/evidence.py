"""Hosts look whether a report still holds: the one that is kept here, or one that was exported before."""

from __future__ import annotations

import logging
import subprocess

from flask import Blueprint, Response, request

from workshop.errors import Invalid, Refused, Unavailable
from workshop.evidence.beside import Asked, Broken, Checked, checked
from workshop.web.errands import allow, asked, form_file
from workshop.web.kit import page, services
from workshop.web.readers import Reader, host_of

blueprint = Blueprint("evidence", __name__)
log = logging.getLogger(__name__)

# Bytes of a file that is sent to be checked: 10,000 notes are 8 million.
MOST_BYTES = 32_000_000
# So many things that do not hold are shown; whoever mends these exports anew anyway.
SHOWN = 200


@blueprint.get("/w/<code>/evidence")
def look(code: str) -> Response:
    return _page(host_of(code))


@blueprint.post("/w/<code>/evidence")
def check(code: str) -> Response:
    """The file of the form; without one the report that the server keeps."""
    reader, sent = host_of(code), True
    try:
        asked()
        allow(MOST_BYTES)
        sent = request.form.get("which") == "file"
        file = form_file("report", MOST_BYTES)
        if sent and not file:
            raise Invalid("Choose the file first: it is called harvest.json, or report-CODE.json.", "no-file")
        return _page(reader, found=_checked(reader, file), sent=sent)
    except Refused as refused:
        return _page(reader, refused.status, wrong=refused.message, sent=sent)


def _checked(reader: Reader, file: bytes) -> Checked:
    try:
        return checked(Asked(services().config.database_url, reader.cafe.id, file))
    except (subprocess.SubprocessError, OSError) as problem:
        log.warning("a report could not be checked", extra={"workshop": reader.cafe.id})
        raise Unavailable(
            "The report could not be checked just now. Nothing is lost: try again in a minute.", "no-check"
        ) from problem


def _page(reader: Reader, status: int = 200, **found: object) -> Response:
    result = found.get("found")
    shown: list[Broken] = result.broken[:SHOWN] if isinstance(result, Checked) else []
    values = {"found": None, "wrong": "", "sent": False} | found
    here = f"/w/{reader.cafe.code}"
    return page(
        "evidence.html",
        status,
        title=reader.cafe.title,
        here=f"{here}/evidence{reader.query}",
        report=f"{here}/report{reader.query}",
        words=WORDS,
        shown=shown,
        **values,
    )


# What is wrong, in a word or two for people; the kinds of :mod:`workshop.evidence.finding`.
WORDS = {
    "quote": "Not to the letter",
    "gone": "Taken back since",
    "unwritten": "Nobody said this",
    "left-out": "Left out",
    "twice": "Stands there twice",
    "entry": "No such entry",
    "entries": "Other evidence",
    "evidence": "A link that leads nowhere",
    "name": "Another name",
    "theme": "Other notes in a theme",
    "vote": "Another vote",
    "count": "Another number",
    "sentence": "A changed sentence",
    "different": "Different",
    "newer": "Newer than the report",
}

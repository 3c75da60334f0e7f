"""Earlier versions of what hosts wrote in the report, for hosts: the newest first."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Blueprint, Response

from workshop.activities.report.messages import PassageWritten, StatementAdded, StatementWritten
from workshop.activities.report.views import QuoteDoc
from workshop.activities.rooms import read_event
from workshop.activities.writing.places import words_standing
from workshop.core.messages import type_of
from workshop.core.report import Quoted
from workshop.core.state import Workshop
from workshop.errors import NotAllowed, NotFound
from workshop.ledger.records import Entry, Listing
from workshop.web.kit import services
from workshop.web.readers import reader_of

blueprint = Blueprint("report_versions", __name__)

Written = PassageWritten | StatementAdded | StatementWritten
TYPES = [type_of(kind) for kind in Written.__args__]


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """``by``: the name of who wrote it. Of a passage, all but the text is empty."""

    version: int
    at: int
    by: str
    text: str
    heading: str = ""
    themes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    quote: QuoteDoc | None = None


@blueprint.get("/w/<code>/report/versions/<of>")
def versions(code: str, of: str) -> Response:
    """``of``: a place of the report, or the id of a statement."""
    reader = reader_of(code)
    if not reader.hosts:
        raise NotAllowed("Only a host can read what was written here before.")
    found = _of(reader.cafe, of)
    if not found:
        raise NotFound("Nothing has been written here yet.", "not-written")
    response = Response(msgspec.json.encode(found), content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def _of(cafe: Listing, of: str) -> list[Version]:
    known = services()
    entries = [(entry, read_event(entry.body)) for entry in known.ledger.read(cafe.id, types=TYPES)]
    names = known.ledger.names(cafe.id)

    def told(state: Workshop) -> list[Version]:
        return [_version(state, entry, event, names) for entry, event in entries[::-1] if _is_of(event, of)]

    return known.conductor.ask(cafe.id, lambda hall: told(hall.state))


def _is_of(event: Any, of: str) -> bool:
    return of == (event.part if isinstance(event, PassageWritten) else event.statement)


def _version(state: Workshop, entry: Entry, event: Any, names: dict[str, str]) -> Version:
    wrote = {"at": entry.at, "by": names.get(entry.by or "", ""), "text": event.text}
    if isinstance(event, PassageWritten):
        return Version(version=event.version, **wrote)
    return Version(
        version=getattr(event, "version", 1),
        heading=event.heading,
        themes=event.themes,
        notes=event.notes,
        quote=_quote(state, event.quote),
        **wrote,
    )


def _quote(state: Workshop, quote: Any) -> QuoteDoc | None:
    """Words that were taken back stand in no version."""
    if quote is None:
        return None
    words = words_standing(state, Quoted(source=quote.source, words=quote.words))
    return QuoteDoc(source=quote.source, words=words or "", gone=words is None)

"""Before words go out: what hosts look at, as data, and what no socket can do: redact for good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from flask import Blueprint, Response, request

from workshop.activities.quotes.messages import RedactQuote
from workshop.core.checked import mark_of
from workshop.core.ids import new_id
from workshop.core.people import HOST
from workshop.core.quotes import OWN, Words, all_words
from workshop.core.state import Workshop
from workshop.errors import Invalid, NotAllowed
from workshop.harvest.fold import fold
from workshop.harvest.publishing.silence import quotable
from workshop.harvest.publishing.wheres import where_words
from workshop.ledger.records import Entry, Listing
from workshop.privacy import VAGUER, find, people_named
from workshop.web.kit import find_cafe, only_from_here, services
from workshop.web.readers import people_here

blueprint = Blueprint("checking", __name__)


class FoundWords(msgspec.Struct, frozen=True):
    """From character ``at`` to ``to``; ``words`` stand there in brackets until somebody has looked."""

    at: int
    to: int
    kind: str
    words: str


class Quote(msgspec.Struct, frozen=True):
    """Words that go out. ``where``: of which table and round. ``own``: whether one person wrote them."""

    of: str
    mark: str
    where: str
    text: str
    own: bool
    found: tuple[FoundWords, ...]


@blueprint.get("/w/<code>/check.json")
def quotes(code: str) -> Response:
    """Everything that goes out as it stands now. For hosts, from the record, with nobody held up."""
    cafe = find_cafe(code)
    _host(cafe)
    ledger = services().ledger
    entries, people = ledger.read(cafe.id), people_named(ledger.names(cafe.id).values())
    # A large café takes a while to look through, and another one need not wait for it.
    content = services().crew.apart(lambda: _listed(cafe.id, entries, people))
    response = Response(content, content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def _listed(workshop_id: str, entries: Sequence[Entry], people: frozenset[str]) -> bytes:
    state = fold(workshop_id, entries).state
    return msgspec.json.encode({"quotes": list(_going_out(state, people))})


def _going_out(state: Workshop, people: frozenset[str]) -> Iterator[Quote]:
    agreed = quotable(state)
    for words in all_words(state):
        if words.by is None or words.by in agreed:
            yield _quote(state, words, people)


def _quote(state: Workshop, words: Words, people: frozenset[str]) -> Quote:
    return Quote(
        of=words.of,
        mark=mark_of(words.text),
        where=where_words(state, words),
        text=words.text,
        own=words.of.partition("/")[0] in OWN,
        found=tuple(FoundWords(at, to, kind, VAGUER[kind]) for at, to, kind in find(words.text, people)),
    )


@blueprint.post("/w/<code>/check/redact")
def redact(code: str) -> Response:
    """First no stream shows the words any more, then they go from the record. A repeat is harmless."""
    only_from_here()
    cafe = find_cafe(code)
    host = _host(cafe)
    if request.form.get("sure") != "yes":
        raise Invalid("This cannot be undone. Say that you are sure.", "sure")
    of, was = request.form.get("of", ""), request.form.get("was", "")
    services().conductor.command(cafe.id, RedactQuote(id=new_id(), of=of, was=was, host=host))
    services().ledger.redact_words(cafe.id, of)
    return Response(status=204)


def _host(cafe: Listing) -> str:
    """The host whose browser this is. Raises :class:`NotAllowed`."""
    found = next((person.id for person in people_here(cafe) if person.role == HOST), None)
    if found is None:
        raise NotAllowed("Only a host can do this.")
    return found

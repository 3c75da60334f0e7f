"""Hosts alone see what is being written; everybody else reads it in the report.

Words of a quote are shown as long as they stand where they were taken from: whoever takes a note back, or
mends it, takes its words out of statements too.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from workshop.activities.closing_questions.messages import QuestionAnswered
from workshop.activities.notes.messages import NoteDeleted, NoteEdited, NoteRestored
from workshop.activities.people.messages import PersonRenamed
from workshop.activities.plenary.messages import ChatRemoved
from workshop.activities.report.messages import (
    PassageWritten,
    StatementAdded,
    StatementMoved,
    StatementRemoved,
    StatementWritten,
)
from workshop.activities.writing.places import words_standing
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.report import Kind, Statement
from workshop.core.state import Workshop
from workshop.core.views import Touch, View, key


class PassageDoc(Doc, frozen=True, kw_only=True):
    """``by``: the name of who wrote it last. ``versions``: how often it was written."""

    part: str
    text: str
    version: int
    versions: int
    by: str
    at: int


class QuoteDoc(msgspec.Struct, frozen=True, kw_only=True):
    """``gone``: what it was taken from was taken away or says something else now; then ``words`` is empty."""

    source: str
    words: str
    gone: bool


class StatementDoc(Doc, frozen=True, kw_only=True):
    """``place``: those of one kind stand in the order of it."""

    id: str
    kind: Kind
    heading: str
    text: str
    themes: tuple[str, ...]
    notes: tuple[str, ...]
    quote: QuoteDoc | None
    place: float
    version: int
    by: str
    at: int
    removed: bool


def _name(state: Workshop, person: str) -> str:
    return state.people[person].name if person in state.people else ""


def _passage_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return iter(state.passages)


def _passage(state: Workshop, _stream_id: str, part: str) -> PassageDoc | None:
    standing = state.passages.get(part)
    if standing is None:
        return None
    return PassageDoc(
        part=part,
        text=standing.text,
        version=standing.version,
        versions=standing.version,
        by=_name(state, standing.by),
        at=standing.at,
    )


def _statement_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return iter(state.statements)


def _statement(state: Workshop, _stream_id: str, statement: str) -> StatementDoc | None:
    one = state.statements.get(statement)
    if one is None:
        return None
    return StatementDoc(
        id=one.id,
        kind=one.kind,
        heading=one.heading,
        text=one.text,
        themes=one.themes,
        notes=one.notes,
        quote=_quote(state, one),
        place=one.rank,
        version=one.version,
        by=_name(state, one.by),
        at=one.at,
        removed=one.removed,
    )


def _quote(state: Workshop, one: Statement) -> QuoteDoc | None:
    if one.quote is None:
        return None
    words = words_standing(state, one.quote)
    return QuoteDoc(source=one.quote.source, words=words or "", gone=words is None)


VIEWS = (
    View("desk", "passage", PassageDoc, _passage_keys, _passage),
    View("desk", "statement", StatementDoc, _statement_keys, _statement),
)


def _written(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, PassageWritten)
    yield streams.DESK, key("passage", event.part)


OfStatement = StatementAdded | StatementWritten | StatementMoved | StatementRemoved


def _changed(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, OfStatement)
    yield streams.DESK, key("statement", event.statement)


def _quoting(state: Workshop, source: str) -> Iterator[Touch]:
    for one in state.statements.values():
        if one.quote is not None and one.quote.source == source:
            yield streams.DESK, key("statement", one.id)


def _note(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, NoteEdited | NoteDeleted | NoteRestored)
    yield from _quoting(state, f"note-{event.note}")


def _answer(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, QuestionAnswered)
    yield from _quoting(state, f"answer-{event.answer}")


def _chat(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, ChatRemoved)
    yield from _quoting(state, f"chat-{event.chat}")


def _renamed(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, PersonRenamed)
    for standing in state.passages.values():
        if standing.by == event.person:
            yield streams.DESK, key("passage", standing.part)
    for one in state.statements.values():
        if one.by == event.person:
            yield streams.DESK, key("statement", one.id)


TOUCHES = {
    PassageWritten: _written,
    StatementAdded: _changed,
    StatementWritten: _changed,
    StatementMoved: _changed,
    StatementRemoved: _changed,
    NoteEdited: _note,
    NoteDeleted: _note,
    NoteRestored: _note,
    QuestionAnswered: _answer,
    ChatRemoved: _chat,
    PersonRenamed: _renamed,
}

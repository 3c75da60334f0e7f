"""Who writes in the report, when, and what a quote may say: the only place where this is decided."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Any

from workshop.activities.people.rules import only_hosts
from workshop.activities.report.messages import (
    AddStatement,
    MoveStatement,
    PassageWritten,
    QuoteOf,
    RemoveStatement,
    StatementAdded,
    StatementMoved,
    StatementRemoved,
    StatementWritten,
    WritePassage,
    WriteStatement,
)
from workshop.activities.writing.places import is_part, source_text
from workshop.core import ranks, text
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.quoting import SHOWN, first_difference
from workshop.core.report import Passage, Quoted, Statement
from workshop.core.state import Workshop
from workshop.errors import Conflict, Invalid, NotFound, TooMany

PASSAGE_LENGTH = 4_000
HEADING_LENGTH = 120
STATEMENT_LENGTH = 2_000
QUOTE_LENGTH = 2_000
MOST_OF_A_KIND = 40


def write(command: WritePassage, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    _may_write(state, by)
    if not is_part(state, command.part):
        raise NotFound("There is no such place in this report. Open the page again.")
    words = _passage(command.text, PASSAGE_LENGTH, "This passage")
    standing = state.passages.get(command.part)
    if words != (standing.text if standing is not None else ""):
        _not_overtaken(state, standing, command.was)
        yield PassageWritten(part=command.part, text=words, version=command.was + 1)


def add(command: AddStatement, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    _may_write(state, by)
    others = [s for s in state.statements.values() if s.kind == command.kind]
    if sum(not each.removed for each in others) >= MOST_OF_A_KIND:
        raise TooMany(f"There are {MOST_OF_A_KIND} of this kind already. Put some together first.", "enough")
    yield StatementAdded(
        statement=command.id,
        kind=command.kind,
        rank=max((each.rank for each in others), default=0.0) + 1,
        **_content(command, state, None),
    )


def rewrite(command: WriteStatement, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    _may_write(state, by)
    standing = _statement(state, command.statement)
    if standing.removed:
        raise Conflict("This statement has been taken out. Put it back first, then change it.", "deleted")
    content = _content(command, state, standing)
    if content != _content_of(standing):
        _not_overtaken(state, standing, command.was)
        yield StatementWritten(statement=standing.id, version=command.was + 1, **content)


def move(command: MoveStatement, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    _may_write(state, by)
    one = _statement(state, command.statement)
    alike = (s for s in state.statements.values() if s.kind == one.kind and s is not one)
    others = sorted(((s.id, s.rank) for s in alike), key=lambda other: (other[1], other[0]))
    order = [other for other, _ in others]
    if command.before is not None and command.before not in order:
        raise NotFound("The statement behind this place is not there. Look where it is now, and move again.")
    place = len(order) if command.before is None else order.index(command.before)
    for moved, rank in ranks.moved(one.id, others, place):
        if rank != state.statements[moved].rank:
            yield StatementMoved(statement=moved, rank=rank)


def remove(command: RemoveStatement, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    _may_write(state, by)
    one = _statement(state, command.statement)
    if one.removed != command.on:
        yield StatementRemoved(statement=one.id, on=command.on)


def _may_write(state: Workshop, by: Person) -> None:
    only_hosts(by)
    if state.status == "lobby":
        raise Conflict("The report begins when the café does. Open the first step, then write.", "not-open")


def _not_overtaken(state: Workshop, standing: Passage | Statement | None, was: int) -> None:
    if was != (standing.version if standing is not None else 0):
        writer = state.people.get(standing.by) if standing is not None else None
        name = writer.name if writer is not None else "Somebody"
        raise Conflict(
            f"{name} has written here since you began. Your words are kept: "
            "look at both, put them together, and save again.",
            "overtaken",
        )


def _statement(state: Workshop, statement: str) -> Statement:
    if statement not in state.statements:
        raise NotFound("There is no such statement in this report. Open the page again.")
    return state.statements[statement]


def _passage(words: str, most: int, what: str) -> str:
    return text.passage(words, most, what) if text.visible(words) else ""


def _content(
    command: AddStatement | WriteStatement, state: Workshop, standing: Statement | None
) -> dict[str, Any]:
    """The fields of a statement, checked. What it cited before may have gone since, and stay."""
    heading = text.line(command.heading, HEADING_LENGTH, "The heading") if _seen(command.heading) else ""
    words = _passage(command.text, STATEMENT_LENGTH, "The statement")
    if not heading and not words:
        raise Invalid("Write a heading or a sentence first.", "empty")
    notes = [note.id for note in state.notes.values() if not note.deleted]
    themes = [theme.id for theme in state.themes.values() if theme.stands]
    return {
        "heading": heading,
        "text": words,
        "themes": _cited(command.themes, {*themes, *(standing.themes if standing else ())}, "theme"),
        "notes": _cited(command.notes, {*notes, *(standing.notes if standing else ())}, "note"),
        "quote": _quote(state, command.quote, standing.quote if standing else None),
    }


def _seen(words: str) -> bool:
    return text.visible(words)


def _content_of(standing: Statement) -> dict[str, Any]:
    quote = standing.quote
    return {
        "heading": standing.heading,
        "text": standing.text,
        "themes": standing.themes,
        "notes": standing.notes,
        "quote": QuoteOf(source=quote.source, words=quote.words) if quote is not None else None,
    }


def _cited(ids: Sequence[str], there: Container[str], what: str) -> tuple[str, ...]:
    gone = [each for each in ids if each not in there]
    if gone:
        raise NotFound(f"A {what} that this rests on is not there any more. Take it out, then save again.")
    return tuple(dict.fromkeys(ids))


def _quote(state: Workshop, quote: QuoteOf | None, before: Quoted | None) -> QuoteOf | None:
    if quote is None:
        return None
    words = text.passage(quote.words, QUOTE_LENGTH, "The quote")
    if before == Quoted(source=quote.source, words=words):
        return QuoteOf(source=quote.source, words=words)
    said = source_text(state, quote.source)
    if said is None:
        raise NotFound("What you quote is not there any more. Choose other words to quote.")
    differs = first_difference(words, said)
    if differs is not None:
        begin = differs if len(differs) <= SHOWN else f"{differs[:SHOWN]}…"
        raise Invalid(
            f"These are not their words from “{begin}” on. Quote to the letter; what you leave out is […], "
            "and what you add stands in [ ].",
            "not-their-words",
        )
    return QuoteOf(source=quote.source, words=words)


RULES = {
    WritePassage: write,
    AddStatement: add,
    WriteStatement: rewrite,
    MoveStatement: move,
    RemoveStatement: remove,
}

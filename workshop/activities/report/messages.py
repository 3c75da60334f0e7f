"""What hosts write in the report: passages in its places, and statements with what they rest on."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from workshop.core.messages import Command, Event, Id, Text
from workshop.core.report import Kind

Version = Annotated[int, Meta(ge=0, le=2**31)]
Themes = Annotated[list[Id], Meta(max_length=40)]
Notes = Annotated[list[Id], Meta(max_length=60)]
Source = Annotated[
    str,
    Meta(
        pattern=r"^(note|answer|chat)-[^\s]{1,80}$",
        description="What is quoted: the anchor of a note, an answer or a line of the chat, such as note-…",
    ),
]


class QuoteOf(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``words``: word for word. What is left out or added stands in ``[ ]``."""

    source: Source
    words: Text


class WritePassage(Command, frozen=True, kw_only=True, tag="report.write"):
    """Write in a place of the report, or write it anew; empty takes it out.

    ``part``: context, series, moment, thanks, about, process, method, reflections, done or next; or
    round.STEP, inconsistencies.STEP, suggestions.STEP, plenary.STEP, question.STEP.NUMBER (from 1). ``was``:
    the version that the writer saw, 0 for none yet.
    """

    part: Id
    text: Text
    was: Version


class AddStatement(Command, frozen=True, kw_only=True, tag="statement.add"):
    """A key theme, a conclusion or a recommendation, behind the others of its kind.

    The command's id becomes the statement's id.
    """

    kind: Kind
    heading: Text = ""
    text: Text = ""
    themes: Themes = []
    notes: Notes = []
    quote: QuoteOf | None = None


class WriteStatement(Command, frozen=True, kw_only=True, tag="statement.write"):
    """All of a statement, as it should be. ``was``: the version that the writer saw."""

    statement: Id
    heading: Text = ""
    text: Text = ""
    themes: Themes = []
    notes: Notes = []
    quote: QuoteOf | None = None
    was: Version


class MoveStatement(Command, frozen=True, kw_only=True, tag="statement.move"):
    """Put a statement before another of its kind, or (null) behind all of them."""

    statement: Id
    before: Id | None = None


class RemoveStatement(Command, frozen=True, kw_only=True, tag="statement.remove"):
    """``on`` false puts it back."""

    statement: Id
    on: bool = True


class PassageWritten(Event, frozen=True, kw_only=True, tag="report.written"):
    part: str
    text: str
    version: int


class StatementAdded(Event, frozen=True, kw_only=True, tag="statement.added"):
    statement: str
    kind: Kind
    heading: str
    text: str
    themes: tuple[str, ...]
    notes: tuple[str, ...]
    quote: QuoteOf | None
    rank: float


class StatementWritten(Event, frozen=True, kw_only=True, tag="statement.written"):
    statement: str
    heading: str
    text: str
    themes: tuple[str, ...]
    notes: tuple[str, ...]
    quote: QuoteOf | None
    version: int


class StatementMoved(Event, frozen=True, kw_only=True, tag="statement.moved"):
    statement: str
    rank: float


class StatementRemoved(Event, frozen=True, kw_only=True, tag="statement.removed"):
    statement: str
    on: bool = True

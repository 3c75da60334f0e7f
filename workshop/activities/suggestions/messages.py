"""What the computer thinks belongs together, and what people make of it. Nothing moves until they say so."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from workshop.activities.themes.messages import Notes, QuestionNo
from workshop.core.messages import Command, Event, Id
from workshop.core.things import Method, Remark

Level = Annotated[int, Meta(ge=1, le=5)]
Chosen = Annotated[list[Id], Meta(min_length=1, max_length=200)]


class AcceptSuggestions(Command, frozen=True, kw_only=True, tag="suggestion.accept"):
    """Make groups of them. ``notes``: of a single suggestion, only these; empty means all of it."""

    step: Id
    question: QuestionNo | None = None
    suggestions: Chosen
    notes: Annotated[list[Id], Meta(max_length=500)] = []


class DismissSuggestions(Command, frozen=True, kw_only=True, tag="suggestion.dismiss"):
    """Nobody wants to see them again; or, with ``on`` false, they come back."""

    step: Id
    question: QuestionNo | None = None
    suggestions: Chosen
    on: bool = True


class PutSuggested(Command, frozen=True, kw_only=True, tag="suggestion.put"):
    """Put notes into a theme that is near to them."""

    theme: Id
    notes: Notes


class RefuseNearness(Command, frozen=True, kw_only=True, tag="suggestion.refuse"):
    """This note does not belong to this theme: do not say so again. Or, with ``on`` false, it may be said."""

    theme: Id
    note: Id
    on: bool = True


class SetLevel(Command, frozen=True, kw_only=True, tag="suggestion.level"):
    """Fewer groups (1) or more (5)."""

    step: Id
    question: QuestionNo | None = None
    level: Level


class GuessFound(msgspec.Struct, frozen=True, kw_only=True):
    """``likeness``: how like the others each note is, 0 to 100. ``shared``: words that several notes have."""

    notes: tuple[str, ...]
    keywords: tuple[str, ...]
    example: str
    likeness: tuple[int, ...]
    shared: tuple[str, ...] = ()


class GuessKept(GuessFound, frozen=True, kw_only=True):
    id: str


class NearFound(msgspec.Struct, frozen=True, kw_only=True):
    """How like a theme a note is, 0 to 100, and which words they share."""

    theme: str
    score: int
    words: tuple[str, ...] = ()


class FoundSuggestions(Command, frozen=True, kw_only=True, tag="suggestion.found"):
    """Made by the server when a worker has looked at a board. ``version``: of the board as it looked then.

    ``near``: for each note the themes it may belong to, the nearest first.
    """

    step: Id
    question: QuestionNo | None = None
    version: int
    level: int
    method: Method
    remark: Remark = ""
    groups: list[GuessFound]
    near: dict[str, list[NearFound]]


class SuggestionsChanged(Event, frozen=True, kw_only=True, tag="suggestion.changed"):
    """Only what is different from before. An empty list in ``near``: nothing is near to that note now."""

    step: str
    question: int | None
    version: int
    level: int
    method: Method
    remark: Remark
    put: tuple[GuessKept, ...]
    drop: tuple[str, ...]
    near: dict[str, tuple[NearFound, ...]]


class SuggestionsDismissed(Event, frozen=True, kw_only=True, tag="suggestion.dismissed"):
    step: str
    question: int | None
    suggestions: tuple[str, ...]
    on: bool


class NearnessRefused(Event, frozen=True, kw_only=True, tag="suggestion.refused"):
    theme: str
    note: str
    on: bool


class LevelSet(Event, frozen=True, kw_only=True, tag="suggestion.level-set"):
    step: str
    question: int | None
    level: int

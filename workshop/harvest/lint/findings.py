"""A finding: one sentence about the report, what it is about, and where a host can mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from workshop.harvest.model import Harvest, Line, NoteLine, StepLine
from workshop.harvest.words import count, listed, short, tables

Weight = Literal["must", "may"]
Where = Literal["board", "desk", "agenda", "blueprint", "report"]

# More names than this in one sentence, and nobody reads to its end.
MOST_NAMED = 4
MOST_TABLES = 12
LABEL = 60


class Mend(NamedTuple):
    """A way to mend something while the café is on, or later what hosts write. ``at``: a board."""

    words: str
    where: Where
    at: str = ""


class Finding(NamedTuple):
    """``code`` never changes; ``must``: look at it before anybody else reads the report.

    ``anchors``: the lines of the harvest it is about.
    """

    code: str
    weight: Weight
    text: str
    anchors: tuple[str, ...]
    mend: tuple[Mend, ...] = ()


DESK = Mend("Go to the desk", "desk")
REPORT = Mend("Write in the report", "report")
AGENDA = Mend("Open the agenda", "agenda")
BLUEPRINT = Mend("Open the blueprint", "blueprint")


def board(step: str, question: int | None = None, words: str = "Open the board") -> Mend:
    """The board of a themes step or, with a question's number (from 1), of the answers to it."""
    return Mend(words, "board", step if question is None else f"{step}.{question - 1}")


def anchors_of(lines: Iterable[Line]) -> tuple[str, ...]:
    """Each once, in an order that does not depend on the harvest's."""
    return tuple(sorted({line.anchor for line in lines}))


def quoted(words: str) -> str:
    return f"“{short(words, LABEL)}”"


def named(names: Iterable[str]) -> str:
    """Some names in quotation marks, by their letters: “A”, “B” and 3 others."""
    known = sorted(set(names), key=lambda name: (name.casefold(), name))
    shown = [quoted(name) for name in known[:MOST_NAMED]]
    rest = len(known) - len(shown)
    return listed([*shown, count(rest, "other")] if rest else shown)


def at_tables(numbers: Iterable[int]) -> str:
    """Table 3; tables 3, 5 and 8; 40 tables."""
    known = sorted(set(numbers))
    return tables(known) if len(known) <= MOST_TABLES else count(len(known), "table")


def steps_by_id(harvest: Harvest) -> dict[str, StepLine]:
    return {step.step: step for step in harvest.steps}


def over(harvest: Harvest) -> set[str]:
    """The steps that have closed: while one is on, what it brings is not whole."""
    return {step.step for step in harvest.steps if step.phase == "closed"}


def notes_of(harvest: Harvest) -> dict[str, NoteLine]:
    return {note.id: note for round_ in harvest.rounds for note in round_.notes}


def has(n: int) -> str:
    return "has" if n == 1 else "have"


def is_(n: int) -> str:
    return "is" if n == 1 else "are"


def share(part: Sequence[object], whole: int) -> int:
    """A part as a percentage, rounded."""
    return round(100 * len(part) / whole)

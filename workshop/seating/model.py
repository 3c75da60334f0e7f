"""What goes into a seating and what comes out. People are ids and tables are numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from workshop.errors import Invalid

Mode = Literal["mixed", "rotate", "stay", "home"]


class SeatingError(Invalid, ValueError):
    """A request that no seating can answer. The text says what is allowed."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """Hard rules, before everything else. People who are not here are passed over.

    ``together``: each set shares one table, such as an interpreter and a participant.
    ``apart``: no two people of a set share a table. Where the two contradict, people are kept apart.
    """

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One earlier seating: table number → everyone who sat there, facilitators and late joiners included."""

    tables: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class History:
    """Person → whom they shared a table with (themselves included), and the tables where they sat."""

    met: Mapping[str, Collection[str]]
    places: Mapping[str, Collection[int]]

    @classmethod
    def of(cls, earlier: Sequence[Round]) -> History:
        met: defaultdict[str, set[str]] = defaultdict(set)
        places: defaultdict[str, set[int]] = defaultdict(set)
        for number, table in ((n, table) for past in earlier for n, table in past.tables.items()):
            for who in table:
                met[who].update(table)
                places[who].add(number)
        return cls(dict(met), dict(places))

    def again(self, who: str, other: str) -> bool:
        return other in self.met.get(who, ())

    def back(self, who: str, table: int) -> bool:
        return table in self.places.get(who, ())


def place_in(past: Round) -> dict[str, int]:
    """Person → table in that round; the lowest number for somebody who moved during it."""
    return {who: number for number in sorted(past.tables, reverse=True) for who in past.tables[number]}


@dataclass(frozen=True, slots=True)
class Sizes:
    """How big a table should be (``size``) and may be. ``size`` itself is always allowed.

    People at a table are its travellers; with ``facilitator_counts`` its facilitators are counted too.
    """

    size: int = 4
    smallest: int = 3
    largest: int = 5
    facilitator_counts: bool = False

    def __post_init__(self) -> None:
        if self.size < 1 or self.smallest < 1 or self.largest < 1:
            raise SeatingError("A table needs at least 1 seat: size, smallest and largest start at 1.")
        if self.smallest > self.largest:
            raise SeatingError(
                f"The smallest table ({self.smallest}) exceeds the largest ({self.largest}). Swap them."
            )

    @property
    def low(self) -> int:
        return min(self.smallest, self.size)

    @property
    def high(self) -> int:
        return max(self.largest, self.size)


@dataclass(frozen=True)
class Request:
    """Who is here and what to heed. ``people`` is sorted; ``leads``: facilitators among them → table."""

    people: tuple[str, ...]
    leads: Mapping[str, int]
    earlier: Sequence[Round]
    wishes: Wishes
    sizes: Sizes

    @cached_property
    def travellers(self) -> tuple[str, ...]:
        return tuple(who for who in self.people if who not in self.leads)

    @cached_property
    def history(self) -> History:
        return History.of(self.earlier)


Reason = Literal[
    "apart_too", "two_facilitators", "not_seated", "same_facilitators", "not_found", "moved_since"
]

REASONS: dict[Reason, str] = {
    "apart_too": "Some are to sit together and also to be kept apart. They are kept apart.",
    "two_facilitators": "Some are to sit together but belong to different facilitators' tables.",
    "not_seated": "Some are to sit together, but one of them is a spare facilitator without a table.",
    "same_facilitators": "Some are to be kept apart, but facilitate the same table.",
    "not_found": "Some wishes were not met: no seating was found that fits them all.",
    "moved_since": "Some are to sit together, but keep different tables.",
}


@dataclass(frozen=True, slots=True)
class Unmet:
    """A wish this seating does not meet: whose, and why. ``reason`` is for programs, ``why`` for people."""

    kind: Literal["together", "apart"]
    people: tuple[str, ...]
    reason: Reason

    @property
    def why(self) -> str:
        return REASONS[self.reason]


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where. Everyone is at exactly one table or, as a facilitator too many, in ``spare``.

    ``tables``: facilitators first, then travellers, both in order of their ids.
    ``repeat_meetings``: pairs at one table now who shared a table in an earlier round. A traveller and a
    facilitator are a pair; two facilitators of one table and people kept together by a wish are not counted.
    ``returns``: travellers at a table where they sat before (counted apart from meetings).
    ``least_possible``: no seating at this many tables of these sizes has fewer repeat meetings (proved).
    ``alone``: tables with a single traveller. ``outside``: tables outside the allowed sizes.
    """

    tables: dict[int, tuple[str, ...]]
    repeat_meetings: int = 0
    returns: int = 0
    least_possible: int = 0
    unmet: tuple[Unmet, ...] = ()
    spare: tuple[str, ...] = ()
    without_facilitator: tuple[int, ...] = ()
    alone: tuple[int, ...] = ()
    outside: tuple[int, ...] = ()

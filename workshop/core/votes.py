"""Ballots, what their dots come to, and what people decide afterwards. Plain data and pure counting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

Voters = Literal["participants", "everyone"]
How = Literal["chosen", "lot", "all"]
Decider = Literal["table", "hall", "hosts", "someone"]
# More than this is nothing to choose from: notes belong into themes first.
MOST_OPTIONS = 200


@dataclass(frozen=True, slots=True)
class Option:
    """Something to put dots on, frozen as its ballot opens. ``words_of``: the note that its label quotes."""

    id: str
    label: str
    statement: str = ""
    notes: tuple[str, ...] = ()
    tables: tuple[int, ...] = ()
    words_of: str | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """How a tie ended that dots left: which options go on, who said so and why. ``seed`` is that of a lot."""

    how: How
    options: tuple[str, ...]
    why: str
    decided_by: str
    at: int
    seed: str = ""


@dataclass(slots=True)
class Ballot:
    """A vote by dots. ``papers`` is who placed what: blind until ``closed_at`` is set.

    ``take``: how many places go on; None draws no line. ``entered``: whose paper someone else filled in, and
    who. ``runoff_of``: the ballot whose tie is voted on once more; ``runoff``: that second ballot.
    """

    id: str
    step: str
    table: int | None
    options: tuple[Option, ...]
    allowance: int
    cap: int
    voters: Voters
    opened_at: int
    take: int | None = None
    own: bool = True
    runoff_of: str | None = None
    runoff: str | None = None
    closed_at: int | None = None
    papers: dict[str, dict[str, int]] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)
    talk_until: int | None = None
    settled: Settled | None = None

    @property
    def open(self) -> bool:
        return self.closed_at is None

    def tally(self) -> dict[str, int]:
        counts = {option.id: 0 for option in self.options}
        for paper in self.papers.values():
            for option_id, dots in paper.items():
                counts[option_id] += dots
        return counts


@dataclass(frozen=True, slots=True)
class NotMade:
    """A vote that could not open: too many options, or none."""

    step: str
    table: int | None
    options: int


@dataclass(slots=True)
class Decision:
    """What people decided, apart from what their dots said. ``versions``: how often it was written down."""

    id: str
    step: str
    table: int | None
    ballot: str | None
    chosen: tuple[str, ...]
    set_aside: tuple[str, ...]
    why: str
    decided_by: Decider
    decider: str
    at: int
    versions: int = 1


@dataclass(slots=True)
class Missing:
    """What somebody says should be a priority, though it was no option. ``removed_by``: author or host."""

    id: str
    step: str
    table: int | None
    text: str
    by: str
    at: int
    removed_by: str | None = None

    @property
    def removed(self) -> bool:
        return self.removed_by is not None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where dots leave the options: ahead for sure, and level for the ``places`` that are left."""

    ahead: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    places: int = 0


def standing(tally: Mapping[str, int], take: int | None, *, without_dots: bool = False) -> Standing:
    """Who is ahead of the line and who is level at it. Nothing but dots decides, and equal is equal.

    An option without a dot never goes on, unless ``without_dots``: in a second vote it came so far by dots.
    """
    if take is None:
        return Standing()
    counts = sorted((n for n in tally.values() if n or without_dots), reverse=True)
    if len(counts) <= take:
        return Standing(tuple(o for o, n in tally.items() if n or without_dots))
    last = counts[take - 1]
    if counts[take] < last:
        return Standing(tuple(o for o, n in tally.items() if n >= last))
    ahead = tuple(o for o, n in tally.items() if n > last)
    return Standing(ahead, tuple(o for o, n in tally.items() if n == last), take - len(ahead))


def outcome(ballot: Ballot, runoff: Ballot | None) -> Standing:
    """What goes on by now, and what is still level: by dots, a second vote, and as the tie was settled."""
    by_dots = standing(ballot.tally(), ballot.take)
    if runoff is not None and not runoff.open:
        again = standing(runoff.tally(), runoff.take, without_dots=True)
        by_dots = Standing((*by_dots.ahead, *again.ahead), again.level, again.places)
    if ballot.settled is None:
        return by_dots
    return Standing((*by_dots.ahead, *ballot.settled.options))


def suggested(options: int) -> int:
    """A dot for every four options, 1 to 7.

    Source: facilitators' practice of one dot to four or five options.
    """
    return min(7, max(1, (options + 2) // 4))


def by_lot(options: Iterable[str], seed: str) -> list[str]:
    """The options in the order of the lot: by SHA-256 of the seed, a slash and the option's id.

    Whoever has the seed can draw again and gets the same.
    """
    return sorted(options, key=lambda option: sha256(f"{seed}/{option}".encode()).hexdigest())

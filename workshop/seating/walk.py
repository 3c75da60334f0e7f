"""Improves several rounds at once: two people of a round change places, again and again."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from random import Random

Rounds = list[list[list[int]]]  # round → table → persons

# Found by trial on the social golfer problem: colder walks get stuck, warmer ones do not settle.
HEAT = 0.28
MOVE_THE_CONTENT = 0.1  # how often somebody without a repeated meeting is moved as well
GO_ALONE = 0.2  # how often nobody comes back from a smaller table


def count_repeats(rounds: Sequence[Sequence[Sequence[int]]]) -> int:
    """Meetings of pairs who met in an earlier round; a pair that meets three times makes two."""
    met: dict[int, int] = {}
    repeats = 0
    for table in (table for one in rounds for table in one):
        here = 0
        for person in table:
            here |= 1 << person
        for person in table:
            others = here & ~(1 << person)
            repeats += (met.get(person, 0) & others).bit_count()
            met[person] = met.get(person, 0) | others
    return repeats // 2


@dataclass(frozen=True, slots=True)
class Change:
    """In a round, a from table ``here`` and b from table ``there`` change places; without b, a goes over."""

    here: list[int]
    there: list[int]
    a: int
    b: int | None

    def make(self) -> None:
        self.here.remove(self.a)
        self.there.append(self.a)
        if self.b is not None:
            self.there.remove(self.b)
            self.here.append(self.b)

    def back(self) -> Change:
        """What undoes it."""
        if self.b is None:
            return Change(self.there, self.here, self.a, None)
        return Change(self.here, self.there, self.b, self.a)


class Walk:
    """Rounds on the way to fewer repeats. Facilitators, numbers below ``facilitators``, are never moved.

    ``met[a][b]``: how often a and b share a table. ``free``: the first round that may be changed.
    ``since_best``: the changes since the best rounds so far, to be taken back at the end. A walk is run once.
    """

    def __init__(self, rounds: Rounds, facilitators: int, free: int, rng: Random) -> None:
        people = sum(map(len, rounds[0]))
        self.rounds = [[list(table) for table in one] for one in rounds]
        self.facilitators, self.free, self.rng = facilitators, free, rng
        self.met = [bytearray(people) for _ in range(people)]
        self.repeats = count_repeats(rounds)
        self.since_best: list[Change] = []
        for table in (table for one in rounds for table in one):
            for a, b in permutations(table, 2):
                self.met[a][b] += 1

    def run(self, steps: int, goal: int) -> Rounds:
        """The best rounds within so many steps; stops early with ``goal`` repeats."""
        best = self.repeats
        for _ in range(steps):
            if best <= goal:
                break
            self._step()
            if self.repeats < best:
                best = self.repeats
                self.since_best.clear()
        for change in reversed(self.since_best):
            change.back().make()
        return self.rounds

    def _step(self) -> None:
        change = self._pick()
        if change is None:
            return
        more = self._more_repeats(change)
        if more <= 0 or self.rng.random() < math.exp(-more / HEAT):
            self._count(change, -1)
            change.make()
            self._count(change.back(), 1)
            self.repeats += more
            self.since_best.append(change)

    def _pick(self) -> Change | None:
        """Somebody with a repeated meeting, most often, and somebody else or, to keep sizes even, nobody."""
        random = self.rng.random
        tables = self.rounds[self.free + int(random() * (len(self.rounds) - self.free))]
        here, there = tables[int(random() * len(tables))], tables[int(random() * len(tables))]
        a, b = here[int(random() * len(here))], there[int(random() * len(there))]
        if here is there or a < self.facilitators:
            return None
        met = self.met[a]
        if random() >= MOVE_THE_CONTENT and not any(met[x] > 1 for x in here):
            return None
        if len(here) > len(there) and random() < GO_ALONE:
            return Change(here, there, a, None)
        return None if b < self.facilitators else Change(here, there, a, b)

    def _more_repeats(self, change: Change) -> int:
        a, b, met = change.a, change.b, self.met[change.a]
        more = sum(met[x] > 0 for x in change.there if x != b) - sum(met[x] > 1 for x in change.here)
        if b is not None:
            met = self.met[b]
            more += sum(met[x] > 0 for x in change.here if x != a) - sum(met[x] > 1 for x in change.there)
        return more

    def _count(self, change: Change, by: int) -> None:
        """Count the meetings of those about to move, or just moved, where they are."""
        self._count_one(change.a, change.here, by)
        if change.b is not None:
            self._count_one(change.b, change.there, by)

    def _count_one(self, one: int, table: Sequence[int], by: int) -> None:
        for x in table:
            if x != one:
                self.met[one][x] += by
                self.met[x][one] += by

"""The floor of one round: units at tables, and what each table costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from workshop.seating.units import Unit, bits

ALONE = 20  # as a fault of size: more than evenness is worth
# What the search feels: finite, so that it can walk through a small fault towards a better seating.
PULLS = (12.0, 6.0, 3.0, 1.0, 0.05)


def rank(apart: int, size: int, first: int, second: int, alike: int = 0) -> int:
    """Strict order of what matters: one fault of a kind outweighs all faults of the kinds after it."""
    return (apart << 120) + (size << 90) + (first << 60) + (second << 30) + alike


@dataclass(frozen=True, slots=True)
class Task:
    """One round to be seated. Lists are per person, by index; sets of people or of tables are bit sets.

    ``heads``: 1 for people whom the sizes count, else 0. ``leads``: the facilitators. ``met`` leaves out
    pairs that are not counted. ``returns_first``: a return to a table weighs more than a repeated meeting.
    """

    units: Sequence[Unit]
    tables: int
    low: int
    high: int
    heads: Sequence[int]
    leads: int
    apart: Sequence[int]
    met: Sequence[int]
    visited: Sequence[int]
    alike: Sequence[int]
    returns_first: bool


@dataclass(frozen=True, slots=True)
class Price:
    """Of one table: ``pull`` guides the search, the sum of ``rank`` says which of two floors is better."""

    pull: float
    rank: int


class Floor:
    """A seating in the making. ``tables[t]`` lists the units at table t by their index in the task."""

    def __init__(self, task: Task, at: Sequence[int]) -> None:
        self.task = task
        self.fixed = [unit.table is not None for unit in task.units]
        self.tables: list[list[int]] = [[] for _ in range(task.tables)]
        for unit, table in enumerate(at):
            self.tables[table].append(unit)
        self.prices = [self.price(table, units) for table, units in enumerate(self.tables)]

    @property
    def rank(self) -> int:
        return sum(price.rank for price in self.prices)

    def at(self) -> list[int]:
        """Unit → table."""
        places = [0] * len(self.task.units)
        for table, units in enumerate(self.tables):
            for unit in units:
                places[unit] = table
        return places

    def price(self, table: int, units: Sequence[int]) -> Price:
        """Pairs are counted once from each side, so every other fault is doubled to match."""
        task = self.task
        people = [i for unit in units for i in task.units[unit].people]
        here, spot = bits(people), 1 << table
        apart = returns = repeats = alike = heads = travellers = 0
        for i in people:
            heads += task.heads[i]
            travellers += not task.leads >> i & 1
            repeats += (task.met[i] & here).bit_count()
            apart += (task.apart[i] & here).bit_count()
            alike += (task.alike[i] & here).bit_count()
            returns += 2 * (task.visited[i] & spot > 0)
        size = 2 * (heads - task.low) * (heads - task.high) + ALONE * (travellers == 1)
        first, second = (returns, repeats) if task.returns_first else (repeats, returns)
        faults = (apart, size, first, second, alike)
        if not any(faults):
            return FREE
        return Price(sum(pull * fault for pull, fault in zip(PULLS, faults, strict=True)), rank(*faults))

    def propose(self, table: int, rng: Random) -> tuple[int, list[int], list[int]] | None:
        """A random exchange: (other table, units there after it, units here after it).

        One unit goes over and as many people come back; sometimes nobody comes back, and sometimes two whole
        tables change places, which saves returns without anybody meeting somebody else.
        """
        movable = [unit for unit in self.tables[table] if not self.fixed[unit]]
        other = int(rng.random() * self.task.tables)
        if not movable or other == table:
            return None
        if rng.random() < 0.05 and not self._has_fixed(table) and not self._has_fixed(other):
            return other, self.tables[table], self.tables[other]
        going = movable[int(rng.random() * len(movable))]
        coming = self._come_back(other, len(self.task.units[going].people), rng)
        here = [unit for unit in self.tables[table] if unit != going] + coming
        there = [unit for unit in self.tables[other] if unit not in coming] + [going]
        return other, there, here

    def _has_fixed(self, table: int) -> bool:
        return any(self.fixed[unit] for unit in self.tables[table])

    def _come_back(self, other: int, people: int, rng: Random) -> list[int]:
        if rng.random() < 0.15:
            return []
        movable = [unit for unit in self.tables[other] if not self.fixed[unit]]
        if people > 1:
            rng.shuffle(movable)
        elif movable:
            return [movable[int(rng.random() * len(movable))]]
        coming: list[int] = []
        for unit in movable:
            if people > 0:
                coming.append(unit)
                people -= len(self.task.units[unit].people)
        return coming


FREE = Price(0.0, 0)

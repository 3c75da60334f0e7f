"""Finds a good floor by exchanging people between tables: simulated annealing, bounded in steps."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from workshop.seating.floor import Floor, Task
from workshop.seating.units import Unit, bits, union

Hints = Sequence[int | None]

WARM, COLD = 0.5, 0.05  # in units of one pair meeting again (both sides of the pair pull, hence 2 × 0.25)


def first_floor(task: Task, hints: Hints, rng: Random) -> list[int]:
    """Unit → table to start from: where it is fixed or hinted if there is room, else the emptiest table.

    The most constrained come first: fixed units, then those with people to keep apart from, then large ones.
    """
    order = list(range(len(task.units)))
    rng.shuffle(order)
    order.sort(key=lambda unit: _constraint(task, task.units[unit]), reverse=True)
    at, seated, heads = [0] * len(order), [0] * task.tables, [0] * task.tables
    for place in order:
        unit = task.units[place]
        weight = sum(task.heads[i] for i in unit.people)
        table = _first_table(task, unit, weight, hints[place], seated, heads)
        at[place] = table
        seated[table] |= bits(unit.people)
        heads[table] += weight
    return at


def _constraint(task: Task, unit: Unit) -> tuple[bool, int, int]:
    return unit.table is not None, union(task.apart, unit.people).bit_count(), len(unit.people)


def _first_table(
    task: Task, unit: Unit, weight: int, hint: int | None, seated: Sequence[int], heads: list[int]
) -> int:
    if unit.table is not None:
        return unit.table
    foes = union(task.apart, unit.people)
    if hint is not None and heads[hint] + weight <= task.high and not foes & seated[hint]:
        return hint
    if not foes:
        return heads.index(min(heads))
    return min(range(task.tables), key=lambda table: (foes & seated[table] > 0, heads[table], table))


@dataclass(frozen=True, slots=True)
class Found:
    """Unit → table, and how good it is: a lower rank is better."""

    rank: int
    at: Sequence[int]


def improve(task: Task, at: Sequence[int], goal: int, steps: int, rng: Random) -> Found:
    """The best floor met within ``steps`` exchanges from ``at``. Stops early at rank ``goal``."""
    floor = Floor(task, at)
    rank = floor.rank
    best = Found(rank, at)
    heat, cooling = WARM, (COLD / WARM) ** (1 / max(1, steps))
    for _ in range(steps):
        if best.rank <= goal or task.tables < 2:
            break
        heat *= cooling
        rank += _step(floor, heat, rng)
        if rank < best.rank:
            best = Found(rank, floor.at())
    return best


def _step(floor: Floor, heat: float, rng: Random) -> int:
    """One exchange out of a table that has faults; the change of rank, 0 if it was not taken."""
    faulty = [table for table, price in enumerate(floor.prices) if price.rank]
    if not faulty:
        return 0
    table = faulty[int(rng.random() * len(faulty))]
    proposal = floor.propose(table, rng)
    if proposal is None:
        return 0
    other, there, here = proposal
    new, new_other = floor.price(table, here), floor.price(other, there)
    old, old_other = floor.prices[table], floor.prices[other]
    worse = new.pull + new_other.pull - old.pull - old_other.pull
    if worse > 0 and rng.random() >= math.exp(-worse / heat):
        return 0
    floor.tables[table], floor.tables[other] = here, there
    floor.prices[table], floor.prices[other] = new, new_other
    return new.rank + new_other.rank - old.rank - old_other.rank

"""Rounds planned ahead, for ``workshop seat``. People are numbers from 0, facilitators the first."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from random import Random
from typing import TypedDict

from workshop.seating.bounds import least_repeats
from workshop.seating.designs import among_equals, construct
from workshop.seating.model import SeatingError
from workshop.seating.walk import Rounds, Walk, count_repeats

MOST_PEOPLE, MOST_ROUNDS = 5_000, 100
STEPS, STEPS_A_SEAT = 400_000, 1_500  # of a walk: the first shared among the people of a table, at most
WALKS = 4  # if none does all it can
MANY_PAIRS = 100_000  # with so many meetings one walk has to do
MOST_PAIRS = 2_000_000  # with so many none is tried: it would change too little


class Plan(TypedDict):
    """``rounds``: per round its tables, per table the people. ``repeat_meetings``: meetings of pairs who met
    before, facilitators included. ``least_possible``: a proved lower bound, see ``bounds.least_repeats``."""

    rounds: list[list[list[int]]]
    repeat_meetings: int
    least_possible: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be planned. ``size``: people at a table, facilitators counted."""

    people: int
    size: int
    rounds: int
    facilitators: int

    def __post_init__(self) -> None:
        _within("people", self.people, 1, MOST_PEOPLE)
        _within("size", self.size, 1, MOST_PEOPLE)
        _within("rounds", self.rounds, 1, MOST_ROUNDS)
        _within("facilitators", self.facilitators, 0, self.people)

    @property
    def tables(self) -> int:
        """As few as hold everybody; one less where somebody would sit alone (five people in twos)."""
        needed = -(-self.people // self.size)
        return needed if self.size == 1 else max(1, min(needed, self.people // 2))


def _within(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise SeatingError(f"{name} is {value}. It can be {least} to {most}.")


def plan_rounds(people: int, size: int, rounds: int, facilitators: int = 0, seed: int = 0) -> Plan:
    """Seat ``people`` at tables of ``size`` for each round, with as few repeated meetings as can be found.

    Table sizes differ by at most one; no table is larger than ``size``, unless somebody would sit alone.
    Facilitators are spread evenly and stay. The same arguments give the same rounds. Raises ``SeatingError``,
    saying what is allowed, for numbers out of range.
    """
    started = time.perf_counter()
    order = Order(people, size, rounds, facilitators)
    least = least_repeats(people, order.tables, rounds, facilitators)
    repeats, best = _fewest(_attempts(order, least, Random(seed)), least)  # noqa: S311
    return Plan(
        rounds=[[sorted(table) for table in one] for one in best],
        repeat_meetings=repeats,
        least_possible=least,
        seconds=round(time.perf_counter() - started, 3),
    )


def _fewest(attempts: Iterator[Rounds], least: int) -> tuple[int, Rounds]:
    """The attempt with the fewest repeats, and their number. No more are made once ``least`` is reached."""
    found = []
    for attempt in attempts:
        found.append((count_repeats(attempt), attempt))
        if found[-1][0] == least:
            break
    return min(found, key=itemgetter(0))


def text(plan: Plan) -> str:
    """The plan for people to read."""
    lines = []
    for number, tables in enumerate(plan["rounds"], start=1):
        lines.append(f"Round {number}")
        lines += [f"  Table {t}: {' '.join(map(str, table))}" for t, table in enumerate(tables, start=1)]
    return "\n".join([*lines, "", _verdict(plan), f"Took {plan['seconds']} seconds."])


def _verdict(plan: Plan) -> str:
    repeats, least = plan["repeat_meetings"], plan["least_possible"]
    if not repeats:
        return "Nobody meets anybody twice."
    if repeats == least:
        return f"Repeated meetings: {repeats}. With these numbers it cannot be fewer."
    return f"Repeated meetings: {repeats}. It may be possible with fewer, but not with fewer than {least}."


def _attempts(order: Order, least: int, rng: Random) -> Iterator[Rounds]:
    """First by construction; then what is missing, then everything, by walks from chance."""
    built = _shuffled(order, _constructed(order), rng)
    kept = len(built)
    rest = [_by_chance(order, rng) for _ in range(order.rounds - kept)]
    yield built + rest
    pairs = order.rounds * order.people * order.size
    if order.tables == 1 or pairs > MOST_PAIRS:
        return
    steps = min(STEPS // order.size, STEPS_A_SEAT * order.people * order.rounds)
    if 1 < kept < order.rounds:
        yield Walk(built + rest, order.facilitators, kept, rng).run(steps // 3, least)
    for _ in range(WALKS if pairs < MANY_PAIRS else 1):
        chance = [_by_chance(order, rng) for _ in range(order.rounds)]
        yield Walk(chance, order.facilitators, 0, rng).run(steps, least)


def _constructed(order: Order) -> Rounds:
    if order.facilitators > order.tables:
        return []
    built = construct(order.people, order.tables, order.rounds)
    if order.facilitators > 1:
        return built
    more = among_equals(order.people, order.tables, order.rounds - len(built))
    return built + more


def _shuffled(order: Order, rounds: Rounds, rng: Random) -> Rounds:
    """Other travellers in the same places, so that a seed makes a difference."""
    travellers = list(range(order.facilitators, order.people))
    rng.shuffle(travellers)
    names = [*range(order.facilitators), *travellers]
    return [[[names[person] for person in table] for table in one] for one in rounds]


def _by_chance(order: Order, rng: Random) -> list[list[int]]:
    small, big = divmod(order.people, order.tables)
    travellers = list(range(order.facilitators, order.people))
    rng.shuffle(travellers)
    tables = [list(range(t, order.facilitators, order.tables)) for t in range(order.tables)]
    for t, table in enumerate(tables):
        while len(table) < small + (t < big):
            table.append(travellers.pop())
    return tables

"""Seatings by construction: everybody moves on by a fixed number of tables, and nobody meets twice.

Person (k, i) has seat k and starts at table i. In round r they sit at table i + c[r][k], added in a group
with as many elements as there are tables. Two people with the same seat never meet. Seats k and l meet
again in round r' exactly if c[r][k] - c[r][l] = c[r'][k] - c[r'][l]; so a seating without repeats needs
columns c[r] whose differences are all distinct: a difference matrix (Beth, Jungnickel, Lenz, Design Theory,
VIII.3). Seat 0 never moves: it is the facilitators'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from random import Random

Table = list[int]

MOST_SEATS, MOST_TABLES = 40, 128  # beyond these a search for columns takes too long to be worth it


@dataclass(frozen=True, slots=True)
class Shifts:
    """``columns[r][k]``: how far seat k is moved in round r. Tables are added digit by digit in ``base``."""

    base: int
    columns: tuple[tuple[int, ...], ...]

    def table(self, start: int, seat: int, round_no: int) -> int:
        return _add(start, self.columns[round_no][seat], self.base)


@lru_cache(maxsize=64)
def shifts(tables: int, seats: int, rounds: int) -> Shifts:
    """As many columns as can be found, at most ``rounds`` (at least one: nobody moves)."""
    if _plain_shift_works(tables, seats, rounds):
        plain = (tuple(seat * r % tables for seat in range(seats)) for r in range(rounds))
        return Shifts(tables, tuple(plain))
    prime = _prime_below_power(tables)
    if prime is not None and seats <= tables <= MOST_TABLES:
        times = _multiplication(tables, prime)
        lines = (tuple(times(seat, r) for seat in range(seats)) for r in range(min(rounds, tables)))
        return Shifts(prime, tuple(lines))
    if seats > MOST_SEATS or tables > MOST_TABLES:
        return Shifts(tables, ((0,) * seats,))
    return Shifts(tables, _searched_columns(tables, seats, min(rounds, tables)))


def construct(people: int, tables: int, rounds: int) -> list[list[Table]]:
    """As many rounds without a repeated meeting as the constructions give, at most ``rounds``.

    Person k·tables + i has seat k and starts at table i, so persons 0 … tables-1 stay at their tables. With
    the last seat not fully taken some tables have one person less.
    """
    seats = -(-people // tables)
    plan = shifts(tables, seats, rounds)
    return [_seated(people, tables, plan, r) for r in range(len(plan.columns))]


def among_equals(people: int, tables: int, rounds: int) -> list[list[Table]]:
    """More rounds for after ``construct``: within each seat's people, who have not met so far.

    They exist if these can be shared out to full tables; within each seat the same constructions apply again.
    """
    seats = -(-people // tables)
    if seats < 2 or people != seats * tables or tables % seats:
        return []
    small = construct(tables, tables // seats, rounds)
    if len(small) < rounds:
        small += among_equals(tables, tables // seats, rounds - len(small))
    return [[[seat * tables + i for i in table] for seat in range(seats) for table in one] for one in small]


def _seated(people: int, tables: int, plan: Shifts, round_no: int) -> list[Table]:
    seated: list[Table] = [[] for _ in range(tables)]
    for person in range(people):
        seat, start = divmod(person, tables)
        seated[plan.table(start, seat, round_no)].append(person)
    return seated


def _plain_shift_works(tables: int, seats: int, rounds: int) -> bool:
    """Seat k moves on k tables a round: seats d apart meet after e rounds iff ``tables`` divides d·e."""
    if tables > (seats - 1) * (rounds - 1):
        return True
    return all(d * e % tables for d in range(1, seats) for e in range(1, rounds))


def _add(a: int, b: int, base: int) -> int:
    total, unit = 0, 1
    while a or b:
        total += (a % base + b % base) % base * unit
        a, b, unit = a // base, b // base, unit * base
    return total


def _prime_below_power(number: int) -> int | None:
    """p, if ``number`` is a power of a prime p."""
    prime = next((p for p in range(2, number + 1) if number % p == 0), None)
    while prime and number % prime == 0:
        number //= prime
    return prime if number == 1 else None


class _Times:
    """Multiplication in a finite field, by adding the logarithms of its elements."""

    def __init__(self, powers: Sequence[int]) -> None:
        self.powers = powers
        self.logs = {element: log for log, element in enumerate(powers)}

    def __call__(self, a: int, b: int) -> int:
        if not a or not b:
            return 0
        return self.powers[(self.logs[a] + self.logs[b]) % len(self.powers)]


def _multiplication(order: int, prime: int) -> _Times:
    """Elements are polynomials over the prime field, their coefficients the digits in base ``prime``.

    A primitive polynomial is found by trying: with it the powers of x run through every element but 0.
    """
    for taps in range(1, order):
        powers = _powers_of_x(order, prime, taps)
        if len(powers) == order - 1:
            return _Times(powers)
    raise AssertionError(f"no field of order {order}")  # every prime power has one


def _powers_of_x(order: int, prime: int, taps: int) -> list[int]:
    """1, x, x², … until one comes again, where x to the degree of the field is ``taps``."""
    powers, seen, element = [1], {1}, 1
    while True:
        lead, rest = divmod(element, order // prime)
        element = rest * prime if order > prime else 0
        for _ in range(lead):
            element = _add(element, taps, prime)
        if element in seen:
            return powers
        seen.add(element)
        powers.append(element)


def _searched_columns(tables: int, seats: int, rounds: int) -> tuple[tuple[int, ...], ...]:
    """Columns found by trying, the same every time; the longest of some attempts."""
    rng = Random(tables * 1_000 + seats)  # noqa: S311
    best: tuple[tuple[int, ...], ...] = ()
    for _ in range(60):
        found = _grow_columns(tables, seats, rounds, rng)
        best = max(best, found, key=len)
        if len(best) == rounds:
            break
    return best


def _grow_columns(tables: int, seats: int, rounds: int, rng: Random) -> tuple[tuple[int, ...], ...]:
    used = {(k, m): {0} for k, m in product(range(seats), repeat=2) if m < k}
    columns = [(0,) * seats]
    while len(columns) < rounds:
        column = _next_column(tables, seats, used, rng)
        if column is None:
            break
        columns.append(column)
        for k, m in used:
            used[k, m].add((column[k] - column[m]) % tables)
    return tuple(columns)


def _next_column(
    tables: int, seats: int, used: dict[tuple[int, int], set[int]], rng: Random
) -> tuple[int, ...] | None:
    """Depth first, seat by seat, giving up after some tries."""
    column, open_values = [0], [[0], rng.sample(range(tables), tables)]
    for _ in range(2_000):
        k = len(column)
        if k == seats:
            return tuple(column)
        if not open_values[k]:
            if k == 1:
                return None
            open_values.pop()
            column.pop()
            continue
        value = open_values[k].pop()
        if all((value - column[m]) % tables not in used[k, m] for m in range(k)):
            column.append(value)
            open_values.append(rng.sample(range(tables), tables))
    return None

"""Where a late joiner sits."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from workshop.seating.model import History, Round, Sizes, Wishes

LIMIT = 7  # more people than this at one table cannot hold one conversation

Places = Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Usher:
    """What is heeded when people are shown to a table one after the other."""

    leads: Collection[str]
    history: History
    wishes: Wishes
    sizes: Sizes
    limit: int = LIMIT

    def crowd(self, table: Sequence[str]) -> int:
        """Travellers at this table."""
        return sum(who not in self.leads for who in table)

    def heads(self, table: Sequence[str]) -> int:
        """People whom the sizes count."""
        return len(table) if self.sizes.facilitator_counts else self.crowd(table)

    def fits(self, unit: Sequence[str], table: Sequence[str]) -> bool:
        return self.heads(table) + len(unit) <= max(self.limit, self.sizes.high)

    def clash(self, unit: Sequence[str], table: Sequence[str]) -> bool:
        return not _wished(unit, self.wishes.apart).isdisjoint(table)

    def best_table(self, unit: Sequence[str], tables: Places) -> int:
        """The table for people who come together, by the rules of ``seat_late``."""
        friends = _wished(unit, self.wishes.together)
        apart = [number for number, table in tables.items() if not self.clash(unit, table)]
        wished = [number for number in apart if not friends.isdisjoint(tables[number])]
        fitting = wished or [number for number in apart if self.fits(unit, tables[number])]
        if not fitting:
            return next(number for number in count(1) if number not in tables)
        return min(fitting, key=lambda number: self._drawback(unit, number, tables[number]))

    def _drawback(self, unit: Sequence[str], number: int, table: Sequence[str]) -> tuple[int, ...]:
        full = self.heads(table) + len(unit) > self.sizes.high
        thin = max(0, 2 - self.crowd(table))
        again = sum(self.history.again(who, other) for who in unit for other in table)
        back = sum(self.history.back(who, number) for who in unit)
        return 3 if full else thin, self.heads(table), again, back, number


def seat_late(
    person: str,
    tables: Places,
    *,
    facilitators: Collection[str] = (),
    earlier: Sequence[Round] = (),
    wishes: Wishes | None = None,
    sizes: Sizes | None = None,
    limit: int = LIMIT,
) -> int:
    """The number of the table for somebody who comes while a round is on; the others stay where they are.

    ``tables``: who sits where now, facilitators included. Hard wishes come first. Then a table with room,
    which is one with fewer than ``sizes.largest`` people; the smallest of these, but one with a single
    traveller only if there is no other, and an empty one only after that. When all are full, the smallest
    with fewer than ``limit``; when none is left, the lowest number that is not in use. Between equals:
    fewest repeated meetings, not a table where the person sat before, the lowest number.
    """
    usher = Usher(facilitators, History.of(earlier), wishes or Wishes(), sizes or Sizes(), limit)
    return usher.best_table([person], tables)


def _wished(unit: Sequence[str], wishes: Sequence[frozenset[str]]) -> set[str]:
    """The others in the wishes that these people are part of."""
    return {who for wish in wishes if not wish.isdisjoint(unit) for who in wish}.difference(unit)

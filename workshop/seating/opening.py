"""Which tables are open, and how many people each should hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count, islice

from workshop.seating.model import Sizes


@dataclass(frozen=True, slots=True)
class Opening:
    """The open tables by number, who is fixed at them, and who is left over as a deputy.

    Every table should hold ``low`` to ``high`` people, which differ by at most one.
    """

    tables: tuple[int, ...]
    fixed: dict[str, int]
    spare: tuple[str, ...]
    low: int
    high: int


def open_tables(travellers: int, leads: Mapping[str, int], sizes: Sizes, at_least: int = 0) -> Opening:
    """``leads``: the facilitators present → their table. ``at_least``: as many tables as a hard wish needs.

    In this order: nobody alone; sizes within the allowed range; one table per facilitator. When facilitators
    are fewer than half of what is needed, the wished size decides instead. Without any traveller every
    facilitator's table is open, ready for the first one.
    """
    homes = sorted(set(leads.values()))
    heads = _heads(travellers, leads, homes, sizes.facilitator_counts)
    wanted = _how_many(travellers, len(homes), sizes, heads, at_least) if travellers else len(homes)
    fresh = islice((n for n in count(1) if n not in homes), max(0, wanted - len(homes)))
    tables = tuple(sorted([*homes[:wanted], *fresh]))
    fixed = {who: table for who, table in sorted(leads.items()) if table in tables}
    low, more = divmod(heads(wanted), max(1, wanted))
    return Opening(tables, fixed, tuple(sorted(leads.keys() - fixed.keys())), low, low + (more > 0))


def _heads(
    travellers: int, leads: Mapping[str, int], homes: list[int], counted: bool
) -> Callable[[int], int]:
    """How many people the sizes have to hold when this many tables are open."""
    places = sorted(leads.values())
    upto = [travellers]
    for home in homes:
        upto.append(upto[-1] + (places.count(home) if counted else 0))
    return lambda tables: upto[min(tables, len(homes))]


def _how_many(travellers: int, led: int, sizes: Sizes, heads: Callable[[int], int], at_least: int) -> int:
    few_leads = 2 * led < -(-travellers // sizes.high)

    def burden(tables: int) -> tuple[bool, int, float, int]:
        low, more = divmod(heads(tables), tables)
        outside = max(0, sizes.low - low) + max(0, low + (more > 0) - sizes.high)
        wish = abs(heads(tables) / tables - sizes.size) if few_leads else abs(tables - led)
        return travellers > 1 and travellers // tables < 2, outside, wish, tables

    fewest = max(1, at_least)
    return min(range(fewest, max(travellers, fewest) + 1), key=burden)

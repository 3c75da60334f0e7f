"""From tables to an answer: what was met, what was not, and what to say about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from workshop.seating.model import Reason, Request, Seating, Unmet
from workshop.seating.units import Unit

Tables = Mapping[int, Sequence[str]]


def uncounted_pairs(people: Sequence[str], units: Sequence[Unit]) -> frozenset[tuple[str, str]]:
    """Pairs, in order, who move as one: that they meet again is what was wished."""
    return frozenset(
        (people[a], people[b]) for unit in units for a, b in combinations(sorted(unit.people), 2)
    )


def make_seating(
    asked: Request,
    tables: Tables,
    uncounted: frozenset[tuple[str, str]],
    least: int,
    refused: Mapping[frozenset[str], Reason],
    otherwise: Reason,
) -> Seating:
    """Tables without a traveller close and their facilitators are spare, unless there is no traveller at all.

    ``refused``: together wishes that are impossible; ``otherwise``: the reason for any other not met.
    """
    leads = asked.leads
    tables = {n: table for n, table in tables.items() if not leads.keys() >= set(table)} or tables
    travellers = {number: [who for who in table if who not in leads] for number, table in tables.items()}
    heads = tables if asked.sizes.facilitator_counts else travellers
    at = {who: number for number, table in tables.items() for who in table}
    low, high = asked.sizes.low, asked.sizes.high
    return Seating(
        tables={n: tuple(sorted(tables[n], key=lambda who: (who not in leads, who))) for n in sorted(tables)},
        repeat_meetings=sum(_repeats(asked, table, uncounted) for table in tables.values()),
        returns=sum(asked.history.back(who, n) for n, table in travellers.items() for who in table),
        least_possible=least,
        unmet=(*_not_together(asked, at, refused, otherwise), *_not_apart(asked, at)),
        spare=tuple(sorted(who for who in leads if who not in at)),
        without_facilitator=tuple(sorted(set(tables) - set(leads.values()))),
        alone=tuple(sorted(n for n, table in travellers.items() if len(table) == 1)),
        outside=tuple(sorted(n for n in tables if travellers[n] and not low <= len(heads[n]) <= high)),
    )


def _repeats(asked: Request, table: Sequence[str], uncounted: frozenset[tuple[str, str]]) -> int:
    return sum(
        asked.history.again(a, b) and (a, b) not in uncounted and not (a in asked.leads and b in asked.leads)
        for a, b in combinations(sorted(table), 2)
    )


def _not_together(
    asked: Request, at: Mapping[str, int], refused: Mapping[frozenset[str], Reason], otherwise: Reason
) -> Iterator[Unmet]:
    """Read off the finished tables, so that nothing is claimed to be met that is not."""
    for wish in asked.wishes.together:
        here = tuple(sorted(wish.intersection(asked.people)))
        if len({at.get(who) for who in here}) > 1:
            seated = all(who in at for who in here)
            yield Unmet("together", here, refused.get(wish, otherwise) if seated else "not_seated")


def _not_apart(asked: Request, at: Mapping[str, int]) -> Iterator[Unmet]:
    wished = {pair for wish in asked.wishes.apart for pair in combinations(sorted(wish), 2)}
    for a, b in sorted(wished):
        if a in at and at[a] == at.get(b):
            both_lead = a in asked.leads and b in asked.leads
            yield Unmet("apart", (a, b), "same_facilitators" if both_lead else "not_found")


def sentences(seating: Seating) -> tuple[str, ...]:
    """What a host should know about a seating, in plain words and without names."""
    outside = [number for number in seating.outside if number not in seating.alone]
    unled = seating.without_facilitator
    said = [unmet.why for unmet in seating.unmet]
    said += _about_repeats(seating.repeat_meetings, seating.least_possible)
    if seating.alone:
        said.append(f"Only one participant at {_tables(seating.alone)}.")
    if outside:
        said.append(f"Larger or smaller than planned: {_tables(outside)}.")
    if unled and len(unled) < len(seating.tables):
        said.append(f"No facilitator at {_tables(unled)}.")
    if seating.spare:
        said.append(f"Facilitators without a table, who can step in as deputies: {len(seating.spare)}.")
    return tuple(dict.fromkeys(said))


def _about_repeats(again: int, least: int) -> list[str]:
    if not again:
        return []
    pairs = "1 pair meets again." if again == 1 else f"{again} pairs meet again."
    if again == least:
        return [f"{pairs} With this many tables it cannot be fewer."]
    known = f" It cannot be fewer than {least}." if least else ""
    return [f"{pairs} No better seating was found.{known}"]


def _tables(numbers: Sequence[int]) -> str:
    listed = ", ".join(map(str, numbers))
    return f"table {listed}" if len(numbers) == 1 else f"tables {listed}"

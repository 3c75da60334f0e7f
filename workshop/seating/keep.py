"""People stay at their table, or go home to the first one. Only who must move is moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workshop.seating.late import Usher
from workshop.seating.model import Request, Round, Seating, place_in
from workshop.seating.result import make_seating, uncounted_pairs
from workshop.seating.units import Unit, apart_masks, make_units

Tables = dict[int, list[str]]


def keep(asked: Request, home: bool) -> Seating:
    """Everybody at their base; who has none or cannot keep it, like a late joiner; and nobody left alone."""
    units, refused = make_units(
        asked.people, asked.wishes, apart_masks(asked.people, asked.wishes), asked.leads
    )
    usher = Usher(asked.leads, asked.history, asked.wishes, asked.sizes)
    tables: Tables = {table: [] for table in sorted(set(asked.leads.values()))}
    moving = [unit for unit in units if unit.table is None]
    _seat_fixed(asked, units, tables)
    _seat_moving(
        [[asked.people[i] for i in unit.people] for unit in moving],
        _bases(asked.earlier, home),
        tables,
        usher,
    )
    _join_the_lonely(
        [asked.people[unit.people[0]] for unit in moving if len(unit.people) == 1], tables, usher
    )
    return make_seating(asked, tables, uncounted_pairs(asked.people, units), 0, refused, "moved_since")


def _bases(earlier: Sequence[Round], home: bool) -> dict[str, int]:
    """Person → the table to keep: the one of the last round, or of the first round they were in."""
    if not home:
        return place_in(earlier[-1])
    first: dict[str, int] = {}
    for past in reversed(earlier):
        first |= place_in(past)
    return first


def _seat_fixed(asked: Request, units: Sequence[Unit], tables: Tables) -> None:
    for unit in units:
        if unit.table is not None:
            tables[unit.table].extend(asked.people[i] for i in unit.people)


def _seat_moving(
    units: Sequence[Sequence[str]], bases: Mapping[str, int], tables: Tables, usher: Usher
) -> None:
    waiting = []
    for unit in sorted(units, key=lambda names: (-len(names), names)):
        base = next((bases[who] for who in unit if who in bases), None)
        there = tables.get(base, []) if base is not None else []
        if base is None or usher.clash(unit, there) or not usher.fits(unit, there):
            waiting.append(unit)
        else:
            tables.setdefault(base, []).extend(unit)
    for unit in waiting:
        tables.setdefault(usher.best_table(unit, tables), []).extend(unit)


def _join_the_lonely(singles: Sequence[str], tables: Tables, usher: Usher) -> None:
    """A single traveller joins others, if there is a table that may take one more."""
    for who in singles:
        here = next(number for number, table in tables.items() if who in table)
        others = {n: table for n, table in tables.items() if n != here and usher.crowd(table)}
        if usher.crowd(tables[here]) > 1 or not others:
            continue
        target = usher.best_table([who], others)
        if target in others:
            tables[here].remove(who)
            tables[target].append(who)

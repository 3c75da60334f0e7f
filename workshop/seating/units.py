"""Wishes made ready for seating: people who move as one, and the wishes that contradict each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from workshop.seating.model import Reason, Wishes


@dataclass(frozen=True, slots=True)
class Unit:
    """People, by their index, who sit together. ``table``: the index of the table they are fixed at."""

    people: tuple[int, ...]
    table: int | None = None


def apart_masks(people: Sequence[str], wishes: Wishes) -> list[int]:
    """Per person the bit set of those who must not be at their table."""
    index = {who: i for i, who in enumerate(people)}
    masks = [0] * len(people)
    for wish in wishes.apart:
        here = [index[who] for who in wish if who in index]
        for a, b in combinations(here, 2):
            masks[a] |= 1 << b
            masks[b] |= 1 << a
    return masks


def make_units(
    people: Sequence[str], wishes: Wishes, apart: Sequence[int], fixed: Mapping[str, int]
) -> tuple[list[Unit], dict[frozenset[str], Reason]]:
    """Units for everybody, and the together wishes that cannot be met, each with the reason.

    ``fixed``: facilitator → index of their table. A wish that cannot be met as a whole is left out as a
    whole.
    """
    index = {who: i for i, who in enumerate(people)}
    block = {i: frozenset([i]) for i in range(len(people))}
    pins = {index[who]: table for who, table in fixed.items()}
    refused: dict[frozenset[str], Reason] = {}
    for wish in wishes.together:
        joined = frozenset().union(*(block[index[who]] for who in wish if who in index))
        reason = _obstacle(joined, block, apart, pins)
        if reason is not None:
            refused[wish] = reason
            continue
        block.update(dict.fromkeys(joined, joined))
    blocks = sorted({tuple(sorted(unit)) for unit in block.values()})
    return [Unit(unit, _pin(unit, pins)) for unit in blocks], refused


def _obstacle(
    joined: frozenset[int],
    block: Mapping[int, frozenset[int]],
    apart: Sequence[int],
    pins: Mapping[int, int],
) -> Reason | None:
    """Why these people cannot be one unit. Whoever is fixed at their table is company as well."""
    tables = {pins[i] for i in joined if i in pins}
    fixed = bits(frozenset().union(*(block[i] for i in pins if pins[i] in tables)))
    travellers = [i for i in joined if i not in pins]
    if union(apart, list(joined)) & bits(joined) or union(apart, travellers) & fixed:
        return "apart_too"
    return "two_facilitators" if len(tables) > 1 else None


def _pin(unit: Sequence[int], pins: Mapping[int, int]) -> int | None:
    return next((pins[i] for i in unit if i in pins), None)


def bits(members: Sequence[int] | frozenset[int]) -> int:
    """The bit set of these indices."""
    mask = 0
    for i in members:
        mask |= 1 << i
    return mask


def can_separate(units: Sequence[Unit], apart: Sequence[int], tables: int) -> bool:
    """Whether a greedy sharing out to this many tables, the most constrained first, keeps all wishes.

    A no is not proof: the caller then opens one table more.
    """
    seated = [0] * tables
    for unit in sorted(units, key=lambda u: (u.table is None, -union(apart, u.people).bit_count(), u.people)):
        foes = union(apart, unit.people)
        table = unit.table
        if table is None:
            table = next((t for t in range(tables) if not foes & seated[t]), None)
        if table is None:
            return False
        seated[table] |= bits(unit.people)
    return True


def union(masks: Sequence[int], members: Sequence[int]) -> int:
    """Everybody in the bit sets of these members."""
    together = 0
    for i in members:
        together |= masks[i]
    return together

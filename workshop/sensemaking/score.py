"""How well groups agree with the themes that people gave, from no better than chance (0) to the same (1).

AMI: adjusted mutual information, mean of the entropies (Vinh, Epps and Bailey 2010). ARI: adjusted Rand index
(Hubert and Arabie 1985). V: harmonic mean of homogeneity and completeness (Rosenberg and Hirschberg 2007).
Pair F1: of the pairs of notes put together, how many belong together, and the other way round."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from math import lgamma, log
from typing import Any

import numpy as np


def scores(true: Sequence[Hashable], found: Sequence[Hashable]) -> dict[str, float]:
    table = _table(true, found)
    return {"ami": _ami(table), "ari": _ari(table), "pair_f1": _pair_f1(table), "v": _v(table)}


def _table(true: Sequence[Hashable], found: Sequence[Hashable]) -> Any:
    """How many notes are in each theme (row) and group (column)."""
    rows = {one: i for i, one in enumerate(dict.fromkeys(true))}
    columns = {one: i for i, one in enumerate(dict.fromkeys(found))}
    table = np.zeros((len(rows), len(columns)), np.int64)
    for one, other in zip(true, found, strict=True):
        table[rows[one], columns[other]] += 1
    return table


def _pairs(counts: Any) -> float:
    return float((counts * (counts - 1) / 2).sum())


def _pair_f1(table: Any) -> float:
    both = _pairs(table.sum(axis=1)) + _pairs(table.sum(axis=0))
    return 2 * _pairs(table) / both if both else 1.0


def _ari(table: Any) -> float:
    rows, columns, every = _pairs(table.sum(axis=1)), _pairs(table.sum(axis=0)), _pairs(table.sum())
    chance = rows * columns / every if every else 0.0
    room = (rows + columns) / 2 - chance
    return (_pairs(table) - chance) / room if room else 1.0


def _entropy(counts: Any) -> float:
    shares = counts[counts > 0] / counts.sum()
    return float(-(shares * np.log(shares)).sum())


def _mutual(table: Any) -> float:
    return _entropy(table.sum(axis=1)) + _entropy(table.sum(axis=0)) - _entropy(table.ravel())


def _v(table: Any) -> float:
    room = (_entropy(table.sum(axis=1)) + _entropy(table.sum(axis=0))) / 2
    return _mutual(table) / room if room > 1e-12 else 1.0


def _ami(table: Any) -> float:
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    chance = _by_chance([int(one) for one in rows], [int(one) for one in columns])
    room = (_entropy(rows) + _entropy(columns)) / 2 - chance
    return (_mutual(table) - chance) / room if abs(room) > 1e-12 else 1.0


def _by_chance(rows: Sequence[int], columns: Sequence[int]) -> float:
    """The mutual information to be expected of groups of these sizes, drawn at random."""
    count = sum(rows)
    expected = 0.0
    for a in rows:
        for b in columns:
            fixed = _ways(count, a, b)
            for both in range(max(1, a + b - count), min(a, b) + 1):
                gain = both / count * log(count * both / (a * b))
                expected += gain * np.exp(fixed - _within(count, a, b, both))
    return float(expected)


def _ways(count: int, a: int, b: int) -> float:
    return lgamma(a + 1) + lgamma(b + 1) + lgamma(count - a + 1) + lgamma(count - b + 1) - lgamma(count + 1)


def _within(count: int, a: int, b: int, both: int) -> float:
    return lgamma(both + 1) + lgamma(a - both + 1) + lgamma(b - both + 1) + lgamma(count - a - b + both + 1)

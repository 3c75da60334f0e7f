"""How like two texts are: by what their words mean where they stand, and by the words they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from math import log1p
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from workshop.sensemaking.vectors import MOST_PIECES, SIZE, Floats, Meaning, Vectors, digest
from workshop.sensemaking.wordpiece import pieces
from workshop.sensemaking.words import unit, word_rows, words

Indices: TypeAlias = NDArray[np.intp]

DIRECTIONS = 64  # that rows of pieces are brought down to; 384 are no better
RARE = 2.0  # power of a piece's rarity
YARDSTICK = 100  # notes whose likeness among each other says what is ordinary here
COMPARED = 150  # notes that each one is compared with piece by piece, if there are more


def spread(count: int, most: int) -> Indices:
    """Every so manyth of ``count``, at most ``most``."""
    return np.unique(np.linspace(0, max(count - 1, 0), min(count, most)).round().astype(np.intp))


class Likeness:
    """Among these texts. ``rows``: one a text, whose products tell roughly how like they are."""

    rows: Floats
    # The power by which a near neighbour counts for more than one less near.
    sharper = 3

    def of(self, one: int, others: Indices) -> Floats:
        """About 0 to 1; the same text is 1."""
        found: Floats = self.rows[others] @ self.rows[one]
        return found

    @cached_property
    def ordinary(self) -> tuple[float, float]:
        """Mean and standard deviation between two texts of this set."""
        few = spread(len(self.rows), YARDSTICK)
        if len(few) < 2:
            return 0.0, 1.0
        found = np.concatenate([self.of(one, few[few != one]) for one in few])
        return float(found.mean()), max(float(found.std()), 1e-3)

    def standing(self, one: int, others: Indices) -> Floats:
        """In standard deviations above the ordinary: comparable from set to set, measure to measure."""
        mean, deviation = self.ordinary
        found: Floats = np.round((self.of(one, others) - mean) / deviation, 4)
        return found

    def percent(self, likeness: float) -> int:
        """0: no more than any two texts here; 100: the same."""
        mean = min(self.ordinary[0], 0.99)
        return round(100 * min(max((likeness - mean) / (1 - mean), 0.0), 1.0))

    def nearest(self, among: Indices, most: int) -> list[tuple[Indices, Floats]]:
        """For each of ``among``: the nearest others of them, as places in ``among``, and how they stand."""
        return [self._nearest(place, among, most) for place in range(len(among))]

    def _nearest(self, place: int, among: Indices, most: int) -> tuple[Indices, Floats]:
        others = np.flatnonzero(np.arange(len(among)) != place)
        if len(others) > COMPARED:
            rough = np.round(self.rows[among[others]] @ self.rows[among[place]], 4)
            others = np.sort(others[np.argsort(-rough, kind="stable")[:COMPARED]])
        standing = self.standing(int(among[place]), among[others])
        best = np.argsort(-standing, kind="stable")[:most]
        return others[best], standing[best]


class ByWords(Likeness):
    """What there is without a model."""

    sharper = 1

    def __init__(self, texts: Sequence[str]) -> None:
        self.rows = word_rows(texts)


class ByMeaning(Likeness):
    """Each piece of a text looks for its like in the other text (late interaction; Khattab and Zaharia
    2020). Rare pieces weigh more. What all have in common is taken away first: they answer one question."""

    def __init__(self, texts: Sequence[str], vectors: Vectors) -> None:
        nothing: Meaning = np.zeros((1, SIZE), np.int8)
        held = [vectors.get(digest(text), nothing) if words(text) else nothing for text in texts]
        counts = [len(rows) for rows in held]
        self._begin = np.concatenate([[0], np.cumsum(counts)]).astype(np.intp)
        self._weights = _rarity(texts, counts)
        mean, directions = _frame(held)
        self._pieces = np.zeros((sum(counts), DIRECTIONS), np.float32)
        self.rows = np.zeros((len(texts), DIRECTIONS), np.float32)
        for one, rows in enumerate(held):
            mine = slice(self._begin[one], self._begin[one + 1])
            self._pieces[mine] = unit(_placed(rows, mean) @ directions)
            self.rows[one] = self._weights[mine] @ self._pieces[mine]
        self.rows = unit(self.rows)

    def of(self, one: int, others: Indices) -> Floats:
        mine = slice(self._begin[one], self._begin[one + 1])
        counts = self._begin[others + 1] - self._begin[others]
        begins = np.cumsum(counts) - counts
        theirs = np.arange(counts.sum()) + np.repeat(self._begin[others] - begins, counts)
        alike = self._pieces[mine] @ self._pieces[theirs].T
        there = self._weights[mine] @ np.maximum.reduceat(alike, begins, axis=1)
        back = np.add.reduceat(alike.max(axis=0) * self._weights[theirs], begins)
        return np.asarray((there + back) / 2, np.float32)


def _rarity(texts: Sequence[str], counts: Sequence[int]) -> Floats:
    """The weight of each piece, adding up to 1 in each text; all the same where a text has a single row."""
    numbers = [pieces(text, MOST_PIECES)[1:-1] for text in texts]
    known = Counter(piece for found in numbers for piece in set(found))
    weights: list[Floats] = []
    for found, count in zip(numbers, counts, strict=True):
        fits = len(found) == count
        rare = [log1p(len(texts) / known[piece]) ** RARE for piece in found] if fits else [1.0] * count
        weights.append((np.array(rare) / sum(rare)).astype(np.float32))
    return np.concatenate(weights) if weights else np.zeros(0, np.float32)


def _frame(held: Sequence[Meaning]) -> tuple[Floats, Floats]:
    """The mean of all pieces, and the directions in which they differ most."""
    mean = np.zeros(SIZE, np.float32)
    for rows in held:
        mean += unit(rows.astype(np.float32)).sum(axis=0)
    mean /= max(sum(len(rows) for rows in held), 1)
    spreading = np.zeros((SIZE, SIZE), np.float32)
    for at in range(0, len(held), YARDSTICK):
        some = np.concatenate([_placed(rows, mean) for rows in held[at : at + YARDSTICK]])
        spreading += some.T @ some
    directions: Floats = np.linalg.eigh(spreading)[1][:, -DIRECTIONS:]
    return mean, directions


def _placed(rows: Meaning, mean: Floats) -> Floats:
    """Zeros stay."""
    return unit((unit(rows.astype(np.float32)) - mean) * rows.any(axis=1, keepdims=True))


def likeness(texts: Sequence[str], vectors: Vectors | None) -> Likeness:
    return ByWords(texts) if vectors is None else ByMeaning(texts, vectors)

"""Which of the themes that people made a note may belong to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workshop.sensemaking.grouping import MOST_TOGETHER, graph
from workshop.sensemaking.likeness import ByWords, Indices, Likeness, likeness, spread
from workshop.sensemaking.vectors import Floats, Vectors

WORDS = 0.5  # what shared words count beside meaning
NAME, NAME_IS_WORTH = 0.2, 2  # its part of the whole, and as how many examples it counts besides
BEST = 0.3  # what the most like example counts beside their mean
MOST_EXAMPLES = 40  # of a theme that are looked at
NONE = 0.5  # a note that stands no more than this above the ordinary belongs to no theme
SURE = 2.0  # the larger, the clearer the first is set off
PASSED_ON, TIMES = 0.6, 3  # how much a note takes from those near it, and how often


def belonging(
    texts: Sequence[str], names: Sequence[str], held: Sequence[Sequence[int]], vectors: Vectors | None
) -> Floats:
    """The part of each text (row) that belongs to each theme (column), and to none (the last).
    ``held``: which texts stand in each theme."""
    everything = [*texts, *names]
    measures = [(likeness(everything, vectors), 1.0)]
    if vectors is not None:
        measures.append((ByWords(everything), WORDS))
    columns = [
        _theme(measures, len(texts), len(texts) + i, np.array(list(notes), np.intp))
        for i, notes in enumerate(held)
    ]
    standing = np.array([*columns, np.full(len(texts), NONE)], np.float32).T
    shares = np.exp(SURE * (standing - standing.max(axis=1, keepdims=True)))
    shares /= shares.sum(axis=1, keepdims=True)
    for column, notes in enumerate(held):
        shares[list(notes)] = np.eye(shares.shape[1], dtype=np.float32)[column]
    return _passed_on(shares, measures[0][0]) if len(texts) <= MOST_TOGETHER else shares


def _theme(measures: Sequence[tuple[Likeness, float]], count: int, name: int, notes: Indices) -> Floats:
    """How the first ``count`` texts stand to a theme: to its name, its notes and the best of them."""
    examples = notes[spread(len(notes), MOST_EXAMPLES)] if len(notes) else notes
    everyone = np.arange(count)
    to_name, *to_notes = (_standing(measures, int(one), everyone) for one in (name, *examples))
    mean = np.sum([NAME_IS_WORTH * to_name, *to_notes], axis=0) / (len(to_notes) + NAME_IS_WORTH)
    best = np.max([to_name, *to_notes], axis=0)
    found: Floats = NAME * to_name + (1 - NAME) * ((1 - BEST) * mean + BEST * best)
    return found


def _standing(measures: Sequence[tuple[Likeness, float]], one: int, everyone: Indices) -> Floats:
    found: Floats = np.sum([weight * measure.standing(one, everyone) for measure, weight in measures], axis=0)
    return found


def _passed_on(shares: Floats, alike: Likeness) -> Floats:
    """Notes near each other tend to belong together, so each takes on something of those near it (label
    propagation; Zhou et al. 2004)."""
    near = graph(alike, np.arange(len(shares)))
    found = shares
    for _ in range(TIMES):
        mean: Floats = np.array(
            [
                np.array(list(nearest.values()), np.float32) @ found[list(nearest)] / sum(nearest.values())
                if nearest
                else found[node]
                for node, nearest in enumerate(near)
            ],
            np.float32,
        )
        found = np.float32(1 - PASSED_ON) * shares + np.float32(PASSED_ON) * mean
    return found

"""From likeness to groups: a graph of each note's nearest, cut where it is thin."""

from __future__ import annotations

from collections import Counter

import numpy as np

from workshop.sensemaking.likeness import Indices, Likeness, spread
from workshop.sensemaking.louvain import Graph, communities
from workshop.sensemaking.vectors import Floats
from workshop.sensemaking.words import unit

RESOLUTIONS = {1: 0.6, 2: 0.8, 3: 1.0, 4: 1.4, 5: 2.0}
NEAR_PER_ROOT, FEWEST_NEAR, MOST_NEAR = 1.25, 3, 40
MOST_TOGETHER = 3_000  # notes that are compared with each other; further ones go to the nearest group
AT_ONCE = 1_000


def grouped(alike: Likeness, level: int) -> list[int]:
    """The number of each text's group, -1 for what is like nothing else."""
    count = len(alike.rows)
    among = spread(count, MOST_TOGETHER) if count else np.arange(0)
    groups = communities(graph(alike, among), RESOLUTIONS[level])
    sizes = Counter(groups)
    groups = [group if sizes[group] > 1 else -1 for group in groups]
    return groups if len(among) == count else _all(alike.rows, among, groups)


def graph(alike: Likeness, among: Indices) -> Graph:
    """Each and its nearest, 1.25 √n of them, where they are more like than is ordinary."""
    near = min(max(round(NEAR_PER_ROOT * len(among) ** 0.5), FEWEST_NEAR), MOST_NEAR)
    found: list[dict[int, float]] = [{} for _ in among]
    for node, (others, standing) in enumerate(alike.nearest(among, near)):
        for other, stands in zip(others.tolist(), standing.tolist(), strict=True):
            if stands > 0:
                found[node][other] = found[other][node] = stands**alike.sharper
    return found


def _all(rows: Floats, among: Indices, groups: list[int]) -> list[int]:
    """Those that were not compared go where the middle of a group is nearest."""
    known = np.array(groups)
    numbers = sorted(set(groups) - {-1})
    if not numbers:
        return [-1] * len(rows)
    middles = unit(np.array([rows[among[known == number]].sum(axis=0) for number in numbers]))
    parts = [rows[at : at + AT_ONCE] @ middles.T for at in range(0, len(rows), AT_ONCE)]
    nearest = np.array(numbers)[np.concatenate([part.argmax(axis=1) for part in parts])]
    nearest[among] = known
    found: list[int] = nearest.tolist()
    return found

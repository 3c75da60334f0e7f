"""Groups in a graph: parts with more weight inside than by chance (Louvain; Blondel et al. 2008)."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from random import Random

# Node -> neighbour -> weight, both ways, no loops.
Graph = Sequence[dict[int, float]]

STARTS, STARTS_OF_MANY, MANY = 4, 3, 800
LEAST_GAIN = 1e-9


def communities(graph: Graph, resolution: float) -> list[int]:
    """The number of each node's group: the best of several starts. A larger resolution gives more groups."""
    starts = STARTS if len(graph) <= MANY else STARTS_OF_MANY
    found = [_louvain(graph, resolution, Random(seed)) for seed in range(starts)]  # noqa: S311 - not a secret
    return max(found, key=lambda one: modularity(graph, one, resolution))


def modularity(graph: Graph, groups: Sequence[int], resolution: float) -> float:
    """Newman's Q with a resolution (Reichardt and Bornholdt 2006)."""
    total = sum(sum(near.values()) for near in graph) or 1.0
    inside, degree = 0.0, dict.fromkeys(groups, 0.0)
    for node, near in enumerate(graph):
        degree[groups[node]] += sum(near.values())
        inside += sum(weight for other, weight in near.items() if groups[other] == groups[node])
    return inside / total - resolution * sum((one / total) ** 2 for one in degree.values())


def _louvain(graph: Graph, resolution: float, chance: Random) -> list[int]:
    groups = list(range(len(graph)))
    loops = [0.0] * len(graph)
    while True:
        moved = _moved(graph, loops, resolution, chance)
        numbers = {group: number for number, group in enumerate(dict.fromkeys(moved))}
        groups = [numbers[moved[group]] for group in groups]
        if len(numbers) == len(graph):
            return groups
        graph, loops = _folded(graph, loops, [numbers[group] for group in moved])


def _moved(graph: Graph, loops: Sequence[float], resolution: float, chance: Random) -> list[int]:
    """Each node goes to the neighbouring group where it adds most, until none wants to move. Asked again are
    only those near one that has moved (Traag et al. 2019)."""
    edges = [list(near.items()) for near in graph]
    degree = [sum(near.values()) + loop for near, loop in zip(graph, loops, strict=True)]
    per_weight = resolution / (sum(degree) or 1.0)
    groups, weight = list(range(len(graph))), list(degree)
    order = list(range(len(graph)))
    chance.shuffle(order)
    asked, waiting = deque(order), [True] * len(graph)
    while asked:
        node = asked.popleft()
        waiting[node] = False
        home, share = groups[node], per_weight * degree[node]
        weight[home] -= degree[node]
        links = {home: 0.0}
        for other, strength in edges[node]:
            group = groups[other]
            links[group] = links.get(group, 0.0) + strength
        best, most = home, links[home] - share * weight[home] + LEAST_GAIN
        for group, strength in links.items():
            if strength - share * weight[group] > most:
                best, most = group, strength - share * weight[group]
        weight[best] += degree[node]
        groups[node] = best
        if best != home:
            for other, _ in edges[node]:
                if groups[other] != best and not waiting[other]:
                    waiting[other] = True
                    asked.append(other)
    return groups


def _folded(graph: Graph, loops: Sequence[float], groups: list[int]) -> tuple[Graph, list[float]]:
    """A graph of the groups, with what lies within each as its loop."""
    size = max(groups) + 1
    folded: list[dict[int, float]] = [{} for _ in range(size)]
    within = [0.0] * size
    for node, near in enumerate(graph):
        mine = groups[node]
        within[mine] += loops[node]
        for other, weight in near.items():
            if groups[other] == mine:
                within[mine] += weight
            else:
                folded[mine][groups[other]] = folded[mine].get(groups[other], 0.0) + weight
    return folded, within

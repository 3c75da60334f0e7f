"""Places by evidence. What is level shares a place: no order of a list decides anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Thing = TypeVar("Thing")
Key = tuple[Any, ...]


def places(things: Sequence[Thing], weight: Callable[[Thing], Key]) -> list[tuple[int, int]]:
    """For each thing its place (1, 1, 3: as in a race) and how many share that place. More weighs first."""
    weights = [weight(thing) for thing in things]
    times = Counter(weights)
    ahead, place = 0, {}
    for each in sorted(times, reverse=True):
        place[each] = ahead + 1
        ahead += times[each]
    return [(place[each], times[each]) for each in weights]

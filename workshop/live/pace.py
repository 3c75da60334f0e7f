"""How fast one person may go: a token bucket for each (RFC 2697 has the idea)."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from time import monotonic

# How many people are remembered before those whose bucket is full again are forgotten.
MANY = 10_000


class Pace:
    """``per_second`` on average, and ``at_once`` when nothing was done for a while.

    Our own, since a window kept by the library that pages use costs more than a note.
    """

    def __init__(self, per_second: float, at_once: float, clock: Callable[[], float] = monotonic) -> None:
        self._per_second = per_second
        self._at_once = at_once
        self._clock = clock
        # What is left in each bucket, and since when.
        self._left: dict[Hashable, tuple[float, float]] = {}

    def take(self, who: Hashable) -> bool:
        """Whether this may be done now."""
        now = self._clock()
        left, since = self._left.get(who, (self._at_once, now))
        left = min(self._at_once, left + (now - since) * self._per_second)
        may = left >= 1
        self._left[who] = (left - 1 if may else left, now)
        if len(self._left) > MANY:
            self._forget(now)
        return may

    def _forget(self, now: float) -> None:
        full = self._at_once / self._per_second
        self._left = {who: one for who, one in self._left.items() if now - one[1] < full}

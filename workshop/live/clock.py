"""The server's clock: the system's time, but never backwards, for no café may live an hour twice."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

# Between two looks the two clocks of a machine may differ by so much, in milliseconds.
TOLERANCE = 500
# How far the ledger may be ahead of the system: beyond that the system was set right, not wrong.
MOST_AHEAD = 24 * 3_600_000


def _wall() -> int:
    return time.time_ns() // 1_000_000


def _steady() -> int:
    return time.monotonic_ns() // 1_000_000


class Clock:
    """Milliseconds since 1970. When the system's clock is set back, this one goes on from where it was.

    Set forward, it follows: a machine that wakes from its sleep looks just the same.
    """

    def __init__(self, wall: Callable[[], int] = _wall, steady: Callable[[], int] = _steady) -> None:
        self._wall, self._steady = wall, steady
        self._lock = threading.Lock()
        self._ahead = 0
        self._last, self._looked_at = wall(), steady()

    def __call__(self) -> int:
        with self._lock:
            steady = self._steady()
            expected = self._last + steady - self._looked_at
            now = self._wall() + self._ahead
            if now < expected - TOLERANCE:
                self._ahead += expected - now
                now = expected
            self._last, self._looked_at = max(now, self._last), steady
            return self._last

    def go_on_from(self, at: int) -> None:
        """What was written down last, at ``at``: the system's clock may have been set back since."""
        behind = at - self()
        with self._lock:
            if 0 < behind <= MOST_AHEAD:
                self._ahead += behind
                self._last += behind


now = Clock()

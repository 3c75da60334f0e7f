"""Clock values. All times are whole milliseconds since 1970 (UTC), by the server's clock."""

from __future__ import annotations

from dataclasses import dataclass

SECOND = 1_000
MINUTE = 60 * SECOND


@dataclass(frozen=True, slots=True)
class Moment:
    """What a rule may know of the world outside the state: the time, and who is connected now."""

    at: int
    present: frozenset[str] = frozenset()

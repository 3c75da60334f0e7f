"""Clock values. All times are whole milliseconds since 1970 (UTC), by the server's clock."""

from __future__ import annotations

from dataclasses import dataclass

SECOND = 1_000
MINUTE = 60 * SECOND
DAY = 24 * 60 * MINUTE


@dataclass(frozen=True, slots=True)
class Moment:
    """What a rule may know of the world outside the state: the time, who is connected, and a fair chance.

    ``chance``: 64 random bits of the server, which nobody can foresee or ask for again.
    """

    at: int
    present: frozenset[str] = frozenset()
    chance: int = 0

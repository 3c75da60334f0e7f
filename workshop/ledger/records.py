"""What the ledger takes and gives: entries, and workshops as lists show them."""

from __future__ import annotations

from dataclasses import dataclass, field

from workshop.core.state import Status, Workshop


class Stale(Exception):
    """Another process has appended to this workshop: fold again and decide again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with its number. ``streams``: the number it got on each stream that heard of it."""

    n: int
    at: int
    by: str | None
    command: str
    type: str
    body: str
    streams: dict[str, int]


@dataclass(frozen=True, slots=True)
class Listing:
    """A workshop as lists show it. Times in milliseconds."""

    id: str
    code: str
    title: str
    status: Status
    practice: bool
    created_at: int
    updated_at: int

    @classmethod
    def of(cls, state: Workshop, at: int) -> Listing:
        """It follows from the entries; ``at``: when the last of them was written."""
        return cls(
            id=state.id,
            code=state.code,
            title=state.title,
            status=state.status,
            practice=state.practice,
            created_at=state.opened_at,
            updated_at=at,
        )


@dataclass(slots=True)
class Record:
    """What one workshop appends in one commit. ``listing``: how lists show it from now on, if anew."""

    workshop_id: str
    entries: list[Entry] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    listing: Listing | None = None

"""What is answered, as far as the harvest has no shape for it. Times in milliseconds since 1970 (UTC)."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.core.state import Status
from workshop.harvest.model import Issued, NoteLine, Part, ThemeLine, VoteLine

Next = Annotated[str | None, Meta(description="Give it as `cursor` to get what follows; null at the end.")]


class Workshop(Part, frozen=True, kw_only=True):
    """A café as the list shows it. ``practice``: its people are simulated."""

    code: str
    title: str
    status: Status
    practice: bool
    created_at: int
    updated_at: int


class Workshops(Part, frozen=True, kw_only=True):
    """Some cafés, the newest first."""

    items: tuple[Workshop, ...]
    next: Next


class Notes(Part, frozen=True, kw_only=True):
    """Some notes, round by round."""

    items: tuple[NoteLine, ...]
    next: Next


class Themes(Part, frozen=True, kw_only=True):
    """Some themes, those heard at most tables first."""

    items: tuple[ThemeLine, ...]
    next: Next


class Votes(Part, frozen=True, kw_only=True):
    """Some ballots, in the order of the day. While one is open it shows no dots."""

    items: tuple[VoteLine, ...]
    next: Next


class Versions(Part, frozen=True, kw_only=True):
    """Some versions of the blueprint, the newest first."""

    items: tuple[Issued, ...]
    next: Next


class Theme(Part, frozen=True, kw_only=True):
    """One theme with its notes, word for word."""

    theme: ThemeLine
    notes: tuple[NoteLine, ...]


class Problem(Part, frozen=True, kw_only=True):
    """Why something cannot be answered (RFC 9457). ``code`` is for programs, ``detail`` for people."""

    type: Literal["about:blank"]
    title: str
    status: int
    detail: str
    code: str

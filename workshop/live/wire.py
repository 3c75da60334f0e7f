"""What travels between server and browser beside commands and documents: see ``docs/protocol.md``."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import field

from workshop.core.people import Role

PROTOCOL = 1


class Wire(msgspec.Struct, frozen=True, kw_only=True):
    """Something on the wire."""


class Done(Wire, frozen=True, kw_only=True):
    """An acknowledgement: ``n`` is the ledger entry; committed and synced. 0 where nothing had to change."""

    ok: bool = True
    n: int


class Refusal(Wire, frozen=True, kw_only=True):
    """``code`` for programs, ``message`` for people. ``again``: the same command may succeed later."""

    ok: bool = False
    code: str
    message: str
    again: bool = False


class StreamEvent(Wire, frozen=True, kw_only=True):
    """One fact on one stream. ``put``: documents as they are now, by key. ``drop``: keys that are gone.

    ``clear``: forget all documents of the stream first; ``put`` then holds all of them.
    """

    n: int
    type: str
    at: int
    put: dict[str, Any] = {}
    drop: list[str] = []
    clear: bool = False


class Frame(Wire, frozen=True, kw_only=True):
    """Events ``from_ + 1`` to ``to`` of one stream. ``from_`` travels as ``from``."""

    stream: str
    from_: int = field(name="from")
    to: int
    events: list[StreamEvent]


class Snapshot(Wire, frozen=True, kw_only=True):
    """All documents of one stream after its event ``n``, and its weather: who is here, who is writing."""

    stream: str
    n: int
    state: dict[str, Any]
    here: list[str] = []


class Unfollow(Wire, frozen=True, kw_only=True):
    stream: str


class Welcome(Wire, frozen=True, kw_only=True):
    """The first thing a browser hears. ``now``: the server's clock, in milliseconds."""

    protocol: int
    workshop: str
    person: str
    role: Role
    now: int
    streams: list[Snapshot]


class Weather(Wire, frozen=True, kw_only=True):
    """Never recorded, dropped first. ``here``: who is connected. ``writing``: who is writing just now."""

    stream: str
    here: dict[str, bool] = {}
    writing: dict[str, bool] = {}


class Synced(Wire, frozen=True, kw_only=True):
    """The answer to ``sync``: for each stream what was missing, or a snapshot. ``now`` as in Welcome."""

    ok: bool = True
    now: int
    frames: list[Frame]
    snapshots: list[Snapshot]
    unfollowed: list[str]

"""The other processes of this server: what they record is told here too, and who is connected there is here.

The ledger says what has happened, and the relay only when to look. Without the relay, or while Redis is
away, each process looks every second: slower, and never wrong.
"""

from __future__ import annotations

import logging
from typing import Any, Protocol

import msgspec

from workshop.conductor import Conductor
from workshop.errors import Refused
from workshop.live.presence import Presence
from workshop.live.teller import LiveTeller
from workshop.live.weather import WRITING, Sky
from workshop.orders import Order

log = logging.getLogger(__name__)

# In seconds.
LOOK_EVERY = 1.0


class Elsewhere(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a process says of its people in one workshop. ``writing``: by stream."""

    here: dict[str, bool] = {}
    writing: dict[str, dict[str, bool]] = {}


class Relay(Protocol):
    """What is needed of :class:`workshop.relay.Relay`."""

    @property
    def up(self) -> bool: ...
    def notice(self, workshop_id: str, n: int) -> None: ...
    def weather(self, workshop_id: str, weather: bytes) -> None: ...


class Kin:
    """Listens to the relay, and speaks through it. Without one (yet), it speaks to nobody."""

    def __init__(self, presence: Presence, sky: Sky, teller: LiveTeller) -> None:
        self._presence = presence
        self._sky = sky
        self._teller = teller
        self._conductor: Conductor
        self._relay: Relay | None = None

    def open(self, conductor: Conductor, relay: Relay | None) -> None:
        self._conductor, self._relay = conductor, relay
        self._teller.spread = self.record

    def watch(self, sleep: Any) -> None:
        """Look what others have recorded, as long as nobody says it. Runs for ever."""
        while True:
            sleep(LOOK_EVERY)
            if self._relay is None or not self._relay.up:
                self._look()

    def _look(self) -> None:
        try:
            self._conductor.catch_up()
        except Refused as refused:
            log.info("other processes' entries could not be looked up: %s", refused.code)

    # What is said to the others.

    def record(self, workshop: str, n: int) -> None:
        if self._relay is not None:
            self._relay.notice(workshop, n)

    def here(self, workshop: str, *people: str, on: bool = True) -> None:
        self._say(workshop, Elsewhere(here=dict.fromkeys(people, on)))

    def writing(self, workshop: str, stream: str, person: str, on: bool) -> None:
        self._say(workshop, Elsewhere(writing={stream: {person: on}}))

    def _say(self, workshop: str, news: Elsewhere) -> None:
        if self._relay is not None:
            self._relay.weather(workshop, msgspec.msgpack.encode(news))

    # What the others say: see ``workshop.relay.Listener``.

    def noticed(self, workshop_id: str, n: int) -> None:
        self._conductor.noticed(workshop_id, n)

    def weathered(self, process: str, workshop_id: str, weather: bytes) -> None:
        news = msgspec.msgpack.decode(weather, type=Elsewhere)
        for person, on in news.here.items():
            if not on:
                self._presence.depart_elsewhere(process, workshop_id, person)
            elif self._presence.arrive_elsewhere(process, workshop_id, person):
                self._has_come(workshop_id, person)
        for stream, people in news.writing.items():
            for person, on in people.items():
                self._sky.change(workshop_id, stream, WRITING, person, on)

    def _has_come(self, workshop_id: str, person: str) -> None:
        if self._conductor.holds(workshop_id):
            tell = Order(ask=lambda hall: self._teller.presence_changed(hall, person, here=True))
            self._conductor.hand_in(workshop_id, tell)

    def connected(self) -> None:
        self._look()
        self._introduce()

    def met(self, _process: str) -> None:
        self._introduce()

    def lost(self, process: str) -> None:
        self._presence.lose(process)

    def _introduce(self) -> None:
        for workshop, people in self._presence.by_workshop().items():
            self.here(workshop, *people)

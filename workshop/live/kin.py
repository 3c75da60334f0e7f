"""The other processes of this server: what they record is told here too, and who is connected there is here.

The ledger says what has happened, and the relay only when to look. Without the relay, or while Redis is
away, each process looks every second: slower, and never wrong. What the relay loses is found a little later.
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from typing import Protocol

import msgspec

from workshop.conductor import Conductor
from workshop.errors import Refused
from workshop.live.presence import Presence
from workshop.live.teller import LiveTeller
from workshop.live.weather import WRITING, Sky
from workshop.orders import Order

log = logging.getLogger(__name__)

# In seconds: how often each process looks by itself when it hears nothing, and when it hears; and how often
# it says anew who is connected to it.
LOOK_EVERY, LOOK_ANYWAY, INTRODUCE_EVERY = 1, 5, 15
# Weather of no workshop: an introduction.
ALL = ""


class Elsewhere(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a process says of its people in one workshop. ``writing``: by stream."""

    here: dict[str, bool] = {}
    writing: dict[str, dict[str, bool]] = {}


# All people who are connected to a process, by workshop: whoever is not in it is not connected to it.
Introduction = dict[str, list[str]]


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

    def watch(self, rest: Callable[[float], bool]) -> None:
        """Look what others have recorded, mostly when nobody says it; a task for the background."""
        for second in itertools.count(1):
            if not rest(LOOK_EVERY):
                return
            if self._relay is None or not self._relay.up or second % LOOK_ANYWAY == 0:
                self._look()
            if second % INTRODUCE_EVERY == 0:
                self._introduce()

    def _look(self) -> None:
        try:
            self._conductor.catch_up()
        except Refused as refused:
            log.info("other processes' entries could not be looked up: %s", refused.code)
        except Exception:
            log.exception("other processes' entries could not be looked up")

    # What is said to the others.

    def record(self, workshop: str, n: int) -> None:
        if self._relay is not None:
            self._relay.notice(workshop, n)

    def here(self, workshop: str, person: str, on: bool = True) -> None:
        self._say(workshop, Elsewhere(here={person: on}))

    def writing(self, workshop: str, stream: str, person: str, on: bool) -> None:
        self._say(workshop, Elsewhere(writing={stream: {person: on}}))

    def _introduce(self) -> None:
        self._say(ALL, {workshop: list(people) for workshop, people in self._presence.by_workshop().items()})

    def _say(self, workshop: str, news: Elsewhere | Introduction) -> None:
        if self._relay is not None:
            self._relay.weather(workshop, msgspec.msgpack.encode(news))

    # What the others say: see ``workshop.relay.Listener``.

    def noticed(self, workshop_id: str, n: int) -> None:
        self._conductor.noticed(workshop_id, n)

    def weathered(self, process: str, workshop_id: str, weather: bytes) -> None:
        if workshop_id == ALL:
            self._introduced(process, msgspec.msgpack.decode(weather, type=Introduction))
            return
        news = msgspec.msgpack.decode(weather, type=Elsewhere)
        for person, on in news.here.items():
            if on:
                self._is_there(process, workshop_id, person)
            else:
                self._presence.depart_elsewhere(process, workshop_id, person)
        for stream, people in news.writing.items():
            for person, on in people.items():
                self._sky.change(workshop_id, stream, WRITING, person, on)

    def _introduced(self, process: str, people: Introduction) -> None:
        for workshop_id, person in self._presence.connected_to(process):
            if person not in people.get(workshop_id, ()):
                self._presence.depart_elsewhere(process, workshop_id, person)
        for workshop_id, those in people.items():
            for person in those:
                self._is_there(process, workshop_id, person)

    def _is_there(self, process: str, workshop_id: str, person: str) -> None:
        news = self._presence.arrive_elsewhere(process, workshop_id, person)
        if news and self._conductor.holds(workshop_id):
            tell = Order(ask=lambda hall: self._teller.presence_changed(hall, person, here=True))
            self._conductor.hand_in(workshop_id, tell)

    def connected(self) -> None:
        self._look()
        self._introduce()

    def met(self, _process: str) -> None:
        self._introduce()

    def lost(self, process: str) -> None:
        self._presence.lose(process)

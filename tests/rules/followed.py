"""A café whose every stream is followed live, on what events carry and nothing else."""

from __future__ import annotations

from typing import Any

import msgspec

from tests.rules.cast import Cafe
from tests.rules.chance import chance_of
from tests.rules.heard import Copy, arrive, may_be_heard
from tests.rules.secrets_kept import anonymous, as_if_by
from workshop.activities import rooms
from workshop.activities.people.messages import PersonJoined
from workshop.activities.plan import AnyStep
from workshop.core import streams, views
from workshop.core.messages import Command, Event
from workshop.core.people import Person
from workshop.errors import Refused


class Followed(Cafe):
    """A café whose every stream is followed live.

    ``copies``: what events made of each stream; ``shown``: of those that somebody may hear now.
    ``idle``: events that told a stream nothing new.
    """

    def __init__(self, *steps: AnyStep, **settings: Any) -> None:
        self.copies: dict[str, Copy] = {}
        self.shown: dict[str, Copy] = {}
        self.follows: dict[str, tuple[str, ...]] = {}
        self.audience = 0
        self.idle: set[tuple[str, str]] = set()
        self.events: set[type[Event]] = set()
        self.accepted: set[type[Command]] = set()
        super().__init__(*steps, **settings)

    def _give(self, by: Person | None, command: Command) -> list[Event]:
        told = super()._give(by, command)
        self.compare((by and by.id, command, told))
        return told

    def heard(self, event: Event) -> None:
        self.events.add(type(event))
        told = rooms.touched(self.state, event)
        for stream, keys in told.items():
            if stream in self.copies:
                before = dict(self.copies[stream])
                for key in keys:
                    self._tell(stream, key, event)
                if before == self.copies[stream] and views.EVERYTHING not in keys:
                    self.idle.add((type(event).__name__, stream.split("/")[0]))
        self._as_told_of_another(event, told)

    def _as_told_of_another(self, event: Event, told: dict[str, dict[str, None]]) -> None:
        """Which streams an event touches says nothing of who wrote what is anonymous."""
        for thing, another in anonymous(self.state, chance_of(self.state.n)):
            with as_if_by(self.state, thing, another):
                other = rooms.touched(self.state, event)
            hidden = {streams.person(thing.by), streams.person(another)}
            for stream in (told.keys() | other.keys()) - hidden:
                assert told.get(stream) == other.get(stream), f"{event} on {stream} tells who wrote {thing}"

    def _tell(self, stream: str, key: str, event: Event) -> None:
        copy = self.copies[stream]
        if key == views.EVERYTHING:
            self.copies[stream] = arrive(self.state, stream)
            return
        doc = views.document(rooms.VIEWS, self.state, stream, key)
        if doc is not None:
            copy[key] = msgspec.json.encode(doc, order="deterministic")
        else:
            assert key in copy, f"{event} tells {stream} that {key} is gone, which it never showed"
            del copy[key]

    def compare(self, last: object) -> None:
        heard = may_be_heard(self.state)
        for person in self.state.people.values():
            if person.gone:
                # Nobody will ever hear this stream again, whatever is said on it.
                self.copies.pop(streams.person(person.id), None)
        for stream in sorted(heard & self.copies.keys()):
            live, late = self.copies[stream], arrive(self.state, stream)
            for key in sorted(live.keys() | late.keys()):
                assert live.get(key) == late.get(key), f"{stream} {key} after {last}"
        follows = {p.id: streams.followed(self.state, p) for p in self.state.people.values()}
        assert follows == self.follows or self.state.audience > self.audience, (
            f"nobody was moved after {last}"
        )
        self.follows, self.audience = follows, self.state.audience
        self.copies |= {stream: arrive(self.state, stream) for stream in heard - self.copies.keys()}
        self.shown = {stream: self.copies[stream] for stream in heard}

    def try_to(self, who: str | None, command: type[Command], fields: dict[str, Any]) -> bool:
        """Whether anything came of it."""
        try:
            told = self.do(who, command, **fields)
        except (Refused, msgspec.ValidationError):
            return False
        self.accepted.add(command)
        self.present.update(event.person for event in told if isinstance(event, PersonJoined))
        return bool(told)

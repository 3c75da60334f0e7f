"""A café in memory: the cast, a clock that moves when told, and commands that are decided and folded.

Hal hosts, Fay facilitates, Ann and Bob take part, Cleo comes late, Sol is a screen, Mallory was not invited.
Others are participants. A person's id is the name in small letters.
"""

from __future__ import annotations

from collections.abc import Container
from itertools import count
from typing import Any, Self

import msgspec
import pytest

from workshop.activities import rooms
from workshop.activities.arrival.messages import Arrival
from workshop.activities.due import due
from workshop.activities.notes.messages import AddNote, NoteAdded
from workshop.activities.people.messages import Away, Join, MovePerson, Return
from workshop.activities.plan import AnyStep, Plan
from workshop.activities.steps.messages import CloseWorkshop, Next, OpenWorkshop, Reopen
from workshop.activities.story_round.messages import StoryRound
from workshop.core import views
from workshop.core.clock import SECOND, Moment
from workshop.core.messages import Command, Event, Private
from workshop.core.people import Person, Role
from workshop.core.state import Workshop
from workshop.errors import Refused

NOON = 1_700_000_000_000
ROLES: dict[str, Role] = {
    "Hal": "host",
    "Hana": "host",
    "Fay": "facilitator",
    "Flo": "facilitator",
    "Fred": "facilitator",
    "Lead": "facilitator",
    "Sol": "screen",
}


def role_of(name: str) -> Role:
    """What somebody of this name is; Lead1 and Lead2 are what Lead is."""
    return ROLES.get(name.rstrip("0123456789"), "participant")


def arrival() -> Arrival:
    return Arrival(title="Arriving", minutes=10)


def story(title: str = "Our stories", **settings: Any) -> StoryRound:
    kinds = settings.pop("note_kinds", ["helped", "hindered"])
    return StoryRound(title=title, minutes=30, prompt="What helped?", note_kinds=kinds, **settings)


class Cafe:
    """One workshop. ``do`` is the way in: it gives a command in somebody's name and returns its events."""

    def __init__(self, *steps: AnyStep, **settings: Any) -> None:
        self.state = Workshop(id="w1")
        self.at = NOON
        self.present: set[str] = set()
        self.chance = 0
        self.ledger: list[tuple[Event, int, str | None]] = []
        self._numbers = count(1)
        plan = Plan(name="A café", purpose="To try", minutes=60, steps=list(steps), **settings)
        self.do(None, OpenWorkshop, code="ABCD", plan=plan)

    @classmethod
    def at_two_tables(cls, *steps: AnyStep, silent: Container[str] = (), **settings: Any) -> Self:
        """A café in its first step, a round: Fay, Ann, Bob and Eve at table 1, Flo, Cleo, Dan, Gil at 2."""
        cafe = cls(*steps, **settings)
        cafe.join("Hal", "Fay", "Flo", "Ann", "Bob", "Cleo", "Dan", "Eve", "Gil", "Sol", silent=silent)
        cafe.next()
        cafe.seat(1, "Ann", "Bob", "Eve")
        cafe.seat(2, "Cleo", "Dan", "Gil")
        return cafe

    def new_id(self) -> str:
        return f"00000000-0000-7000-8000-{next(self._numbers):012d}"

    def join(self, *names: str, silent: Container[str] = ()) -> list[Event]:
        """They join, with their browsers connected; all but the ``silent`` say that they may be quoted."""
        self.present.update(name.lower() for name in names)
        joins = (
            Join(id=name.lower(), name=name, role=role_of(name), quoting=name not in silent) for name in names
        )
        return [event for join in joins for event in self._give(None, join)]

    def do(self, who: str | None, command: type[Command], **fields: Any) -> list[Event]:
        made = command(id=self.new_id(), **fields)
        if isinstance(made, Away):
            self.present.discard(made.person)
        if isinstance(made, Return):
            self.present.add(made.person)
        if who is not None:
            made = rooms.read_command(msgspec.json.encode(made))
        return self._give(self._person(who), made)

    def _person(self, name: str | None) -> Person | None:
        return None if name is None else self.state.people[name.lower()]

    def _give(self, by: Person | None, command: Command) -> list[Event]:
        moment = Moment(at=self.at, present=frozenset(self.present), chance=self.chance)
        events = []
        for event in rooms.decide(self.state, command, by, moment):
            self.ledger.append((_as_kept(event), self.at, by.id if by else None))
            self.heard(event)
            events.append(event)
        self.state.n += len(events)
        return events

    def heard(self, event: Event) -> None:
        """Called after each event, when the state has moved."""

    def refused(self, who: str | None, command: type[Command], **fields: Any) -> Refused:
        """The refusal that a command gets; nothing may have happened."""
        before = len(self.ledger)
        with pytest.raises(Refused) as caught:
            self.do(who, command, **fields)
        assert len(self.ledger) == before
        assert caught.value.message.endswith(".")
        return caught.value

    def wait(self, seconds: float) -> None:
        self.at += int(seconds * SECOND)

    def pass_time(self, seconds: float) -> list[Event]:
        """Wait, and give what is due each at its time, as the conductor does."""
        until = self.at + int(seconds * SECOND)
        told: list[Event] = []
        while (thing := due(self.state)) is not None and thing[0] <= until:
            self.at = max(self.at, thing[0])
            came = self._give(None, thing[1])
            assert came, f"{thing[1]} was due, and nothing came of it: it would be due for ever"
            told += came
        self.at = until
        return told

    def away(self, *names: str) -> None:
        """Their connections have been gone past the grace period."""
        for name in names:
            self.do(None, Away, person=name.lower())

    def back(self, *names: str) -> list[Event]:
        """They are connected again."""
        return [event for name in names for event in self.do(None, Return, person=name.lower())]

    def table_of(self, name: str) -> int | None:
        seat = self.state.seats.get(name.lower())
        return seat.table if seat else None

    def next(self) -> list[Event]:
        """The host opens the next step, without a closing call."""
        return self.do("Hal", Next, after=self.state.current, call=False)

    def go_to(self, title: str) -> str:
        """Open step after step up to this one, and return its id."""
        while (step := self.state.current_step()) is None or step.settings.title != title:
            self.next()
        return step.id

    def reopen(self, step: str) -> list[Event]:
        return self.do("Hal", Reopen, step=step)

    def close(self) -> None:
        self.do("Hal", CloseWorkshop)

    def seat(self, table: int, *names: str) -> None:
        for name in names:
            self.do("Hal", MovePerson, person=name.lower(), table=table)

    def note(self, who: str, text: str, **fields: Any) -> str:
        """A note in the round that is on, by its id."""
        fields = {"step": self.state.round_step, "kind": "helped", "text": text, **fields}
        added = self.do(who, AddNote, **fields)[0]
        assert isinstance(added, NoteAdded)
        return added.note

    def docs(self, stream: str) -> dict[str, Any]:
        """What a stream shows now, as plain data."""
        shown = views.snapshot(rooms.VIEWS, self.state, stream)
        return {key: msgspec.json.decode(msgspec.json.encode(doc)) for key, doc in shown.items()}


def _as_kept(event: Event) -> Event:
    """The event as the ledger would give it back."""
    return event if isinstance(event, Private) else rooms.read_event(msgspec.json.encode(event))


def refold(cafe: Cafe) -> Workshop:
    """The state that the ledger alone leads to."""
    state = Workshop(id="w1")
    for event, at, by in cafe.ledger:
        rooms.apply(state, event, at, by)
    state.n = cafe.state.n
    return state

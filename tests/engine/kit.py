"""An engine without a web: a ledger on a real database, conductors, and what they tell."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from workshop.activities.arrival.messages import Arrival
from workshop.activities.hosting.messages import SayToAll
from workshop.activities.notes.messages import AddNote
from workshop.activities.people.messages import Join
from workshop.activities.plan import Plan
from workshop.activities.steps.messages import Next
from workshop.activities.story_round.messages import StoryRound
from workshop.conductor import Conductor
from workshop.core.ids import new_id
from workshop.core.messages import Command
from workshop.core.plan import StepSettings, TimeSettings
from workshop.errors import Refused
from workshop.hall import Hall
from workshop.ledger.database import open_database
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Entry
from workshop.live.wire import Frame
from workshop.opening import open_workshop

NOON = 1_700_000_000_000
# Longer than any answer takes, shorter than anybody waits for a test.
SOON = 20.0


class Ears:
    """Hears what a conductor tells; everybody who ever joined is here until they are sent away."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.here: set[str] = set()

    def tell(self, _workshop_id: str, frames: list[Frame]) -> None:
        self.frames += frames

    def part(self, hall: Hall) -> None:
        """Nobody follows anything here."""

    def hurry(self, _workshop_id: str) -> None:
        """Nothing is held back here."""

    def refollow(self, hall: Hall) -> None:
        """Nobody follows anything here."""

    def recorded(self, _workshop_id: str, _n: int) -> None:
        """Nobody else holds this workshop."""

    def present(self, _workshop_id: str) -> frozenset[str]:
        return frozenset(self.here)

    def attended(self, _workshop_id: str) -> bool:
        return bool(self.here)

    def forget(self, _workshop_id: str) -> None:
        """Nothing is remembered here."""


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> int:
        return self.at


class Engine:
    """One conductor on one database file, with one workshop that Hal has opened."""

    def __init__(self, path: Path, *steps: StepSettings, **settings: Any) -> None:
        self.path = path
        self.ledger = Ledger(open_database(f"sqlite:///{path}"))
        self.ears, self.clock = Ears(), Clock()
        self.conductor = Conductor(self.ledger, self.ears, self.clock)
        plan = Plan(name="A café", purpose="To try", minutes=60, steps=list(steps or two_steps()), **settings)
        self.id = open_workshop(self.conductor, plan).id
        self.hal = self.join("Hal", "host")
        self.hands = ThreadPoolExecutor(64)

    def twin(self) -> Engine:
        """Another process's engine on the same database, for the same workshop."""
        twin = Engine.__new__(Engine)
        twin.path, twin.id, twin.hal, twin.clock = self.path, self.id, self.hal, self.clock
        twin.ledger = Ledger(open_database(f"sqlite:///{self.path}"))
        twin.ears = Ears()
        twin.ears.here = self.ears.here
        twin.conductor = Conductor(twin.ledger, twin.ears, twin.clock)
        twin.hands = ThreadPoolExecutor(64)
        return twin

    def close(self) -> None:
        self.conductor.stop()
        self.hands.shutdown()
        self.ledger.close()

    def join(self, name: str, role: Any = "participant") -> str:
        person = new_id()
        self.ears.here.add(person)
        self.conductor.command(self.id, Join(id=person, name=name, role=role, quoting=True))
        return person

    def do(self, who: str | None, order: type[Command], /, **fields: Any) -> int:
        """A command, waited for as long as an answer may take."""
        return self.later(who, order, **fields).result(SOON)

    def later(self, who: str | None, order: type[Command], /, **fields: Any) -> Future[int]:
        command = order(id=fields.pop("id", None) or new_id(), **fields)
        return self.hands.submit(self.conductor.command, self.id, command, who)

    @contextmanager
    def busy(self) -> Iterator[None]:
        """The workshop's worker is held up in the meantime, so that orders gather."""
        begun, let_go = threading.Event(), threading.Event()

        def wait(_hall: Hall) -> None:
            begun.set()
            assert let_go.wait(SOON)

        held = self.hands.submit(self.conductor.ask, self.id, wait)
        assert begun.wait(SOON)
        try:
            yield
        finally:
            let_go.set()
            held.result(SOON)

    def waiting(self, orders: int) -> None:
        """Until so many orders wait in the queue of a busy worker."""
        desk, end = self.conductor._desks[self.id], time.monotonic() + SOON
        while len(desk.tray) < orders:
            assert time.monotonic() < end, f"{len(desk.tray)} orders wait, not {orders}"

    def retires(self) -> None:
        """Nobody uses the workshop, and its desk leaves the memory with its worker."""
        desk = self.conductor._desks[self.id]
        assert self.conductor.retire(desk)
        desk.tray.stop()

    def refused(self, who: str | None, order: type[Command], /, **fields: Any) -> Refused:
        with pytest.raises(Refused) as caught:
            self.do(who, order, **fields)
        assert caught.value.message.endswith(".")
        return caught.value

    def says(self, text: str, **fields: Any) -> int:
        return self.do(self.hal, SayToAll, text=text, **fields)

    def round(self) -> None:
        """On to the round, with everybody who is here at a table."""
        self.do(self.hal, Next, after=None)
        self.do(self.hal, Next, after="s1")

    def note(self, who: str, text: str, **fields: Any) -> int:
        return self.do(who, AddNote, **{"step": "s2", "kind": "helped", "text": text, **fields})

    def ask(self, question: Callable[[Hall], Any]) -> Any:
        return self.hands.submit(self.conductor.ask, self.id, question).result(SOON)

    def saying(self) -> str | None:
        return self.ask(lambda hall: hall.state.saying.text if hall.state.saying else None)

    def entries(self) -> list[Entry]:
        return self.ledger.read(self.id)

    def sql(self, statement: str, *values: Any) -> list[Any]:
        """What another program sees, or does, in the database file."""
        with sqlite3.connect(self.path) as other:
            found = other.execute(statement, values).fetchall()
        other.close()
        return found


def two_steps() -> tuple[StepSettings, ...]:
    return (
        Arrival(title="Arriving", minutes=5),
        StoryRound(title="Our stories", minutes=20, prompt="What helped?", note_kinds=["helped"]),
    )


SHORT = TimeSettings(closing_call=1, late_notes=2, reopen=2, seat_held=5)

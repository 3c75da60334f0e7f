"""The conductor: decide → record → tell. Every change of every workshop walks through here.

Each workshop has one queue and one worker, its desk: ``desk.py``. All desks share the press: ``press.py``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from workshop.core.messages import Command
from workshop.core.people import Person
from workshop.desk import Desk
from workshop.errors import Unavailable
from workshop.hall import Hall
from workshop.ledger.ledger import Ledger
from workshop.orders import Answer, Order, Teller
from workshop.press import Outside, Press, here

T = TypeVar("T")

# Seconds for what has been handed in when the server stops; a database that is gone needs some to say so.
DRAIN = 7.0


class Conductor:
    """Finds, or opens, the desk of each workshop, and hands it its orders."""

    def __init__(
        self, ledger: Ledger, teller: Teller, now: Callable[[], int], outside: Outside = here
    ) -> None:
        self.ledger = ledger
        self.teller = teller
        self.now = now
        self.press = Press(ledger, outside)
        self._desks: dict[str, Desk] = {}
        self._lock = threading.Lock()
        self._stopped = False

    def command(self, workshop_id: str, command: Command, by: str | None = None) -> int:
        """Carry out a command for a person, or (``by`` None) for the server itself, and wait for it.

        Gives the number of its last entry once that is committed. Raises :class:`~workshop.errors.Refused`.
        """
        answer = Answer()
        self.hand_in(workshop_id, Order(command=command, by=by, then=answer))
        n: int = answer.wait()
        return n

    def ask(self, workshop_id: str, question: Callable[[Hall], T]) -> T:
        """Answer a question about committed state, with no change in between, and wait for it."""
        answer = Answer()
        self.hand_in(workshop_id, Order(ask=question, then=answer))
        found: T = answer.wait()
        return found

    def hand_in(self, workshop_id: str, order: Order) -> None:
        """Give an order to the workshop's desk and go on: its ``then`` hears what became of it."""
        desk = self._desks.get(workshop_id)
        if desk is not None and desk.tray.put(order):
            return
        with self._lock:
            if not self._stopped:
                self._open(workshop_id).tray.put(order)
                return
        order.resolve(problem=Unavailable("The server is stopping. It will be back in a moment."))

    def noticed(self, workshop_id: str, n: int) -> None:
        """Another process has come to entry ``n`` of this workshop."""
        desk = self._desks.get(workshop_id)
        if desk is not None:
            desk.catch_up(n)

    def catch_up(self, *workshop_ids: str) -> None:
        """Look up how far these workshops have come, or (none named) all that are in memory."""
        asked = workshop_ids or tuple(self._desks)
        for workshop_id, n in self.ledger.newest(asked).items():
            self.noticed(workshop_id, n)

    def person(self, workshop_id: str, person_id: str) -> Person | None:
        """Somebody in a workshop, who may have joined it at another process a moment ago."""
        found = self.ask(workshop_id, lambda hall: hall.state.people.get(person_id))
        if found is None:
            self.catch_up(workshop_id)
            found = self.ask(workshop_id, lambda hall: hall.state.people.get(person_id))
        return found

    def holds(self, workshop_id: str) -> bool:
        """Whether this workshop is in memory here."""
        return workshop_id in self._desks

    def _open(self, workshop_id: str) -> Desk:
        desk = self._desks.get(workshop_id)
        if desk is None:
            desk = self._desks[workshop_id] = Desk(self, workshop_id)
        return desk

    def retire(self, desk: Desk) -> bool:
        """Let a workshop that nobody uses go from memory, unless an order has just come in."""
        with self._lock:
            if self.teller.attended(desk.workshop_id) or not desk.tray.shut_if_empty():
                return False
            del self._desks[desk.workshop_id]
            self.teller.forget(desk.workshop_id)
            return True

    def waiting(self) -> int:
        """How many orders have come in and not been taken up, over all desks."""
        return sum(len(desk.tray) for desk in list(self._desks.values()))

    def halls(self) -> int:
        """How many workshops are held in memory."""
        return len(self._desks)

    def stop(self) -> None:
        """Finish what has been handed in, then take no more."""
        with self._lock:
            self._stopped = True
            desks = list(self._desks.values())
        for desk in desks:
            desk.tray.stop()
        end = monotonic() + DRAIN
        for desk in desks:
            desk.worker.join(max(0, end - monotonic()))
        self.press.stop()

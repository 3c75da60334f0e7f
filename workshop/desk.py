"""A desk: one workshop's queue, and the worker that empties it.

The worker takes what has arrived, decides each command on the state the earlier ones led to, appends
everything in one commit, and only then answers and tells. If the commit fails, that state is dropped and
folded again from the ledger, and nobody was told anything.
"""

from __future__ import annotations

import logging
import threading
from random import random
from secrets import randbits
from time import sleep

from workshop.activities.due import due
from workshop.core.clock import SECOND, Moment
from workshop.core.messages import Command
from workshop.errors import NotAllowed, Refused, Unavailable
from workshop.hall import Hall
from workshop.house import House
from workshop.ledger.records import Stale
from workshop.orders import STOP, Order
from workshop.tray import Tray

log = logging.getLogger(__name__)

# How many orders may share one commit, and how long a workshop that nobody uses stays in memory.
BATCH = 64
# After so many orders everybody else in this process has a turn: some 5 ms.
TURN = 16
IDLE = 600 * SECOND
# How often a batch is decided anew when another process was faster; after some random part of so many
# seconds, and longer each time, so that it is not always the same one who loses.
TRIES, STEP_BACK = 12, 0.004
# How soon a workshop is folded again after the database could not be reached, or the clock stumbled.
RETRY = 2 * SECOND

BROKEN = "Something went wrong on the server, and this was not saved. Please try it once more."


class Desk:
    """Takes orders until it is told to ``STOP``."""

    def __init__(self, house: House, workshop_id: str) -> None:
        self.workshop_id = workshop_id
        self.tray = Tray()
        self._house = house
        self._hall: Hall | None = None
        self._lost = False
        # The last entry that people here have been told of, once they have been told of any.
        self._told: int | None = None
        # How far other processes have come. They may say so while the hall is being folded.
        self._elsewhere = 0
        # Before then the worker does nothing by itself: what broke would break again and again.
        self._patient_until = 0
        self._pending: list[tuple[Order, int]] = []
        self.worker = threading.Thread(target=self._work, name=f"desk-{workshop_id}", daemon=True)
        self.worker.start()

    def _work(self) -> None:
        while True:
            batch = self._arrived()
            if batch is None:
                return
            if batch:
                self._answer_all(batch)
            elif self._house.retire(self):
                return

    def _answer_all(self, batch: list[Order]) -> None:
        """Whatever happens, nobody is left waiting, and the worker lives on."""
        try:
            self._carry_out(batch)
        except Unavailable as problem:
            self._collapse(batch, problem)
        except Exception:
            log.exception("a workshop cannot be folded", extra={"workshop": self.workshop_id})
            self._collapse(batch, Refused(BROKEN, "broken"))

    def _collapse(self, batch: list[Order], problem: Refused) -> None:
        """Not even the state could be had: it is folded when somebody asks next, or when the disk is back."""
        self._pending = []
        self._lose(lost=isinstance(problem, Unavailable))
        for order in batch:
            order.resolve(problem=problem)

    def _arrived(self) -> list[Order] | None:
        """The clock's order if it is due, or else the first that comes in; with all that wait already.

        Empty: nothing came for a long time. None: stop.
        """
        batch = self._first()
        orders = [order for order in batch if order is not STOP]
        if len(orders) == len(batch):
            return orders
        self._answer_all(orders)
        return None

    def _first(self) -> list[Order]:
        while True:
            alarm = self._alarm()
            wait = IDLE if alarm is None else alarm[0] - self._house.now()
            if alarm is not None and wait <= 0:
                return [alarm[1], *self.tray.take(BATCH)]
            if self.tray.wait(min(wait, IDLE) / SECOND):
                return self.tray.take(BATCH)
            if wait >= IDLE:
                return []

    def _alarm(self) -> tuple[int, Order] | None:
        """When the worker acts with nobody asking: for the clock, or after an outage to wake the clock."""
        if self._hall is None:
            return (self._patient_until, Order(ask=lambda hall: hall.state.n)) if self._lost else None
        timed = due(self._hall.state)
        return None if timed is None else (max(timed[0], self._patient_until), Order(command=timed[1]))

    def _carry_out(self, batch: list[Order]) -> None:
        for no, order in enumerate(batch, 1):
            if no % TURN == 0:
                sleep(0)
            try:
                self._one(order)
            except Refused as refused:
                order.resolve(problem=refused)
                if self._hall is None:
                    self._patient_until = self._house.now() + RETRY
            except Exception:
                log.exception("an order failed", extra={"workshop": self.workshop_id})
                self._give_up(order)
        self._commit()

    def _one(self, order: Order) -> None:
        if order.ask is not None:
            self._commit()
            order.resolve(order.ask(self._open()))
            return
        assert order.command is not None
        hall = self._open()
        audience = hall.state.audience
        self._pending.append((order, self._decide(hall, order, order.command)))
        # Who hears what has changed: those leaving a stream must not hear the next command's facts on it.
        if hall.state.audience != audience:
            self._commit()

    def _decide(self, hall: Hall, order: Order, command: Command) -> int:
        person = None
        if order.by is not None:
            person = hall.state.people.get(order.by)
            if person is None or person.gone:
                raise NotAllowed("You are not in this café any more. Join again with its code.", "gone")
        present = self._house.teller.present(self.workshop_id)
        moment = Moment(at=self._house.now(), present=present, chance=randbits(64))
        return hall.do(command, person, moment)

    def _open(self) -> Hall:
        if self._hall is None:
            hall = Hall.fold(self._house.ledger, self.workshop_id, self._told)
            self._hall, self._lost = hall, False
            self._tell(hall, [])
            self.catch_up(self._elsewhere)
        return self._hall

    def catch_up(self, n: int) -> None:
        """Another process has come to entry ``n``: let the worker look. Call from any thread."""
        self._elsewhere = max(n, self._elsewhere)
        if self._told is not None and n > self._told:
            self.tray.put(Order(ask=self._catch_up))

    def _catch_up(self, hall: Hall) -> None:
        if not self._house.teller.attended(self.workshop_id):
            # The others' café: it is folded again when somebody comes here.
            self._hall = self._told = None
        elif hall.state.n < self._elsewhere:
            hall.catch_up(self._house.ledger)
            self._tell(hall, [])

    def _commit(self) -> None:
        """Append the draft, answer, tell. On failure nothing of it happened."""
        pending, self._pending = self._pending, []
        if not pending:
            return
        try:
            self._append(pending)
        except Exception as problem:
            self._lose(lost=isinstance(problem, Unavailable))
            for order, _ in pending:
                order.resolve(problem=problem if self._lost else Refused(BROKEN, "broken"))
            if not self._lost:
                raise

    def _append(self, pending: list[tuple[Order, int]]) -> None:
        for tried in range(TRIES):
            hall = self._open()
            try:
                if hall.draft.entries or hall.draft.names:
                    self._house.press.append(hall.record(self._house.now()))
                    self._house.teller.recorded(self.workshop_id, hall.state.n)
                return self._tell(hall, pending)
            except Stale:
                sleep(random() * STEP_BACK * tried)  # noqa: S311
                pending = self._decide_again(pending)
        raise Unavailable("The server is very busy. Your words are kept and go again by themselves.")

    def _tell(self, hall: Hall, pending: list[tuple[Order, int]]) -> None:
        """Whoever is acked has heard of it before, as everybody else has."""
        self._told = hall.state.n
        try:
            self._house.teller.part(hall)
            self._house.teller.tell(self.workshop_id, hall.tell())
            if any(_by_host(hall, order) for order, _ in pending):
                self._house.teller.hurry(self.workshop_id)
        except Exception:
            # A fact is a fact: browsers that were not told will see the gap and ask.
            log.exception("telling failed", extra={"workshop": self.workshop_id})
        for order, n in pending:
            order.resolve(n)
        try:
            self._house.teller.refollow(hall)
        except Exception:
            log.exception("moving people between streams failed", extra={"workshop": self.workshop_id})

    def _decide_again(self, pending: list[tuple[Order, int]]) -> list[tuple[Order, int]]:
        self._hall = None
        hall = self._open()
        again: list[tuple[Order, int]] = []
        for order, _ in pending:
            assert order.command is not None
            try:
                again.append((order, self._decide(hall, order, order.command)))
            except Refused as refused:
                order.resolve(problem=refused)
        return again

    def _lose(self, *, lost: bool) -> None:
        self._hall, self._lost = None, lost
        self._patient_until = self._house.now() + RETRY

    def _give_up(self, order: Order) -> None:
        """A rule or a change broke half-way: fold again, and decide again what came before it."""
        order.resolve(problem=Refused(BROKEN, "broken"))
        self._patient_until = self._house.now() + RETRY
        self._pending = self._decide_again(self._pending)


def _by_host(hall: Hall, order: Order) -> bool:
    person = hall.state.people.get(order.by or "")
    return person is not None and person.hosts

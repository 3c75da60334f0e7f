"""What is handed in at a desk, and who carries the news of it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from workshop.core.messages import Command
from workshop.hall import Hall
from workshop.live.wire import Frame

log = logging.getLogger(__name__)

# Hears what became of an order: the answer, or the problem.
Then = Callable[[Any, BaseException | None], None]


class Teller(Protocol):
    """Carries facts to the people who may hear them."""

    def tell(self, workshop_id: str, frames: list[Frame]) -> None:
        """Send frames to everyone who follows their streams."""

    def part(self, hall: Hall) -> None:
        """Who hears what has changed: whoever may not hear a stream any more does not hear this of it."""

    def hurry(self, workshop_id: str) -> None:
        """Send what is held back for company: a host has done something, and wants to see it."""

    def refollow(self, hall: Hall) -> None:
        """Who hears what has changed: start and stop following, with a snapshot of what is new."""

    def recorded(self, workshop_id: str, n: int) -> None:
        """Entry ``n`` is committed: other processes may want to know."""

    def present(self, workshop_id: str) -> frozenset[str]:
        """The ids of the people who are connected, or have been a moment ago."""

    def attended(self, workshop_id: str) -> bool:
        """Whether anybody is connected to this very process, or has been a moment ago."""

    def forget(self, workshop_id: str) -> None:
        """This workshop has gone from memory: nobody here hears of it, until somebody comes again."""


@dataclass(slots=True)
class Order:
    """A command on its way, or a question (``ask``) to be answered between two batches.

    ``then`` is called once, in the worker's thread, and must not wait for anything.
    """

    command: Command | None = None
    by: str | None = None
    ask: Callable[[Hall], Any] | None = None
    then: Then | None = None
    resolved: bool = False

    def resolve(self, answer: Any = None, problem: BaseException | None = None) -> None:
        if self.resolved:
            return
        self.resolved = True
        if self.then is None:
            return
        try:
            self.then(answer, problem)
        except Exception:
            log.exception("an answer could not be given")


@dataclass(slots=True)
class Answer:
    """What becomes of an order, for somebody who waits for it: give it as the order's ``then``."""

    answer: Any = None
    problem: BaseException | None = None
    _done: threading.Event = field(default_factory=threading.Event)

    def __call__(self, answer: Any, problem: BaseException | None) -> None:
        self.answer, self.problem = answer, problem
        self._done.set()

    def wait(self) -> Any:
        """The answer. Raises the problem."""
        self._done.wait()
        if self.problem is not None:
            raise self.problem
        return self.answer


# Told to a worker in place of an order.
STOP = Order()

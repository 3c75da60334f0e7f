"""What is handed in at a desk, and who carries the news of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from workshop.core.messages import Command
from workshop.hall import Hall
from workshop.live.wire import Frame


class Teller(Protocol):
    """Carries facts to the people who may hear them."""

    def tell(self, workshop_id: str, frames: list[Frame]) -> None:
        """Send frames to everyone who follows their streams."""

    def refollow(self, hall: Hall) -> None:
        """Who hears what has changed: start and stop following, with a snapshot of what is new."""

    def present(self, workshop_id: str) -> frozenset[str]:
        """The ids of the people who are connected, or have been a moment ago."""


@dataclass(slots=True)
class Order:
    """A command on its way, or a question (``ask``) to be answered between two batches."""

    command: Command | None = None
    by: str | None = None
    ask: Callable[[Hall], Any] | None = None
    done: threading.Event = field(default_factory=threading.Event)
    answer: Any = None
    problem: BaseException | None = None

    def resolve(self, answer: Any = None, problem: BaseException | None = None) -> None:
        self.answer, self.problem = answer, problem
        self.done.set()

    def wait(self) -> Any:
        self.done.wait()
        if self.problem is not None:
            raise self.problem
        return self.answer


# Told to a worker in place of an order.
STOP = Order()

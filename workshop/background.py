"""What a process does beside serving: tasks that look round again and again, until it stops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

# Waits so many seconds; whether to go on then.
Rest = Callable[[float], bool]


class Task(Protocol):
    """Looks round, rests, and ends when a rest says so."""

    def __call__(self, rest: Rest) -> None: ...


class Background:
    """The tasks of one server process. ``begin`` and ``sleep``: as its server library does them."""

    def __init__(self, begin: Callable[[Task, Rest], Any], sleep: Callable[[float], object]) -> None:
        self._begin, self._sleep = begin, sleep
        self._stopped = False

    def start(self, task: Task) -> None:
        self._begin(task, self._rest)

    def stop(self) -> None:
        """Let every task end after its rest."""
        self._stopped = True

    def _rest(self, seconds: float) -> bool:
        self._sleep(seconds)
        return not self._stopped

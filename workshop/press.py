"""The press: one commit for all workshops that have something to record.

While one commit is being synced to disk, outside the loop that serves sockets, the next is gathered.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from workshop.ledger.ledger import Ledger, Record

T = TypeVar("T")

# Runs something that waits for a disk where it holds up nobody, and gives what it gives.
Outside = Callable[[Callable[[], Any]], Any]


def here(work: Callable[[], T]) -> T:
    """For servers whose threads are real: it may be done where it stands."""
    return work()


@dataclass(slots=True)
class _Waiting:
    record: Record
    problem: Exception | None = None
    done: threading.Event = field(default_factory=threading.Event)


class Press:
    """Thread-safe."""

    def __init__(self, ledger: Ledger, outside: Outside = here) -> None:
        self._ledger = ledger
        self._outside = outside
        self._gathered: list[_Waiting] = []
        self._some = threading.Event()
        self._stopped = False
        self._worker = threading.Thread(target=self._work, name="press", daemon=True)
        self._worker.start()

    def append(self, record: Record) -> None:
        """Commit a record, whole or not at all. Raises ``Stale`` or ``Unavailable``."""
        waiting = _Waiting(record)
        self._gathered.append(waiting)
        self._some.set()
        waiting.done.wait()
        if waiting.problem is not None:
            raise waiting.problem

    def _work(self) -> None:
        while not self._stopped:
            self._some.wait()
            self._some.clear()
            gathered, self._gathered = self._gathered, []
            if gathered:
                self._commit(gathered)

    def _commit(self, gathered: list[_Waiting]) -> None:
        records = [waiting.record for waiting in gathered]
        try:
            problems = self._outside(lambda: self._ledger.append_all(records))
        except Exception as broken:
            problems = [broken] * len(records)
        for waiting, problem in zip(gathered, problems, strict=True):
            waiting.problem = problem
            waiting.done.set()

    def stop(self) -> None:
        """Call when no desk works any more."""
        self._stopped = True
        self._some.set()
        self._worker.join(10)

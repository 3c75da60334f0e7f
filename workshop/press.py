"""The press: one commit for all workshops that have something to record.

While one commit is being synced to disk, outside the loop that serves sockets, the next is gathered.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import perf_counter, sleep
from typing import Any, TypeVar

from workshop import metrics
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Record, Stale

log = logging.getLogger(__name__)
T = TypeVar("T")

# In seconds, from the beginning of one commit to that of the next. A quiet server commits at once; a busy one
# shares each commit among more people, and half of what a note costs is the commit.
PACE = 0.003

# Runs something that waits for a disk where it holds up nobody, and gives what it gives.
Outside = Callable[[Callable[[], Any]], Any]


def here(work: Callable[[], T]) -> T:
    """For servers whose threads are real: it may be done where it stands."""
    return work()


@dataclass(slots=True)
class _Sheet:
    """What goes into one commit, and what came of each record."""

    records: list[Record] = field(default_factory=list)
    problems: Sequence[Exception | None] = ()
    done: threading.Event = field(default_factory=threading.Event)


def _note(sheet: _Sheet, seconds: float) -> None:
    entries = sum(len(record.entries) for record in sheet.records)
    failed = [problem for problem in sheet.problems if problem is not None and not isinstance(problem, Stale)]
    if failed:
        metrics.failed_to_commit()
        log.error("the database did not take a commit", exc_info=failed[0], extra={"count": entries})
    else:
        metrics.committed(seconds, entries)


class Press:
    """Thread-safe."""

    def __init__(self, ledger: Ledger, outside: Outside = here) -> None:
        self._ledger = ledger
        self._outside = outside
        self._lock = threading.Lock()
        self._sheet = _Sheet()
        self._some = threading.Event()
        self._stopped = False
        self._worker = threading.Thread(target=self._work, name="press", daemon=True)
        self._worker.start()

    def append(self, record: Record) -> None:
        """Commit a record, whole or not at all. Raises ``Stale`` or ``Unavailable``."""
        with self._lock:
            sheet, place = self._sheet, len(self._sheet.records)
            sheet.records.append(record)
        self._some.set()
        sheet.done.wait()
        problem = sheet.problems[place]
        if problem is not None:
            raise problem

    def _work(self) -> None:
        began = 0.0
        while not self._stopped:
            self._some.wait()
            sleep(max(0.0, began + PACE - perf_counter()))
            began = perf_counter()
            self._some.clear()
            with self._lock:
                sheet, self._sheet = self._sheet, _Sheet()
            if sheet.records:
                self._commit(sheet)

    def _commit(self, sheet: _Sheet) -> None:
        began = perf_counter()
        try:
            sheet.problems = self._outside(lambda: self._ledger.append_all(sheet.records))
        except Exception as broken:
            sheet.problems = [broken] * len(sheet.records)
        sheet.done.set()
        _note(sheet, perf_counter() - began)

    def stop(self) -> None:
        """Call when no desk works any more."""
        self._stopped = True
        self._some.set()
        self._worker.join(1)

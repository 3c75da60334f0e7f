"""``workshop worker``: does jobs, one after the other, until it is told to stop or nothing is left to do."""

from __future__ import annotations

import argparse
import ctypes
import logging
import os
import signal
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Engine

from workshop.config import database_address, must_be_there, settings
from workshop.errors import Refused, Unavailable
from workshop.jobs.job import Job, worker_name
from workshop.jobs.manners import give_way
from workshop.jobs.queue import Jobs
from workshop.jobs.shelf import Shelf
from workshop.jobs.work import Handler, Lost, Stopped, Tools, Work
from workshop.ledger.database import open_beside
from workshop.ledger.ledger import Ledger
from workshop.ledger.passing import open_passing
from workshop.logs import start_log

log = logging.getLogger(__name__)

# Seconds: how often it looks for work, says that it lives, and tidies up; how long one step of a job may take
# before something is wrong with it; how long a database that is away is left in peace.
LOOK, BEAT, TIDY, LONGEST, AWAY = 0.2, 2.0, 600.0, 120.0, 2.0
# Ended by itself, because a job came no further.
STUCK = 70
# Of glibc's mallopt(3); what is larger than so many bytes has a mapping of its own.
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, LARGE = -1, -3, 262_144


class Worker:
    """``name``: under which it takes jobs. ``idle``: seconds without work after which it goes; 0: never."""

    def __init__(self, engine: Engine, name: str, handlers: Mapping[str, Handler], idle: float = 0) -> None:
        passing = open_passing(engine)
        self.jobs = Jobs(passing)
        self.name = name
        self.stopping = False
        self._idle = idle
        self._handlers = handlers
        self._tools = Tools(passing)
        self._shelf = Shelf(Ledger(engine), self.jobs)
        self._work: Work | None = None

    def run(self) -> None:
        """Until it is told to stop, or has been idle for long."""
        busy, tidied = monotonic(), -TIDY
        while not self.stopping:
            if monotonic() - tidied > TIDY:
                self._reported(self.jobs.prune)
                tidied = monotonic()
            if self._one():
                busy = monotonic()
            elif self._idle and monotonic() - busy > self._idle:
                return
            else:
                sleep(LOOK)

    def _one(self) -> bool:
        """Do the next job, if there is any."""
        try:
            job = self.jobs.take(self.name, self._handlers.keys()) if self.jobs.anything() else None
        except Unavailable:
            log.warning("the database does not answer: no job can be taken")
            sleep(AWAY)
            return False
        if job is not None:
            self._do(job)
        return job is not None

    def _do(self, job: Job) -> None:
        try:
            result = self._done(job)
            self._reported(lambda: self.jobs.finish(job, result))
            log.info("a job is done", extra={"workshop": job.workshop_id, "where": job.kind})
        except Stopped:
            self._reported(lambda: self.jobs.give_back(job))
        except Lost:
            log.info("a job was taken away", extra={"workshop": job.workshop_id, "where": job.kind})
        except Exception as problem:
            kind = problem.code if isinstance(problem, Refused) else type(problem).__name__
            log.exception("a job failed", extra={"workshop": job.workshop_id, "where": job.kind})
            self._reported(lambda: self.jobs.fail(job, kind))
        finally:
            self._work = None

    def _done(self, job: Job) -> dict[str, Any]:
        self._work = Work(
            job, lambda: self._shelf.hall(job.workshop_id), self._tools, lambda: self.stopping, self.beat
        )
        return self._handlers[job.kind](self._work, job.payload)

    def _reported(self, report: Callable[[], object]) -> None:
        """What cannot be said now is found out when the lease ends."""
        try:
            report()
        except Unavailable:
            log.warning("the database does not answer: a report is lost")

    def beat(self) -> None:
        """Say that the job in hand is in hand. Ends the process when the job comes no further."""
        work = self._work
        if work is None:
            return
        if monotonic() - work.moved > LONGEST:
            log.error(
                "a job comes no further", extra={"workshop": work.job.workshop_id, "where": work.job.kind}
            )
            os._exit(STUCK)
        try:
            work.lost = work.lost or not self.jobs.beat(work.job, work.progress)
        except Unavailable:
            log.info("the database does not answer: a sign of life is lost")


def run_worker(given: argparse.Namespace) -> int:
    """The command. Raises :class:`~workshop.errors.Refused` where there is nothing to work on."""
    # Before numpy is there: one core is the server's, and another may be anybody's.
    for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(threads, "1")
    _keep_no_memory()
    from workshop.exporting.everything import KIND, everything
    from workshop.jobs.handlers import KINDS
    from workshop.webhooks.sending import deliver

    config = settings(data=given.data)
    must_be_there(config)
    start_log(config.log_format, config.log_level)
    give_way()
    name = worker_name(os.getpid())
    address = database_address(config)
    worker = Worker(open_beside(address), name, KINDS, given.idle)
    # Beside the other: who does not answer, and what takes long, must not hold up what people wait for.
    others = [
        Worker(open_beside(address), name, {"webhook": deliver}),
        Worker(open_beside(address), name, {KIND: everything(address)}),
    ]
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: _tell_to_stop(worker, *others))
    threading.Thread(target=_pulse, args=((worker, *others), given.parent), daemon=True).start()
    besides = [threading.Thread(target=one.run, name="beside", daemon=True) for one in others]
    for beside in besides:
        beside.start()
    if given.parent is None:
        print("Waiting for work. Stop it with Ctrl-C.", flush=True)
    worker.run()
    _tell_to_stop(*others)
    for beside in besides:
        beside.join()
    return 0


def _tell_to_stop(*workers: Worker) -> None:
    for each in workers:
        each.stopping = True


def _keep_no_memory() -> None:
    """Large pieces go back to the system at once. Kept, they would be a third of a worker with a model."""
    with suppress(OSError, AttributeError):
        for option in (M_TRIM_THRESHOLD, M_MMAP_THRESHOLD):
            ctypes.CDLL(None).mallopt(option, LARGE)


def _pulse(workers: Sequence[Worker], parent: int | None) -> None:
    """Beat for ever. Whoever was started by a server goes when that server is gone, however it went."""
    while True:
        sleep(BEAT)
        for each in workers:
            each.beat()
        if parent is not None and os.getppid() != parent:
            _tell_to_stop(*workers)

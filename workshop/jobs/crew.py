"""The workers that a serving process keeps: started when there is work, started again when they die."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection, Sequence
from typing import Any

from workshop import metrics
from workshop.config import Config
from workshop.errors import Unavailable
from workshop.jobs.job import RUNNING, WAITING, Job, worker_name
from workshop.jobs.queue import Jobs

log = logging.getLogger(__name__)

# Seconds: how often workers are looked at while there are any; how often work is looked for that another
# process has put; until one that died is replaced, at first and at most; how long one must have lived to be
# trusted anew; how long one without work stays; how long one that is told to stop may take.
LOOK, LOOK_ANYWAY, SOONEST, LATEST, TRUSTED, IDLE, LEAVE = 0.2, 1.0, 0.5, 30.0, 60.0, 300, 3.0

Outside = Callable[[Callable[[], Any]], Any]


class Hand:
    """The place of one worker: the process that fills it, and when it may be filled again."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self.process: subprocess.Popen[bytes] | None = None
        self._began = self._due = self._wait = 0.0

    def start(self) -> None:
        now = time.monotonic()
        if self.process is None and now >= self._due:
            self._began = now
            self.process = subprocess.Popen(  # noqa: S603
                self._command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
            )

    def ended(self) -> int | None:
        """The number of the process that has just died; 0 for one that went of itself."""
        if self.process is None or self.process.poll() is None:
            return None
        process, self.process = self.process, None
        if process.returncode == 0:
            return 0
        grown = 0.0 if time.monotonic() - self._began > TRUSTED else self._wait * 2
        self._wait = min(max(grown, SOONEST), LATEST)
        self._due = time.monotonic() + self._wait
        return process.pid

    def tell_to_stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def end(self, until: float) -> int | None:
        """Wait, and kill what does not go; the number of one that did not go of itself."""
        while self.process is not None and self.process.poll() is None and time.monotonic() < until:
            time.sleep(LOOK / 4)
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        return self.ended()


class Crew:
    """Wakes when something was put. ``outside``: runs what waits for a disk where it holds nobody up."""

    def __init__(self, config: Config, jobs: Jobs, outside: Outside) -> None:
        self.jobs = jobs
        self._outside = outside
        self._hands = [Hand(_command(config)) for _ in range(config.workers)]
        self._shared = not config.database_url.startswith("sqlite")
        self._wanted = False
        self._some = threading.Event()
        self._one = threading.Lock()
        self._stopping = False
        if self._hands:
            threading.Thread(target=self._watch, name="crew", daemon=True).start()

    def put(self, kind: str, workshop_id: str, key: str, payload: dict[str, Any]) -> str:
        """Ask for something, as :meth:`Jobs.put` does, and see that somebody does it."""
        wanted: str = self.apart(lambda: self.jobs.put(kind, workshop_id, key, payload))
        self._some.set()
        return wanted

    def collect(self, job_ids: Collection[str]) -> dict[str, Job]:
        """What has become of these jobs: see :meth:`Jobs.collect`."""
        found: dict[str, Job] = self.apart(lambda: self.jobs.collect(job_ids))
        return found

    def latest(self, kind: str, workshop_id: str, key: str) -> Job | None:
        """The job that was asked for last, over or not."""
        found: Job | None = self.apart(lambda: self.jobs.latest(kind, workshop_id, key))
        return found

    def forget(self, *job_ids: str) -> None:
        """These have served their purpose."""
        self.apart(lambda: self.jobs.forget(*job_ids))

    def apart(self, work: Callable[[], Any]) -> Any:
        """Wait for a disk where it holds up nobody who writes. One at a time: threads for it are few."""
        with self._one:
            return self._outside(work)

    def _watch(self) -> None:
        while True:
            self._some.wait(self._patience())
            self._some.clear()
            if self._stopping:
                return
            try:
                self._look()
            except Unavailable:
                log.info("the database does not answer: workers are looked at later")
            except Exception:
                log.exception("looking at the workers failed")
            time.sleep(LOOK)

    def _patience(self) -> float | None:
        """How long until the next look, in seconds. Where nobody wants anything it costs nothing."""
        if self._wanted or any(hand.process for hand in self._hands):
            return LOOK
        return LOOK_ANYWAY if self._shared else None

    def _look(self) -> None:
        for hand in self._hands:
            self._bury(hand.ended())
        free = [hand for hand in self._hands if hand.process is None]
        self._wanted = bool(free) and self.apart(self._outstanding)
        if free and not self._stopping and self.apart(self.jobs.anything):
            for hand in free:
                hand.start()

    def _outstanding(self) -> bool:
        """Whether there is work that may yet fall to us: a worker elsewhere may die over it."""
        counts = self.jobs.counts()
        return bool(counts[WAITING] or counts[RUNNING])

    def _bury(self, pid: int | None) -> None:
        if pid:
            log.warning("a worker has died: another takes its place")
            metrics.replaced_a_worker()
            self.apart(lambda: self.jobs.abandon(worker_name(pid)))

    def tell_to_stop(self) -> None:
        self._stopping = True
        self._some.set()
        for hand in self._hands:
            hand.tell_to_stop()

    def stop(self) -> None:
        """Wait until all are gone, and let their jobs go."""
        self.tell_to_stop()
        until = time.monotonic() + LEAVE
        for hand in self._hands:
            pid = hand.end(until)
            if pid:
                try:
                    self.jobs.abandon(worker_name(pid))
                except Unavailable:
                    log.info("the database does not answer: a job is free when its lease ends")


def _command(config: Config) -> list[str]:
    command = [sys.executable, "-m", "workshop", "worker", "--data", str(config.data)]
    return [*command, "--idle", str(IDLE), "--parent", str(os.getpid())]

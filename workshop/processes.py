"""Several processes of one server on one machine: started together, watched, and stopped together."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from argparse import Namespace
from collections.abc import Sequence

from workshop.config import Config, from_environment
from workshop.errors import Invalid

MOST = 64
LAST_PORT = 65_535
# Seconds: how often the processes are looked at; until one that died is started again, at first and at most;
# for how long one must have lived to be trusted anew; until one that does not stop is killed.
LOOK, SOONEST, LATEST, TRUSTED, STOP_WAIT = 0.1, 0.5, 30.0, 60.0, 30.0
REFUSED = 2
# "Tell me when whoever started me is gone": Linux's prctl.
PARENT_DEATH = 1


def supervise(given: Namespace) -> int:
    """Run ``given.processes`` servers on the ports from ``given.port``, until told to stop.

    Raises :class:`Invalid` where several cannot serve the same cafés. Gives 2 when a first start is refused.
    """
    config = from_environment(data=given.data)
    _must_be_possible(given, config)
    stop = _told_to_stop()
    ports = range(given.port, given.port + given.processes)
    print(
        f"\n  {given.processes} processes on the ports {ports[0]} to {ports[-1]}, for a balancer in front.",
        flush=True,
    )
    children = [Child(_command(given, port), first=port == ports[0]) for port in ports]
    code = _watch(children, stop)
    _end(children)
    return code


def _must_be_possible(given: Namespace, config: Config) -> None:
    if not 1 <= given.processes <= MOST:
        raise Invalid(f"Give --processes a number from 1 to {MOST}.", "processes")
    if config.database_url.startswith("sqlite"):
        raise Invalid(
            "Several processes need PostgreSQL, and SQLite serves one. Give its address in the setting "
            "DATABASE_URL, such as postgresql://cafe@localhost/cafe, or leave out --processes.",
            "processes",
        )
    if not 0 < given.port <= LAST_PORT - given.processes + 1:
        raise Invalid("Several processes need fixed ports: give the first one with --port.", "port")
    if not config.redis_url:
        print(
            "REDIS_URL is not set: people whose connections end up in different processes hear each other "
            "a second later. Everything else works.",
            file=sys.stderr,
        )


def _command(given: Namespace, port: int) -> list[str]:
    command = [sys.executable, "-m", "workshop", "serve", "--port", str(port), "--host", given.host]
    command += ["--server", given.server]
    return command + (["--data", str(given.data)] if given.data is not None else [])


def _told_to_stop() -> threading.Event:
    stop = threading.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: stop.set())
    return stop


def _watch(children: Sequence[Child], stop: threading.Event) -> int:
    """0 when told to stop; 2 when a process refuses its very first start, for whatever it has said."""
    for child in children:
        child.start()
    while not stop.wait(LOOK):
        for child in children:
            if child.refuses():
                return REFUSED
            child.look()
    return 0


def _end(children: Sequence[Child]) -> None:
    """All at once, so that the slowest is waited for and not the sum."""
    for child in children:
        child.tell_to_stop()
    end = time.monotonic() + STOP_WAIT
    for child in children:
        child.wait_until(end)


class Child:
    """One process, and when it may be started again."""

    def __init__(self, command: Sequence[str], *, first: bool) -> None:
        self._command = command
        # All of them would print the same links, and keep a worker each.
        self._words = None if first else subprocess.DEVNULL
        self._settings = {} if first else {"WORKERS": "0"}
        self._process: subprocess.Popen[bytes] | None = None
        self._starts = 0
        self._began = 0.0
        self._due = 0.0
        self._wait = 0.0

    def start(self) -> None:
        self._starts += 1
        self._began = time.monotonic()
        self._process = subprocess.Popen(  # noqa: S603
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=self._words,
            env=os.environ | self._settings,
            preexec_fn=_die_with_us,
        )

    def refuses(self) -> bool:
        return self._starts == 1 and self._process is not None and self._process.poll() == REFUSED

    def look(self) -> None:
        """Start it again when it is dead and its time has come; later each time, if it dies at once."""
        now = time.monotonic()
        if self._process is not None and self._process.poll() is not None:
            self._bury(now, self._process.returncode)
        if self._process is None and now >= self._due:
            self.start()

    def _bury(self, now: float, code: int) -> None:
        grown = 0.0 if now - self._began > TRUSTED else self._wait * 2
        self._wait = min(max(grown, SOONEST), LATEST)
        self._due = now + self._wait
        self._process = None
        place = self._command[self._command.index("--port") + 1]
        print(
            f"The process on port {place} has ended ({code}). It starts again in {self._wait:g} s.",
            file=sys.stderr,
            flush=True,
        )

    def tell_to_stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()

    def wait_until(self, end: float) -> None:
        if self._process is None:
            return
        try:
            self._process.wait(max(0, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _die_with_us() -> None:
    """Nobody may be left behind and hold a port, even when the one who watches is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PARENT_DEATH, signal.SIGTERM)

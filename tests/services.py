"""A PostgreSQL and a Redis of a test's own, on free ports, to be stopped, frozen and started again."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path
from random import randrange
from typing import NoReturn
from uuid import uuid4

import psycopg
import pytest

SOON = 60.0

# Of each process that runs tests: another would take a port while the server behind it starts, or is down.
PORTS, MOST_IN_A_ROW = 1_800, 4
_FIRST = 12_000 + PORTS * int(os.environ.get("PYTEST_XDIST_WORKER", "gw9").removeprefix("gw"))
_given = itertools.count(randrange(PORTS))  # noqa: S311


def missing(what: str) -> NoReturn:
    """Skip, saying so; but where everything has to be tested it is a failure."""
    words = f"{what} is not installed here, and is not tested."
    if os.environ.get("CI") == "true" or os.environ.get("REQUIRE_SERVICES"):
        pytest.fail(words)
    pytest.skip(words)


def free_port(count: int = 1) -> int:
    """The first of so many free ports in a row (four at most), none given for a long time.

    Below those that the system gives to connections: one of them would take it before the start, or while
    the server is down, and a browser that knocks at such a port may even be connected to itself.
    """
    while True:
        at = next(_given) * MOST_IN_A_ROW % PORTS
        with ExitStack() as held:
            try:
                for no in range(count):
                    held.enter_context(socket.socket()).bind(("127.0.0.1", _FIRST + at + no))
            except OSError as problem:
                if problem.errno != errno.EADDRINUSE:
                    raise
                continue
            return _FIRST + at


def answers(port: int) -> bool:
    with socket.socket() as one:
        one.settimeout(1)
        return one.connect_ex(("127.0.0.1", port)) == 0


def until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + SOON
    while not true():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)


class Postgres:
    """A cluster of its own in a folder of its own. It refuses to be root, so for root somebody else is it."""

    def __init__(self) -> None:
        self._bin = _postgres_programs()
        self._who = "postgres" if os.geteuid() == 0 else None
        self._folder = Path(tempfile.mkdtemp(prefix="cafe-postgres-"))
        if self._who:
            shutil.chown(self._folder, self._who)
        self.port = free_port()
        self._run("initdb", "-U", "cafe", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        self.start()

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._bin / program), "-D", str(self._folder / "data"), *arguments]
        # Not a pipe: the server would keep it open for ever.
        with (self._folder / "said").open("w") as said:
            done = subprocess.run(  # noqa: S603
                command,
                user=self._who,
                cwd=self._folder,
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
            )
        assert done.returncode == 0, (self._folder / "said").read_text()

    @property
    def base(self) -> str:
        return f"postgresql://cafe@127.0.0.1:{self.port}"

    def database(self) -> str:
        """The address of a fresh, empty database."""
        name = f"cafe_{uuid4().hex}"
        with psycopg.connect(f"{self.base}/postgres", autocommit=True) as connection:
            connection.execute(f"create database {name}")  # type: ignore[arg-type]
        return f"{self.base}/{name}"

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories="
        self._run("pg_ctl", "start", "-w", "-t", "60", "-l", str(self._folder / "log"), "-o", options)

    def stop(self) -> None:
        """As when its machine is switched off: nobody is told."""
        self._run("pg_ctl", "stop", "-w", "-t", "60", "-m", "immediate")

    def freeze(self) -> None:
        """It still takes connections, since the kernel does, and never says a word."""
        self._tell(signal.SIGSTOP)

    def thaw(self) -> None:
        self._tell(signal.SIGCONT)

    def _tell(self, sign: signal.Signals) -> None:
        """All its processes; one that served a connection may end while it is looked for."""
        for process in self._processes():
            with suppress(ProcessLookupError):
                os.kill(process, sign)

    def _processes(self) -> list[int]:
        first = int((self._folder / "data" / "postmaster.pid").read_text().split()[0])
        below = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        return [first, *map(int, below)]

    def close(self) -> None:
        if answers(self.port):
            self.thaw()
            self.stop()
        shutil.rmtree(self._folder)


@cache
def _postgres_programs() -> Path:
    found = shutil.which("pg_ctl")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for place in places:
        if (place / "initdb").exists():
            return place
    missing("PostgreSQL")


class Redis:
    """A Redis of its own, that keeps nothing."""

    def __init__(self) -> None:
        self._program = shutil.which("redis-server") or missing("Redis")
        self.port = free_port()
        self.address = f"redis://127.0.0.1:{self.port}/0"
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        command = [self._program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603
        until(lambda: answers(self.port), "Redis")

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

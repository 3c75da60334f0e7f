"""A server of one's own: start it on its core, look at what it uses, kill it, start it again."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

SERVER_CORE, CROWD_CORE = 0, 1
# One machine plays everybody: the limits for one address and one person are not what is measured, and neither
# is a worker, but where a scene asks for one.
ENVIRONMENT = {
    "JOINS_PER_MINUTE": "100000",
    "COMMANDS_PER_SECOND": "10000",
    "AWAY_SECONDS": "600",
    "WORKERS": "0",
}
START_WAIT = 60.0


def pin_crowd() -> None:
    """This process to its core, and as many open files as the machine allows."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    _pin(CROWD_CORE)


def _pin(core: int) -> None:
    """Where the machine has no such core, wherever there is room."""
    if core < (os.cpu_count() or 1):
        os.sched_setaffinity(0, {core})


def spawn(*words: str, log: Path, **settings: str) -> subprocess.Popen[str]:
    """A Python process on the server's core, with its threads and children. ``log`` takes its stderr."""
    mine = os.sched_getaffinity(0)
    _pin(SERVER_CORE)
    try:
        with log.open("a") as errors:
            return subprocess.Popen(  # noqa: S603
                [sys.executable, *words],
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env={**os.environ, **ENVIRONMENT, **settings},
            )
    finally:
        os.sched_setaffinity(0, mine)


def words_until(process: subprocess.Popen[str], sign: str, log: Path) -> str:
    """What a process prints, up to the line with this sign. Raises :class:`RuntimeError` if it ends first."""
    assert process.stdout is not None
    words = ""
    while sign not in words:
        line = process.stdout.readline()
        if not line:
            raise RuntimeError(f"The server did not start. {log.read_text()[-2000:]}")
        words += line
    return words


class Process:
    """A running server process and what it has used so far."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process = process
        self.address = ("127.0.0.1", port)

    @property
    def cpu(self) -> float:
        """Seconds of CPU of all its threads, to the nanosecond."""
        return time.clock_gettime(((~self.process.pid) << 3) | 2)

    @property
    def memory_kb(self) -> int:
        """Resident memory."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") // 1024

    def settle(self, at_most: float = 30.0) -> None:
        """Wait until it has nothing left to do."""
        end = time.monotonic() + at_most
        before = self.cpu
        while time.monotonic() < end:
            time.sleep(0.25)
            now = self.cpu
            if now - before < 0.02:
                return
            before = now

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


class Server(Process):
    """The café server with a data folder of its own."""

    def __init__(self, folder: Path, plan: str, **settings: str) -> None:
        """Start it with a café of this plan (a file or a shipped plan) in its lobby."""
        self._folder, self._log, self._settings = folder, folder / "server.log", settings
        process = self._spawn("run", "--port", "0", "--plan", plan)
        words = words_until(process, "Ctrl-C", self._log)
        link, code = re.search(r"Host\s+(\S+)", words), re.search(r"/j/(\w+)", words)
        assert link is not None
        assert code is not None
        self.code = code[1]
        port = int(re.sub(r".*:(\d+)/.*", r"\1", link[1]))
        self.host_path = "/host/" + link[1].partition("/host/")[2]
        super().__init__(process, port)

    def _spawn(self, *words: str) -> subprocess.Popen[str]:
        data = str(self._folder / "data")
        command = ("-m", "workshop", words[0], "--data", data, *words[1:])
        return spawn(*command, log=self._log, **self._settings)

    @property
    def words(self) -> str:
        """The end of what it had to complain of."""
        return self._log.read_text()[-4_000:]

    @property
    def base(self) -> str:
        return f"http://{self.address[0]}:{self.address[1]}"

    def begin_again(self) -> None:
        """The same data on the same port, after a :meth:`kill`."""
        self.process = self._spawn("serve", "--port", str(self.address[1]))
        words_until(self.process, "Ctrl-C", self._log)

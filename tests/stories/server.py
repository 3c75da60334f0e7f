"""A real server process on a real database: started, killed, started again."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.services import free_port

START_WAIT = 60
LIBRARY = os.environ.get("WORKSHOP_SERVER", "eventlet")
# eventlet's word for a line that the other end closed first.
HARMLESS = "socket shutdown error"
# All the tests join from one machine, somebody who is away is missed at once, and a worker is there for those
# tests that ask for one.
SETTINGS = {
    "JOINS_PER_MINUTE": "100000",
    "WRONG_CODES_PER_MINUTE": "100000",
    "COMMANDS_PER_SECOND": "10000",
    "AWAY_SECONDS": "0.3",
    "WORKERS": "0",
}


class Server:
    """``workshop serve``, or with a plan ``workshop run``. ``settings``: environment variables."""

    def __init__(self, data: Path, plan: Path | None = None, **settings: str) -> None:
        self.data = data
        self.port = free_port()
        self.home = ""
        self.code = ""
        self._plan = plan
        self._settings = SETTINGS | settings
        self._log = data.with_name(f"{data.name}.log")
        self._read = 0
        self.process: subprocess.Popen[str]
        self.start()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start, on the port of before if there was one, and wait for the greeting."""
        command = [sys.executable, "-m", "workshop", "run" if self._plan else "serve"]
        command += ["--port", str(self.port), "--data", str(self.data), "--server", LIBRARY]
        command += ["--plan", str(self._plan)] if self._plan else []
        with self._log.open("a") as log:
            self.process = subprocess.Popen(  # noqa: S603
                command, stdout=subprocess.PIPE, stderr=log, env=os.environ | self._settings, text=True
            )
        words = self._greeting()
        self.port = int(_found(r"http://localhost:(\d+)/host/", words))
        self.home = _found(r"/host/(\S+)", words)
        self.code = _found(r"/j/(\w+)", words) if self._plan else ""

    def _greeting(self) -> str:
        assert self.process.stdout is not None
        pipe = self.process.stdout.fileno()
        words, end = b"", time.monotonic() + START_WAIT
        while b"Ctrl-C" not in words:
            ready, _, _ = select.select([pipe], [], [], max(0, end - time.monotonic()))
            said = os.read(pipe, 4096) if ready else b""
            if not said:
                self.kill()
                raise AssertionError(f"The server did not start. It said: {words!r}\n{self._log.read_text()}")
            words += said
        return words.decode()

    def kill(self) -> None:
        """As when the power goes."""
        self.process.kill()
        self._ended()

    def stop(self, sign: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """As Ctrl-C or a supervisor does: the exit code, and what it said at the end."""
        self.process.send_signal(sign)
        return self._ended()

    def _ended(self) -> tuple[int, str]:
        words, _ = self.process.communicate(timeout=20)
        return self.process.returncode, words

    def troubles(self) -> str:
        """What was logged since this was last asked."""
        words = self._log.read_text()
        new, self._read = words[self._read :], len(words)
        return "\n".join(line for line in new.splitlines() if HARMLESS not in line)


def _found(pattern: str, words: str) -> str:
    match: re.Match[str] | None = re.search(pattern, words)
    assert match is not None, f"The greeting holds no {pattern}:\n{words}"
    return match[1]


def command_line(*arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    """``workshop`` with these arguments, run to its end."""
    command = [sys.executable, "-m", "workshop", *arguments]
    return subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, timeout=60, check=False, **more
    )

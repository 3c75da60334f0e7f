"""``workshop serve --processes``: several real servers on one database, and who watches over them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import requests

from tests.services import answers, free_port, until
from tests.stories.server import LIBRARY, SETTINGS


def serves(port: int) -> bool:
    """Whether it does more than listen: from then on it also hears when it is to stop."""
    try:
        return requests.get(f"http://127.0.0.1:{port}/", timeout=10).ok
    except requests.RequestException:
        return False


class One:
    """One of the processes, or whatever stands in front of them. ``home``: the host's key."""

    def __init__(self, base: str, home: str) -> None:
        self.base = base
        self.home = home


class Several:
    """``count`` processes on ports in a row. ``settings``: environment variables."""

    def __init__(self, folder: Path, count: int, database: str, **settings: str) -> None:
        folder.mkdir(exist_ok=True)
        self.count = count
        self.first = free_port(count)
        self.data = folder / "data"
        self.said = folder / "said"
        self.complained = folder / "complained"
        command = [sys.executable, "-m", "workshop", "serve", "--processes", str(count)]
        command += ["--port", str(self.first), "--data", str(self.data), "--server", LIBRARY]
        environment = os.environ | SETTINGS | {"DATABASE_URL": database} | settings
        with self.said.open("w") as said, self.complained.open("w") as complained:
            self.process = subprocess.Popen(  # noqa: S603
                command, stdout=said, stderr=complained, env=environment
            )

    @property
    def ports(self) -> list[int]:
        return list(range(self.first, self.first + self.count))

    @property
    def home(self) -> str:
        until(lambda: "Ctrl-C" in self.said.read_text(), "the greeting")
        link = re.search(r"/host/(\S+)", self.said.read_text())
        assert link is not None, self.complained.read_text()
        return link[1]

    def one(self, no: int) -> One:
        return One(f"http://127.0.0.1:{self.ports[no]}", self.home)

    def all_answer(self) -> bool:
        return all(map(serves, self.ports))

    def none_answers(self) -> bool:
        return not any(map(answers, self.ports))

    def children(self) -> list[int]:
        """Their numbers, in the order in which they were started."""
        pid = self.process.pid
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def look_away(self) -> None:
        """Nobody is started again until :meth:`look_again`."""
        self.process.send_signal(signal.SIGSTOP)

    def look_again(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def end(self) -> None:
        """As when the one that watches is killed: all the others go by themselves."""
        self.process.kill()
        self.process.wait()
        until(self.none_answers, "their end")

"""A person who asks for the time every ten milliseconds, in a process of their own: how long the server lags.

``python -m tests.faults.probe ADDRESS TOKEN`` ends with its input and prints percentiles in milliseconds.
"""

from __future__ import annotations

import json
import select
import subprocess
import sys
import time
from statistics import quantiles

from tests.stories.line import Line
from tests.stories.person import Person

EVERY = 0.01
# So many answers, and the probe has begun.
WARM = 5


def ask(address: str, token: str) -> list[float]:
    waits: list[float] = []
    with Line(address, json.dumps({"token": token})) as line:
        line.hears("42")
        while not select.select([sys.stdin], [], [], EVERY)[0]:
            begun = time.perf_counter()
            assert line.asks('421["time",{}]') is not None, "the probe's line was cut"
            waits.append((time.perf_counter() - begun) * 1000)
            if len(waits) == WARM:
                print("asking", flush=True)
    return waits


class Probe:
    """The process, from here."""

    def __init__(self, person: Person) -> None:
        command = [sys.executable, "-m", "tests.faults.probe", person.base, str(person.boot["token"])]
        self._process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "asking\n", "the probe did not begin"

    def end(self) -> None:
        if self._process.poll() is None:
            self._process.communicate(timeout=60)

    def lag(self) -> dict[str, float]:
        """``p50``, ``p99`` and ``most``, in milliseconds, of how long an answer took."""
        said, _ = self._process.communicate(timeout=60)
        found: dict[str, float] = json.loads(said)
        return found


if __name__ == "__main__":
    found = ask(*sys.argv[1:3])
    cuts = quantiles(found, n=100)
    print(json.dumps({"p50": cuts[49], "p99": cuts[98], "most": max(found), "asked": len(found)}))

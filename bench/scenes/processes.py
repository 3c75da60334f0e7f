"""Many cafés on one process and on two, with PostgreSQL and Redis; nothing is pinned to a core.

Needs ``DATABASE_URL`` and ``REDIS_URL``. Each café is at one process, where nginx would lead it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import count
from pathlib import Path

from bench.crowd import Crowd, Shot
from bench.figures import Figures, acked_ms, delivered, refused, seen_ms, spread
from bench.line import Line
from bench.people import Host, fill_in
from bench.server import ENVIRONMENT, Process, words_until
from bench.shots import NOTE_LENGTH, text

CAFES, SEATS = 40, 8
# Notes a second: what is easy for one process, and more than any number of them takes here.
EASY, TOO_MANY = 200.0, 8_000.0
# Tables would be full after five seconds of the latter.
SECONDS = 3.0
PORT = 18_700
PATIENCE = 90.0


class One(Process):
    """One of the processes, as those who fill in forms see it."""

    def __init__(self, watcher: subprocess.Popen[str], pid: int, port: int, host_path: str) -> None:
        super().__init__(watcher, port)
        self.base, self.host_path, self._pid = f"http://127.0.0.1:{port}", host_path, pid

    @property
    def cpu(self) -> float:
        return time.clock_gettime(((~self._pid) << 3) | 2)


def processes() -> Figures:
    """The same notes to one process and to two."""
    if not {"DATABASE_URL", "REDIS_URL"} <= os.environ.keys():
        raise SystemExit(
            "Give a PostgreSQL, which keeps the cafés, in DATABASE_URL, and a Redis in REDIS_URL."
        )
    mine = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    try:
        return {"cafes": CAFES, "people": CAFES * SEATS, "runs": [_run(number) for number in (1, 2)]}
    finally:
        os.sched_setaffinity(0, mine)


def _run(number: int) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        watcher, ones = _start(Path(folder), number)
        crowd = Crowd(ones[0].address)
        try:
            hosts = [Host(one) for one in ones]
            cafes = [_open(crowd, hosts[no % number], ones[no % number]) for no in range(CAFES)]
            crowd.linger(2.0)
            idle, easy, full = _idle(crowd, ones), _notes(crowd, cafes, EASY), _notes(crowd, cafes, TOO_MANY)
            found: Figures = {"processes": number, "idle_shares": idle}
            return found | {"easy": _fire(crowd, ones, easy), "full": _fire(crowd, ones, full)}
        finally:
            crowd.hang_up(crowd.everyone)
            watcher.terminate()
            watcher.wait()


def _start(folder: Path, number: int) -> tuple[subprocess.Popen[str], list[One]]:
    command = [sys.executable, "-m", "workshop", "serve", "--data", str(folder / "data"), "--port", str(PORT)]
    log = folder / "log"
    with log.open("w") as errors:
        watcher = subprocess.Popen(  # noqa: S603
            [*command, "--processes", str(number)],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={**os.environ, **ENVIRONMENT},
        )
    link = re.search(r"(/host/\S+)", words_until(watcher, "Ctrl-C", log))
    assert link is not None
    ones = [One(watcher, pid, PORT + no, link[1]) for no, pid in enumerate(_pids(watcher, number))]
    for one in ones:
        _until_it_answers(one)
    return watcher, ones


def _pids(watcher: subprocess.Popen[str], number: int) -> list[int]:
    """One process serves by itself, several have somebody who watches over them."""
    below = Path(f"/proc/{watcher.pid}/task/{watcher.pid}/children").read_text().split()
    return [watcher.pid] if number == 1 else [int(pid) for pid in below]


def _until_it_answers(one: One) -> None:
    for tried in count():
        try:
            Host(one)
        except OSError:
            if tried > PATIENCE * 10:
                raise
            time.sleep(0.1)
        else:
            return


def _open(crowd: Crowd, host: Host, one: One) -> list[Line]:
    """A café of the blank plan with everybody at their tables."""
    crowd.address = one.address
    code = host.new_cafe("blank")
    (console,) = crowd.come_in([host.token(code)], counts=False)
    lines = crowd.come_in(fill_in(one, code, SEATS))
    for after in (None, "s1"):
        crowd.ask(console, type="step.next", after=after, call=False)
    crowd.until(lambda: all(line.step == "s2" for line in lines), PATIENCE)
    return lines


def _notes(crowd: Crowd, cafes: list[list[Line]], rate: float) -> list[Shot]:
    """One café after another, one person after another."""
    note = {"type": "note.add", "step": "s2", "kind": "helped", "text": text(NOTE_LENGTH)}
    sizes = [Counter(line.table for line in lines) for lines in cafes]
    shots = []
    for no in range(round(rate * SECONDS)):
        cafe = no % CAFES
        line = cafes[cafe][no // CAFES % SEATS]
        audience = sizes[cafe][line.table]
        shots.append(crowd.prepare(line, no / rate, note, stream="table", audience=audience))
    return shots


def _idle(crowd: Crowd, ones: list[One]) -> list[float]:
    """The share of a core that each process takes while nobody does anything."""
    before = [one.cpu for one in ones]
    crowd.linger(SECONDS)
    return [round((one.cpu - cpu) / SECONDS, 3) for one, cpu in zip(ones, before, strict=True)]


def _fire(crowd: Crowd, ones: list[One], shots: list[Shot]) -> Figures:
    cpu, own, busy = [one.cpu for one in ones], time.process_time(), _busy()
    began = time.perf_counter()
    crowd.fire(shots, patience=PATIENCE)
    wall = time.perf_counter() - began
    spent = [one.cpu - before for one, before in zip(ones, cpu, strict=True)]
    acked = [shot.acked for shot in shots if shot.ok]
    mine = time.process_time() - own
    return {
        "notes_per_s": round(len(acked) / (max(acked) - min(shot.sent for shot in shots))),
        "ack_ms": spread(acked_ms(shots)),
        "last_screen_ms": spread(seen_ms(shots)),
        "cpu_us_per_note": round(sum(spent) / len(acked) * 1e6),
        "shares": [round(each / wall, 2) for each in spent],
        "crowd_share": round(mine / wall, 2),
        "others_share": round((_busy() - busy - mine - sum(spent)) / wall, 2),
        "delivered": delivered(shots),
        "refused": sum(refused(shots).values()),
    }


def _busy() -> float:
    """Seconds that all programs together have taken of all cores."""
    user, nice, system, _, _, hard, soft, stolen = map(
        int, Path("/proc/stat").read_text().split("\n")[0].split()[1:9]
    )
    return (user + nice + system + hard + soft + stolen) / os.sysconf("SC_CLK_TCK")

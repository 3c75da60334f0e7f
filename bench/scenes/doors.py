"""Coming in: everybody at once, in the middle of a round or of the wall, and after the server was killed."""

from __future__ import annotations

import time

from bench.crowd import clock
from bench.day import Day
from bench.figures import Figures, measured
from bench.line import Line


def storm(day: Day) -> tuple[Figures, list[Line]]:
    """Everybody connects in the same moment; ``seconds`` until the last one has the snapshots."""
    lines: list[Line] = []
    began = clock()
    cost = measured(day.crowd, day.server, lambda: lines.extend(day.crowd.come_in(day.tokens)))
    sizes = sorted(line.snapshot for line in lines)
    return {
        "seconds": round(max(line.welcomed for line in lines) - began, 3),
        "snapshot_kb": round(sizes[len(sizes) // 2] / 1024, 1),
        "cpu_ms_each": round(cost["cpu_s"] / len(lines) * 1e3, 2),
        "crowd_share": cost["crowd_share"],
    }, lines


def storm_again(day: Day) -> Figures:
    """Everybody hangs up and comes in again at once."""
    day.crowd.hang_up(day.crowd.lines)
    day.settle()
    found, _ = storm(day)
    day.settle()
    return found


def reconnect(day: Day) -> Figures:
    """``kill -9``, a new start, and everybody is back. Memory is that of a process with nothing before."""
    killed = time.perf_counter()
    day.server.kill()
    day.crowd.hang_up(day.crowd.everyone)
    day.server.begin_again()
    up = time.perf_counter()
    day.host_comes_in()
    before = day.server.memory_kb
    found, _ = storm(day)
    back = time.perf_counter()
    day.settle()
    return {
        **found,
        "from_kill_s": round(back - killed, 2),
        "start_s": round(up - killed, 2),
        "kb_per_connection": round((day.server.memory_kb - before) / day.people, 1),
    }

"""What a series of shots shows."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.crowd import PATIENCE, Crowd, Shot
from bench.server import SERVER_CORE, Process

Figures = dict[str, Any]


def spread(milliseconds: Sequence[float]) -> dict[str, float]:
    """p50, p95 and p99 by nearest rank, to a tenth of a millisecond."""
    ordered = sorted(milliseconds) or [0.0]
    return {f"p{p}": round(ordered[min(len(ordered) - 1, len(ordered) * p // 100)], 1) for p in (50, 95, 99)}


def acked_ms(shots: Sequence[Shot]) -> list[float]:
    """From sending to the acknowledgement; what never came counts as the whole patience."""
    return [(shot.acked - shot.sent) * 1e3 if shot.acked else PATIENCE * 1e3 for shot in shots]


def seen_ms(shots: Sequence[Shot]) -> list[float]:
    """From sending until the last of the audience has it and it is acknowledged, durable."""
    return [(max(shot.last, shot.acked) - shot.sent) * 1e3 if shot.done else PATIENCE * 1e3 for shot in shots]


def delivered(shots: Sequence[Shot]) -> float:
    """The share of all deliveries that should have happened and did. More than once counts once."""
    should = sum(shot.audience for shot in shots)
    return round(sum(min(shot.heard, shot.audience) for shot in shots) / should, 6) if should else 1.0


def refused(shots: Sequence[Shot]) -> dict[str, int]:
    """Answers that were no promise, by their beginning."""
    return dict(Counter(shot.answer.decode()[:120] for shot in shots if shot.acked and not shot.ok))


def stall_ms(probes: Sequence[Shot]) -> float:
    """p99 of how much longer a question took than the fastest one: how long the loop made people wait."""
    times = acked_ms(probes)
    return round(spread([each - min(times) for each in times])["p99"], 1)


def core_seconds() -> float:
    """What all programs together, and the hardware's other guests, have taken of the server's core."""
    line = Path("/proc/stat").read_text().splitlines()[SERVER_CORE + 1].split()
    user, nice, system, stolen = (int(line[field]) for field in (1, 2, 3, 8))
    return (user + nice + system + stolen) / os.sysconf("SC_CLK_TCK")


def measured(crowd: Crowd, server: Process, do: Callable[[], None]) -> Figures:
    """What something costs: seconds of CPU of the server, and the shares of a core of both sides.

    ``others_share``: what other programs took of the server's core meanwhile.
    ``crowd_late``: how many commands left late. ``lines_cut``: how many people have lost their line so far.
    """
    cpu, own, began, late = server.cpu, time.process_time(), time.perf_counter(), crowd.late
    core = core_seconds()
    do()
    wall = time.perf_counter() - began
    spent = server.cpu - cpu
    return {
        "cpu_s": spent,
        "server_share": round(spent / wall, 2),
        "others_share": round(max(0.0, core_seconds() - core - spent) / wall, 2),
        "crowd_share": round((time.process_time() - own) / wall, 2),
        "crowd_late": crowd.late - late,
        "lines_cut": sum(line.closed for line in crowd.lines),
    }


def fired(
    crowd: Crowd,
    server: Process,
    shots: Sequence[Shot],
    *,
    rate: float,
    each: str,
    beside: Sequence[Shot] = (),
) -> Figures:
    """Send them, and others ``beside``: latency to the ack and the last screen, and what ``each`` costs."""
    cost = measured(crowd, server, lambda: crowd.fire([*shots, *beside]))
    return {
        "rate": rate,
        "ack_ms": spread(acked_ms(shots)),
        "last_screen_ms": spread(seen_ms(shots)),
        f"cpu_us_per_{each}": round(cost.pop("cpu_s") / len(shots) * 1e6),
        **cost,
        "delivered": delivered(shots),
        "refused": refused(shots),
    }

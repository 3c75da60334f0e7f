"""Notes at tables while a worker reckons suggestions on all of them, and while it is held.

Both in turn, a few seconds each, so that whatever else the machine does falls on both alike. The worker
shares the server's core, which is the worst that can happen to either.
"""

from __future__ import annotations

import os
import random
import signal
import time
import urllib.request
from pathlib import Path

from bench.crowd import Shot
from bench.day import Day
from bench.figures import Figures, acked_ms, delivered, measured, refused, seen_ms, spread
from bench.shots import notes, probes

PEOPLE, SIZES = 92, (500, 2_000)
# What is on the board is written at the first rate, a second; what is measured at the second, in so many
# turns of so many seconds each. Held for longer than its lease, a worker would lose its job.
FILL, RATE, TURNS, SECONDS, PATIENCE = 200.0, 46.0, 12, 4.0, 300.0
# So often in a row nothing is to be done before it counts as nothing.
QUIET = 8

WHO = ("the district nurse", "our social worker", "my mother", "a neighbour", "the school", "my doctor")
DID = ("listened to us", "waited for months", "explained the letter", "never called back", "came to see us")
WHERE = ("after the operation", "when the lift was broken", "at the weekend", "on the bus to hospital")
WHY = (
    "and nobody told us why",
    "because no interpreter came",
    "which gave me courage",
    "so we stayed at home",
)


def invented(no: int) -> str:
    """A note of some fifteen words, like some and unlike most others."""
    some = random.Random(no)  # noqa: S311
    return "~ " + " ".join(some.choice(words) for words in (WHO, DID, WHERE, WHY)).capitalize()


def worker() -> Figures:
    """For each number of notes on the board."""
    return {"people": PEOPLE, "runs": [_run(size) for size in SIZES]}


def _run(size: int) -> Figures:
    with Day(PEOPLE, ("stories", "Notes", "board"), WORKERS="1") as day:
        day.get_ready()
        day.crowd.come_in(day.tokens)
        day.sit_down("stories")
        day.crowd.fire(notes(day.crowd, day.step_id("stories"), FILL, size, invented), patience=60.0)
        day.sit_down("Notes")
        _until_done(day)
        hand = _the_worker(day)
        began, busy = time.perf_counter(), _cpu(hand)
        turns = [_turn(day, hand, held=no % 2 == 0) for no in range(TURNS)]
        share = (_cpu(hand) - busy) / (time.perf_counter() - began) * 2
        return {
            "notes": size,
            "held": _told(turns[::2]),
            "at_work": _told(turns[1::2]),
            "worker_share": round(share, 2),
            "worker_mb": _megabytes(hand, "VmRSS"),
            "worker_most_mb": _megabytes(hand, "VmHWM"),
        }


Turn = tuple[list[Shot], list[Shot], Figures]


def _turn(day: Day, hand: int, *, held: bool) -> Turn:
    """Notes, questions that show how late the loop is, and what it cost."""
    os.kill(hand, signal.SIGSTOP if held else signal.SIGCONT)
    (probe,) = day.crowd.come_in(day.tokens[:1], counts=False)
    asked = probes(day.crowd, probe, SECONDS)
    shots = notes(day.crowd, day.step_id("Notes"), RATE, round(RATE * SECONDS), invented)
    cost = measured(day.crowd, day.server, lambda: day.crowd.fire([*shots, *asked]))
    day.crowd.hang_up([probe])
    return shots, asked, cost


def _told(turns: list[Turn]) -> Figures:
    shots = [shot for written, _, _ in turns for shot in written]
    late = acked_ms([shot for _, asked, _ in turns for shot in asked])
    return {
        "ack_ms": spread(acked_ms(shots)),
        "last_screen_ms": spread(seen_ms(shots)),
        "stall_p99_ms": spread([each - min(late) for each in late])["p99"],
        "stall_most_ms": round(max(late) - min(late), 1),
        "others_share": max(cost["others_share"] for _, _, cost in turns),
        "delivered": delivered(shots),
        "refused": refused(shots),
    }


def _the_worker(day: Day) -> int:
    found = Path(f"/proc/{day.server.process.pid}/task").glob("*/children")
    (pid,) = [int(pid) for each in found for pid in each.read_text().split()]
    return pid


def _cpu(pid: int) -> float:
    """Seconds of CPU of all threads of a process."""
    return time.clock_gettime(((~pid) << 3) | 2)


def _megabytes(pid: int, field: str) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith(field))
    return int(line.split()[1]) // 1024


def _until_done(day: Day) -> None:
    """The first suggestions on all that was written so far have been handed in."""
    end, quiet = time.monotonic() + PATIENCE, 0
    while quiet < QUIET:
        if time.monotonic() > end:
            raise TimeoutError("the first suggestions did not come")
        day.crowd.linger(0.25)
        quiet = quiet + 1 if _nothing_to_do(day) else 0


def _nothing_to_do(day: Day) -> bool:
    with urllib.request.urlopen(f"{day.server.base}/metrics") as answer:  # noqa: S310
        lines = answer.read().decode().splitlines()
    return all(line.endswith(" 0.0") for line in lines if line.startswith("workshop_jobs{"))

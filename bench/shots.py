"""What people send to be measured: notes at their tables, lines in the hall."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

from bench.crowd import Crowd, Shot
from bench.figures import Figures, acked_ms, delivered, fired, measured, refused, seen_ms, spread, stall_ms
from bench.line import Line
from bench.server import Process

WORDS = "The same worker for two years, and the children stopped asking who was coming. That helped. "
NOTE_LENGTH = 200
PROBES_PER_SECOND = 100


def text(length: int) -> str:
    """A text of about this length that begins with the place for a mark."""
    return ("~ " + WORDS * (length // len(WORDS) + 1))[: length - 6].strip()


def settle(crowd: Crowd, server: Process) -> None:
    """Wait until the server has nothing left to do, twice in a row; a minute at most."""
    quiet = 0
    for _ in range(300):
        before = server.cpu
        crowd.linger(0.2)
        quiet = quiet + 1 if server.cpu - before < 0.02 else 0
        if quiet == 2:
            return


def same(_no: int) -> str:
    return text(NOTE_LENGTH)


def notes(crowd: Crowd, step: str, rate: float, count: int, words: Callable[[int], str] = same) -> list[Shot]:
    """``count`` notes at this rate, each by somebody else, to be heard at the author's table.

    ``words``: what the n-th says, with a place for a mark.
    """
    lines = crowd.lines
    random.Random(count).shuffle(lines)  # noqa: S311
    sizes = Counter(line.table for line in lines)
    made = []
    for no in range(count):
        line = lines[no % len(lines)]
        note = {"type": "note.add", "step": step, "kind": "helped", "text": words(no)}
        made.append(crowd.prepare(line, no / rate, note, stream="table", audience=sizes[line.table]))
    return made


def probes(crowd: Crowd, line: Line, seconds: float) -> list[Shot]:
    """Questions on a line of their own."""
    rate = PROBES_PER_SECOND
    return [crowd.prepare_probe(line, no / rate) for no in range(round(rate * seconds))]


def write(
    crowd: Crowd, server: Process, step: str, rate: float, seconds: float, probe: Line | None = None
) -> Figures:
    """Notes all over the room at one rate: latency to the ack and to the table's last screen, and cost."""
    shots = notes(crowd, step, rate, round(rate * seconds))
    asked = probes(crowd, probe, seconds) if probe else []
    found = fired(crowd, server, shots, rate=rate, each="note", beside=asked)
    return found | ({"stall_p99_ms": stall_ms(asked)} if asked else {})


def say(
    crowd: Crowd, server: Process, step: str, rate: float, count: int, *, words: str, lines: list[Line]
) -> Figures:
    """Lines in the plenary's chat, each heard by all of ``lines``: latency to the last of them, and cost."""
    content = {"type": "chat.say", "step": step, "kind": "comment", "text": words}
    shots = [
        crowd.prepare(lines[no * 7 % len(lines)], no / rate, content, stream="hall", audience=len(lines))
        for no in range(count)
    ]
    cost = measured(crowd, server, lambda: crowd.fire(shots))
    return {
        "rate": rate,
        "ack_ms": spread(acked_ms(shots)),
        "last_client_ms": spread(seen_ms(shots)),
        "cpu_us_per_recipient": round(cost.pop("cpu_s") / count / len(lines) * 1e6, 1),
        **cost,
        "delivered": delivered(shots),
        "refused": refused(shots),
    }

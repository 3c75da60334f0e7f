"""What the crowd does to be measured, scene by scene, in the order of the day."""

from __future__ import annotations

from collections.abc import Iterator

from bench.crowd import clock
from bench.day import Day, text
from bench.figures import Figures, acked_ms, delivered, measured, refused, seen_ms, spread, stall_ms
from bench.line import Line

BOUND_MS = 25.0
SECONDS = 4.0
RATES = (400, 800, 1_200, 1_500, 2_000, 2_500, 3_000, 4_000)
PROBES_PER_SECOND = 100
TRIES = 2


def rounds(quick: bool) -> list[str]:
    """The rounds that :func:`notes` may need, one for each rate and try: tables do not fill up."""
    rates = len(RATES) if not quick else 2
    return ["Usual", *(f"Notes {no + 1}" for no in range(rates * TRIES))]


def storm(day: Day, tokens: list[str]) -> tuple[float, list[Line]]:
    """Everybody connects at once; seconds until the last one has the snapshots."""
    began = clock()
    lines = day.crowd.come_in(tokens)
    return max(line.welcomed for line in lines) - began, lines


def join(day: Day) -> Figures:
    """The lobby fills, a round opens with a note each, and everybody comes in at once in the middle of it."""
    lobby, lines = storm(day, day.tokens)
    day.settle()
    day.sit_down("stories")
    shots = day.notes("stories", 200.0, min(day.people, 500))
    day.crowd.fire(shots, patience=60.0)
    day.crowd.hang_up(lines)
    day.settle()
    cost: Figures = {}
    again = 0.0

    def come() -> None:
        nonlocal again, lines
        again, lines = storm(day, day.tokens)

    cost = measured(day.crowd, day.server, come)
    sizes = sorted(line.snapshot for line in lines)
    return {
        "seconds": round(again, 3),
        "lobby_seconds": round(lobby, 3),
        "snapshot_kb": round(sizes[len(sizes) // 2] / 1024, 1),
        "cpu_ms_each": round(cost["cpu_s"] / day.people * 1e3, 2),
        "crowd_share": cost["crowd_share"],
    }


def notes_at(day: Day, step: str, rate: float, seconds: float, probe: Line | None) -> Figures:
    """Notes all over the room at one rate."""
    shots = day.notes(step, rate, round(rate * seconds))
    probes = day.probes(probe, PROBES_PER_SECOND, seconds) if probe else []
    cost = measured(day.crowd, day.server, lambda: day.crowd.fire([*shots, *probes]))
    return {
        "rate": rate,
        "ack_ms": spread(acked_ms(shots)),
        "last_screen_ms": spread(seen_ms(shots)),
        "cpu_us_per_note": round(cost.pop("cpu_s") / len(shots) * 1e6),
        **cost,
        "delivered": delivered(shots),
        "refused": refused(shots),
        **({"stall_p99_ms": stall_ms(probes)} if probe else {}),
    }


def holds(rung: Figures) -> bool:
    """Whether this rate was sustained."""
    return bool(
        rung["last_screen_ms"]["p95"] <= BOUND_MS and rung["delivered"] == 1.0 and not rung["refused"]
    )


def notes(day: Day, quick: bool) -> Figures:
    """Everybody moves table before each rate; a rate that fails gets a second try, and then it is over."""
    names = iter(rounds(quick))
    moves = [day.sit_down(next(names))]
    day.settle()
    usual = notes_at(day, "Usual", day.people / 2, SECONDS, None)
    (probe,) = day.crowd.come_in(day.tokens[:1], counts=False)
    rungs: list[Figures] = []
    for rate in RATES[:2] if quick else RATES:
        tried = list(_tries(day, names, float(rate), probe, moves))
        rungs.append(min(tried, key=lambda rung: rung["last_screen_ms"]["p95"]))
        if not holds(rungs[-1]):
            break
    day.crowd.hang_up([probe])
    return {
        "usual": usual,
        "rungs": rungs,
        "sustained": max((rung["rate"] for rung in rungs if holds(rung)), default=0),
        "moves_s": [round(move, 3) for move in moves],
    }


def _tries(day: Day, names: Iterator[str], rate: float, probe: Line, moves: list[float]) -> Iterator[Figures]:
    for _ in range(TRIES):
        name = next(names)
        moves.append(day.sit_down(name))
        day.settle()
        rung = notes_at(day, name, rate, SECONDS, probe)
        yield rung
        if holds(rung):
            return


def say(day: Day, rate: float, seconds: float, length: int, lines: list[Line]) -> Figures:
    """Lines in the plenary's chat, heard by all of ``lines``."""
    shots = [
        day.crowd.prepare(
            lines[no * 7 % len(lines)],
            no / rate,
            {"type": "chat.say", "step": day.step_id("plenary"), "kind": "comment", "text": text(length)},
            stream="hall",
            audience=len(lines),
        )
        for no in range(round(rate * seconds))
    ]
    cost = measured(day.crowd, day.server, lambda: day.crowd.fire(shots))
    return {
        "rate": rate,
        "last_client_ms": spread(seen_ms(shots)),
        "ack_ms": spread(acked_ms(shots)),
        "cpu_us_per_recipient": round(cost.pop("cpu_s") / len(shots) / len(lines) * 1e6, 1),
        **cost,
        "delivered": delivered(shots),
        "refused": refused(shots),
    }


def plenary(day: Day) -> Figures:
    """One line after another, far enough apart that none waits for the one before."""
    day.open("plenary")
    day.settle()
    return say(day, 5.0 if day.people > 500 else 10.0, 5.0, 200, day.crowd.lines)

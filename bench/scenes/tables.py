"""Notes at tables: at rising rates, each in a round of its own, so that tables do not fill up."""

from __future__ import annotations

from collections.abc import Iterator

from bench.day import Day
from bench.figures import Figures
from bench.line import Line
from bench.shots import notes as some_notes
from bench.shots import write

BOUND_MS = 25.0
SECONDS = 4.0
RATES = (400, 800, 1_200, 1_500, 2_000, 2_500, 3_000, 4_000)
QUICK_RATES = RATES[:2]
TRIES = 2
# So many notes are on the wall, and a snapshot of it weighs some 50 KB.
ON_THE_WALL = 150


def rounds(rates: tuple[int, ...]) -> list[str]:
    """The rounds that :func:`notes` may need, one for each rate and try."""
    return ["Usual", *(f"Notes {no + 1}" for no in range(len(rates) * TRIES))]


def stories(day: Day) -> None:
    """The first round, with the notes that the wall will show."""
    day.sit_down("stories")
    shots = some_notes(day.crowd, day.step_id("stories"), 200.0, min(day.people, ON_THE_WALL))
    day.crowd.fire(shots, patience=60.0)
    day.note_ids = [shot.id for shot in shots]


def holds(rung: Figures) -> bool:
    """Whether this rate was sustained: soon enough, to everyone, and by a crowd that kept up."""
    return bool(
        rung["last_screen_ms"]["p95"] <= BOUND_MS and rung["delivered"] == 1.0 and not rung["refused"]
    )


def notes(day: Day, rates: tuple[int, ...]) -> Figures:
    """Everybody moves table before each rate. A rate that fails gets a second try, and then it is over."""
    names = iter(rounds(rates))
    usual_step = next(names)
    moves = [day.sit_down(usual_step)]
    day.settle()
    usual = write(day.crowd, day.server, day.step_id(usual_step), day.people / 2, SECONDS)
    (probe,) = day.crowd.come_in(day.tokens[:1], counts=False)
    rungs: list[Figures] = []
    for rate in rates:
        tried = list(_tries(day, names, rate, probe, moves))
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
        rung = write(day.crowd, day.server, day.step_id(name), rate, SECONDS, probe)
        yield rung
        if holds(rung):
            return

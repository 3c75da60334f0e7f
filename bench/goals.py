"""What the server is meant to reach, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bench.figures import Figures
from bench.scenes.tables import BOUND_MS, holds

# people: plenary ms (p50, last client), join storm s, note ms (p95), notes/s with p95 within BOUND_MS
BY_SIZE = {
    92: (5.0, 0.3, 15.0, 1_500),
    500: (12.0, 0.8, 20.0, 1_500),
    1_000: (25.0, 1.5, 25.0, 2_000),
    2_000: (60.0, 3.0, 30.0, 1_500),
}
RECIPIENT_US, RECIPIENT_FLOORS = 20.0, 2.0
NOTE_US, NOTE_FLOORS = 400.0, 7.5
CONNECTION_KB = 70.0
STALL_MS = 10.0
OPENING_S = 1.0
GROWTH = 1.25
# Ratios are taken from the day with so many people, at about this rate, as the yardsticks are.
RATIO_PEOPLE, RATIO_RATE = 1_000, 1_600
SAME_RATE = 400


@dataclass(frozen=True, slots=True)
class Goal:
    """``most``: the bound is the most that is allowed, otherwise the least."""

    words: str
    bound: float
    measured: float
    unit: str
    most: bool = True

    @property
    def met(self) -> bool:
        return self.measured <= self.bound if self.most else self.measured >= self.bound


def goals(found: Figures) -> Iterator[Goal]:
    """Every goal, with what this run measured for it."""
    for run in found["runs"]:
        yield from _of_size(run)
    middle = next((run for run in found["runs"] if run["people"] == RATIO_PEOPLE), found["runs"][-1])
    yield from _ratios(middle, found["yardsticks"])
    yield from _growth(found)


def _of_size(run: Figures) -> Iterator[Goal]:
    if run["people"] not in BY_SIZE:
        return
    plenary, join, note, rate = BY_SIZE[run["people"]]
    who = f"{run['people']:,} people"
    yield Goal(f"{who}: plenary, last client, p50", plenary, run["plenary"]["last_client_ms"]["p50"], "ms")
    storms = (run["join"]["round"]["seconds"], run["wall"]["join"]["seconds"])
    yield Goal(f"{who}: join storm, the slower of round and wall", join, max(storms), "s")
    usual = run["notes"]["usual"]
    words = f"{who}: table note, p95, at {usual['rate']:g} a second"
    yield Goal(words, note, usual["last_screen_ms"]["p95"], "ms")
    words = f"{who}: notes/s sustained with p95 ≤ {BOUND_MS:g} ms"
    yield Goal(words, rate, run["notes"]["sustained"], "/s", most=False)


def rung_for_ratios(run: Figures) -> Figures:
    """The rate nearest to that of the yardsticks among those that were sustained, or the lowest of all."""
    rungs: list[Figures] = run["notes"]["rungs"]
    sustained = [rung for rung in rungs if holds(rung)] or rungs[:1]
    return min(sustained, key=lambda rung: abs(rung["rate"] - RATIO_RATE))


def _ratios(run: Figures, beside: Figures) -> Iterator[Goal]:
    each, send = run["plenary"]["cpu_us_per_recipient"], beside["send_us"]
    yield Goal("CPU per recipient of a plenary line", RECIPIENT_US, each, "µs")
    yield Goal(f"the same, × `send()` ({send:g} µs)", RECIPIENT_FLOORS, round(each / send, 1), "×")
    rung, lean = rung_for_ratios(run), beside["lean"]["notes"][-1]["cpu_us_per_note"]
    words = f"CPU per durable table note, at {rung['rate']:g} a second"
    yield Goal(words, NOTE_US, rung["cpu_us_per_note"], "µs")
    yield Goal(
        f"the same, × the bare loop ({lean} µs)", NOTE_FLOORS, round(rung["cpu_us_per_note"] / lean, 1), "×"
    )
    yield Goal("memory per connection", CONNECTION_KB, run["reconnect"]["kb_per_connection"], "KB")
    yield Goal(f"loop stall, p99, at {rung['rate']:g} notes a second", STALL_MS, rung["stall_p99_ms"], "ms")


def at_same_rate(run: Figures) -> int:
    """µs of CPU per note at the rate that is the same for every number of people."""
    cost: int = next(r["cpu_us_per_note"] for r in run["notes"]["rungs"] if r["rate"] == SAME_RATE)
    return cost


def shares(found: Figures) -> Iterator[float]:
    """The delivered share of every scene that had an audience."""
    for run in found["runs"]:
        scenes = [run["plenary"], run["slow"], run["notes"]["usual"], *run["wall"]["rungs"]]
        yield from (scene["delivered"] for scene in (*scenes, *run["notes"]["rungs"]))
    yield found["many"]["delivered"]


def _growth(found: Figures) -> Iterator[Goal]:
    costs = [at_same_rate(run) for run in found["runs"]]
    sizes = " … ".join(f"{found['runs'][no]['people']:,}" for no in (0, -1))
    words = f"CPU per note at {SAME_RATE} a second, {sizes} people: dearest to cheapest"
    yield Goal(words, GROWTH, round(max(costs) / min(costs), 2), "×")
    opening, many = found["opening"], found["many"]
    yield Goal(f"a workshop of {opening['entries']:,} entries opens", OPENING_S, opening["seconds"], "s")
    words = f"{many['cafes']} workshops of 20 people, {many['rate']:g} notes a second, p95"
    yield Goal(words, BOUND_MS, many["last_screen_ms"]["p95"], "ms")
    yield Goal("delivered share, the least of all scenes", 1.0, min(shares(found)), "", most=False)

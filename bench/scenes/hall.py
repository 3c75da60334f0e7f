"""What everyone in the café hears: the plenary's chat, with and without slow people; the wall; the dots."""

from __future__ import annotations

import json
from typing import Any

from bench.crowd import Shot
from bench.day import Day
from bench.figures import Figures, acked_ms, fired, measured, refused, spread
from bench.scenes.doors import storm_again
from bench.shots import say, text

THEMES = 50
WALL_RATES = (30, 100, 300)
WALL_SECONDS = 4.0
WALL_BOUND_MS = 250.0
VOTING_SECONDS = 10.0
DOTS = 3
SLOW_SHARE = 0.1
SLOW_LINES = 150
# More than the server and the kernel keep for somebody who does not read: 500 signs of three bytes.
FLOOD, LONG = 600, "~ " + 480 * "話"
MOST_LINES, MOST_DELIVERIES = 80.0, 30_000


def plenary(day: Day) -> Figures:
    """One line after another, far enough apart that none waits for the one before."""
    if day.current != "plenary":
        day.open("plenary")
    day.settle()
    rate = 5.0 if day.people > 500 else 10.0
    step = day.step_id("plenary")
    return say(day.crowd, day.server, step, rate, round(rate * 5), words=text(200), lines=day.crowd.lines)


def slow(day: Day) -> Figures:
    """A tenth of the people stop reading: what the others feel, and what becomes of the slow."""
    lines = day.crowd.lines
    leaving = lines[:: round(1 / SLOW_SHARE)]
    tokens = day.tokens[:: round(1 / SLOW_SHARE)]
    day.crowd.hang_up(leaving)
    sleepy = [day.crowd.call(token, narrow=True) for token in tokens]
    day.crowd.until(lambda: all(line.welcomed for line in sleepy), 60.0)
    others = [line for line in day.crowd.lines if line not in set(sleepy)]
    day.settle()
    rate, step = min(MOST_LINES, MOST_DELIVERIES / day.people), day.step_id("plenary")
    before = say(day.crowd, day.server, step, rate, SLOW_LINES, words=LONG, lines=others)
    memory, heard = day.server.memory_kb, [line.marks for line in sleepy]
    day.crowd.stop_reading(sleepy)
    during = say(day.crowd, day.server, step, rate, FLOOD, words=LONG, lines=others)
    grown = day.server.memory_kb - memory
    day.crowd.read_again(sleepy)
    day.crowd.linger(3.0)
    dropped = sum(line.closed for line in sleepy)
    caught_up = sum(
        not line.closed and line.marks - then == FLOOD for line, then in zip(sleepy, heard, strict=True)
    )
    return {
        "rate": rate,
        "without_ms": before["last_client_ms"],
        "with_ms": during["last_client_ms"],
        "delivered": min(before["delivered"], during["delivered"]),
        "refused": before["refused"] | during["refused"],
        "slow": len(sleepy),
        "dropped": dropped,
        "caught_up": caught_up,
        "memory_grown_kb": grown,
        "crowd_share": during["crowd_share"],
    }


def wall(day: Day) -> Figures:
    """Everybody sees the wall: they come in to it at once, and themes are named at rising rates."""
    day.open("themes")
    ids = _start_themes(day)
    join = storm_again(day)
    rungs: list[Figures] = []
    for rate in WALL_RATES:
        rungs.append(_rename(day, ids, rate))
        day.settle()
        if rungs[-1]["last_screen_ms"]["p95"] > WALL_BOUND_MS or rungs[-1]["delivered"] < 1.0:
            break
    return {"join": join, "rungs": rungs}


def _start_themes(day: Day) -> list[str]:
    step, each = day.step_id("themes"), max(1, len(day.note_ids) // THEMES)
    count = min(THEMES, len(day.note_ids))
    lines = day.crowd.lines
    shots = [
        day.crowd.prepare(
            lines[no % len(lines)],
            no / 50,
            {"type": "theme.start", "step": step, "notes": day.note_ids[no * each : (no + 1) * each]},
        )
        for no in range(count)
    ]
    day.crowd.fire(shots, patience=30.0)
    assert not refused(shots), refused(shots)
    day.settle()
    return [shot.id for shot in shots]


def _rename(day: Day, themes: list[str], rate: float) -> Figures:
    lines = day.crowd.lines
    shots = [
        day.crowd.prepare(
            lines[no * 7 % len(lines)],
            no / rate,
            {"type": "theme.name", "theme": themes[no % len(themes)], "name": "~ What helped, and for whom"},
            stream="wall",
            audience=len(lines),
        )
        for no in range(round(rate * WALL_SECONDS))
    ]
    return fired(day.crowd, day.server, shots, rate=rate, each="change")


def dots(day: Day) -> Figures:
    """Everybody casts all their dots within ten seconds, one after another; then the result is there."""
    day.crowd.overheard.clear()
    day.open("dots")
    ballot = _ballot(day, still_open=True)
    options = [option["id"] for option in ballot["options"]]
    day.settle()
    shots = _papers(day, ballot["id"], options)
    cost = measured(day.crowd, day.server, lambda: day.crowd.fire(shots))
    day.open("plenary")
    result = _ballot(day, still_open=False)["result"]
    return {
        "rate": round(len(shots) / VOTING_SECONDS),
        "ack_ms": spread(acked_ms(shots)),
        "cpu_us_per_dot": round(cost.pop("cpu_s") / len(shots) * 1e6),
        **cost,
        "counted": round(sum(result.values()) / len(shots), 6),
        "refused": refused(shots),
    }


def _papers(day: Day, ballot: str, options: list[str]) -> list[Shot]:
    """Each person's paper after their first, second and third dot, a third of the time between them."""
    lines, shots = day.crowd.lines, []
    for no, line in enumerate(lines):
        for dot in range(DOTS):
            due = (dot + no / len(lines)) * VOTING_SECONDS / DOTS
            chosen = {options[(no + more) % len(options)]: 1 for more in range(dot + 1)}
            shots.append(
                day.crowd.prepare(line, due, {"type": "dots.place", "ballot": ballot, "dots": chosen})
            )
    return shots


def _ballot(day: Day, *, still_open: bool) -> dict[str, Any]:
    """The ballot as the host hears it in the hall, once it is open, or closed."""
    found: list[dict[str, Any]] = []

    def heard() -> bool:
        found.extend(ballot for ballot in _ballots(day) if ballot["open"] is still_open)
        return bool(found)

    day.crowd.until(heard, 30.0)
    return found[-1]


def _ballots(day: Day) -> list[dict[str, Any]]:
    """Every state of a ballot that the host has heard in the hall since the last look, in order."""
    heard = [json.loads(packet[2:])[1] for packet in day.crowd.overheard if b'"ballot/' in packet]
    day.crowd.overheard.clear()
    puts = [event["put"] for frame in heard if frame["stream"] == "hall" for event in frame["events"]]
    return [doc for put in puts for key, doc in put.items() if key.startswith("ballot/")]

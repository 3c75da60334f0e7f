"""The figures as Markdown: goal by goal, then scene by scene."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from bench.figures import Figures
from bench.goals import at_same_rate, goals, rung_for_ratios
from bench.scenes.tables import BOUND_MS


def markdown(found: Figures) -> str:
    """The part of ``docs/performance.md`` that a run writes."""
    parts = [_heading(found), _goals(found), PICTURE, "### Tables", _notes(found)]
    parts += ["### Coming in", _doors(found), "### What everyone hears", _hall(found), _wall(found)]
    parts += ["### Beside it", _yardsticks(found)]
    return "\n\n".join(parts)


PICTURE = (
    "![Latency of a note against notes a second, and CPU per note against the number of people]"
    "(images/performance.svg)"
)


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    columns = list(head)
    lines = [f"| {' | '.join(columns)} |", "|" + "---|" * len(columns)]
    return "\n".join([*lines, *(f"| {' | '.join(map(str, row))} |" for row in rows)])


def three(spread: dict[str, float]) -> str:
    return f"{spread['p50']:g} / {spread['p95']:g} / {spread['p99']:g}"


def percent(share: float) -> str:
    return f"{share:.0%}"


def disturbed(found: object) -> Iterator[float]:
    """The shares of the server's core that others took, wherever a scene has noted one."""
    if isinstance(found, dict):
        for name, value in found.items():
            if name == "others_share":
                yield value
            else:
                yield from disturbed(value)
    elif isinstance(found, list):
        for value in found:
            yield from disturbed(value)


def _heading(found: Figures) -> str:
    machine, when = found["machine"], datetime.fromisoformat(found["at"])
    return (
        f"Measured on {when.day} {when:%B %Y} on {machine['cores']} cores, Python {machine['python']}, "
        f"Linux, SQLite on a local disk, in {found['minutes']:g} minutes. "
        f"Other programs took up to {percent(max(disturbed(found)))} of the server's core in a scene."
    )


def _goals(found: Figures) -> str:
    rows = [
        (goal.words, f"{'≤' if goal.most else '≥'} {goal.bound:,g} {goal.unit}".strip(),
         f"{goal.measured:,g} {goal.unit}".strip(), "met" if goal.met else "**not met**")
        for goal in goals(found)
    ]  # fmt: skip
    met = sum(row[3] == "met" for row in rows)
    return f"**{met} of {len(rows)} goals met.**\n\n" + table(("goal", "bound", "measured", ""), rows)


def _notes(found: Figures) -> str:
    head = ("people", "notes/s", "ack p50 / p95 / p99 ms", "last screen p50 / p95 / p99 ms", "CPU µs a note",
            "stall p99 ms", "server's core", "crowd's core", "delivered")  # fmt: skip
    rows: list[tuple[object, ...]] = [
        (f"{run['people']:,}", f"{rung['rate']:g}", three(rung["ack_ms"]), three(rung["last_screen_ms"]),
         rung["cpu_us_per_note"], rung.get("stall_p99_ms", ""), percent(rung["server_share"]),
         percent(rung["crowd_share"]), f"{rung['delivered']:g}")
        for run in found["runs"]
        for rung in (run["notes"]["usual"], *run["notes"]["rungs"])
    ]  # fmt: skip
    rows.append(_many(found["many"]))
    after = f"The rates rise until the p95 is above {BOUND_MS:g} ms twice; the better of both tries is shown."
    return table(head, rows) + f"\n\n{after} The last row is {found['many']['cafes']} workshops at once."


def _many(many: Figures) -> tuple[object, ...]:
    return (f"{many['people']:,}", f"{many['rate']:g}", three(many["ack_ms"]), three(many["last_screen_ms"]),
            many["cpu_us_per_note"], "", percent(many["server_share"]), percent(many["crowd_share"]),
            f"{many['delivered']:g}")  # fmt: skip


def _doors(found: Figures) -> str:
    head = ("people", "lobby s", "round s (KB each)", "wall s (KB each)", "after `kill -9` s (with start)",
            "KB of memory each", "next round opens, p50 s")  # fmt: skip
    rows = []
    for run in found["runs"]:
        join, wall, back = run["join"], run["wall"]["join"], run["reconnect"]
        moves = sorted(run["notes"]["moves_s"])
        rows.append((
            f"{run['people']:,}", join["lobby"]["seconds"],
            f"{join['round']['seconds']} ({join['round']['snapshot_kb']})",
            f"{wall['seconds']} ({wall['snapshot_kb']})",
            f"{back['seconds']} ({back['from_kill_s']})", back["kb_per_connection"], moves[len(moves) // 2],
        ))  # fmt: skip
    opening = found["opening"]
    return table(head, rows) + (
        f"\n\nA workshop of {opening['entries']:,} ledger entries opens {opening['seconds']} s after "
        "the first connection to a server that has just started."
    )


def _hall(found: Figures) -> str:
    head = ("people", "plenary, last client p50 / p95 / p99 ms", "CPU µs a recipient",
            "a flood without slow people", "with 10 % slow", "of the slow: dropped / caught up",
            "all dots in 10 s: ack p50 / p95 / p99 ms", "dots counted")  # fmt: skip
    return table(head, (_hall_row(run) for run in found["runs"]))


def _hall_row(run: Figures) -> Iterator[object]:
    plenary, slow, dots = run["plenary"], run["slow"], run["dots"]
    yield f"{run['people']:,}"
    yield three(plenary["last_client_ms"])
    yield plenary["cpu_us_per_recipient"]
    yield three(slow["without_ms"])
    yield three(slow["with_ms"])
    yield f"{slow['dropped']} / {slow['caught_up']} of {slow['slow']}"
    yield three(dots["ack_ms"])
    yield f"{dots['counted']:g}"


def _wall(found: Figures) -> str:
    head = ("people at the wall", "changes/s", "last screen p50 / p95 / p99 ms", "CPU µs a change",
            "server's core", "crowd's core", "delivered")  # fmt: skip
    rows = [
        (f"{run['people']:,}", rung["rate"], three(rung["last_screen_ms"]), rung["cpu_us_per_change"],
         percent(rung["server_share"]), percent(rung["crowd_share"]), f"{rung['delivered']:g}")
        for run in found["runs"]
        for rung in run["wall"]["rungs"]
    ]  # fmt: skip
    return table(head, rows)


def _yardsticks(found: Figures) -> str:
    beside, runs = found["yardsticks"], found["runs"]
    run = next((run for run in runs if run["people"] == beside["people"]), runs[-1])
    rung, growth = rung_for_ratios(run), ", ".join(f"{at_same_rate(r)} µs" for r in runs)
    lean, stock = beside["lean"], beside["stock"]
    rows = [
        ("`send()`, 300 bytes, in turn", beside["send_us"], "", ""),
        _yardstick("the bare loop", lean["plenary"], lean["notes"][-1]),
        _yardstick("**this server**, everything on", run["plenary"], rung),
        _yardstick("Flask-SocketIO + eventlet, bare, as it comes", stock["plenary"], stock["notes"][-1]),
    ]
    head = (f"{beside['people']:,} people", "CPU µs a recipient", "CPU µs a note", "at notes/s")
    sizes = ", ".join(f"{r['people']:,}" for r in runs)
    return table(head, rows) + (
        f"\n\nCPU per note at the same rate for {sizes} people: {growth}. "
        f"One `fdatasync` took {beside['fdatasync_ms']} ms."
    )


def _yardstick(words: str, plenary: Figures, rung: Figures) -> tuple[object, ...]:
    return words, plenary["cpu_us_per_recipient"], rung["cpu_us_per_note"], f"{rung['rate']:g}"

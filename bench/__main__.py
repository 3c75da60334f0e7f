"""``make bench``: writes ``bench/results.json`` and prints the table of ``docs/performance.md``."""

from __future__ import annotations

import asyncio
import json
import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.crowd import Crowd, cpu_seconds, memory_kb
from bench.floor import send_us, sync_ms
from workshop.rehearsal.results import percentiles
from workshop.rehearsal.server import start

HERE = Path(__file__).parent
SIZES = (92, 500)
NOTES_PER_SECOND = {92: 50, 500: 150}
SECONDS = 10.0


def pin(pid: int, core: int) -> None:
    """Keep the server and the crowd out of each other's way."""
    if (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(pid, {core})


async def measure(people: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        running = await start(Path(folder), str(HERE / "plan.yaml"))
        assert running.process is not None
        pid = running.process.pid
        pin(pid, 0)
        crowd = Crowd(running, people)
        try:
            return await _scenes(crowd, pid, people)
        finally:
            await crowd.go()
            await running.stop()


async def _scenes(crowd: Crowd, pid: int, people: int) -> dict[str, Any]:
    await crowd.get_ready()
    before = memory_kb(pid)
    storm = await crowd.storm()
    memory = (memory_kb(pid) - before) / people
    await crowd.open_step(1)
    rate = NOTES_PER_SECOND[people]
    spent = cpu_seconds(pid)
    acks, seen = await crowd.notes(rate, SECONDS)
    note_cpu = (cpu_seconds(pid) - spent) / len(acks) * 1e6
    await crowd.open_step(2)
    spent = cpu_seconds(pid)
    _, heard = await crowd.lines(10, SECONDS)
    line_cpu = (cpu_seconds(pid) - spent) / len(heard) / people * 1e6
    return {
        "people": people,
        "join_storm_s": round(storm, 2),
        "kb_per_connection": round(memory),
        "notes_per_s": rate,
        "ack_ms": percentiles(acks),
        "seen_by_last_ms": percentiles(seen),
        "cpu_us_per_note": round(note_cpu),
        "plenary_last_ms": percentiles(heard),
        "cpu_us_per_recipient": round(line_cpu, 1),
    }


def main() -> int:
    pin(os.getpid(), 1)
    floor = {"send_us": round(send_us(), 2), "fdatasync_ms": round(sync_ms(), 2)}
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.platform()}
    runs = []
    for people in SIZES:
        print(f"{people} people …", file=sys.stderr, flush=True)
        runs.append(asyncio.run(measure(people)))
    results = {"machine": machine, "floor": floor, "runs": runs}
    (HERE / "results.json").write_text(json.dumps(results, indent=2) + "\n")
    print(table(results))
    return 0


def table(results: dict[str, Any]) -> str:
    """The figures as Markdown, with the ratio to the floor measured in the same run."""
    floor = results["floor"]["send_us"]
    lines = [
        f"Floor in this run: {floor} µs for one `send()`, "
        f"{results['floor']['fdatasync_ms']} ms for one `fdatasync`.",
        "",
        "| people | join storm | KB each | notes/s | ack p50 / p95 / p99 ms | last screen p50 / p95 / p99 ms "
        "| CPU µs a note | plenary, last p50 / p95 ms | CPU µs a recipient (× floor) |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for run in results["runs"]:
        ack, seen, heard = run["ack_ms"], run["seen_by_last_ms"], run["plenary_last_ms"]
        each = run["cpu_us_per_recipient"]
        lines.append(
            f"| {run['people']} | {run['join_storm_s']} s | {run['kb_per_connection']} "
            f"| {run['notes_per_s']} "
            f"| {ack['p50']} / {ack['p95']} / {ack['p99']} | {seen['p50']} / {seen['p95']} / {seen['p99']} "
            f"| {run['cpu_us_per_note']} | {heard['p50']} / {heard['p95']} | {each} ({each / floor:.1f}) |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

"""What must not grow: opening a long workshop, and many small workshops at once."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.crowd import Crowd, Shot, clock
from bench.day import Day
from bench.figures import Figures, fired, refused
from bench.line import Line
from bench.people import Host, fill_in
from bench.server import Server
from bench.shots import notes, settle

WRITERS, ENTRIES, ENTRIES_A_ROUND, WRITING_RATE = 100, 20_000, 10_000, 1_500.0
CAFES, SEATS, CAFES_RATE, CAFES_SECONDS = 200, 20, 400.0, 8.0


def opening(entries: int = ENTRIES) -> Figures:
    """A workshop with this many ledger entries, from the first connection after a start to the welcome."""
    rounds = [f"Round {no + 1}" for no in range(-(-entries // ENTRIES_A_ROUND))]
    with Day(WRITERS, rounds) as day:
        day.get_ready()
        day.crowd.come_in(day.tokens)
        for no, name in enumerate(rounds):
            day.sit_down(name)
            count = min(ENTRIES_A_ROUND, entries - no * ENTRIES_A_ROUND)
            shots = notes(day.crowd, day.step_id(name), WRITING_RATE, count)
            day.crowd.fire(shots, patience=180.0)
            assert not refused(shots), refused(shots)
        acked = sum(shot.ok for shot in day.crowd.shots)
        day.server.kill()
        day.crowd.hang_up(day.crowd.everyone)
        day.server.begin_again()
        began = clock()
        (first,) = day.crowd.come_in(day.tokens[:1])
        return {"entries": acked, "seconds": round(first.welcomed - began, 3), "kb": first.snapshot // 1024}


def many(cafes: int = CAFES) -> Figures:
    """Many cafés of twenty people on one process, all in a round at the same time."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), "blank")
        crowd = Crowd(server.address)
        try:
            host = Host(server)
            tables = [_open_cafe(host, crowd) for _ in range(cafes)]
            shots = _notes_everywhere(crowd, tables)
            settle(crowd, server)
            found = fired(crowd, server, shots, rate=CAFES_RATE, each="note")
        finally:
            crowd.hang_up(crowd.everyone)
            server.kill()
    return {"cafes": cafes, "people": cafes * SEATS, **found}


def _open_cafe(host: Host, crowd: Crowd) -> list[Line]:
    """A café of the blank plan with everybody at their tables."""
    code = host.new_cafe("blank")
    (console,) = crowd.come_in([host.token(code)], counts=False)
    lines = crowd.come_in(fill_in(host.server, code, SEATS))
    crowd.ask(console, type="step.next", after=None, call=False)
    crowd.ask(console, type="step.next", after="s1", call=False)
    crowd.until(lambda: all(line.step == "s2" for line in lines), 30.0)
    return lines


def _notes_everywhere(crowd: Crowd, cafes: Sequence[list[Line]]) -> list[Shot]:
    """One café after another, one person after another."""
    sizes = [Counter(line.table for line in lines) for lines in cafes]
    shots = []
    for no in range(round(CAFES_RATE * CAFES_SECONDS)):
        cafe = no % len(cafes)
        line = cafes[cafe][no // len(cafes) % SEATS]
        note = {
            "type": "note.add",
            "step": "s2",
            "kind": "helped",
            "text": "~ The same worker for two years.",
        }
        due, audience = no / CAFES_RATE, sizes[cafe][line.table]
        shots.append(crowd.prepare(line, due, note, stream="table", audience=audience))
    return shots

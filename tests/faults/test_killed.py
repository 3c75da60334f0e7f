"""The server is killed at any moment, again and again: what was acked is there, once, for everybody."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random

import pytest

from tests.faults.load import PATIENCE, Actor, Door, Mover, Tally, Voter, Writer, busy, dies_and_lives
from tests.stories.cafe import Cafe, arrival, step, story
from tests.stories.conftest import Round, seated
from tests.stories.person import Doc, Person
from tests.stories.server import Server

Start = Callable[..., Server]

IN_A_ROUND, AT_THE_DOTS = 3, 2
DEATHS = IN_A_ROUND + AT_THE_DOTS
STEPS = (arrival(), story(), step("dot_voting", "What matters", over="notes", dots=2))


class Day:
    """One café in which everybody is busy while its server dies. ``seed``: the same one kills alike."""

    def __init__(self, server: Server, seed: int) -> None:
        self.server = server
        self.chance = Random(seed)  # noqa: S311
        self.tally = Tally()
        self.heal: list[float] = []
        self.r: Round = seated(Cafe(server, *STEPS))
        r = self.r
        self.tab = r.ann.second_tab()
        self.writers = [
            Writer(person, self.tally, self._own_chance(), f"{person.name} {no}")
            for no, person in enumerate((r.ann, self.tab, r.bob, r.fay, r.dan))
        ]
        tables = [r.here, r.there]
        self.mover = Mover(r.hal, self.tally, self._own_chance(), [r.ann, r.dan], tables)
        self.voters = [Voter(person, self.tally, self._own_chance()) for person in (r.ann, r.bob, r.dan)]
        self.door = Door(r.cafe, self.tally, 4)
        for person in self.everyone():
            person.patience = PATIENCE

    def _own_chance(self) -> Random:
        return Random(self.chance.random())  # noqa: S311

    def everyone(self) -> list[Person]:
        return [*self.r.cafe.people, self.tab]

    def dies(self, actors: Sequence[Actor], times: int) -> None:
        """Killed so many times, each somewhere in the middle of what these people do."""
        with busy(actors):
            for _ in range(times):
                self.tally.until_more(self.chance.randint(1, 60))
                self.heal.append(dies_and_lives(self.server, self.everyone()))
            self.tally.until_more(20)

    def passes(self) -> None:
        self.dies([*self.writers, self.mover, self.door], IN_A_ROUND)
        self.r.cafe.next()
        self.dies([*self.voters, self.mover], AT_THE_DOTS)

    # What is there in the end.

    def lost(self) -> list[str]:
        """What was acknowledged and is not there, or not as it was acknowledged."""
        found = [f"note {note}" for note in self._expected().items() - self._lying().items()]
        found += [
            f"dots of {v.person.name}"
            for v in self.voters
            if v.dots != (v.person.all(f"person/{v.person.id}", "dots") or [{"dots": {}}])[0]["dots"]
        ]
        found += [
            f"seat of {person.name}"
            for person in self.everyone()
            if self.mover.sits.get(person.id, person.me.get("table")) != person.me.get("table")
        ]
        known = {doc["id"] for doc in self.r.hal.all("desk", "person")}
        return found + [f"{person.name} who joined" for person in self.door.came if person.id not in known]

    def doubled(self) -> list[str]:
        """What is there more often than it was said, or was never said at all."""
        texts = Counter(self._lying().values())
        added = Counter(entry["note"] for entry in self._entries("note.added"))
        extra = self._lying().items() - self._expected().items()
        return [what for what, times in (texts + added).items() if times > 1] + [str(note) for note in extra]

    def _expected(self) -> dict[str, str]:
        return {note: text for writer in self.writers for note, text in writer.lying.items()}

    def _lying(self) -> dict[str, str]:
        """Every note as its author has it, by id."""
        own = [note for w in self.writers for note in w.person.all(f"person/{w.person.id}", "note")]
        return {note["id"]: note["text"] for note in own}

    def _entries(self, type_: str) -> list[Doc]:
        """What the database holds: this café's alone, since each writer's notes are its own."""
        ledger = sqlite3.connect(self.server.data / "cafe.db")
        rows = ledger.execute("select body from entry where type = ?", (type_,)).fetchall()
        ledger.close()
        return [json.loads(body) for (body,) in rows]

    def compare(self) -> None:
        """Whoever was there all along sees, stream by stream, what somebody sees who comes now."""
        for person in self.everyone():
            if person.gaps:
                person.catch_up()
            fresh = person.second_tab()
            person.until(lambda p=person, f=fresh: p.docs == f.docs, "what a fresh tab shows")
            fresh.close_the_lid()

    def gaps(self) -> list[str]:
        """Numbers that were missing on the way; whoever saw that has asked for them."""
        return [f"{person.name}: {gap}" for person in self.everyone() for gap in person.gaps]


@pytest.mark.parametrize("times", [DEATHS, pytest.param(50, marks=pytest.mark.soak)])
def test_killed_at_any_moment_nothing_is_lost_doubled_or_seen_otherwise(
    started: Start, figure: Callable[..., None], times: int
) -> None:
    seed = time.time_ns()
    server = started()
    print(f"seed {seed}")
    days = []
    for no in range(times // DEATHS):
        day = Day(server, seed + no)
        day.passes()
        day.compare()
        days.append((day.gaps(), day.lost(), day.doubled(), day.tally.acked, day.heal))
        day.tab.close_the_lid()
        day.r.cafe.go_home()
    gaps, lost, doubled = ([one for day in days for one in day[what]] for what in (0, 1, 2))
    figure(
        fault="the server is killed (`kill -9`) while people write, edit, move, join and vote",
        tried=f"{times} times",
        acked=sum(day[3] for day in days),
        lost=len(lost),
        doubled=len(doubled),
        heal=[second for day in days for second in day[4]],
        seen=f"in the end everybody sees what a fresh tab sees; {len(gaps)} gaps were seen and healed",
    )
    assert (lost, doubled) == ([], [])
    assert not server.troubles()


def test_whoever_does_not_come_back_is_away_and_the_others_are_not(started: Start) -> None:
    """Nobody noticed that Bob went: the server died within his time of grace."""
    server = started(AWAY_SECONDS="3")
    r = seated(Cafe(server, arrival(), story()))
    r.bob.close_the_lid()
    server.kill()
    server.start()
    r.hal.patience = PATIENCE
    r.hal.until(lambda: r.hal.welcomes > 1 and held(r.hal, r.bob), "Bob away")
    for person in (r.ann, r.dan, r.fay, r.flo):
        r.hal.until(lambda p=person: not held(r.hal, p), f"{person.name} there")
    r.bob.reopen_the_lid()
    r.hal.until(lambda: not held(r.hal, r.bob), "Bob back")
    assert r.bob.table == r.fay.table
    r.bob.writes("Here I am again")


def held(host: Person, person: Person) -> bool:
    return bool(host.sees("desk", f"person/{person.id}")["held_since"])

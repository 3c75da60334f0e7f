"""The server is killed in the middle of a round, twice: it comes back, nothing acked is lost or doubled."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.stories.cafe import Cafe, arrival, story
from tests.stories.conftest import seated
from tests.stories.person import Person
from tests.stories.server import Server

Start = Callable[..., Server]


class Writer:
    """Writes as fast as notes are acked, and sends each again, under its own id, until it is."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.acked: dict[str, str] = {}
        self.resent = 0

    def write_until(self, enough: threading.Event) -> None:
        while not enough.is_set():
            text = f"{self.person.name} {len(self.acked)}"
            raw = self.person.command("note.add", step="s2", kind="helped", text=text)
            while not self._sent(raw):
                self.resent += 1
            self.acked[raw.split('"')[3]] = text

    def _sent(self, raw: str) -> bool:
        self.person.until(lambda: self.person.connected, "the server back")
        try:
            answer = self.person.tells(raw)
        except ConnectionError:
            return False
        assert answer["ok"] or answer["again"], answer
        return bool(answer["ok"])


def test_killed_twice_in_the_middle_of_a_round_nothing_is_lost(started: Start) -> None:
    server = started()
    r = seated(Cafe(server, arrival(), story()))
    writers = [Writer(person) for person in (r.ann, r.bob, r.fay, r.dan)]
    enough = threading.Event()
    with ThreadPoolExecutor() as hands:
        busy = [hands.submit(writer.write_until, enough) for writer in writers]
        for deaths in (1, 2):
            so_far = sum(len(writer.acked) for writer in writers)
            r.ann.until(lambda n=so_far: sum(len(w.acked) for w in writers) > n + 20, "twenty more notes")
            server.kill()
            server.start()
            for writer in writers:
                writer.person.until(lambda w=writer, d=deaths: w.person.welcomes > d, "a welcome again")
        enough.set()
        for one in busy:
            one.result(30)
    assert sum(writer.resent for writer in writers)
    acked = {note: text for writer in writers for note, text in writer.acked.items()}
    check_kept(server, r.ann, r.dan, acked)
    assert not server.troubles()


def check_kept(server: Server, ann: Person, dan: Person, acked: dict[str, str]) -> None:
    """Every acked note is there once, in the café and in the ledger, and nothing that nobody wrote."""
    lying: dict[str, str] = {}
    for person in (ann, dan):
        person.asks("time")
        lying |= {note["id"]: note["text"] for note in person.second_tab().all(person.table, "note")}
    assert lying == acked
    assert len(set(lying.values())) == len(lying)


def test_whoever_was_away_when_it_died_finds_the_seat_and_the_clock_as_they_were(started: Start) -> None:
    server = started()
    r = seated(Cafe(server, arrival(), story()))
    note, deadline = r.ann.writes("Before the end"), r.ann.sees("hall", "step/s2")["deadline"]
    table = r.ann.table
    r.ann.close_the_lid()
    server.kill()
    server.start()
    r.ann.reopen_the_lid()
    assert (r.ann.table, r.ann.sees("hall", "step/s2")["deadline"]) == (table, deadline)
    assert r.ann.notes()["Before the end"]["id"] == note
    r.hal.until(lambda: r.hal.welcomes > 1, "Hal back by himself")
    r.ann.does("note.edit", note=note, text="Life goes on", kind="helped")

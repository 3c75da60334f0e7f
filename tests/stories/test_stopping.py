"""Ctrl-C, or a supervisor's word: what was handed in is finished, browsers are told, and the server goes."""

from __future__ import annotations

import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.stories.cafe import Cafe, arrival, story
from tests.stories.person import Person
from tests.stories.server import Server

Start = Callable[..., Server]


def test_a_server_that_nobody_uses_stops_at_once(started: Start) -> None:
    server = started()
    code, words = server.stop()
    assert (code, server.troubles()) == (0, "")
    assert "Everything that was acknowledged is kept." in words


def test_at_ctrl_c_browsers_are_told_when_to_come_back(started: Start) -> None:
    server = started()
    cafe = Cafe(server, arrival())
    ann = cafe.join("Ann")
    code, _ = server.stop(signal.SIGINT)
    assert code == 0
    bye = ann.until(lambda: ann.byes, "a bye")[0]
    assert bye["code"] == "restarting"
    assert bye["again_in"] > 0


def test_whoever_writes_while_it_stops_loses_nothing_that_was_acked(started: Start) -> None:
    server = started(COMMANDS_PER_SECOND="10000")
    cafe = Cafe(server, arrival(), story())
    people = [cafe.join(name) for name in ("Ann", "Bob", "Dan")]
    cafe.next()
    cafe.next()
    with ThreadPoolExecutor() as hands:
        writing = [hands.submit(_write_until_it_stops, person) for person in people]
        people[0].until(lambda: len(people[0].notes()) > 10, "ten notes")
        assert server.stop()[0] == 0
    acked = {note for one in writing for note in one.result()}
    server.start()
    ann = Person("Ann", server.base, people[0].boot).connect()
    lying = [note["id"] for note in ann.all(ann.table, "note")]
    assert acked <= set(lying)
    assert len(lying) == len(set(lying))


def _write_until_it_stops(person: Person) -> list[str]:
    acked: list[str] = []
    while True:
        raw = person.command("note.add", step="s2", kind="helped", text=f"{person.name} {len(acked)}")
        try:
            answer = person.tells(raw)
        except ConnectionError:
            return acked
        if not answer["ok"]:
            assert (answer["code"], answer["again"]) == ("unavailable", True)
            return acked
        acked.append(raw.split('"')[3])

"""Ctrl-C, or a supervisor's word: what was handed in is finished, browsers are told, and the server goes."""

from __future__ import annotations

import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager

import requests

from tests.stories.cafe import Cafe, arrival, story
from tests.stories.person import WAIT, Person
from tests.stories.server import Server
from tests.stories.test_health import figures

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


def test_a_server_that_nobody_listens_to_stops_all_the_same(started: Start) -> None:
    server = started()
    # Until it serves, it may still be at its greeting.
    assert requests.get(f"{server.base}/healthz", timeout=WAIT).ok
    assert server.process.stdout is not None
    server.process.stdout.close()
    server.process.terminate()
    assert server.process.wait(WAIT) == 0


def test_people_come_back_one_after_the_other(started: Start) -> None:
    server = started()
    cafe = Cafe(server, arrival())
    people = [cafe.hal, *(cafe.join(f"Ann {n}") for n in range(9))]
    assert server.stop()[0] == 0
    when = sorted(person.until(lambda p=person: p.byes, "a bye")[0]["again_in"] for person in people)
    assert len(set(when)) == len(people)
    assert when[-1] - when[0] >= 800


def test_what_was_handed_in_is_finished_and_whoever_knocks_is_told_to_come_again(started: Start) -> None:
    server = started()
    cafe = Cafe(server, arrival(), story())
    ann = cafe.join("Ann")
    cafe.next()
    cafe.next()
    with ThreadPoolExecutor(100) as hands:
        writing: list[Future[str]] = []
        with held(server):
            # The first notes wait for the disk, and so those behind them wait for the first.
            while figures(server)["workshop_orders_waiting"] < 1:
                writing.append(hands.submit(ann.writes, f"Note {len(writing)}"))
            server.process.send_signal(signal.SIGTERM)
            turned_away = until_turned_away(server)
            ready = requests.get(f"{server.base}/readyz", timeout=WAIT)
        acked = {one.result() for one in writing}
        assert server.stop()[0] == 0
    assert int(turned_away.headers["Retry-After"]) > 0
    assert "It will be back in a moment." in turned_away.text
    assert (ready.status_code, [why["code"] for why in ready.json()["reasons"]]) == (503, ["stopping"])
    server.start()
    ann = Person("Ann", server.base, ann.boot).connect()
    assert {note["id"] for note in ann.all(ann.table, "note")} == acked
    assert len(acked) == len(writing)


@contextmanager
def held(server: Server) -> Iterator[None]:
    """Somebody else is writing to the database; the server waits for up to five seconds."""
    with closing(sqlite3.connect(server.data / "cafe.db", timeout=WAIT)) as other:
        other.execute("begin immediate")
        yield
        other.rollback()


def until_turned_away(server: Server) -> requests.Response:
    end = time.monotonic() + WAIT
    while (page := requests.get(server.base, timeout=WAIT)).status_code != 503:
        assert time.monotonic() < end
    return page


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

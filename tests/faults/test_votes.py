"""Many people vote within seconds, and the server dies in the middle: dots cast are dots counted."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Any

import pytest
import requests
import socketio

from tests.faults.load import PATIENCE
from tests.stories.cafe import Browser, Cafe, boot, step, story
from tests.stories.person import Doc, new_id
from tests.stories.server import Server

Start = Callable[..., Server]
SECONDS = 10.0
OPTIONS = 12


class Voter:
    """Somebody with a browser, as far as a vote needs it: sends the same command until it is acknowledged."""

    def __init__(self, cafe: Cafe, no: int) -> None:
        page = Browser(cafe.server).joins(cafe.link("participant"), f"Voter {no}")
        self.base, self.token, self.id = cafe.server.base, boot(page)["token"], boot(page)["person"]
        self.chance = Random(no)  # noqa: S311
        self.dots: dict[str, int] = {}
        self.sent = 0

    def votes(self, ballot: Doc, after: float) -> None:
        """Some change their minds. Whatever was acknowledged last is what must count."""
        time.sleep(after)
        for _ in range(2 if self.chance.random() < 0.2 else 1):
            options = [option["id"] for option in ballot["options"]]
            dots = dict.fromkeys(self.chance.sample(options, ballot["allowance"]), 1)
            fields = {"id": new_id(), "type": "dots.place", "ballot": ballot["id"], "dots": dots}
            self._surely(json.dumps(fields))
            self.dots = dots

    def _surely(self, raw: str) -> None:
        end = time.monotonic() + 2 * PATIENCE
        while time.monotonic() < end:
            self.sent += 1
            answer = self._once(raw)
            if answer is not None and answer["ok"]:
                return
            assert answer is None or answer["again"], answer
        raise AssertionError("no answer for good")

    def _once(self, raw: str) -> Any:
        line = socketio.SimpleClient(reconnection=False)
        try:
            line.connect(self.base, auth={"token": self.token}, transports=["websocket"], wait_timeout=10)
            return line.call("command", raw, timeout=10)
        except (socketio.exceptions.SocketIOError, requests.RequestException):
            return None
        finally:
            line.disconnect()


def all_vote(server: Server, voters: list[Voter], ballot: Doc, within: float) -> float:
    """Everybody votes at some moment of these seconds; half-way the server is killed. Seconds it took."""
    begin = time.monotonic()
    chance = Random(len(voters))  # noqa: S311
    killer = threading.Timer(within / 2, lambda: (server.kill(), server.start()))
    killer.start()
    with ThreadPoolExecutor(len(voters)) as hands:
        work = [hands.submit(v.votes, ballot, chance.random() * within) for v in voters]
        for one in work:
            one.result()
    killer.join()
    return time.monotonic() - begin


def papers(server: Server, ballot: str) -> dict[str, dict[str, int]]:
    """What the database holds, read without the server's help: the latest paper of each person."""
    ledger = sqlite3.connect(server.data / "cafe.db")
    rows = ledger.execute("select body from entry where type = 'dots.placed' order by n").fetchall()
    ledger.close()
    placed = (json.loads(body) for (body,) in rows)
    return {each["person"]: each["dots"] for each in placed if each["ballot"] == ballot}


@pytest.mark.parametrize(
    ("people", "within"), [(60, 3.0), pytest.param(1_000, SECONDS, marks=pytest.mark.soak)]
)
def test_dots_cast_are_dots_counted_though_the_server_dies_in_the_middle(
    started: Start, figure: Callable[..., None], people: int, within: float
) -> None:
    server = started()
    cafe = Cafe(server, story(), step("dot_voting", "Dots", over="notes", dots=3, take=3, minutes=30))
    writer = cafe.join("Ann")
    cafe.next()
    writer.until(lambda: writer.table, "a table")
    for no in range(OPTIONS):
        writer.writes(f"Idea {no}")
    with ThreadPoolExecutor(8) as hands:
        voters = list(hands.map(lambda no: Voter(cafe, no), range(people)))
    ballot_id = cafe.next()
    hal = cafe.hal
    hal.patience = PATIENCE
    ballot = hal.until(lambda: hal.sees("hall", f"ballot/{ballot_id}"), "the ballot")
    took = all_vote(server, voters, ballot, within)
    hal.until(lambda: hal.connected and hal.welcomes > 1, "the server again")
    hal.does("ballot.close", ballot=ballot_id)
    counted = hal.until(lambda: hal.sees("hall", f"ballot/{ballot_id}")["result"], "the result")
    cast = Counter[str]()
    for voter in voters:
        cast.update(voter.dots)
    kept = papers(server, ballot_id)
    lost = [v.id for v in voters if kept.get(v.id) != v.dots]
    figure(
        fault="the server is killed (`kill -9`) while everybody votes",
        tried=f"{people} people within {within:g} s",
        acked=people,
        lost=len(lost),
        doubled=max(0, sum(counted.values()) - sum(cast.values())),
        heal=[took],
        seen=f"{sum(cast.values())} dots cast, {sum(counted.values())} counted",
    )
    assert lost == []
    assert +Counter(counted) == +cast
    assert hal.sees("hall", f"ballot/{ballot_id}")["voted"] == people
    assert sum(v.sent for v in voters) > people, "nobody was in the middle when it died"

"""The machine is set back an hour: time goes on in every café, and deadlines keep their sense."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable

import pytest

from tests.stories.cafe import Cafe, arrival, story
from tests.stories.conftest import seated
from tests.stories.server import Server
from workshop.live.clock import MOST_AHEAD, Clock
from workshop.tokens import Tokens

Start = Callable[..., Server]
SECOND, HOUR = 1_000, 3_600_000


class Hands:
    """The two clocks of a machine: one that is set, and one that only runs."""

    def __init__(self) -> None:
        self.wall, self.steady = 1_700_000_000_000, 5_000
        self.clock = Clock(lambda: self.wall, lambda: self.steady)

    def run(self, milliseconds: int) -> None:
        self.wall += milliseconds
        self.steady += milliseconds


@pytest.fixture
def hands() -> Hands:
    return Hands()


def test_a_clock_that_nobody_touches_is_the_systems(hands: Hands) -> None:
    for _ in range(3):
        hands.run(40 * SECOND)
        assert hands.clock() == hands.wall


@pytest.mark.parametrize("back", [600, 30 * SECOND, HOUR, 400 * 24 * HOUR])
def test_set_back_it_goes_on_from_where_it_was(hands: Hands, back: int) -> None:
    before = hands.clock()
    hands.run(10 * SECOND)
    hands.wall -= back
    assert hands.clock() == before + 10 * SECOND
    hands.run(60 * SECOND)
    assert hands.clock() == before + 70 * SECOND


def test_a_trifle_back_it_waits(hands: Hands) -> None:
    before = hands.clock()
    hands.wall -= 300
    assert hands.clock() == before
    hands.run(SECOND)
    assert hands.clock() == before + 700


def test_set_forward_it_follows(hands: Hands) -> None:
    before = hands.clock()
    hands.wall += HOUR
    assert hands.clock() == before + HOUR


def test_set_back_and_right_again_it_does_not_lose_the_way(hands: Hands) -> None:
    for change in (-HOUR, +HOUR, -HOUR, 5 * SECOND, -HOUR):
        before = hands.clock()
        hands.wall += change
        hands.run(SECOND)
        assert hands.clock() >= before + SECOND


def test_after_a_start_it_goes_on_from_the_ledger(hands: Hands) -> None:
    begun = hands.clock()
    hands.clock.go_on_from(begun + HOUR)
    hands.run(SECOND)
    assert hands.clock() == begun + HOUR + SECOND
    hands.clock.go_on_from(begun)
    assert hands.clock() == begun + HOUR + SECOND


def test_a_ledger_from_another_year_was_written_by_a_wrong_clock(hands: Hands) -> None:
    begun = hands.clock()
    hands.clock.go_on_from(begun + MOST_AHEAD + 1)
    assert hands.clock() == begun


def test_a_place_taken_before_the_clock_was_set_back_is_still_a_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tokens, now = Tokens("a key"), time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3_600)
    token = tokens.person("w1", "p1")
    monkeypatch.setattr(time, "time", lambda: now)
    assert tokens.read_person(token) == ("w1", "p1")


def test_a_cafe_whose_ledger_is_an_hour_ahead_goes_on(started: Start, figure: Callable[..., None]) -> None:
    """The server stops, the clock is set back, the server starts: all that was written lies in the future."""
    server = started()
    r = seated(Cafe(server, arrival(), story()))
    note = r.ann.writes("Before")
    server.stop()
    ledger = sqlite3.connect(server.data / "cafe.db")
    with ledger:
        ledger.execute("update entry set at = at + ?", (HOUR,))
        ledger.execute("update workshop set updated_at = updated_at + ?", (HOUR,))
    ledger.close()
    begun = time.monotonic()
    server.start()
    for person in r.cafe.people:
        person.until(lambda p=person: p.connected and p.welcomes > 1, "a welcome again")
    healed = time.monotonic() - begun
    r.ann.writes("After")
    r.ann.does("note.edit", note=note, text="Before, and after", kind="helped")
    left = r.ann.sees("hall", "step/s2")["deadline"] - r.ann.asks("time")["now"]
    times = [entry_at for (entry_at,) in _entries(server)]
    notes = r.bob.until(lambda: r.bob.table and len(r.bob.notes()) == 2 and r.bob.notes(), "both notes")
    figure(
        fault="the machine's clock is set back an hour while the server is down",
        tried="once",
        acked=3,
        lost=3 - len({"After", "Before, and after"} & notes.keys()) - 1,
        heal=[healed],
        seen=f"a step of 20 minutes has {left // 60_000} minutes and {left // 1_000 % 60} seconds left",
    )
    assert times == sorted(times)
    assert 18 * 60 * SECOND < left <= 20 * 60 * SECOND


def _entries(server: Server) -> list[tuple[int]]:
    ledger = sqlite3.connect(server.data / "cafe.db")
    found = ledger.execute("select at from entry order by workshop_id, n").fetchall()
    ledger.close()
    return found

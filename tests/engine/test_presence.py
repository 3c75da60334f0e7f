"""Who is here: several tabs of one person are one presence, and a short gap is no absence."""

from __future__ import annotations

from itertools import count

import pytest

from workshop.live.presence import Connection, Presence

GRACE = 10_000


class Room:
    """One café, its presence, and a clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = 0
        self.presence = Presence(lambda: self.at, GRACE)
        self._numbers = count()

    def arrive(self, person: str, cafe: str = "w1") -> tuple[str, bool]:
        """A new tab: its name, and whether it is news."""
        sid = f"tab {next(self._numbers)}"
        connection = Connection(line=sid, workshop=cafe, person=person, role="participant")
        return sid, self.presence.arrive(connection)

    def gone(self, after: int = 0) -> list[tuple[str, str]]:
        self.at += after
        return self.presence.gone_for_long()


@pytest.fixture
def room() -> Room:
    return Room()


def test_somebody_who_arrives_is_here_and_is_news_once(room: Room) -> None:
    assert [room.arrive("ann")[1] for _ in range(2)] == [True, False]
    assert room.presence.present("w1") == {"ann"}
    assert len(list(room.presence.connections("w1"))) == 2


def test_a_short_gap_is_no_absence(room: Room) -> None:
    tab, _ = room.arrive("ann")
    room.presence.depart(tab)
    assert room.gone(GRACE - 1) == []
    assert room.presence.present("w1") == {"ann"}
    assert room.arrive("ann")[1] is False
    assert room.gone(GRACE) == []


def test_a_long_one_is_and_is_told_once(room: Room) -> None:
    tab, _ = room.arrive("ann")
    room.presence.depart(tab)
    assert room.gone(GRACE) == [("w1", "ann")]
    assert room.gone(GRACE) == []
    assert room.presence.present("w1") == frozenset()
    assert room.arrive("ann")[1] is True


def test_while_one_tab_is_open_nobody_is_away(room: Room) -> None:
    one, _ = room.arrive("ann")
    two, _ = room.arrive("ann")
    room.presence.depart(one)
    assert room.gone(10 * GRACE) == []
    room.presence.depart(two)
    assert room.gone(GRACE) == [("w1", "ann")]


def test_the_grace_begins_with_the_last_tab(room: Room) -> None:
    one, _ = room.arrive("ann")
    two, _ = room.arrive("ann")
    room.presence.depart(one)
    room.at += GRACE - 1
    room.presence.depart(two)
    assert room.gone(GRACE - 1) == []
    assert room.gone(1) == [("w1", "ann")]


def test_departing_twice_is_harmless(room: Room) -> None:
    tab, _ = room.arrive("ann")
    assert room.presence.depart(tab) is not None
    assert room.presence.depart(tab) is None
    assert room.presence.depart("nobody") is None
    assert room.gone(GRACE) == [("w1", "ann")]


def test_cafes_do_not_know_of_each_other(room: Room) -> None:
    room.arrive("ann", "w1")
    tab, _ = room.arrive("bob", "w2")
    assert (room.presence.present("w1"), room.presence.present("w2")) == ({"ann"}, {"bob"})
    room.presence.depart(tab)
    assert room.gone(GRACE) == [("w2", "bob")]
    assert [c.person for c in room.presence.everyone()] == ["ann"]


def test_everybody_may_leave_at_once(room: Room) -> None:
    tabs = [room.arrive(f"person {no}")[0] for no in range(50)]
    for tab in tabs:
        room.presence.depart(tab)
    assert len(room.gone(GRACE)) == 50
    assert room.presence.everyone() == []

"""A day with ninety-two people: fifteen come late, nine drop out, and every round seats who is there."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

import pytest

from tests.rules.cast import Cafe, refold, story
from tests.rules.chance import chance_of
from workshop.activities.people.messages import MakeWish, SeatReleased, SeatTaken
from workshop.activities.story_round.messages import SeatsMade
from workshop.core.messages import Event

IN_TIME = [f"P{no:02}" for no in range(59)]
LATE = [f"P{no:02}" for no in range(59, 74)]
LEADS = [f"Lead{no:02}" for no in range(18)]
TABLES = range(1, 19)
Pair = tuple[str, ...]


def the_lobby() -> Cafe:
    cafe = Cafe(story(), story("Two", seating="rotate"), story("Three", seating="rotate"))
    cafe.join("Hal", *LEADS, *IN_TIME)
    return cafe


def travellers(cafe: Cafe, table: int) -> set[str]:
    return {who for who in cafe.state.at_table(table) if who not in cafe.state.leads}


def crowds(cafe: Cafe) -> list[int]:
    return [len(travellers(cafe, no)) for no in TABLES]


def pairs(cafe: Cafe) -> set[Pair]:
    """Who sits with whom now, facilitators included."""
    return {pair for no in TABLES for pair in combinations(sorted(cafe.state.at_table(no)), 2)}


def places(cafe: Cafe) -> set[tuple[str, int]]:
    return {(who, no) for no in TABLES for who in travellers(cafe, no)}


def come_late(cafe: Cafe) -> None:
    """One after the other within twelve minutes, each to one of the smallest tables."""
    for name in LATE:
        cafe.pass_time(45)
        before = crowds(cafe)
        (taken,) = (event for event in cafe.join(name) if isinstance(event, SeatTaken))
        assert before[taken.table - 1] == min(before)
        assert name.lower() in [
            seat["person"] for seat in cafe.docs(f"table/{taken.table}")["table"]["seats"]
        ]


def drop_out(cafe: Cafe) -> list[str]:
    """All but one at table 7, and others here and there: their seats are held for three minutes."""
    gone = sorted(travellers(cafe, 7))[1:]
    others = sorted(
        {who for who, seat in cafe.state.seats.items() if seat.table != 7} - set(cafe.state.leads)
    )
    gone += chance_of(7).sample(others, 9 - len(gone))
    cafe.away(*gone)
    assert cafe.pass_time(179) == []
    assert cafe.state.held == set(gone)
    told = cafe.pass_time(1)
    assert {event.person for event in told if isinstance(event, SeatReleased)} == set(gone)
    return gone


def seated(told: list[Event]) -> SeatsMade:
    (made,) = (event for event in told if isinstance(event, SeatsMade))
    return made


def test_from_the_lobby_to_the_third_round() -> None:
    cafe = the_lobby()
    assert seated(cafe.next()).unmet == ()
    assert set(crowds(cafe)) == {3, 4}
    come_late(cafe)
    assert (sum(crowds(cafe)), max(crowds(cafe))) == (74, 5)
    gone = drop_out(cafe)
    assert crowds(cafe)[6] == 1
    met, sat = pairs(cafe), places(cafe)
    for _ in ("Two", "Three"):
        made = seated(cafe.next())
        assert (made.repeat_meetings, made.unmet) == (0, ())
        assert len(cafe.state.seats) == 65 + 18
        assert set(crowds(cafe)) == {3, 4}
        assert not met & pairs(cafe)
        assert not sat & places(cafe)
        met |= pairs(cafe)
        sat |= places(cafe)
    assert not set(gone) & cafe.state.seats.keys()
    assert refold(cafe) == cafe.state


def test_facilitators_stay_at_their_tables_all_day() -> None:
    cafe = the_lobby()
    for _ in ("One", "Two", "Three"):
        cafe.next()
        assert [cafe.table_of(name) for name in LEADS] == list(TABLES)


def test_who_dropped_out_and_is_back_sits_with_new_people_in_the_next_round() -> None:
    cafe = the_lobby()
    cafe.next()
    come_late(cafe)
    met = pairs(cafe)
    gone = drop_out(cafe)
    cafe.next()
    assert cafe.back(*gone)
    assert (sum(crowds(cafe)), set(crowds(cafe))) == (74, {4, 5})
    met |= pairs(cafe)
    assert seated(cafe.next()).repeat_meetings == 0
    assert sum(crowds(cafe)) == 74
    assert not met & pairs(cafe)


STAFF = {"p00", "p01", "p02", "p03", "p60"}
APART = [STAFF, {"p10", "p11"}, {"p20", "p21"}, {"lead00", "p30"}, {"p40", "p70"}, {"p61", "p62", "p63"}]
TOGETHER = {"p50", "p51"}


def wish(cafe: Cafe, how: str, people: Collection[str]) -> None:
    here = [who for who in sorted(people) if who in cafe.state.people]
    if len(here) > 1:
        cafe.do("Hal", MakeWish, how=how, people=here)


@pytest.mark.parametrize("when", ["before the first round", "before the second round"])
def test_some_are_kept_apart_and_two_together_all_day_and_still_nobody_meets_again(when: str) -> None:
    cafe = the_lobby()
    early = when == "before the first round"
    for people in APART if early else []:
        wish(cafe, "apart", people)
    wish(cafe, "together", TOGETHER)
    cafe.next()
    come_late(cafe)
    for people in APART:
        wish(cafe, "apart", people)
    met = pairs(cafe) - {("p50", "p51")}
    for _ in ("Two", "Three"):
        made = seated(cafe.next())
        assert (made.repeat_meetings, made.unmet) == (0, ())
        assert not met & pairs(cafe)
        assert not pairs(cafe) & {pair for people in APART for pair in combinations(sorted(people), 2)}
        assert cafe.table_of("p50") == cafe.table_of("p51")
        assert set(crowds(cafe)) <= {4, 5}
        met |= pairs(cafe) - {("p50", "p51")}

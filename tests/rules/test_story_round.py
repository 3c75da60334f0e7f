"""Who sits where: when a round opens, when somebody comes late or is back, and when a round opens again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.cast import Cafe, arrival, refold, story
from workshop.activities.dot_voting.messages import DotVoting
from workshop.activities.hosting.messages import AppointFacilitator
from workshop.activities.pause.messages import Break
from workshop.activities.people.messages import (
    Join,
    Leave,
    MakeWish,
    MovePerson,
    PersonAway,
    SeatReleased,
    SeatTaken,
)
from workshop.activities.plan import AnyStep
from workshop.activities.priorities.messages import Priorities
from workshop.activities.steps.messages import EndEarly, Extend
from workshop.activities.story_round.messages import SeatsMade
from workshop.core import streams
from workshop.core.messages import Event
from workshop.core.plan import PeopleSettings

Tables = dict[int, tuple[str, ...]]


def pause(title: str = "Break") -> Break:
    return Break(title=title, minutes=5)


def people(number: int, letter: str = "P") -> list[str]:
    return [f"{letter}{no:02}" for no in range(number)]


def a_cafe(number: int, *steps: AnyStep, leads: Sequence[str] = (), **settings: Any) -> Cafe:
    """Hal and so many participants, in the lobby of three rounds with a break after the first."""
    plan = steps or (story(), pause(), story("Two"), story("Three"))
    cafe = Cafe(*plan, people=PeopleSettings(**settings))
    cafe.join("Hal", *leads, *people(number))
    return cafe


def tables(cafe: Cafe) -> Tables:
    """Who sits where now, empty tables left out."""
    return {no: tuple(sorted(cafe.state.at_table(no))) for no in cafe.state.tables if cafe.state.at_table(no)}


def crowds(cafe: Cafe) -> list[int]:
    """How many people sit at each table, those who lead one not counted."""
    return [sum(who not in cafe.state.leads for who in there) for there in tables(cafe).values()]


def made(told: list[Event]) -> SeatsMade:
    (only,) = (event for event in told if isinstance(event, SeatsMade))
    return only


def taken(told: list[Event]) -> dict[str, int]:
    return {event.person: event.table for event in told if isinstance(event, SeatTaken)}


def pairs(there: Tables) -> set[tuple[str, ...]]:
    return {pair for table in there.values() for pair in combinations(sorted(table), 2)}


# A round opens.


def test_when_a_round_opens_everybody_who_takes_part_has_one_seat() -> None:
    cafe = a_cafe(13, leads=["Fay", "Flo", "Fred"])
    cafe.join("Sol", "Hana")
    seats = made(cafe.next())
    assert sorted(who for there in seats.tables.values() for who in there) == sorted(
        ["fay", "flo", "fred", *(name.lower() for name in people(13))]
    )
    assert seats.facilitators == {1: "fay", 2: "flo", 3: "fred"}
    assert all(seats.facilitators[no] in there for no, there in seats.tables.items())
    assert sorted(crowds(cafe)) == [4, 4, 5]


def test_everybody_hears_their_own_table_and_what_the_round_asks() -> None:
    cafe = a_cafe(8, leads=["Fay", "Flo"])
    cafe.next()
    for who, seat in cafe.state.seats.items():
        assert streams.table(seat.table) in streams.followed(cafe.state, cafe.state.people[who])
        assert cafe.docs(f"person/{who}")["me"]["sat_at"] == [["s1", seat.table]]


def test_the_same_people_make_the_same_seating() -> None:
    days = [a_cafe(20, leads=["Fay", "Flo"]) for _ in range(2)]
    for steps in (1, 2, 1):
        first, second = (made([event for _ in range(steps) for event in day.next()]) for day in days)
        assert first == second


def test_the_sizes_of_the_plan_are_kept() -> None:
    cafe = a_cafe(12, table_size=6, largest=6)
    cafe.next()
    assert crowds(cafe) == [6, 6]
    cafe = a_cafe(9, leads=["Fay", "Flo", "Fred"], facilitator_counts=True)
    cafe.next()
    assert [len(there) for there in tables(cafe).values()] == [4, 4, 4]


@pytest.mark.parametrize("seating", ["mixed", "rotate"])
def test_in_the_next_round_everybody_meets_new_people_at_another_table(seating: str) -> None:
    cafe = a_cafe(24, story(), story("Two", seating=seating), leads=people(6, "Lead"))
    first, second = made(cafe.next()), made(cafe.next())
    assert (second.repeat_meetings, second.unmet) == (0, ())
    assert not pairs(first.tables) & pairs(second.tables)
    for no, there in second.tables.items():
        assert set(there) & set(first.tables[no]) == {cafe.state.tables[no].facilitator}


@pytest.mark.parametrize(("seating", "as_in"), [("stay", 1), ("home", 0)])
def test_people_stay_or_go_home_where_the_plan_says_so(seating: str, as_in: int) -> None:
    cafe = a_cafe(12, story(), story("Two"), story("Three", seating=seating))
    seatings = [made(cafe.next()).tables for _ in range(3)]
    assert seatings[0] != seatings[1]
    assert seatings[2] == seatings[as_in]


def test_what_could_not_be_done_is_told_to_hosts_in_words_without_names() -> None:
    cafe = a_cafe(4, story(), story("Two"), leads=["Fay"])
    for how in ("together", "apart"):
        cafe.do("Hal", MakeWish, how=how, people=["p00", "p01"])
    cafe.next()
    cafe.next()
    shown = cafe.docs("desk")["seated/s2"]
    assert (shown["tables"], shown["repeat_meetings"], shown["least_possible"]) == (2, 1, 1)
    assert shown["unmet"] == [
        "Some are to sit together and also to be kept apart. They are kept apart.",
        "No facilitator is left for table 2.",
        "People who sit at a table where they sat before: 2.",
    ]
    assert "seated/s2" not in cafe.docs("hall")


def test_whom_a_late_joiner_met_is_remembered_like_everything_else() -> None:
    cafe = a_cafe(17, story(), story("Two"))
    cafe.next()
    (no,) = taken(cafe.join("Zoe")).values()
    met = set(tables(cafe)[no])
    assert made(cafe.next()).repeat_meetings == 0
    (again,) = (set(there) for there in tables(cafe).values() if "zoe" in there)
    assert met & again == {"zoe"}


# Few people, or few facilitators.


def test_a_round_with_nobody_there_has_no_tables_and_fills_as_people_come() -> None:
    cafe = a_cafe(3, leads=["Fay"])
    cafe.present.clear()
    seats = made(cafe.next())
    assert (seats.tables, seats.unmet, cafe.state.seats) == ({}, (), {})
    assert taken(cafe.back("P00", "P01")) == {"p00": 1, "p01": 1}
    assert taken(cafe.back("Fay")) == {"fay": 1}
    assert tables(cafe) == {1: ("fay", "p00", "p01")}


def test_somebody_alone_has_a_table_and_the_hosts_are_told() -> None:
    cafe = a_cafe(1)
    assert "Somebody sits alone at table 1." in made(cafe.next()).unmet
    assert taken(cafe.join("Zoe")) == {"zoe": 1}


def test_facilitators_wait_at_their_tables_and_the_first_to_come_sit_together() -> None:
    cafe = a_cafe(0, leads=["Fay", "Flo"])
    cafe.next()
    assert tables(cafe) == {1: ("fay",), 2: ("flo",)}
    assert taken(cafe.join("Ann", "Bob", "Cleo")) == {"ann": 1, "bob": 1, "cleo": 1}


def test_with_more_facilitators_than_tables_some_are_free_to_help() -> None:
    cafe = a_cafe(4, leads=["Fay", "Flo", "Fred"])
    seats = made(cafe.next())
    assert (list(seats.tables), seats.facilitators) == ([1], {1: "fay"})
    assert seats.unmet == ("Facilitators without a table, free to help: 2.",)
    assert (cafe.table_of("Flo"), cafe.state.leads["flo"]) == (None, 2)


def test_a_free_facilitator_sits_down_with_whoever_comes_to_their_table() -> None:
    cafe = a_cafe(4, leads=["Fay", "Flo", "Fred"])
    cafe.next()
    assert taken(cafe.join("Zoe", "Yan")) == {"zoe": 1, "yan": 2, "flo": 2}
    assert taken(cafe.join("Xia")) == {"xia": 2}
    assert taken(cafe.do("Hal", MovePerson, person="p00", table=3)) == {"p00": 3, "fred": 3}


def test_a_free_facilitator_who_reloads_sits_at_their_own_table() -> None:
    cafe = a_cafe(4, leads=["Fay", "Flo"])
    cafe.next()
    cafe.away("Flo")
    assert taken(cafe.back("Flo")) == {"flo": 2}


def test_a_free_facilitator_who_is_not_there_is_given_no_seat() -> None:
    cafe = a_cafe(4, leads=["Fay", "Flo"])
    cafe.next()
    cafe.away("Flo")
    assert taken(cafe.do("Hal", MovePerson, person="p00", table=2)) == {"p00": 2}


@pytest.mark.parametrize(("number", "which"), [(8, "table 2"), (12, "tables 2, 3")])
def test_with_fewer_facilitators_than_tables_the_hosts_are_told_which_go_without(
    number: int, which: str
) -> None:
    cafe = a_cafe(number, leads=["Fay"])
    assert made(cafe.next()).unmet == (f"No facilitator is left for {which}.",)
    assert cafe.state.tables[2].facilitator is None


def test_a_cafe_without_facilitators_misses_none() -> None:
    assert made(a_cafe(8).next()).unmet == ()


# Away when a round opens.


def test_who_is_away_when_a_round_opens_has_no_seat_and_gets_one_when_back() -> None:
    cafe = a_cafe(9)
    cafe.next()
    cafe.away("P00")
    cafe.go_to("Two")
    assert (cafe.table_of("P00"), cafe.state.held) == (None, set())
    (event,) = [event for event in cafe.back("P00") if isinstance(event, SeatTaken)]
    assert event.why == "back"
    assert sorted(crowds(cafe)) == [4, 5]


def test_who_was_here_a_moment_ago_is_given_a_seat_which_is_then_held() -> None:
    cafe = a_cafe(8)
    cafe.next()
    table = cafe.table_of("P00")
    cafe.away("P00")
    assert cafe.docs(f"table/{table}")["table"]["seats"][0]["held_since"] == cafe.at
    assert cafe.pass_time(180) == [SeatReleased(person="p00", table=table or 0)]


def test_a_facilitator_away_when_a_round_opens_keeps_the_table_and_sits_there_when_back() -> None:
    cafe = a_cafe(8, leads=["Fay", "Flo"])
    cafe.next()
    cafe.away("Flo")
    cafe.go_to("Two")
    assert (cafe.table_of("Flo"), cafe.state.tables[2].facilitator) == (None, "flo")
    assert taken(cafe.back("Flo")) == {"flo": 2}
    assert cafe.docs("person/flo")["me"]["leads"] == 2


def test_a_facilitator_who_left_has_no_table_in_the_next_round() -> None:
    cafe = a_cafe(8, leads=["Fay", "Flo"])
    cafe.next()
    cafe.do("Flo", Leave)
    cafe.go_to("Two")
    assert "No facilitator is left for table 2." in cafe.state.seated["s3"].unmet
    assert cafe.state.tables[2].facilitator is None


# Coming while a round is on.


def test_who_comes_late_sits_at_the_smallest_table_and_the_table_hears_of_it() -> None:
    cafe = a_cafe(11)
    cafe.next()
    (small,) = (no for no, there in tables(cafe).items() if len(there) == 3)
    assert taken(cafe.join("Zoe")) == {"zoe": small}
    assert "Zoe" in [seat["name"] for seat in cafe.docs(f"table/{small}")["table"]["seats"]]
    cafe.join("Yan", "Xia", "Wim")
    assert crowds(cafe) == [5, 5, 5]


def test_nobody_who_comes_late_joins_a_table_of_one_while_there_is_room_elsewhere() -> None:
    cafe = a_cafe(7)
    cafe.next()
    alone = tables(cafe)[2][0]
    cafe.seat(1, *tables(cafe)[2][1:])
    cafe.do("P00" if alone != "p00" else "P01", Leave)
    cafe.do(tables(cafe)[1][0], Leave)
    cafe.do(tables(cafe)[1][0], Leave)
    assert crowds(cafe) == [3, 1]
    assert taken(cafe.join("Zoe", "Yan")) == {"zoe": 1, "yan": 1}
    assert taken(cafe.join("Xia")) == {"xia": 2}


def test_a_table_that_everybody_left_is_not_filled_with_one_who_comes_late() -> None:
    cafe = a_cafe(8)
    cafe.next()
    for who in tables(cafe)[1]:
        cafe.do(who, Leave)
    assert taken(cafe.join("Zoe")) == {"zoe": 2}


def test_when_all_tables_are_full_two_more_sit_down_before_a_new_one_opens() -> None:
    cafe = a_cafe(5)
    cafe.next()
    assert taken(cafe.join("Zoe", "Yan", "Xia")) == {"zoe": 1, "yan": 1, "xia": 2}


def test_who_comes_in_the_closing_minute_still_gets_a_seat() -> None:
    cafe = a_cafe(8)
    cafe.next()
    cafe.do("Hal", EndEarly, step="s1")
    assert taken(cafe.join("Zoe"))
    cafe.pass_time(60)
    assert taken(cafe.join("Yan")) == {}


def test_who_comes_late_is_seated_by_the_wishes_of_the_hosts_first() -> None:
    cafe = a_cafe(11)
    cafe.next()
    for name in ("zoe", "yan"):
        cafe.do(None, Join, name=name)
    zoe, yan = (who for who, person in cafe.state.people.items() if person.name in ("zoe", "yan"))
    small = next(no for no, there in tables(cafe).items() if len(there) == 3)
    big = next(no for no in tables(cafe) if no != small)
    cafe.do("Hal", MakeWish, how="together", people=[zoe, tables(cafe)[big][0]])
    cafe.do("Hal", MakeWish, how="apart", people=[yan, *tables(cafe)[small]])
    assert taken(cafe.back(zoe)) == {zoe: big}
    assert taken(cafe.back(yan))[yan] not in (small, big)


@pytest.mark.parametrize("how", ["together", "apart"])
def test_a_wish_about_somebody_who_has_left_hinders_nobody(how: str) -> None:
    cafe = a_cafe(8)
    cafe.do("Hal", MakeWish, how=how, people=["p00", "p01"])
    cafe.do("P00", Leave)
    assert made(cafe.next()).unmet == ()
    assert len(cafe.state.seats) == 7


# Back after the seat was given up.


def given_up(number: int = 8, **settings: Any) -> tuple[Cafe, int]:
    """P00 has been away too long; where they sat."""
    cafe = a_cafe(number, **settings)
    cafe.next()
    table = cafe.table_of("P00")
    cafe.away("P00")
    cafe.pass_time(180)
    assert table is not None
    return cafe, table


def test_who_is_back_after_the_seat_was_given_up_sits_at_the_same_table() -> None:
    cafe, table = given_up(11)
    (event,) = [event for event in cafe.back("P00") if isinstance(event, SeatTaken)]
    assert (event.table, event.why) == (table, "back")


def test_who_is_back_sits_elsewhere_when_the_table_is_full() -> None:
    cafe, table = given_up()
    cafe.seat(table, *[who for who in cafe.state.seats if cafe.state.seats[who].table != table][:2])
    assert crowds(cafe)[table - 1] == 5
    assert table not in taken(cafe.back("P00")).values()


@pytest.mark.parametrize(("counts", "goes_back"), [(False, True), (True, False)])
def test_a_facilitator_who_counts_takes_a_place(counts: bool, goes_back: bool) -> None:
    cafe, table = given_up(8, leads=["Fay", "Flo"], facilitator_counts=counts)
    elsewhere = [who for who in cafe.state.seats if who not in cafe.state.at_table(table)]
    guests = [who for who in elsewhere if who not in cafe.state.leads]
    cafe.seat(table, guests[0])
    assert (table in taken(cafe.back("P00")).values()) == goes_back


def test_who_is_back_sits_elsewhere_when_a_host_wished_so_meanwhile() -> None:
    cafe, table = given_up()
    cafe.do("Hal", MakeWish, how="apart", people=["p00", cafe.state.at_table(table)[0]])
    assert table not in taken(cafe.back("P00")).values()


def test_who_is_back_does_not_sit_alone_where_everybody_has_gone() -> None:
    cafe, table = given_up()
    for who in list(cafe.state.at_table(table)):
        cafe.do(who, Leave)
    assert table not in taken(cafe.back("P00")).values()


def test_with_the_facilitator_still_there_people_come_back_to_their_table_one_by_one() -> None:
    cafe = a_cafe(8, leads=["Fay", "Flo"])
    cafe.next()
    there = [who for who in cafe.state.at_table(1) if who != "fay"]
    cafe.away(*there)
    cafe.pass_time(180)
    assert cafe.state.at_table(1) == ["fay"]
    assert taken(cafe.back(*there)) == dict.fromkeys(there, 1)


# Steps at tables that are no rounds.


def at_tables_after_a_break(*steps: AnyStep) -> Cafe:
    """Eight people have talked and are in the break; Zoe, Yan and Xia have come, and P00 has been away."""
    cafe = a_cafe(8, story(), pause(), *steps, leads=["Fay", "Flo"])
    cafe.next()
    cafe.away("P00")
    cafe.pass_time(180)
    cafe.go_to("Break")
    cafe.back("P00")
    cafe.join("Zoe", "Yan", "Xia")
    return cafe


PRIORITIES = Priorities(title="Top", minutes=5)
AT_TABLES = DotVoting(title="Dots", minutes=5, over="notes", where="table")
IN_THE_HALL = DotVoting(title="Dots", minutes=5, over="notes")


@pytest.mark.parametrize("step", [PRIORITIES, AT_TABLES])
def test_who_came_in_the_break_gets_a_seat_when_people_are_at_tables_again(step: AnyStep) -> None:
    cafe = at_tables_after_a_break(step)
    sat = dict(tables(cafe))
    told = taken(cafe.next())
    assert told.keys() == {"p00", "zoe", "yan", "xia"}
    assert all(set(there) <= set(tables(cafe)[no]) for no, there in sat.items())
    assert sorted(crowds(cafe)) == [5, 6]
    assert told["p00"] == next(no for step, no in cafe.state.places["p00"] if step == "s1")


def test_in_the_hall_nobody_needs_a_seat() -> None:
    cafe = at_tables_after_a_break(IN_THE_HALL)
    assert taken(cafe.next()) == {}
    assert cafe.back("Zoe") == []


@pytest.mark.parametrize(
    ("step", "needed"),
    [
        (story("Two"), True),
        (PRIORITIES, True),
        (AT_TABLES, True),
        (IN_THE_HALL, False),
        (pause(), False),
    ],
)
def test_seats_are_needed_while_people_are_at_tables(step: AnyStep, needed: bool) -> None:
    cafe = a_cafe(8, arrival(), story(), step)
    ever = [cafe.state.needs_seats]
    for _ in range(3):
        cafe.next()
        ever.append(cafe.state.needs_seats)
    cafe.do("Hal", EndEarly, step="s3", call=False)
    assert [*ever, cafe.state.needs_seats] == [False, False, True, needed, False]


# A step opens again.


def test_when_a_round_opens_again_people_go_back_to_the_same_seats() -> None:
    cafe = a_cafe(20, story(), story("Two"), leads=["Fay", "Flo"])
    cafe.next()
    first = tables(cafe)
    cafe.wait(60)
    cafe.next()
    assert tables(cafe) != first
    told = cafe.reopen("s1")
    assert tables(cafe) == first
    assert len(told) == 1
    assert cafe.docs("desk")["seated/s1"]
    assert "seated/s2" not in cafe.docs("desk")


def test_who_was_moved_meanwhile_goes_back_who_left_does_not_and_newcomers_keep_their_seat() -> None:
    cafe = a_cafe(8, story(), story("Two"))
    cafe.next()
    first = tables(cafe)
    gone, moved = first[1][:2]
    cafe.next()
    zoe = taken(cafe.join("Zoe"))["zoe"]
    cafe.do(gone, Leave)
    cafe.seat(2, moved)
    cafe.reopen("s1")
    assert {who for there in tables(cafe).values() for who in there} == {*cafe.present} - {"hal", gone}
    assert (cafe.table_of(moved), cafe.table_of("Zoe")) == (1, zoe)


def test_who_came_in_the_break_gets_a_seat_when_the_round_opens_again() -> None:
    cafe = a_cafe(8)
    cafe.next()
    cafe.go_to("Break")
    cafe.join("Zoe", "Yan")
    assert taken(cafe.reopen("s1")).keys() == {"zoe", "yan"}
    assert crowds(cafe) == [5, 5]


def test_who_is_not_there_when_a_round_opens_again_has_a_seat_that_is_held_and_given_up() -> None:
    cafe = a_cafe(8)
    cafe.next()
    table, other = cafe.table_of("P00") or 0, cafe.table_of("P01") or 0
    cafe.go_to("Break")
    cafe.away("P00")
    cafe.pass_time(180)
    cafe.away("P01")
    told = cafe.reopen("s1")
    assert PersonAway(person="p00", table=table) in told
    cafe.pass_time(100)
    cafe.back("P00")
    assert cafe.pass_time(3_600) == [SeatReleased(person="p01", table=other)]
    assert cafe.table_of("P00") == table


def test_a_facilitator_given_another_table_meanwhile_goes_to_that_one() -> None:
    cafe = a_cafe(8, leads=["Fay", "Flo"])
    cafe.next()
    cafe.go_to("Break")
    cafe.do("Hal", AppointFacilitator, table=2, person="fay")
    cafe.reopen("s1")
    assert (cafe.table_of("Fay"), cafe.state.leads, cafe.table_of("Flo")) == (2, {"fay": 2}, 2)


def test_a_round_that_was_pushed_back_leaves_no_trace_in_whom_people_met() -> None:
    cafe = a_cafe(16, story(), story("Two"))
    cafe.next()
    seats = made(cafe.next())
    cafe.reopen("s1")
    again = made(cafe.next())
    assert again == seats
    assert {no: tuple(sorted(cafe.state.sat["s2", no])) for no in again.tables} == tables(cafe)
    assert all(places == [*dict.fromkeys(places)] for places in cafe.state.places.values())
    assert all([step for step, _ in places] == ["s1", "s2"] for places in cafe.state.places.values())


def test_in_the_round_after_a_pushed_back_one_people_meet_anew() -> None:
    cafe = a_cafe(25, story(), story("Two"), story("Three"))
    first = made(cafe.next()).tables
    cafe.next()
    cafe.reopen("s1")
    cafe.away(*people(3))
    second = made(cafe.next()).tables
    third = made(cafe.next())
    assert third.repeat_meetings == 0
    assert not pairs(third.tables) & (pairs(first) | pairs(second))
    assert [step for step, _ in cafe.state.places["p00"]] == ["s1"]


def test_opening_a_break_again_brings_people_back_from_the_next_round() -> None:
    cafe = a_cafe(8)
    cafe.next()
    first = tables(cafe)
    cafe.go_to("Two")
    cafe.reopen("s2")
    assert (tables(cafe), cafe.state.round_step) == (first, "s1")


# Whatever happens, and in whatever order.

DEEDS = ["join", "lead", "away", "back", "leave", "move", "next", "reopen", "wait", "longer"]
DAYS = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 1_000)), max_size=40)


def act(cafe: Cafe, deed: str, no: int) -> None:
    state = cafe.state
    here = [p.id for p in state.people.values() if p.sits]
    who = here[no % len(here)]
    step = state.current_step()
    match deed:
        case "join" | "lead":
            cafe.do(None, Join, name="x", role="participant" if deed == "join" else "facilitator")
        case "away" | "back":
            getattr(cafe, deed)(who)
        case "leave" if len(here) > 1:
            cafe.do(who, Leave)
        case "move" if who not in state.leads and state.tables:
            cafe.do("Hal", MovePerson, person=who, table=1 + no % len(state.tables))
        case "next" if state.step_after(state.current) is not None:
            cafe.next()
        case "reopen" if step is not None and step.closed_at is None and step.id != "s1":
            cafe.reopen(list(state.steps)[list(state.steps).index(step.id) - 1])
        case "wait":
            cafe.pass_time(no % 250)
        case "longer" if step is not None:
            cafe.do("Hal", Extend, step=step.id, minutes=5)


@settings(max_examples=150)
@given(st.integers(0, 14), st.integers(0, 4), DAYS)
def test_everybody_here_has_one_seat_and_nobody_else_keeps_one(
    number: int, leads: int, day: list[tuple[str, int]]
) -> None:
    steps = story(), pause(), story("Two", seating="rotate"), PRIORITIES, story("Three", seating="home")
    cafe = a_cafe(number + 1, *steps, leads=people(leads, "Lead"))
    for deed, no in day:
        late = [step.closed_at for step in cafe.state.steps.values() if step.closed_at is not None]
        if deed != "reopen" or (late and cafe.at <= late[-1] + 300_000):
            act(cafe, deed, no)
        _sound(cafe)
    assert refold(cafe) == cafe.state


def _sound(cafe: Cafe) -> None:
    state = cafe.state
    for who, seat in state.seats.items():
        assert state.people[who].sits
        assert (seat.held_since is not None) == (who not in cafe.present) == (who in state.held)
        assert state.leads.get(who, seat.table) == seat.table
        if state.round_step is not None:
            assert state.places[who][-1] == (state.round_step, seat.table)
    assert state.leads == {t.facilitator: t.no for t in state.tables.values() if t.facilitator is not None}
    free = [who for who in state.leads if who not in state.seats]
    if state.needs_seats:
        here = {p.id for p in state.people.values() if p.sits and p.id in cafe.present}
        assert here - state.seats.keys() <= set(free)

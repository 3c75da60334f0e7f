"""Joining, leaving, being away, being moved, and who wants to sit with whom."""

from __future__ import annotations

import pytest

from tests.rules.cast import Cafe, arrival, story
from workshop.activities import rooms
from workshop.activities.pause.messages import Break
from workshop.activities.people.messages import (
    Away,
    DropWish,
    Join,
    Leave,
    MakeWish,
    MovePerson,
    PersonAway,
    PersonBack,
    PersonGrouped,
    PersonJoined,
    PersonLeft,
    PersonNamed,
    PersonRenamed,
    QuotingSaid,
    ReleaseSeat,
    Remove,
    Rename,
    SeatReleased,
    SeatTaken,
    SetGroup,
    SetQuoting,
    WishMade,
)
from workshop.activities.people.rules import MOST_PEOPLE
from workshop.activities.steps.messages import EndEarly, Next
from workshop.core import streams
from workshop.core.clock import DAY, SECOND
from workshop.core.messages import CommandId, Event
from workshop.core.people import FACILITATOR, HOST
from workshop.core.plan import PeopleSettings, QuotingSettings
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound, TooMany


def lobby() -> Cafe:
    cafe = Cafe(arrival(), story(), Break(title="Break", minutes=5))
    cafe.join("Hal", "Hana", "Fay", "Ann", "Bob", "Sol")
    return cafe


def in_a_round() -> Cafe:
    """Fay, Ann, Bob and Eve at table 1, Flo, Cleo, Dan and Gil at 2; a break comes after."""
    return Cafe.at_two_tables(story(), Break(title="Break", minutes=5), story("Again"))


def joins(cafe: Cafe, name: str, role: str = "participant") -> tuple[CommandId, list[Event]]:
    """Somebody gives their name on the page; their browser has not connected yet."""
    told = cafe.do(None, Join, name=name, role=role)
    return next(event.person for event in told if isinstance(event, PersonJoined)), told


def with_groups(*names: str) -> Cafe:
    cafe = Cafe(arrival(), story(), people=PeopleSettings(groups=list(names)))
    cafe.join("Hal", "Fay", "Ann", "Bob")
    return cafe


# Joining.


def test_a_name_goes_to_the_person_table_and_never_into_the_ledger() -> None:
    who, told = joins(lobby(), "  Zoë\t of the   hills ")
    assert told == [
        PersonNamed(person=who, name="Zoë of the hills"),
        PersonJoined(person=who, role="participant"),
    ]


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "=1+1", "👩‍👩‍👧", "Łukasz", "O'Neill"])
def test_a_name_may_be_made_up(name: str) -> None:
    cafe = lobby()
    who, _ = joins(cafe, name)
    assert cafe.docs("desk")[f"person/{who}"]["name"] == name


@pytest.mark.parametrize(
    ("name", "code"), [("", "empty"), (" \n ", "empty"), ("\u202e", "empty"), ("x" * 61, "too-long")]
)
def test_a_name_can_be_seen_and_is_not_too_long(name: str, code: str) -> None:
    refusal = lobby().refused(None, Join, name=name)
    assert isinstance(refusal, Invalid)
    assert refusal.code == code
    assert refusal.message.startswith("The name is ")


def test_two_people_of_one_name_are_two_people() -> None:
    cafe = lobby()
    first, second = joins(cafe, "Ann")[0], joins(cafe, "Ann")[0]
    assert {cafe.state.people[who].name for who in (first, second, "ann")} == {"Ann"}
    assert len({first, second, "ann"}) == 3


def test_nobody_joins_a_cafe_that_has_ended_until_it_is_opened_again() -> None:
    cafe = lobby()
    step = cafe.go_to("Arriving")
    cafe.close()
    refusal = cafe.refused(None, Join, name="Cleo")
    assert isinstance(refusal, Conflict)
    assert refusal.code == "ended"
    cafe.reopen(step)
    assert joins(cafe, "Cleo")[1]


def test_a_host_comes_to_a_cafe_that_has_ended_to_write_its_report() -> None:
    cafe = lobby()
    cafe.go_to("Arriving")
    cafe.close()
    assert cafe.do(None, Join, name="Hana", role=HOST)
    assert cafe.refused(None, Join, name="Fay", role=FACILITATOR).code == "ended"


def test_a_full_cafe_takes_the_next_when_somebody_leaves() -> None:
    cafe = Cafe(arrival())
    for _ in range(MOST_PEOPLE):
        joins(cafe, "Somebody")
    refusal = cafe.refused(None, Join, name="Cleo")
    assert isinstance(refusal, TooMany)
    assert refusal.code == "full"
    cafe.do(next(iter(cafe.state.people)), Leave)
    assert joins(cafe, "Cleo")[1]


# Groups.


@pytest.mark.parametrize(
    ("said", "kept"), [("Schools", "Schools"), ("  schools ", "Schools"), ("", ""), (" \n ", "")]
)
def test_whoever_joins_may_say_which_group_they_are_from(said: str, kept: str) -> None:
    cafe = with_groups("Families", "Schools")
    told = cafe.do(None, Join, name="Cleo", group=said)
    joined = next(event for event in told if isinstance(event, PersonJoined))
    assert cafe.docs("desk")[f"person/{joined.person}"]["group"] == kept
    assert cafe.docs(streams.person(joined.person))["me"]["group"] == kept


@pytest.mark.parametrize("names", [(), ("Families", "Schools")])
def test_a_group_that_the_plan_does_not_name_is_refused(names: tuple[str, ...]) -> None:
    cafe = with_groups(*names)
    for refusal in (
        cafe.refused(None, Join, name="Cleo", group="Martians"),
        cafe.refused("Ann", SetGroup, person="ann", group="Martians"),
    ):
        assert refusal.code == "unknown-group"
        assert all(name in refusal.message for name in names)


@pytest.mark.parametrize("who", ["Ann", "Hal"])
def test_a_person_or_a_host_may_correct_the_group(who: str) -> None:
    cafe = with_groups("Families", "Schools")
    assert cafe.do(who, SetGroup, person="ann", group="Families") == [
        PersonGrouped(person="ann", group="Families")
    ]
    assert cafe.do(who, SetGroup, person="ann", group="Families") == []
    cafe.do(who, SetGroup, person="ann", group="")
    assert cafe.docs("desk")["person/ann"]["group"] == ""


def test_nobody_else_may() -> None:
    cafe = with_groups("Families", "Schools")
    for who in ("Bob", "Fay"):
        assert isinstance(cafe.refused(who, SetGroup, person="ann", group="Schools"), NotAllowed)


def test_a_round_mixes_the_groups() -> None:
    cafe = with_groups("Families", "Schools")
    for no in range(8):
        name = f"P{no}"
        cafe.join(name)
        cafe.do("Hal", SetGroup, person=name.lower(), group=("Families", "Schools")[no // 4])
    cafe.go_to("Our stories")
    for table in cafe.state.tables:
        there = [cafe.state.people[who].group for who in cafe.state.at_table(table)]
        assert abs(there.count("Families") - there.count("Schools")) <= 1


def test_a_ledger_from_before_there_were_groups_still_opens() -> None:
    old = b'{"type":"person.joined","person":"p","role":"participant"}'
    assert rooms.read_event(old) == PersonJoined(person="p", role="participant", group="")


# Seats.


def test_in_the_lobby_only_facilitators_have_a_seat() -> None:
    cafe = lobby()
    assert set(cafe.state.seats) == {"fay"}
    assert cafe.docs("person/ann")["me"]["table"] is None


def test_who_joins_during_a_round_is_seated_when_their_browser_connects() -> None:
    cafe = in_a_round()
    who, _ = joins(cafe, "Zoe")
    assert who not in cafe.state.seats
    (back, taken) = cafe.back(who)
    assert isinstance(back, PersonBack)
    assert isinstance(taken, SeatTaken)
    assert (taken.why, taken.was) == ("late", None)
    assert cafe.docs(f"person/{who}")["me"]["table"] == taken.table


def test_a_facilitator_who_has_not_connected_yet_holds_a_table_and_is_shown_as_away() -> None:
    cafe = in_a_round()
    who, _ = joins(cafe, "Fred", "facilitator")
    assert cafe.state.leads[who] == 3
    assert cafe.docs("desk")[f"person/{who}"]["held_since"] == cafe.at
    cafe.back(who)
    assert cafe.docs("desk")[f"person/{who}"]["held_since"] is None


@pytest.mark.parametrize("role", ["host", "screen"])
def test_hosts_and_screens_never_have_a_seat(role: str) -> None:
    cafe = in_a_round()
    who, _ = joins(cafe, "Zoe", role)
    cafe.back(who)
    cafe.go_to("Again")
    assert who not in cafe.state.seats


# Names.


def test_a_new_name_shows_everywhere_and_the_ledger_says_only_that_it_changed() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    told = cafe.do("Ann", Rename, name="Anna")
    assert told == [PersonNamed(person="ann", name="Anna"), PersonRenamed(person="ann")]
    assert cafe.docs("person/ann")["me"]["name"] == cafe.docs("desk")["person/ann"]["name"] == "Anna"
    table = cafe.docs("table/1")
    assert "Anna" in [seat["name"] for seat in table["table"]["seats"]]
    assert table[f"note/{note}"]["name"] == "Anna"


def test_the_same_name_again_changes_nothing() -> None:
    assert lobby().do("Ann", Rename, name=" Ann ") == []


def test_a_name_cannot_be_taken_away() -> None:
    assert lobby().refused("Ann", Rename, name="\u200b").code == "empty"


# Leaving.


def test_who_leaves_gives_up_the_seat_and_leaves_the_notes() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    assert cafe.do("Ann", Leave) == [PersonLeft(person="ann", table=1)]
    assert "ann" not in cafe.state.at_table(1)
    assert "person/ann" not in cafe.docs("desk")
    assert cafe.docs("table/1")[f"note/{note}"]["name"] == "Ann"
    assert streams.followed(cafe.state, cafe.state.people["ann"]) == ()


def test_a_table_whose_facilitator_leaves_goes_on_without() -> None:
    cafe = in_a_round()
    assert cafe.do("Fay", Leave) == [PersonLeft(person="fay", table=1, led=1)]
    assert cafe.state.tables[1].facilitator is None
    assert "fay" not in cafe.state.leads


def test_a_host_takes_somebody_out() -> None:
    cafe = in_a_round()
    assert cafe.do("Hal", Remove, person="flo") == [PersonLeft(person="flo", removed=True, table=2, led=2)]
    assert cafe.state.people["flo"].gone
    assert isinstance(cafe.refused("Hal", Remove, person="flo"), NotFound)


@pytest.mark.parametrize("who", ["Ann", "Fay", "Sol"])
def test_nobody_else_takes_anybody_out(who: str) -> None:
    assert isinstance(in_a_round().refused(who, Remove, person="bob"), NotAllowed)


def test_a_host_leaves_instead_of_taking_themselves_out() -> None:
    cafe = lobby()
    assert isinstance(cafe.refused("Hal", Remove, person="hal"), Invalid)
    assert cafe.do("Hana", Remove, person="hal")


def test_when_the_last_host_leaves_the_clock_goes_on_and_nothing_closes() -> None:
    cafe = in_a_round()
    cafe.do("Hal", Leave)
    cafe.pass_time(3_600)
    step = cafe.state.current_step()
    assert step is not None
    assert step.phase == "open"
    assert cafe.state.status == "running"


def test_somebody_leaving_during_the_closing_call_stops_nothing() -> None:
    cafe = in_a_round()
    cafe.do("Hal", Next, after="s1")
    cafe.do("Ann", Leave)
    cafe.do("Fay", Leave)
    cafe.pass_time(60)
    assert cafe.state.current == "s2"


# Being away.


def test_a_seat_is_held_for_who_is_away_and_theirs_when_they_are_back() -> None:
    cafe = in_a_round()
    assert cafe.do(None, Away, person="ann") == [PersonAway(person="ann", table=1)]
    away = cafe.at
    cafe.wait(100)
    assert cafe.docs("desk")["person/ann"]["held_since"] == away
    assert cafe.back("Ann") == [PersonBack(person="ann", table=1)]
    assert cafe.state.held == set()
    assert cafe.pass_time(1_000) == []


def test_a_held_seat_is_given_up_after_its_time_and_no_sooner() -> None:
    cafe = in_a_round()
    cafe.away("Ann")
    assert cafe.pass_time(179) == []
    assert cafe.do(None, ReleaseSeat, person="ann") == []
    assert cafe.pass_time(1) == [SeatReleased(person="ann", table=1)]
    assert cafe.table_of("Ann") is None
    assert cafe.pass_time(1_000) == []


def test_the_plan_says_how_long_seats_are_held() -> None:
    cafe = in_a_round()
    cafe.state.times = type(cafe.state.times)(seat_held=5)
    cafe.away("Ann")
    assert cafe.pass_time(5) == [SeatReleased(person="ann", table=1)]


def test_a_facilitators_seat_is_never_given_up() -> None:
    cafe = in_a_round()
    cafe.away("Fay")
    assert cafe.pass_time(36_000) == []
    assert cafe.do(None, ReleaseSeat, person="fay") == []
    assert cafe.table_of("Fay") == 1
    assert cafe.state.tables[1].facilitator == "fay"
    assert cafe.back("Fay") == [PersonBack(person="fay", table=1)]


def test_each_is_away_on_their_own_clock() -> None:
    cafe = in_a_round()
    cafe.away("Ann")
    cafe.wait(60)
    cafe.away("Bob", "Cleo")
    assert cafe.pass_time(120) == [SeatReleased(person="ann", table=1)]
    cafe.back("Cleo")
    assert cafe.pass_time(60) == [SeatReleased(person="bob", table=1)]


def test_away_and_back_are_told_once() -> None:
    cafe = in_a_round()
    cafe.away("Ann")
    assert cafe.do(None, Away, person="ann") == []
    cafe.back("Ann")
    assert cafe.back("Ann") == []


@pytest.mark.parametrize("who", ["hal", "sol", "nobody"])
def test_who_has_no_seat_has_none_that_is_held(who: str) -> None:
    cafe = in_a_round()
    assert cafe.do(None, Away, person=who) == []
    assert cafe.back(who) == []


def test_old_news_of_an_absence_holds_no_seat_of_somebody_who_is_back() -> None:
    cafe = in_a_round()
    made = Away(id=cafe.new_id(), person="ann")
    assert cafe._give(None, made) == []
    assert cafe.state.held == set()


def test_who_comes_back_in_the_break_gets_a_seat_with_the_next_round() -> None:
    cafe = in_a_round()
    cafe.away("Ann")
    cafe.pass_time(180)
    cafe.go_to("Break")
    assert cafe.back("Ann") == []
    cafe.next()
    assert cafe.table_of("Ann") is not None


def test_who_left_for_good_does_not_come_back() -> None:
    cafe = in_a_round()
    cafe.do("Ann", Leave)
    assert cafe.back("Ann") == []


def test_held_seats_of_a_cafe_that_has_ended_are_given_up_like_any_other() -> None:
    cafe = in_a_round()
    cafe.away("Ann")
    cafe.close()
    assert cafe.pass_time(600) == [SeatReleased(person="ann", table=1)]


# Being moved.


def test_a_host_moves_somebody_and_the_notes_stay() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    (taken,) = cafe.do("Hal", MovePerson, person="ann", table=2)
    assert taken == SeatTaken(person="ann", table=2, was=1, why="moved")
    assert f"note/{note}" in cafe.docs("table/1")
    assert f"note/{note}" in cafe.docs("person/ann")
    assert "table/2" in streams.followed(cafe.state, cafe.state.people["ann"])
    assert cafe.do("Hal", MovePerson, person="ann", table=2) == []


@pytest.mark.parametrize("who", ["Ann", "Fay", "Sol"])
def test_nobody_else_moves_people(who: str) -> None:
    assert isinstance(in_a_round().refused(who, MovePerson, person="bob", table=2), NotAllowed)


@pytest.mark.parametrize("whom", ["hal", "sol"])
def test_hosts_and_screens_cannot_be_moved(whom: str) -> None:
    assert isinstance(in_a_round().refused("Hal", MovePerson, person=whom, table=2), Invalid)


def test_people_are_moved_only_to_tables_that_are_there() -> None:
    refusal = in_a_round().refused("Hal", MovePerson, person="ann", table=7)
    assert isinstance(refusal, NotFound)
    assert refusal.message == "There is no table 7. The tables are 1 to 2."
    cafe = Cafe(story())
    cafe.join("Hal", "Ann")
    refusal = cafe.refused("Hal", MovePerson, person="ann", table=1)
    assert refusal.message.endswith("The tables are set up when the first round opens.")


def test_a_facilitator_stays_until_the_table_is_given_to_somebody_else() -> None:
    refusal = in_a_round().refused("Hal", MovePerson, person="fay", table=2)
    assert isinstance(refusal, Conflict)
    assert refusal.message.startswith("Fay leads table 1.")


@pytest.mark.parametrize("whom", ["ann", "nobody"])
def test_who_is_not_here_any_more_cannot_be_moved(whom: str) -> None:
    cafe = in_a_round()
    cafe.do("Ann", Leave)
    assert isinstance(cafe.refused("Hal", MovePerson, person=whom, table=2), NotFound)


def test_nobody_is_moved_when_the_cafe_has_ended() -> None:
    cafe = in_a_round()
    cafe.close()
    refusal = cafe.refused("Hal", MovePerson, person="ann", table=2)
    assert isinstance(refusal, Conflict)
    assert refusal.code == "ended"


def test_who_is_moved_while_away_is_away_at_the_new_table_too() -> None:
    cafe = in_a_round()
    cafe.away("Ann")
    cafe.wait(100)
    _, away = cafe.do("Hal", MovePerson, person="ann", table=2)
    assert away == PersonAway(person="ann", table=2)
    assert cafe.pass_time(180) == [SeatReleased(person="ann", table=2)]
    assert cafe.do("Hal", MovePerson, person="ann", table=1)
    assert cafe.pass_time(180) == [SeatReleased(person="ann", table=1)]


def test_everybody_has_one_seat_and_knows_where_they_sat() -> None:
    cafe = in_a_round()
    cafe.seat(2, "Ann")
    cafe.seat(1, "Ann")
    assert [no for no in (1, 2) if "ann" in cafe.state.at_table(no)] == [1]
    assert [table for step, table in cafe.state.places["ann"] if step == "s1"] == [2, 1]
    assert cafe.docs("person/ann")["me"]["sat_at"] == [["s1", 2], ["s1", 1]]


# Wishes.


@pytest.mark.parametrize("how", ["together", "apart"])
def test_a_host_wishes_for_seats_and_takes_it_back(how: str) -> None:
    cafe = lobby()
    (made,) = cafe.do("Hal", MakeWish, how=how, people=["bob", "ann", "bob"])
    assert isinstance(made, WishMade)
    assert made.people == ("ann", "bob")
    assert cafe.docs("desk")[f"wish/{made.wish}"]["how"] == how
    cafe.do("Hana", DropWish, wish=made.wish)
    assert isinstance(cafe.refused("Hal", DropWish, wish=made.wish), NotFound)


@pytest.mark.parametrize("people", [[], ["ann"], ["ann", "ann"]])
def test_a_wish_is_about_two_people_at_least(people: list[str]) -> None:
    assert isinstance(lobby().refused("Hal", MakeWish, how="apart", people=people), Invalid)


@pytest.mark.parametrize("who", ["Ann", "Fay", "Sol"])
def test_wishes_are_for_hosts(who: str) -> None:
    cafe = lobby()
    assert isinstance(cafe.refused(who, MakeWish, how="apart", people=["ann", "bob"]), NotAllowed)
    (made,) = cafe.do("Hal", MakeWish, how="apart", people=["ann", "bob"])
    assert isinstance(made, WishMade)
    assert isinstance(cafe.refused(who, DropWish, wish=made.wish), NotAllowed)
    for stream in ("hall", "person/ann", "table/1"):
        assert made.wish not in str(cafe.docs(stream))


def test_nobody_wishes_for_somebody_who_has_left() -> None:
    cafe = lobby()
    cafe.do("Bob", Leave)
    assert isinstance(cafe.refused("Hal", MakeWish, how="together", people=["ann", "bob"]), NotFound)


def test_an_ended_cafe_has_no_seats_to_wish_for() -> None:
    cafe = in_a_round()
    cafe.do("Hal", EndEarly, step="s1", call=False)
    cafe.close()
    assert cafe.refused("Hal", MakeWish, how="apart", people=["ann", "bob"]).code == "ended"


def test_nobody_is_quoted_without_a_yes_of_their_own() -> None:
    cafe = Cafe(arrival(), story())
    cafe.join("Hal", "Ann", "Bob", silent=["Bob"])
    assert [cafe.docs(f"person/{who}")["me"]["quoting"] for who in ("ann", "bob")] == [True, False]
    # Whoever joined a café that did not ask has not said yes.
    old = rooms.read_event(b'{"type":"person.joined","person":"zoe","role":"participant"}')
    rooms.apply(cafe.state, old, cafe.at, None)
    assert not cafe.state.people["zoe"].quoting


def test_everybody_may_change_their_mind_about_being_quoted() -> None:
    cafe = lobby()
    assert cafe.do("Ann", SetQuoting, on=False) == [QuotingSaid(person="ann", on=False)]
    assert not cafe.do("Ann", SetQuoting, on=False)
    cafe.do("Ann", SetQuoting, on=True)
    assert cafe.state.people["ann"].quoting
    assert isinstance(cafe.refused("Sol", SetQuoting, on=True), NotAllowed)


def test_after_the_close_it_can_be_changed_for_as_long_as_the_plan_says() -> None:
    cafe = Cafe(arrival(), quoting=QuotingSettings(days=3))
    cafe.join("Hal", "Ann")
    cafe.next()
    assert cafe.docs(streams.HALL)["cafe"]["quoting_until"] is None
    cafe.close()
    assert cafe.docs(streams.HALL)["cafe"]["quoting_until"] == cafe.at + 3 * DAY
    cafe.wait(3 * DAY / SECOND)
    assert cafe.do("Ann", SetQuoting, on=False)
    cafe.wait(1)
    refused = cafe.refused("Ann", SetQuoting, on=True)
    assert refused.code == "too-late"
    assert "until 3 days after the café closed" in refused.message


def test_a_facilitator_says_it_for_somebody_on_the_phone_but_not_for_whoever_is_here() -> None:
    cafe = in_a_round()
    cafe.do("Fay", SetQuoting, on=False, on_behalf_of="ann")
    assert "only Ann can say yes" in cafe.refused("Fay", SetQuoting, on=True, on_behalf_of="ann").message
    cafe.away("Ann")
    assert cafe.do("Fay", SetQuoting, on=True, on_behalf_of="ann")
    for who, whom in (("Fay", "cleo"), ("Bob", "ann"), ("Hal", "ann")):
        assert isinstance(cafe.refused(who, SetQuoting, on=False, on_behalf_of=whom), NotAllowed)


def test_hosts_see_how_many_may_be_quoted_counted_in_fives_and_never_who() -> None:
    cafe = Cafe(arrival())
    cafe.join("Hal", "Ann", "Bob", "Cleo")
    assert cafe.docs(streams.DESK)["quoting"] == {"people": 0, "agreed": None}
    cafe.join("Dan", "Sol", silent=["Dan"])
    assert cafe.docs(streams.DESK)["quoting"] == {"people": 5, "agreed": 4}
    # Neither who comes next nor who goes shows what that one person said.
    cafe.join("Eve", "Gil")
    cafe.do("Ann", Leave)
    assert cafe.docs(streams.DESK)["quoting"] == {"people": 5, "agreed": 4}
    assert "quoting" not in str(cafe.docs(streams.DESK)["person/dan"])

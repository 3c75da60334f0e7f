"""Words to everyone, calls for help, and who looks after a table and speaks for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.rules.cast import Cafe, arrival, story
from workshop.activities.hosting.messages import (
    AnswerCall,
    AppointFacilitator,
    AskForHelp,
    CallAnswered,
    HelpAsked,
    LinkTable,
    NameSpokesperson,
    SaidToAll,
    SayToAll,
    SpokespersonNamed,
    TableLed,
    TableLinked,
    TakeDown,
    TakenDown,
)
from workshop.activities.pause.messages import Break
from workshop.activities.people.messages import Leave, PersonAway, Rename, SeatReleased
from workshop.core.messages import Command
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound


def in_a_round() -> Cafe:
    """Fay, Ann, Bob and Eve at table 1, Flo, Cleo, Dan and Gil at 2; another round comes after."""
    cafe = Cafe.at_two_tables(story(), Break(title="Break", minutes=5), story("Again"))
    cafe.join("Hana")
    return cafe


# Words to everyone.


def test_what_a_host_says_shows_for_everyone_until_it_is_taken_down() -> None:
    cafe = in_a_round()
    (said,) = cafe.do("Hal", SayToAll, text=" Back\nin five ")
    assert isinstance(said, SaidToAll)
    assert cafe.docs("hall")["saying"]["text"] == "Back in five"
    assert cafe.do("Hana", TakeDown, saying=said.saying) == [TakenDown(saying=said.saying)]
    assert "saying" not in cafe.docs("hall")
    assert cafe.do("Hal", TakeDown, saying=said.saying) == []


def test_the_latest_words_stand_and_are_not_taken_down_with_older_ones() -> None:
    cafe = in_a_round()
    (first,) = cafe.do("Hal", SayToAll, text="First")
    cafe.do("Hana", SayToAll, text="Second")
    assert isinstance(first, SaidToAll)
    assert cafe.do("Hal", TakeDown, saying=first.saying) == []
    assert cafe.docs("hall")["saying"]["text"] == "Second"


@pytest.mark.parametrize("who", ["Ann", "Fay", "Sol"])
def test_only_hosts_speak_to_everyone(who: str) -> None:
    cafe = in_a_round()
    (said,) = cafe.do("Hal", SayToAll, text="First")
    assert isinstance(said, SaidToAll)
    assert isinstance(cafe.refused(who, SayToAll, text="Hello"), NotAllowed)
    assert isinstance(cafe.refused(who, TakeDown, saying=said.saying), NotAllowed)


@pytest.mark.parametrize(("text", "code"), [(" ", "empty"), ("x" * 201, "too-long")])
def test_words_to_everyone_are_neither_empty_nor_too_long(text: str, code: str) -> None:
    assert in_a_round().refused("Hal", SayToAll, text=text).code == code


def test_a_host_may_still_say_something_when_the_cafe_has_ended() -> None:
    cafe = in_a_round()
    cafe.close()
    cafe.do("Hal", SayToAll, text="The report is there")
    assert cafe.docs("hall")["saying"]["text"] == "The report is there"


# Calls for help.


def call(cafe: Cafe, who: str, text: str = "Please come") -> str:
    (asked,) = cafe.do(who, AskForHelp, text=text)
    assert isinstance(asked, HelpAsked)
    return asked.call


def test_a_call_says_from_which_table_and_only_hosts_and_who_called_hear_it() -> None:
    cafe = in_a_round()
    made = call(cafe, "Ann", "We cannot\nhear")
    desk = cafe.docs("desk")[f"call/{made}"]
    assert (desk["table"], desk["name"], desk["text"]) == (1, "Ann", "We cannot hear")
    assert f"call/{made}" in cafe.docs("person/ann")
    for stream in ("hall", "table/1", "person/bob", "person/fay"):
        assert f"call/{made}" not in cafe.docs(stream)


@pytest.mark.parametrize("who", ["Ann", "Fay", "Hal"])
def test_anybody_calls_for_help_with_or_without_words_and_at_any_time(who: str) -> None:
    cafe = Cafe(arrival())
    cafe.join("Hal", "Ann", "Fay")
    assert cafe.state.calls[call(cafe, who, "  ")].text == ""
    cafe.next()
    cafe.close()
    assert call(cafe, who)


def test_a_screen_does_not_call() -> None:
    assert isinstance(in_a_round().refused("Sol", AskForHelp, text="Hello"), NotAllowed)


def test_a_call_is_not_too_long() -> None:
    assert in_a_round().refused("Ann", AskForHelp, text="x" * 301).code == "too-long"


def test_a_call_is_answered_once_and_the_second_host_learns_by_whom() -> None:
    cafe = in_a_round()
    made = call(cafe, "Ann")
    assert cafe.do("Hal", AnswerCall, call=made, text=" On my way ") == [
        CallAnswered(call=made, text="On my way")
    ]
    shown = cafe.docs("person/ann")[f"call/{made}"]
    assert (shown["answered_by"], shown["answer"]) == ("Hal", "On my way")
    refusal = cafe.refused("Hana", AnswerCall, call=made)
    assert isinstance(refusal, Conflict)
    assert (refusal.code, refusal.message) == ("answered", "Hal is on the way already.")


def test_a_call_may_be_answered_without_words_but_not_with_too_many() -> None:
    cafe = in_a_round()
    made = call(cafe, "Ann")
    assert cafe.refused("Hal", AnswerCall, call=made, text="x" * 301).code == "too-long"
    assert cafe.do("Hal", AnswerCall, call=made) == [CallAnswered(call=made)]


def test_only_hosts_answer_and_only_calls_that_were_made() -> None:
    cafe = in_a_round()
    made = call(cafe, "Ann")
    for who in ("Ann", "Fay", "Sol"):
        assert isinstance(cafe.refused(who, AnswerCall, call=made), NotAllowed)
    assert isinstance(cafe.refused("Hal", AnswerCall, call="nothing"), NotFound)


def test_a_call_bears_the_new_name_of_who_called_and_who_answered() -> None:
    cafe = in_a_round()
    made = call(cafe, "Ann")
    cafe.do("Hal", AnswerCall, call=made)
    cafe.do("Ann", Rename, name="Anna")
    cafe.do("Hal", Rename, name="Harold")
    shown = cafe.docs("desk")[f"call/{made}"]
    assert (shown["name"], shown["answered_by"]) == ("Anna", "Harold")


# Who speaks for a table.


def speaker(cafe: Cafe, table: int) -> str | None:
    return cafe.state.tables[table].spokesperson


@pytest.mark.parametrize("who", ["Fay", "Hal"])
def test_the_facilitator_or_a_host_names_who_speaks(who: str) -> None:
    cafe = in_a_round()
    assert cafe.do(who, NameSpokesperson, table=1, person="ann") == [SpokespersonNamed(table=1, person="ann")]
    assert cafe.docs("table/1")["table"]["spokesperson"] == "ann"
    assert cafe.do(who, NameSpokesperson, table=1, person="ann") == []
    assert cafe.do(who, NameSpokesperson, table=1, person=None) == [SpokespersonNamed(table=1, person=None)]


@pytest.mark.parametrize("who", ["Ann", "Flo", "Sol"])
def test_nobody_else_names_who_speaks_while_there_is_a_facilitator(who: str) -> None:
    refusal = in_a_round().refused(who, NameSpokesperson, table=1, person="ann")
    assert isinstance(refusal, NotAllowed)
    assert refusal.message == "Only the facilitator of table 1 can do this."


def test_at_a_table_without_a_facilitator_anybody_there_names_who_speaks() -> None:
    cafe = in_a_round()
    cafe.do("Fay", Leave)
    assert cafe.do("Ann", NameSpokesperson, table=1, person="ann")
    assert isinstance(cafe.refused("Cleo", NameSpokesperson, table=1, person="bob"), NotAllowed)


@pytest.mark.parametrize(("whom", "kind"), [("cleo", Invalid), ("hal", Invalid), ("nobody", NotFound)])
def test_who_speaks_for_a_table_sits_at_it(whom: str, kind: type[Exception]) -> None:
    assert isinstance(in_a_round().refused("Fay", NameSpokesperson, table=1, person=whom), kind)


def test_only_tables_that_are_there_have_a_speaker_a_facilitator_or_a_link() -> None:
    cafe = in_a_round()
    orders: list[tuple[type[Command], dict[str, str | None]]] = [
        (NameSpokesperson, {"person": None}),
        (AppointFacilitator, {"person": "ann"}),
        (LinkTable, {"link": ""}),
    ]
    for command, fields in orders:
        refusal = cafe.refused("Hal", command, table=9, **fields)
        assert isinstance(refusal, NotFound)
        assert "There is no table 9" in refusal.message
    cafe.close()
    for command, fields in orders:
        assert cafe.refused("Hal", command, table=1, **fields).code == "ended"


def leaves(cafe: Cafe) -> None:
    cafe.do("Ann", Leave)


def is_moved(cafe: Cafe) -> None:
    cafe.seat(2, "Ann")


def is_away_for_long(cafe: Cafe) -> None:
    cafe.away("Ann")
    cafe.pass_time(180)


@pytest.mark.parametrize("stands_up", [leaves, is_moved, is_away_for_long])
def test_who_gives_up_the_seat_gives_up_the_word(stands_up: Callable[[Cafe], None]) -> None:
    cafe = in_a_round()
    cafe.do("Fay", NameSpokesperson, table=1, person="ann")
    stands_up(cafe)
    assert speaker(cafe, 1) is None


def test_who_is_away_for_a_moment_keeps_the_word() -> None:
    cafe = in_a_round()
    cafe.do("Fay", NameSpokesperson, table=1, person="ann")
    cafe.away("Ann")
    cafe.pass_time(100)
    cafe.back("Ann")
    assert speaker(cafe, 1) == "ann"


def test_who_becomes_facilitator_of_their_own_table_keeps_the_word() -> None:
    cafe = in_a_round()
    cafe.do("Fay", NameSpokesperson, table=1, person="ann")
    cafe.do("Hal", AppointFacilitator, table=1, person="ann")
    assert speaker(cafe, 1) == "ann"


def test_a_new_round_begins_without_speakers() -> None:
    cafe = in_a_round()
    cafe.do("Fay", NameSpokesperson, table=1, person="fay")
    cafe.go_to("Again")
    assert speaker(cafe, 1) is None


def test_when_a_round_opens_again_nobody_speaks_for_a_table_where_they_do_not_sit() -> None:
    cafe = Cafe.at_two_tables(story(), story("Again"))
    cafe.next()
    cafe.seat(2, "Ann")
    cafe.seat(1, "Cleo")
    cafe.do("Flo", NameSpokesperson, table=2, person="ann")
    cafe.do("Fay", NameSpokesperson, table=1, person="fay")
    cafe.reopen("s1")
    assert (cafe.table_of("Ann"), speaker(cafe, 2), speaker(cafe, 1)) == (1, None, "fay")


# Who looks after a table.


def test_facilitators_who_join_lead_the_tables_in_order() -> None:
    cafe = Cafe(story())
    cafe.join("Hal", "Fay", "Flo")
    assert cafe.state.leads == {"fay": 1, "flo": 2}
    cafe.do("Fay", Leave)
    assert TableLed(table=1, person="fred") in cafe.join("Fred")


def test_a_facilitator_who_comes_late_goes_first_to_where_people_are_without_one() -> None:
    cafe = in_a_round()
    for who in ("Ann", "Bob", "Eve", "Fay", "Flo"):
        cafe.do(who, Leave)
    assert (cafe.state.at_table(1), cafe.state.tables[2].facilitator) == ([], None)
    cafe.join("Fred")
    assert cafe.state.leads == {"fred": 2}


def test_a_participant_stands_in_and_gives_the_table_back() -> None:
    cafe = in_a_round()
    cafe.away("Fay")
    cafe.wait(120)
    assert cafe.do("Hal", AppointFacilitator, table=1, person="ann") == [
        TableLed(table=1, person="ann", was="fay", sat=1)
    ]
    assert cafe.docs("person/ann")["me"]["leads"] == 1
    assert cafe.docs("person/fay")["me"]["leads"] is None
    cafe.back("Fay")
    assert cafe.do("Hana", AppointFacilitator, table=1, person="fay") == [
        TableLed(table=1, person="fay", was="ann", sat=1)
    ]
    assert (cafe.state.leads["fay"], cafe.table_of("Ann"), "ann" in cafe.state.leads) == (1, 1, False)
    assert cafe.do("Hal", AppointFacilitator, table=1, person="fay") == []


def test_who_has_been_stood_in_for_no_longer_keeps_the_seat_for_ever() -> None:
    cafe = in_a_round()
    cafe.away("Fay")
    cafe.wait(170)
    cafe.do("Hal", AppointFacilitator, table=1, person="ann")
    assert cafe.pass_time(10) == [SeatReleased(person="fay", table=1)]
    cafe.back("Fay")
    assert cafe.table_of("Fay") == 1


def test_who_stands_in_comes_over_from_another_table() -> None:
    cafe = in_a_round()
    assert cafe.do("Hal", AppointFacilitator, table=1, person="cleo") == [
        TableLed(table=1, person="cleo", was="fay", sat=2)
    ]
    assert (cafe.table_of("Cleo"), cafe.table_of("Fay")) == (1, 1)


def test_a_facilitator_given_another_table_leaves_their_own_without_one() -> None:
    cafe = in_a_round()
    assert cafe.do("Hal", AppointFacilitator, table=2, person="fay") == [
        TableLed(table=2, person="fay", was="flo", left=1, sat=1)
    ]
    assert cafe.state.leads == {"fay": 2}
    assert (cafe.state.tables[1].facilitator, cafe.table_of("Flo")) == (None, 2)


def test_a_table_may_go_on_without_a_facilitator_who_stays_as_one_of_them() -> None:
    cafe = in_a_round()
    assert cafe.do("Hal", AppointFacilitator, table=1, person=None) == [
        TableLed(table=1, person=None, was="fay")
    ]
    assert (cafe.table_of("Fay"), cafe.state.leads) == (1, {"flo": 2})
    assert cafe.do("Hal", AppointFacilitator, table=1, person=None) == []


def test_who_is_given_a_table_while_away_is_shown_as_away_there() -> None:
    cafe = in_a_round()
    cafe.away("Cleo")
    cafe.pass_time(180)
    told = cafe.do("Hal", AppointFacilitator, table=1, person="cleo")
    assert told[1:] == [PersonAway(person="cleo", table=1)]
    assert cafe.pass_time(3_600) == []
    cafe.back("Cleo")
    assert cafe.state.held == set()


@pytest.mark.parametrize(("whom", "kind"), [("hal", Invalid), ("sol", Invalid), ("nobody", NotFound)])
def test_who_leads_a_table_is_somebody_who_sits(whom: str, kind: type[Exception]) -> None:
    assert isinstance(in_a_round().refused("Hal", AppointFacilitator, table=1, person=whom), kind)


@pytest.mark.parametrize("who", ["Ann", "Fay", "Sol"])
def test_only_hosts_give_tables_to_people(who: str) -> None:
    assert isinstance(in_a_round().refused(who, AppointFacilitator, table=1, person="bob"), NotAllowed)


# The call beside a table.


@pytest.mark.parametrize("link", ["https://call.example/room?a=1&b=ü", "https://" + "x" * 492])
@pytest.mark.parametrize("who", ["Fay", "Hal"])
def test_a_table_has_the_address_of_its_call(who: str, link: str) -> None:
    cafe = in_a_round()
    assert cafe.do(who, LinkTable, table=1, link=f" {link} ") == [TableLinked(table=1, link=link)]
    assert cafe.docs("table/1")["table"]["link"] == link
    assert cafe.do(who, LinkTable, table=1, link=link) == []
    assert cafe.do(who, LinkTable, table=1, link=" ") == [TableLinked(table=1, link="")]


@pytest.mark.parametrize(
    "link",
    [
        "http://call.example",
        "javascript:alert(1)",
        "//call.example",
        "https://",
        "https://a b",
        'https://call.example/"onclick="alert(1)',
        "https://call.example/<script>",
        "https://call.example\n@evil.example",
        "https://call.example/\u202egpj.exe",
        "https://call.example/\0",
        "https://" + "x" * 493,
    ],
)
def test_an_address_is_a_safe_one(link: str) -> None:
    cafe = in_a_round()
    refusal = cafe.refused("Fay", LinkTable, table=1, link=link)
    assert isinstance(refusal, Invalid)
    assert "must start with https://" in refusal.message


@pytest.mark.parametrize("who", ["Ann", "Flo", "Sol"])
def test_nobody_else_sends_a_table_elsewhere(who: str) -> None:
    assert isinstance(in_a_round().refused(who, LinkTable, table=1, link="https://evil.example"), NotAllowed)

"""Sticky notes: whose they are, where they lie, and until when."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.cast import Cafe, story
from workshop.activities.hosting.messages import AppointFacilitator
from workshop.activities.notes.messages import (
    AddNote,
    DeleteNote,
    EditNote,
    HighlightNote,
    LinkNotes,
    MoveNote,
    NoteAdded,
    NoteDeleted,
    NoteEdited,
    NoteHighlighted,
    NoteMoved,
    NoteRestored,
    NotesLinked,
    RestoreNote,
)
from workshop.activities.notes.rules import MOST_AT_A_TABLE
from workshop.activities.pause.messages import Break
from workshop.activities.people.messages import Leave, MovePerson, Rename
from workshop.activities.steps.messages import EndEarly
from workshop.activities.story_round.messages import SeatsMade
from workshop.activities.themes.messages import Themes
from workshop.core.messages import Command
from workshop.core.things import Note
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound, TooMany


def in_a_round(**settings: Any) -> Cafe:
    """Fay, Ann, Bob and Eve at table 1, Flo, Cleo, Dan and Gil at 2; a break and another round come after."""
    return Cafe.at_two_tables(story(**settings), Break(title="Break", minutes=5), story("Again"))


def second_round() -> tuple[Cafe, dict[str, str]]:
    """Round 2 is on: Ann, Dan and Gil sit with Fay at 1. ``notes``: of each person, from round 1."""
    cafe = in_a_round()
    notes = {who: cafe.note(who, f"{who} in round one") for who in ("Ann", "Bob", "Cleo", "Dan", "Fay")}
    cafe.go_to("Again")
    for no, people in ((1, ("Ann", "Dan", "Gil")), (2, ("Bob", "Cleo", "Eve"))):
        cafe.seat(no, *people)
    return cafe, notes


def note_of(cafe: Cafe, note: str) -> Note:
    return cafe.state.notes[note]


def order(cafe: Cafe, table: int) -> list[str]:
    """The words on a table, as they lie."""
    docs = [doc for key, doc in cafe.docs(f"table/{table}").items() if key.startswith("note/")]
    return [doc["text"] for doc in sorted(docs, key=lambda doc: doc["rank"])]


# Writing.


def test_a_note_lies_where_its_author_sits_with_its_kind_and_name() -> None:
    cafe = in_a_round()
    (told,) = cafe.do("Ann", AddNote, step="s1", kind="helped", text="  They\r\nlistened ")
    assert isinstance(told, NoteAdded)
    assert (told.table, told.by, told.entered_by, told.late) == (1, "ann", None, False)
    shown = cafe.docs("table/1")[f"note/{told.note}"]
    assert (shown["text"], shown["name"], shown["kind"]) == ("They\nlistened", "Ann", "helped")
    assert f"note/{told.note}" not in {**cafe.docs("table/2"), **cafe.docs("hall")}


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "=HYPERLINK(1)", "👩‍👩‍👧", "שלום", "a\n\nb"]
)
def test_words_are_kept_as_they_were_written(text: str) -> None:
    cafe = in_a_round()
    assert note_of(cafe, cafe.note("Ann", text)).text == text


@pytest.mark.parametrize(
    ("fields", "kind", "code"),
    [
        ({"text": ""}, Invalid, "empty"),
        ({"text": " \u202e\n"}, Invalid, "empty"),
        ({"text": "x" * 501}, Invalid, "too-long"),
        ({"kind": "wild"}, Invalid, "unknown-kind"),
        ({"step": "s3"}, Conflict, "not-open"),
        ({"step": "s2"}, NotFound, "not-found"),
        ({"step": "s9"}, NotFound, "not-found"),
        ({"builds_on": ["nothing"]}, NotFound, "link-gone"),
        ({"brings": "nothing"}, NotFound, "link-gone"),
        ({"on_behalf_of": "bob"}, NotAllowed, "not-allowed"),
    ],
)
def test_a_note_that_cannot_lie_here_is_refused(
    fields: dict[str, Any], kind: type[Exception], code: str
) -> None:
    refusal = in_a_round().refused("Ann", AddNote, **{"step": "s1", "kind": "helped", "text": "x", **fields})
    assert isinstance(refusal, kind)
    assert refusal.code == code


def test_the_refusals_say_how_much_too_long_and_which_kinds_there_are() -> None:
    cafe = in_a_round(note_length=50, note_kinds=["problem", "strength"])
    long = cafe.refused("Ann", AddNote, step="s1", kind="problem", text="x" * 53)
    assert "This note is too long by 3 characters (at most 50)." in long.message
    wild = cafe.refused("Ann", AddNote, step="s1", kind="helped", text="x")
    assert wild.message == "A note here is one of: problem, strength. Choose one of them."


@pytest.mark.parametrize("who", ["Hal", "Sol"])
def test_hosts_and_screens_have_no_place_for_a_note(who: str) -> None:
    refusal = in_a_round().refused(who, AddNote, step="s1", kind="helped", text="x")
    assert isinstance(refusal, NotAllowed)
    assert refusal.code == "no-seat"


def test_a_facilitator_writes_notes_of_their_own() -> None:
    cafe = in_a_round()
    assert note_of(cafe, cafe.note("Fay", "My own")).table == 1


def test_who_lost_the_seat_for_being_away_writes_where_they_sat() -> None:
    cafe = in_a_round()
    cafe.away("Ann")
    cafe.pass_time(180)
    assert note_of(cafe, cafe.note("Ann", "From the outbox")).table == 1


def test_a_table_holds_five_hundred_notes_and_room_is_made_by_taking_away() -> None:
    cafe = in_a_round()
    notes = [cafe.note("Ann", f"Note {no}") for no in range(MOST_AT_A_TABLE)]
    refusal = cafe.refused("Bob", AddNote, step="s1", kind="helped", text="One more")
    assert isinstance(refusal, TooMany)
    assert refusal.code == "table-full"
    assert cafe.note("Cleo", "At the other table")
    cafe.do("Ann", DeleteNote, note=notes[0])
    cafe.note("Bob", "One more")
    assert cafe.refused("Ann", RestoreNote, note=notes[0]).code == "table-full"
    cafe.go_to("Again")
    assert cafe.note("Bob", "In the next round")


# Late notes.


def test_late_words_are_welcome_for_two_minutes_and_marked() -> None:
    cafe = in_a_round()
    cafe.do("Hal", EndEarly, step="s1", call=False)
    cafe.wait(120)
    assert note_of(cafe, cafe.note("Ann", "Just in time", step="s1")).late
    cafe.wait(0.001)
    refusal = cafe.refused("Ann", AddNote, step="s1", kind="helped", text="x")
    assert isinstance(refusal, Conflict)
    assert refusal.code == "step-closed"
    assert "Your words are kept on this device" in refusal.message


def test_a_late_note_lies_where_its_author_sat_in_that_round() -> None:
    cafe = in_a_round()
    cafe.seat(2, "Ann")
    cafe.seat(1, "Ann")
    cafe.go_to("Again")
    cafe.seat(2, "Ann")
    late = cafe.note("Ann", "Late", step="s1")
    assert (note_of(cafe, late).table, note_of(cafe, late).late) == (1, True)
    assert f"note/{late}" not in cafe.docs("table/1")
    assert f"past/{late}" in cafe.docs("person/bob")
    assert f"past/{late}" not in cafe.docs("person/gil")


def test_who_came_after_a_round_has_no_late_words_for_it() -> None:
    cafe = in_a_round()
    cafe.go_to("Again")
    cafe.join("Zoe")
    assert cafe.refused("Zoe", AddNote, step="s1", kind="helped", text="x").code == "no-seat"


def test_when_the_cafe_has_ended_no_words_are_late_enough() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    cafe.close()
    for command, fields in (
        (AddNote, {"step": "s1", "kind": "helped", "text": "x"}),
        (EditNote, {"note": note, "text": "x", "kind": "helped"}),
        (DeleteNote, {"note": note}),
        (LinkNotes, {"note": note, "builds_on": []}),
    ):
        assert cafe.refused("Ann", command, **fields).code == "step-closed"
    for remove in (DeleteNote, RestoreNote):
        assert cafe.refused("Hal", remove, note=note).code == "ended"
    assert cafe.refused("Fay", HighlightNote, note=note, on=True).code == "ended"


def test_late_corrections_are_as_welcome_as_late_words() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    cafe.go_to("Again")
    cafe.wait(119)
    assert cafe.do("Ann", EditNote, note=note, text="Once", kind="hindered")
    cafe.wait(2)
    assert cafe.refused("Ann", EditNote, note=note, text="Twice", kind="helped").code == "step-closed"


def test_in_a_round_that_opens_again_nothing_is_late() -> None:
    cafe = in_a_round()
    cafe.go_to("Break")
    cafe.wait(200)
    cafe.reopen("s1")
    assert not note_of(cafe, cafe.note("Ann", "In time")).late


def test_a_round_that_was_pushed_back_takes_no_words_until_it_opens_again() -> None:
    cafe = Cafe.at_two_tables(story(), story("Again"))
    cafe.next()
    note = cafe.note("Ann", "Too soon")
    cafe.reopen("s1")
    for command, fields in (
        (AddNote, {"step": "s2", "kind": "helped", "text": "x"}),
        (EditNote, {"note": note, "text": "x", "kind": "helped"}),
    ):
        assert cafe.refused("Ann", command, **fields).code == "not-open"
    cafe.next()
    assert cafe.do("Ann", EditNote, note=note, text="Now", kind="helped")


def test_who_only_sat_somewhere_until_their_round_was_pushed_back_does_not_hear_of_it_later() -> None:
    cafe = Cafe.at_two_tables(story(), story("Again"), story("Third"))
    cafe.next()
    for no, people in ((1, ("Ann", "Bob", "Cleo")), (2, ("Dan", "Eve", "Gil"))):
        cafe.seat(no, *people)
    cafe.reopen("s1")
    (made,) = (event for event in cafe.next() if isinstance(event, SeatsMade))
    elsewhere = [who for who in made.tables[2] if who in ("ann", "bob", "cleo")]
    note = cafe.note(made.tables[1][-1], "Said among us")
    cafe.next()
    assert elsewhere
    for who in elsewhere:
        assert f"past/{note}" not in cafe.docs(f"person/{who}")
    assert f"past/{note}" in cafe.docs(f"person/{made.tables[1][-2]}")


def test_whoever_was_moved_in_a_round_that_was_pushed_back_sees_all_of_it_when_it_is_held() -> None:
    cafe = Cafe.at_two_tables(story(), story("Again"), story("Third"))
    made = next(event for event in cafe.next() if isinstance(event, SeatsMade))
    who, other = made.tables[1][1:3]
    cafe.seat(2, who)
    cafe.reopen("s1")
    cafe.next()
    note = cafe.note(other, "Said among us")
    assert cafe.table_of(who) == cafe.table_of(other) == 1
    cafe.next()
    assert f"past/{note}" in cafe.docs(f"person/{who}")


# Without a name.


def test_an_anonymous_note_says_nowhere_whose_it_is_but_its_author_has_it() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "I am tired", anonymous=True)
    shown = cafe.docs("table/1")[f"note/{note}"]
    assert (shown["by"], shown["name"], shown["entered_by"], shown["anonymous"]) == (None, None, None, True)
    assert f"note/{note}" in cafe.docs("person/ann")
    cafe.do("Ann", Rename, name="Anna")
    cafe.do("Ann", EditNote, note=note, text="I am very tired", kind="hindered")
    assert "Anna" not in str(cafe.docs("table/1")[f"note/{note}"])


def test_who_types_an_anonymous_note_for_somebody_is_not_shown_either() -> None:
    cafe = in_a_round()
    note = cafe.note("Fay", "I am tired", anonymous=True, on_behalf_of="ann")
    assert cafe.docs("table/1")[f"note/{note}"]["entered_by"] is None
    assert note_of(cafe, note).by == "ann"


def test_after_the_round_a_highlighted_note_has_no_author_for_those_who_come() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "Remember this")
    cafe.do("Fay", HighlightNote, note=note, on=True)
    cafe.go_to("Again")
    shown = cafe.docs("table/1")[f"note/{note}"]
    assert (shown["earlier"], shown["by"], shown["name"]) == (True, None, None)


# For somebody else.


def test_a_facilitator_writes_for_somebody_at_their_table() -> None:
    cafe = in_a_round()
    (told,) = cafe.do("Fay", AddNote, step="s1", kind="helped", text="Said aloud", on_behalf_of="ann")
    assert isinstance(told, NoteAdded)
    assert (told.by, told.entered_by, told.table) == ("ann", "fay", 1)
    assert cafe.docs("table/1")[f"note/{told.note}"]["entered_by"] == "Fay"
    assert f"note/{told.note}" in cafe.docs("person/ann")


def test_writing_for_oneself_is_just_writing() -> None:
    cafe = in_a_round()
    assert note_of(cafe, cafe.note("Ann", "Mine", on_behalf_of="ann")).entered_by is None


def test_a_facilitator_writes_for_who_takes_part_by_phone() -> None:
    cafe = in_a_round()
    cafe.away("Ann")
    cafe.pass_time(600)
    assert note_of(cafe, cafe.note("Fay", "By phone", on_behalf_of="ann")).table == 1


def test_who_stands_in_for_a_facilitator_writes_for_others_too() -> None:
    cafe = in_a_round()
    cafe.do("Hal", AppointFacilitator, table=1, person="bob")
    assert note_of(cafe, cafe.note("Bob", "Said aloud", on_behalf_of="ann")).entered_by == "bob"
    assert isinstance(
        cafe.refused("Fay", AddNote, step="s1", kind="helped", text="x", on_behalf_of="ann"), NotAllowed
    )


@pytest.mark.parametrize(
    ("who", "whose"),
    [("Fay", "cleo"), ("Flo", "ann"), ("Bob", "ann"), ("Hal", "ann"), ("Fay", "hal"), ("Fay", "nobody")],
)
def test_nobody_else_writes_for_somebody(who: str, whose: str) -> None:
    refusal = in_a_round().refused(who, AddNote, step="s1", kind="helped", text="x", on_behalf_of=whose)
    assert isinstance(refusal, NotAllowed)
    assert refusal.code == "not-allowed"


def test_nobody_writes_for_somebody_who_has_left() -> None:
    cafe = in_a_round()
    cafe.do("Ann", Leave)
    assert isinstance(
        cafe.refused("Fay", AddNote, step="s1", kind="helped", text="x", on_behalf_of="ann"), NotAllowed
    )


def test_a_facilitator_cannot_lay_notes_on_the_table_to_which_somebody_was_moved() -> None:
    cafe = in_a_round()
    cafe.do("Hal", MovePerson, person="ann", table=2)
    assert isinstance(
        cafe.refused("Fay", AddNote, step="s1", kind="helped", text="x", on_behalf_of="ann"), NotAllowed
    )
    assert note_of(cafe, cafe.note("Flo", "Said aloud", on_behalf_of="ann")).table == 2


def test_a_facilitator_writes_down_late_what_somebody_said_at_their_table() -> None:
    cafe = in_a_round()
    cafe.go_to("Again")
    cafe.seat(2, "Ann")
    late = note_of(cafe, cafe.note("Fay", "Said aloud", step="s1", on_behalf_of="ann"))
    assert (late.table, late.by, late.late) == (1, "ann", True)


# What hosts see of it.


def test_the_desk_counts_notes_and_highlights_and_knows_when_a_table_was_last_active() -> None:
    cafe = in_a_round()
    cafe.wait(60)
    note = cafe.note("Ann", "One")
    assert cafe.docs("desk")["table/1"]["last_activity"] == cafe.at
    assert cafe.docs("desk")["table/2"]["last_activity"] is None
    cafe.wait(60)
    cafe.do("Ann", DeleteNote, note=cafe.note("Ann", "Two"))
    cafe.wait(60)
    cafe.do("Fay", HighlightNote, note=note, on=True)
    shown = cafe.docs("desk")["table/1"]
    assert (shown["notes"], shown["highlights"], shown["last_activity"]) == (1, 1, cafe.at)
    cafe.wait(60)
    cafe.go_to("Again")
    shown = cafe.docs("desk")["table/1"]
    assert (shown["notes"], shown["highlights"], shown["last_activity"]) == (0, 1, cafe.at - 60_000)
    assert "One" not in str(cafe.docs("desk"))


# Changing.


def test_an_author_changes_words_and_kind() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    told = cafe.do("Ann", EditNote, note=note, text=" Two ", kind="hindered")
    assert told == [NoteEdited(note=note, text="Two", kind="hindered")]
    assert cafe.docs("table/1")[f"note/{note}"]["edited"] == 1
    assert cafe.do("Ann", EditNote, note=note, text="Two", kind="hindered") == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": ""}, "empty"),
        ({"text": "x" * 501}, "too-long"),
        ({"kind": "wild"}, "unknown-kind"),
    ],
)
def test_a_change_obeys_what_a_new_note_obeys(fields: dict[str, Any], code: str) -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    assert (
        cafe.refused("Ann", EditNote, **{"note": note, "text": "x", "kind": "helped", **fields}).code == code
    )


CHANGES: list[tuple[type[Command], dict[str, Any]]] = [
    (EditNote, {"text": "x", "kind": "helped"}),
    (DeleteNote, {}),
    (LinkNotes, {"builds_on": []}),
]


@pytest.mark.parametrize(("command", "fields"), CHANGES)
def test_only_its_author_or_facilitator_changes_a_note(
    command: type[Command], fields: dict[str, Any]
) -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    assert isinstance(cafe.refused("Bob", command, note=note, **fields), NotAllowed)
    for who in ("Cleo", "Flo", "Sol"):
        refusal = cafe.refused(who, command, note=note, **fields)
        assert isinstance(refusal, NotFound)
        assert refusal.message == cafe.refused(who, command, note="nothing", **fields).message
    if command is not DeleteNote:
        assert isinstance(cafe.refused("Hal", command, note=note, **fields), NotAllowed)


def test_a_facilitator_changes_what_lies_on_their_table() -> None:
    cafe = in_a_round()
    note, other = cafe.note("Ann", "One"), cafe.note("Bob", "Two")
    assert cafe.do("Fay", EditNote, note=note, text="Once", kind="helped")
    assert cafe.do("Fay", LinkNotes, note=note, builds_on=[other])
    assert cafe.do("Fay", DeleteNote, note=note)


def test_who_typed_a_note_for_somebody_may_mend_it_and_so_may_they() -> None:
    cafe = in_a_round()
    note = cafe.note("Fay", "Said alout", on_behalf_of="ann")
    cafe.do("Hal", AppointFacilitator, table=1, person="bob")
    assert cafe.do("Fay", EditNote, note=note, text="Said aloud", kind="helped")
    assert cafe.do("Ann", EditNote, note=note, text="Said it aloud", kind="helped")


# Taking away, and putting back.


def test_a_note_taken_away_is_gone_for_everyone_and_comes_back_as_it_was() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    before = cafe.docs("table/1")
    assert cafe.do("Ann", DeleteNote, note=note) == [NoteDeleted(note=note)]
    for stream in ("table/1", "person/ann"):
        assert f"note/{note}" not in cafe.docs(stream)
    assert cafe.do("Ann", DeleteNote, note=note) == []
    assert cafe.do("Ann", RestoreNote, note=note) == [NoteRestored(note=note)]
    assert cafe.docs("table/1") == before
    assert cafe.do("Ann", RestoreNote, note=note) == []


def test_a_note_that_was_taken_away_is_not_changed_moved_or_linked() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    cafe.do("Ann", DeleteNote, note=note)
    for command, fields in (
        (EditNote, {"text": "x", "kind": "helped"}),
        (MoveNote, {"after": None}),
        (LinkNotes, {"builds_on": []}),
    ):
        assert cafe.refused("Ann", command, note=note, **fields).code == "deleted"
    assert cafe.do("Fay", HighlightNote, note=note, on=True) == []


@pytest.mark.parametrize("who", ["Hal", "Fay"])
def test_what_those_who_look_after_it_took_away_its_author_does_not_put_back(who: str) -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "A name that should not be here")
    cafe.do(who, DeleteNote, note=note)
    refusal = cafe.refused("Ann", RestoreNote, note=note)
    assert isinstance(refusal, NotAllowed)
    assert "Ask a host" in refusal.message
    assert cafe.do("Hal", RestoreNote, note=note)


def test_what_a_host_took_away_only_a_host_puts_back() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "A name that should not be here")
    cafe.do("Hal", DeleteNote, note=note)
    assert isinstance(cafe.refused("Fay", RestoreNote, note=note), NotAllowed)
    cafe.join("Hana")
    assert cafe.do("Hana", RestoreNote, note=note)


@pytest.mark.parametrize("who", ["Hal", "Fay"])
def test_what_its_author_took_away_nobody_else_puts_back(who: str) -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "I should not have said this")
    cafe.do("Ann", DeleteNote, note=note)
    refusal = cafe.refused(who, RestoreNote, note=note)
    assert isinstance(refusal, NotAllowed)
    assert "only its author" in refusal.message
    assert cafe.do("Ann", RestoreNote, note=note)


def test_a_facilitator_puts_back_what_they_took_away_themselves() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    cafe.do("Fay", DeleteNote, note=note)
    assert cafe.do("Fay", RestoreNote, note=note)
    cafe.do("Ann", DeleteNote, note=note)
    assert cafe.do("Ann", RestoreNote, note=note)


def test_a_host_takes_any_note_away_long_after_its_round() -> None:
    cafe, notes = second_round()
    cafe.wait(3_600)
    assert cafe.refused("Ann", DeleteNote, note=notes["Ann"]).code == "step-closed"
    for note in notes.values():
        assert cafe.do("Hal", DeleteNote, note=note)


# In order.


def test_a_note_goes_first_last_or_between_two() -> None:
    cafe = in_a_round()
    a, b, c = (cafe.note("Ann", text) for text in "ABC")
    (told,) = cafe.do("Bob", MoveNote, note=c, after=a)
    assert isinstance(told, NoteMoved)
    assert order(cafe, 1) == ["A", "C", "B"]
    cafe.do("Fay", MoveNote, note=b, after=None)
    assert order(cafe, 1) == ["B", "A", "C"]
    assert cafe.do("Ann", MoveNote, note=b, after=None) == []
    cafe.note("Bob", "D")
    cafe.do("Eve", MoveNote, note=b, after=c)
    assert order(cafe, 1) == ["A", "C", "B", "D"]


def test_notes_are_not_moved_after_what_does_not_lie_here() -> None:
    cafe = in_a_round()
    mine, gone, theirs = cafe.note("Ann", "A"), cafe.note("Ann", "B"), cafe.note("Cleo", "C")
    cafe.do("Ann", DeleteNote, note=gone)
    for after in (mine, gone, theirs, "nothing"):
        assert cafe.refused("Ann", MoveNote, note=mine, after=after).code == "link-gone"


def test_notes_are_ordered_by_those_at_their_table_while_its_round_is_on() -> None:
    cafe, notes = second_round()
    new = cafe.note("Ann", "New")
    for who in ("Bob", "Hal", "Cleo"):
        assert isinstance(cafe.refused(who, MoveNote, note=new, after=None), NotAllowed | NotFound)
    refusal = cafe.refused("Ann", MoveNote, note=notes["Ann"], after=None)
    assert isinstance(refusal, NotAllowed)
    assert "while its round is on" in refusal.message
    cafe.do("Hal", EndEarly, step="s3", call=False)
    assert isinstance(cafe.refused("Ann", MoveNote, note=new, after=None), NotAllowed)


def test_two_notes_change_places_hundreds_of_times() -> None:
    cafe = in_a_round()
    notes = {text: cafe.note("Ann", text) for text in "ABC"}
    for _ in range(150):
        for first, second in ("CB", "BC"):
            cafe.do("Ann", MoveNote, note=notes[first], after=notes["A"])
            assert order(cafe, 1) == ["A", first, second]


PLACES = st.lists(st.tuples(st.integers(0, 5), st.integers(-1, 5), st.booleans()), max_size=60)


@settings(max_examples=60)
@given(PLACES)
def test_notes_lie_as_they_were_put_whatever_is_taken_away_meanwhile(
    moves: list[tuple[int, int, bool]],
) -> None:
    cafe = in_a_round()
    notes = [cafe.note("Ann", str(no)) for no in range(6)]
    lying = [str(no) for no in range(6)]
    for moved, after, keeps in moves:
        if keeps and str(moved) in lying and moved != after and (after < 0 or str(after) in lying):
            cafe.do("Bob", MoveNote, note=notes[moved], after=None if after < 0 else notes[after])
            lying.remove(str(moved))
            lying.insert(lying.index(str(after)) + 1 if after >= 0 else 0, str(moved))
        elif not keeps and str(moved) in lying and len(lying) > 2:
            cafe.do("Ann", DeleteNote, note=notes[moved])
            lying.remove(str(moved))
        assert order(cafe, 1) == lying


# What builds on what.


def test_a_note_builds_on_notes_at_the_table_each_once() -> None:
    cafe = in_a_round()
    one, two = cafe.note("Ann", "One"), cafe.note("Bob", "Two")
    three = cafe.note("Eve", "Three", builds_on=[two, one, two])
    assert cafe.docs("table/1")[f"note/{three}"]["builds_on"] == [two, one]
    assert cafe.do("Eve", LinkNotes, note=three, builds_on=[one]) == [
        NotesLinked(note=three, builds_on=(one,))
    ]
    assert cafe.do("Eve", LinkNotes, note=three, builds_on=[one]) == []
    assert cafe.do("Eve", LinkNotes, note=three, builds_on=[])


def test_a_note_does_not_build_on_itself_or_on_what_is_gone() -> None:
    cafe = in_a_round()
    one, two = cafe.note("Ann", "One"), cafe.note("Bob", "Two")
    assert isinstance(cafe.refused("Ann", LinkNotes, note=one, builds_on=[one]), Invalid)
    cafe.do("Bob", DeleteNote, note=two)
    assert cafe.refused("Ann", LinkNotes, note=one, builds_on=[two]).code == "link-gone"


def test_another_tables_note_is_as_if_it_were_not_there() -> None:
    cafe = in_a_round()
    theirs = cafe.note("Cleo", "Theirs")
    mine = cafe.note("Ann", "Mine")
    for wanted in (theirs, "nothing"):
        refusal = cafe.refused("Ann", LinkNotes, note=mine, builds_on=[wanted])
        assert refusal.message == "The note you build on is not there any more."


def test_in_the_next_round_a_note_builds_on_what_is_highlighted_here_and_on_what_one_saw() -> None:
    cafe, notes = second_round()
    unseen = cafe.refused("Ann", AddNote, step="s3", kind="helped", text="x", builds_on=[notes["Cleo"]])
    assert unseen.code == "link-gone"
    cafe.do("Fay", HighlightNote, note=notes["Bob"], on=True)
    assert cafe.note("Gil", "On what is highlighted", builds_on=[notes["Bob"]])
    assert cafe.note("Ann", "On what I saw", builds_on=[notes["Fay"], notes["Ann"]])
    assert cafe.note("Dan", "On my own", builds_on=[notes["Dan"], notes["Cleo"]])


def test_late_words_do_not_build_on_what_others_write_at_that_table_now() -> None:
    cafe, notes = second_round()
    new = cafe.note("Ann", "Said at table one now")
    refusal = cafe.refused("Bob", AddNote, step="s1", kind="helped", text="Late", builds_on=[new])
    assert refusal.code == "link-gone"
    assert cafe.refused("Bob", LinkNotes, note=notes["Bob"], builds_on=[new]).code == "link-gone"


# Bringing along.


def test_a_traveller_brings_a_note_from_an_earlier_table() -> None:
    cafe, notes = second_round()
    brought = cafe.note("Dan", "We said this", brings=notes["Cleo"])
    assert cafe.docs("table/1")[f"note/{brought}"]["brought_from"] == 2
    assert note_of(cafe, brought).brought_from == notes["Cleo"]


@pytest.mark.parametrize(("who", "whose"), [("Dan", "Ann"), ("Gil", "Bob"), ("Bob", "Cleo")])
def test_nobody_brings_what_they_never_saw_not_even_what_is_highlighted(who: str, whose: str) -> None:
    cafe, notes = second_round()
    cafe.do("Hal", HighlightNote, note=notes[whose], on=True)
    refusal = cafe.refused(who, AddNote, step="s3", kind="helped", text="x", brings=notes[whose])
    assert isinstance(refusal, NotFound)
    assert refusal.code == "link-gone"


def test_a_facilitator_brings_for_somebody_what_that_person_saw() -> None:
    cafe, notes = second_round()
    brought = cafe.note("Fay", "They said", on_behalf_of="dan", brings=notes["Cleo"])
    assert note_of(cafe, brought).brought_from == notes["Cleo"]
    fields = {"step": "s3", "kind": "helped", "text": "x", "on_behalf_of": "dan"}
    assert cafe.refused("Fay", AddNote, **fields, brings=notes["Bob"]).code == "link-gone"


# For the recap.


def test_a_highlighted_note_stays_on_its_table_for_those_who_come() -> None:
    cafe = in_a_round()
    kept, gone = cafe.note("Ann", "Kept"), cafe.note("Ann", "Gone")
    assert cafe.do("Fay", HighlightNote, note=kept, on=True) == [NoteHighlighted(note=kept, on=True)]
    assert cafe.do("Fay", HighlightNote, note=kept, on=True) == []
    cafe.go_to("Again")
    assert f"note/{kept}" in cafe.docs("table/1")
    assert f"note/{gone}" not in cafe.docs("table/1")
    cafe.do("Fay", HighlightNote, note=kept, on=False)
    assert f"note/{kept}" not in cafe.docs("table/1")


@pytest.mark.parametrize(("who", "kind"), [("Ann", NotAllowed), ("Flo", NotFound), ("Sol", NotFound)])
def test_only_the_facilitator_of_the_table_or_a_host_highlights(who: str, kind: type[Exception]) -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    assert isinstance(cafe.refused(who, HighlightNote, note=note, on=True), kind)
    assert cafe.do("Hal", HighlightNote, note=note, on=True)


def test_at_a_table_without_a_facilitator_anybody_there_highlights() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    cafe.do("Fay", Leave)
    assert cafe.do("Bob", HighlightNote, note=note, on=True)
    assert isinstance(cafe.refused("Cleo", HighlightNote, note=note, on=False), NotFound)


# Who sees what.


def test_each_has_their_own_notes_and_what_they_saw_with_them_in_the_next_round() -> None:
    cafe, notes = second_round()
    docs = cafe.docs("person/ann")
    assert f"note/{notes['Ann']}" in docs
    assert {f"past/{notes[who]}" for who in ("Bob", "Fay")} <= docs.keys()
    assert not {f"past/{notes[who]}" for who in ("Cleo", "Dan")} & docs.keys()
    assert docs[f"past/{notes['Bob']}"]["name"] == "Bob"


def test_who_is_moved_to_another_table_has_seen_what_was_written_until_then() -> None:
    cafe = in_a_round()
    before = cafe.note("Cleo", "Before")
    cafe.wait(60)
    cafe.seat(1, "Dan")
    after = cafe.note("Cleo", "After")
    assert cafe.refused("Dan", DeleteNote, note=after).message == "This note is not there any more."
    cafe.go_to("Break")
    cafe.next()
    docs = cafe.docs("person/dan")
    assert (f"past/{before}" in docs, f"past/{after}" in docs) == (True, False)
    assert f"past/{after}" in cafe.docs("person/gil")


def test_who_comes_back_to_a_table_sees_all_that_was_written_meanwhile() -> None:
    cafe = in_a_round()
    cafe.wait(60)
    cafe.seat(1, "Dan")
    note = cafe.note("Cleo", "Meanwhile")
    cafe.wait(60)
    cafe.seat(2, "Dan")
    cafe.go_to("Again")
    assert f"past/{note}" in cafe.docs("person/dan")


def test_while_a_round_is_on_nobody_has_another_tables_notes() -> None:
    cafe = in_a_round()
    note = cafe.note("Ann", "One")
    for who in ("cleo", "bob", "flo", "hal"):
        assert note not in str(cafe.docs(f"person/{who}"))
    for stream in ("hall", "desk", "table/2"):
        assert note not in str(cafe.docs(stream))


def test_on_the_wall_are_all_notes_without_names() -> None:
    cafe = Cafe.at_two_tables(story(), Themes(title="Wall", minutes=5))
    note = cafe.note("Ann", "One")
    wall = cafe.docs(f"wall/{cafe.go_to('Wall')}")
    assert "Ann" not in str(wall)
    assert wall[f"note/{note}"]["text"] == "One"

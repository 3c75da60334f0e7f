"""What each table brings to everyone."""

from __future__ import annotations

import pytest

from tests.rules.cast import Cafe, story
from workshop.activities.hosting.messages import AppointFacilitator
from workshop.activities.notes.messages import DeleteNote, EditNote, HighlightNote, RestoreNote
from workshop.activities.plenary.messages import Plenary
from workshop.activities.priorities.messages import (
    DropPriority,
    PickPriority,
    Priorities,
    PriorityDropped,
    PriorityPicked,
)
from workshop.errors import Conflict, NotAllowed, NotFound, TooMany


def choosing() -> tuple[Cafe, list[str]]:
    """Table 1 has four notes, table 2 one; the priorities step is on."""
    steps = story(), Priorities(title="Top ideas", minutes=5), Plenary(title="Plenary", minutes=5)
    cafe = Cafe.at_two_tables(*steps)
    notes = [cafe.note("Ann", f"Idea {no}") for no in range(4)]
    notes.append(cafe.note("Cleo", "Another table's idea"))
    cafe.go_to("Top ideas")
    return cafe, notes


def test_the_facilitator_picks_and_the_table_sees_it_but_no_other_does() -> None:
    cafe, (one, *_) = choosing()
    told = cafe.do("Fay", PickPriority, note=one, why="It costs nothing")
    assert told == [PriorityPicked(note=one, table=1, step="s2", why="It costs nothing")]
    assert cafe.docs("table/1")[f"priority/{one}"]["why"] == "It costs nothing"
    assert one not in str({**cafe.docs("table/2"), **cafe.docs("hall"), **cafe.docs("desk")})
    assert cafe.docs("desk")["table/1"]["priorities"] == 1


def test_a_host_may_pick_for_a_table() -> None:
    cafe, notes = choosing()
    assert cafe.do("Hal", PickPriority, note=notes[-1])


def test_at_a_table_without_a_facilitator_anyone_there_picks() -> None:
    cafe, (one, *_) = choosing()
    cafe.do("Hal", AppointFacilitator, table=1, person=None)
    assert cafe.do("Bob", PickPriority, note=one)


@pytest.mark.parametrize(("who", "answer"), [("Ann", NotAllowed), ("Cleo", NotFound), ("Flo", NotFound)])
def test_nobody_else_picks(who: str, answer: type[Exception]) -> None:
    cafe, (one, *_) = choosing()
    assert isinstance(cafe.refused(who, PickPriority, note=one), answer)
    assert isinstance(cafe.refused(who, DropPriority, note=one), answer)


def test_a_note_that_is_not_there_cannot_be_picked() -> None:
    cafe, (one, *_) = choosing()
    cafe.do("Ann", DeleteNote, note=one)
    assert cafe.refused("Fay", PickPriority, note=one).code == "note-gone"
    assert isinstance(cafe.refused("Fay", PickPriority, note="nothing"), NotFound)


def test_a_note_of_an_earlier_round_can_be_picked_once_it_is_highlighted() -> None:
    cafe = Cafe.at_two_tables(story(), story("Second"), Priorities(title="Top ideas", minutes=5))
    note = cafe.note("Ann", "From before")
    cafe.go_to("Top ideas")
    assert cafe.refused("Fay", PickPriority, note=note).code == "note-gone"
    cafe.do("Fay", HighlightNote, note=note, on=True)
    assert cafe.do("Fay", PickPriority, note=note)


def test_a_table_brings_three_at_most() -> None:
    cafe, (one, two, three, four, _) = choosing()
    for note in (one, two, three):
        cafe.do("Fay", PickPriority, note=note)
    assert isinstance(cafe.refused("Fay", PickPriority, note=four), TooMany)
    cafe.do("Fay", DropPriority, note=two)
    assert cafe.do("Fay", PickPriority, note=four)


def test_another_step_lets_a_table_choose_anew() -> None:
    steps = (Priorities(title=title, minutes=5, most=1) for title in ("First", "Again"))
    cafe = Cafe.at_two_tables(story(), *steps)
    one, two = cafe.note("Ann", "One"), cafe.note("Ann", "Two")
    cafe.go_to("First")
    cafe.do("Fay", PickPriority, note=one)
    cafe.go_to("Again")
    assert cafe.do("Fay", PickPriority, note=two)


def test_picking_again_changes_the_reason_and_not_the_place() -> None:
    cafe, (one, two, *_) = choosing()
    cafe.do("Fay", PickPriority, note=one)
    cafe.wait(1)
    cafe.do("Fay", PickPriority, note=two)
    cafe.do("Fay", PickPriority, note=one, why="On second thoughts")
    assert cafe.do("Fay", PickPriority, note=one, why="On second thoughts") == []
    keys = [key for key in cafe.docs("table/1") if key.startswith("priority/")]
    assert keys == [f"priority/{one}", f"priority/{two}"]


def test_a_reason_is_measured() -> None:
    cafe, (one, *_) = choosing()
    assert cafe.refused("Fay", PickPriority, note=one, why="x" * 301).code == "too-long"


def test_dropping_what_was_not_picked_is_harmless() -> None:
    cafe, (one, *_) = choosing()
    assert cafe.do("Fay", DropPriority, note=one) == []


def test_outside_its_step_nothing_is_picked_or_dropped() -> None:
    cafe, (one, *_) = choosing()
    cafe.do("Fay", PickPriority, note=one)
    cafe.next()
    for command in (PickPriority, DropPriority):
        refusal = cafe.refused("Fay", command, note=one)
        assert isinstance(refusal, Conflict)
        assert refusal.code == "not-on"


def test_a_note_taken_away_is_no_priority_any_more_even_when_it_comes_back() -> None:
    cafe, (one, *_) = choosing()
    cafe.do("Fay", PickPriority, note=one)
    told = cafe.do("Ann", DeleteNote, note=one)
    assert told[1:] == [PriorityDropped(note=one, table=1)]
    cafe.do("Ann", RestoreNote, note=one)
    assert f"priority/{one}" not in cafe.docs("table/1")


def test_a_priority_bears_the_words_of_its_note_and_is_brought_to_all_in_the_plenary() -> None:
    cafe, (one, *_) = choosing()
    cafe.do("Fay", PickPriority, note=one)
    cafe.do("Ann", EditNote, note=one, text="Better words", kind="helped")
    assert cafe.docs("table/1")[f"priority/{one}"]["text"] == "Better words"
    step = cafe.go_to("Plenary")
    (brought,) = cafe.docs("hall")[f"slot/{step}/1"]["brings"]
    assert brought["text"] == "Better words"

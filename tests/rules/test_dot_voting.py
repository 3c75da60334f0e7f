"""Placing dots, blind until the close."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.cast import Cafe, story
from workshop.activities.dot_voting.messages import (
    BallotOpened,
    BallotSetAside,
    DotsPlaced,
    DotVoting,
    PlaceDots,
)
from workshop.activities.dot_voting.rules import allowance
from workshop.activities.hosting.messages import AppointFacilitator
from workshop.activities.notes.messages import DeleteNote
from workshop.activities.people.messages import Away, Leave, ReleaseSeat
from workshop.activities.priorities.messages import PickPriority, Priorities
from workshop.activities.steps.messages import EndEarly
from workshop.activities.themes.messages import MergeThemes, StartTheme, Themes
from workshop.core.votes import Ballot
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound


def dots(title: str = "Dots", **settings: Any) -> DotVoting:
    return DotVoting(title=title, minutes=5, **settings)


def over_notes(**settings: Any) -> tuple[Cafe, Ballot, list[str]]:
    """A vote in the hall on three notes, of tables 1, 1 and 2."""
    cafe = Cafe.at_two_tables(story(), dots(over="notes", **settings), story("Next"))
    notes = [cafe.note("Ann", "One"), cafe.note("Bob", "Two"), cafe.note("Cleo", "Three")]
    return cafe, cafe.state.ballots[cafe.go_to("Dots")], notes


def at_tables(**settings: Any) -> tuple[Cafe, Ballot, list[str]]:
    """A vote at table 1 on its two notes; table 2 has nothing to vote on."""
    cafe = Cafe.at_two_tables(story(), dots(over="notes", where="table", **settings), story("Next"))
    notes = [cafe.note("Ann", "One"), cafe.note("Bob", "Two")]
    return cafe, cafe.state.ballots[f"{cafe.go_to('Dots')}/1"], notes


def test_every_standing_theme_is_an_option_and_a_note_alone_is_not() -> None:
    cafe = Cafe.at_two_tables(story(), Themes(title="Themes", minutes=5, names="any_time"), dots())
    a, b, c, d = (cafe.note(who, f"{who} says a word or two") for who in ("Ann", "Bob", "Cleo", "Dan"))
    step = cafe.go_to("Themes")
    for notes, name in (([a], "Time"), ([b], ""), ([c], "Gone")):
        cafe.do("Fay", StartTheme, step=step, notes=notes, name=name)
    time, unnamed, gone = cafe.state.themes
    cafe.do("Fay", MergeThemes, theme=gone, into=time)
    options = cafe.state.ballots[cafe.go_to("Dots")].options
    assert {(o.id, o.label) for o in options} == {(time, "Time"), (unnamed, "Bob says a word or two")}
    assert {(o.notes, o.tables) for o in options} == {((a, c), (1, 2)), ((b,), (1,))}
    assert d not in {note for o in options for note in o.notes}


def test_a_theme_whose_notes_were_taken_away_is_no_option() -> None:
    cafe = Cafe.at_two_tables(story(), Themes(title="Themes", minutes=5, names="any_time"), dots())
    note = cafe.note("Ann", "Not for others")
    cafe.do("Fay", StartTheme, step=cafe.go_to("Themes"), notes=[note])
    cafe.do("Ann", DeleteNote, note=note)
    cafe.go_to("Dots")
    assert cafe.state.ballots == {}


def test_the_latest_wall_is_voted_on() -> None:
    walls = (
        Themes(title="First", minutes=5, names="any_time"),
        Themes(title="Second", minutes=5, names="any_time"),
    )
    cafe = Cafe.at_two_tables(story(), *walls, dots())
    note = cafe.note("Ann", "Time")
    cafe.do("Fay", StartTheme, step=cafe.go_to("First"), notes=[note], name="Old")
    cafe.do("Fay", StartTheme, step=cafe.go_to("Second"), notes=[note], name="New")
    assert [o.label for o in cafe.state.ballots[cafe.go_to("Dots")].options] == ["New"]


def test_a_long_note_becomes_a_short_label() -> None:
    cafe = Cafe.at_two_tables(story(), Themes(title="Themes", minutes=5, names="any_time"), dots())
    note = cafe.note("Ann", "A note that goes on and on " * 5)
    cafe.do("Fay", StartTheme, step=cafe.go_to("Themes"), notes=[note])
    (option,) = cafe.state.ballots[cafe.go_to("Dots")].options
    assert option.label.endswith(" A…")
    assert len(option.label) <= 60


def test_in_the_hall_the_notes_of_all_tables_are_options() -> None:
    _, ballot, notes = over_notes()
    assert {o.id: o.tables for o in ballot.options} == {notes[0]: (1,), notes[1]: (1,), notes[2]: (2,)}


def test_at_tables_each_with_something_to_choose_from_has_a_ballot() -> None:
    cafe, ballot, notes = at_tables()
    assert {o.id for o in ballot.options} == set(notes)
    assert list(cafe.state.ballots) == [ballot.id]


def test_priorities_of_all_tables_are_options_with_their_reasons() -> None:
    cafe = Cafe.at_two_tables(story(), Priorities(title="Top", minutes=5), dots(over="priorities"))
    mine, theirs = cafe.note("Ann", "Ours"), cafe.note("Cleo", "Theirs")
    cafe.go_to("Top")
    cafe.do("Flo", PickPriority, note=theirs)
    cafe.do("Fay", PickPriority, note=mine, why="It is free")
    options = cafe.state.ballots[cafe.go_to("Dots")].options
    assert {(o.id, o.label, o.statement) for o in options} == {
        (mine, "Ours", "It is free"),
        (theirs, "Theirs", ""),
    }


def test_without_anything_to_choose_from_there_is_no_vote() -> None:
    cafe = Cafe.at_two_tables(story(), dots())
    step = cafe.go_to("Dots")
    assert cafe.state.ballots == {}
    assert isinstance(cafe.refused("Ann", PlaceDots, ballot=step, dots={}), NotFound)


@pytest.mark.parametrize(
    ("options", "expected"), [(1, 1), (5, 1), (6, 2), (10, 3), (12, 3), (18, 5), (26, 7), (90, 7)]
)
def test_there_is_a_dot_for_every_four_options(options: int, expected: int) -> None:
    assert allowance(dots(), options) == expected


def test_the_plan_may_say_how_many_dots_but_not_more_than_can_be_placed() -> None:
    assert allowance(dots(dots=5), 20) == 5
    assert allowance(dots(dots=5), 3) == 3
    assert allowance(dots(dots=5, cap=2), 3) == 5


def test_a_new_note_is_no_new_option() -> None:
    cafe, ballot, notes = over_notes()
    cafe.note("Ann", "One more")
    shown = cafe.docs("hall")[f"ballot/{ballot.id}"]["options"]
    assert {option["id"] for option in shown} == set(notes)


def test_dots_can_change_until_the_close_and_each_person_counts_once() -> None:
    cafe, ballot, (one, two, _) = over_notes(dots=2)
    cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={one: 1})
    cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={one: 1, two: 1})
    cafe.do("Bob", PlaceDots, ballot=ballot.id, dots={two: 1})
    cafe.next()
    shown = cafe.docs("hall")[f"ballot/{ballot.id}"]
    assert (shown["result"][one], shown["result"][two], shown["voted"]) == (1, 2, 2)


def test_an_open_ballot_shows_no_result_and_the_hosts_only_how_many_voted() -> None:
    cafe, ballot, (one, *_) = over_notes()
    cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={one: 1})
    for stream in ("hall", "desk", "table/1", "person/bob"):
        docs = cafe.docs(stream)
        assert not any(doc.get("result") or doc.get("dots") for doc in docs.values())
    assert cafe.docs("desk")[f"votes/{ballot.step}"]["voted"] == 1
    assert cafe.docs("person/ann")[f"dots/{ballot.id}"]["dots"] == {one: 1}


def test_all_dots_can_be_taken_back() -> None:
    cafe, ballot, (one, *_) = over_notes()
    cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={one: 1})
    cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={})
    assert ballot.papers == {}
    assert cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={}) == []


def test_the_same_dots_again_are_harmless() -> None:
    cafe, ballot, (one, *_) = over_notes()
    cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={one: 1})
    assert cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={one: 1}) == []


def test_too_many_dots_are_refused_with_the_number_allowed() -> None:
    cafe, ballot, (one, two, three) = over_notes(dots=2)
    refusal = cafe.refused("Ann", PlaceDots, ballot=ballot.id, dots={one: 1, two: 1, three: 1})
    assert isinstance(refusal, Invalid)
    assert refusal.message.startswith("You have 2 dots and placed 3.")


def test_one_option_holds_no_more_than_the_cap() -> None:
    cafe, ballot, (one, *_) = over_notes(dots=5, cap=2)
    assert cafe.refused("Ann", PlaceDots, ballot=ballot.id, dots={one: 3}).code == "over-cap"
    assert cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={one: 2})


def test_an_unknown_option_is_refused() -> None:
    cafe, ballot, _ = over_notes()
    assert cafe.refused("Ann", PlaceDots, ballot=ballot.id, dots={"nothing": 1}).code == "unknown-option"


@pytest.mark.parametrize("who", ["Fay", "Hal", "Sol"])
def test_by_default_only_participants_vote(who: str) -> None:
    cafe, ballot, (one, *_) = over_notes()
    assert isinstance(cafe.refused(who, PlaceDots, ballot=ballot.id, dots={one: 1}), NotAllowed)


def test_where_everyone_votes_screens_still_do_not() -> None:
    cafe, ballot, (one, *_) = over_notes(voters="everyone")
    for who in ("Fay", "Hal"):
        cafe.do(who, PlaceDots, ballot=ballot.id, dots={one: 1})
    assert isinstance(cafe.refused("Sol", PlaceDots, ballot=ballot.id, dots={one: 1}), NotAllowed)
    assert set(ballot.papers) == {"fay", "hal"}


@pytest.mark.parametrize("who", ["Cleo", "Hal"])
def test_a_table_votes_for_itself(who: str) -> None:
    cafe, ballot, (one, _) = at_tables(voters="everyone")
    assert isinstance(cafe.refused(who, PlaceDots, ballot=ballot.id, dots={one: 1}), NotAllowed)
    assert cafe.do("Bob", PlaceDots, ballot=ballot.id, dots={one: 1})


def test_a_table_sees_its_own_ballot_only_until_other_people_sit_there() -> None:
    cafe, ballot, _ = at_tables()
    assert f"ballot/{ballot.id}" in cafe.docs("table/1")
    assert f"ballot/{ballot.id}" not in {**cafe.docs("table/2"), **cafe.docs("hall")}
    cafe.next()
    assert f"ballot/{ballot.id}" not in cafe.docs("table/1")


def test_a_facilitator_places_dots_for_somebody_at_their_table() -> None:
    cafe, ballot, (one, *_) = over_notes()
    told = cafe.do("Fay", PlaceDots, ballot=ballot.id, dots={one: 1}, on_behalf_of="ann")
    assert told == [DotsPlaced(ballot=ballot.id, person="ann", dots={one: 1}, entered_by="fay")]
    assert cafe.docs("person/ann")[f"dots/{ballot.id}"]["dots"] == {one: 1}


@pytest.mark.parametrize("where", ["hall", "table"])
def test_a_facilitator_places_dots_for_somebody_who_takes_part_by_phone(where: str) -> None:
    cafe, ballot, (one, *_) = over_notes() if where == "hall" else at_tables()
    cafe.do(None, Away, person="ann")
    cafe.wait(600)
    cafe.do(None, ReleaseSeat, person="ann")
    assert cafe.do("Fay", PlaceDots, ballot=ballot.id, dots={one: 1}, on_behalf_of="ann")


@pytest.mark.parametrize(
    ("who", "whose"), [("Flo", "ann"), ("Bob", "ann"), ("Hal", "ann"), ("Fay", "mallory")]
)
def test_nobody_else_places_dots_for_somebody(who: str, whose: str) -> None:
    cafe, ballot, (one, *_) = over_notes(voters="everyone")
    refusal = cafe.refused(who, PlaceDots, ballot=ballot.id, dots={one: 1}, on_behalf_of=whose)
    assert isinstance(refusal, NotAllowed)


def test_dots_are_not_placed_for_somebody_who_has_left_or_does_not_vote() -> None:
    cafe, ballot, (one, *_) = over_notes()
    cafe.do("Ann", Leave)
    cafe.do("Hal", AppointFacilitator, table=1, person="flo")
    for whose in ("ann", "flo"):
        refusal = cafe.refused("Flo", PlaceDots, ballot=ballot.id, dots={one: 1}, on_behalf_of=whose)
        assert isinstance(refusal, NotAllowed)


def test_when_the_step_closes_the_vote_does() -> None:
    cafe, ballot, (one, *_) = over_notes()
    cafe.do("Hal", EndEarly, step=ballot.step)
    refusal = cafe.refused("Ann", PlaceDots, ballot=ballot.id, dots={one: 1})
    assert isinstance(refusal, Conflict)
    assert refusal.code == "ballot-closed"


def test_reopening_the_step_hides_the_result_again_and_keeps_the_dots() -> None:
    cafe, ballot, (one, two, _) = over_notes()
    cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={one: 1})
    cafe.do("Hal", EndEarly, step=ballot.step)
    cafe.reopen(ballot.step)
    shown = cafe.docs("hall")[f"ballot/{ballot.id}"]
    assert (shown["open"], shown["result"], shown["voted"]) == (True, None, None)
    assert cafe.docs("person/ann")[f"dots/{ballot.id}"]["dots"] == {one: 1}
    cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={two: 1})


def test_reopening_the_step_before_sets_the_vote_aside_and_its_options_come_anew() -> None:
    cafe, ballot, (one, *_) = over_notes()
    cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={one: 1})
    told = cafe.reopen("s1")
    aside = BallotSetAside(ballot=ballot.id, table=None, people=("ann",), step=ballot.step, was_open=True)
    assert aside in told
    assert "ballot" not in str(cafe.docs("hall").keys() | cafe.docs("person/ann").keys())
    late = cafe.note("Dan", "One more")
    (opened,) = (event for event in cafe.next() if isinstance(event, BallotOpened))
    assert late in [option.id for option in opened.options]


def test_only_its_own_step_closes_a_vote() -> None:
    cafe = Cafe.at_two_tables(story(), dots(over="notes"), dots("More dots", over="notes"))
    cafe.note("Ann", "One")
    first = cafe.state.ballots[cafe.go_to("Dots")]
    second = cafe.state.ballots[cafe.go_to("More dots")]
    assert first.closed_at is not None
    assert second.closed_at is None

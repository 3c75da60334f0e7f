"""Ballots: receipts, dots for others, one paper each, what cannot be voted on, and themes that change."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.cast import Cafe, story
from workshop.activities.dot_voting.messages import CloseBallot, DotVoting, PlaceDots
from workshop.activities.people.messages import MovePerson, Rename
from workshop.activities.plenary.messages import Plenary
from workshop.activities.priorities.messages import PickPriority, Priorities
from workshop.activities.themes.messages import (
    MergeThemes,
    NameTheme,
    SplitTheme,
    StartTheme,
    TakeNotes,
    Themes,
    Unmerge,
)
from workshop.core.votes import MOST_OPTIONS
from workshop.errors import NotAllowed


def voting(**settings: Any) -> DotVoting:
    return DotVoting(title="Dots", minutes=5, **settings)


def over_notes(**settings: Any) -> tuple[Cafe, str, list[str]]:
    """A vote on a note of Ann, one of Bob and one of Cleo, who sits at table 2."""
    cafe = Cafe.at_two_tables(story(), voting(over="notes", **settings), story("Next"))
    notes = [cafe.note("Ann", "One"), cafe.note("Bob", "Two"), cafe.note("Cleo", "Three")]
    return cafe, cafe.go_to("Dots"), notes


def receipt(cafe: Cafe, who: str, ballot: str) -> Any:
    return cafe.docs(f"person/{who}").get(f"receipt/{ballot}")


def test_a_receipt_says_that_one_voted_and_after_the_close_nothing_says_what() -> None:
    cafe, ballot, (one, *_) = over_notes()
    cafe.do("Bob", PlaceDots, ballot=ballot, dots={one: 1})
    expected = {"ballot": ballot, "step": ballot, "table": None, "dots": 1, "entered_by": None}
    assert receipt(cafe, "bob", ballot) == expected
    cafe.do("Hal", CloseBallot, ballot=ballot)
    assert receipt(cafe, "bob", ballot) == expected
    assert f"dots/{ballot}" not in cafe.docs("person/bob")
    assert receipt(cafe, "ann", ballot) is None


def test_dots_that_were_placed_for_somebody_are_marked_as_such() -> None:
    cafe, ballot, (_, two, _) = over_notes()
    cafe.do("Fay", PlaceDots, ballot=ballot, dots={two: 1}, on_behalf_of="ann")
    assert receipt(cafe, "ann", ballot)["entered_by"] == "Fay"
    cafe.do("Fay", Rename, name="Fiona")
    assert receipt(cafe, "ann", ballot)["entered_by"] == "Fiona"
    cafe.do("Hal", CloseBallot, ballot=ballot)
    assert cafe.docs("hall")[f"ballot/{ballot}"]["outcome"]["entered"] == 1


def test_a_person_counts_once_whoever_placed_the_dots_last() -> None:
    cafe, ballot, (one, two, three) = over_notes()
    cafe.do("Fay", PlaceDots, ballot=ballot, dots={two: 1}, on_behalf_of="ann")
    cafe.do("Ann", PlaceDots, ballot=ballot, dots={two: 1})
    assert receipt(cafe, "ann", ballot)["entered_by"] is None
    cafe.do("Fay", PlaceDots, ballot=ballot, dots={three: 1}, on_behalf_of="ann")
    cafe.do("Hal", CloseBallot, ballot=ballot)
    shown = cafe.docs("hall")[f"ballot/{ballot}"]
    assert (shown["result"], shown["voted"]) == ({one: 0, two: 0, three: 1}, 1)


def test_whoever_comes_late_votes_while_the_vote_is_open() -> None:
    cafe, ballot, (one, *_) = over_notes()
    cafe.join("Late")
    cafe.do("Late", PlaceDots, ballot=ballot, dots={one: 1})
    cafe.do("Hal", CloseBallot, ballot=ballot)
    cafe.join("Later")
    assert cafe.refused("Later", PlaceDots, ballot=ballot, dots={one: 1}).code == "ballot-closed"
    assert cafe.docs("hall")[f"ballot/{ballot}"]["voted"] == 1


def test_a_change_of_mind_is_no_news_for_the_hosts() -> None:
    cafe, ballot, (one, two, _) = over_notes()
    (first,) = cafe.do("Bob", PlaceDots, ballot=ballot, dots={one: 1})
    (second,) = cafe.do("Bob", PlaceDots, ballot=ballot, dots={two: 1})
    assert (first.again, second.again) == (False, True)  # type: ignore[attr-defined]


def test_the_hosts_see_one_number_for_all_tables() -> None:
    cafe, step, (one, _, three) = over_notes(where="table")
    cafe.do("Bob", PlaceDots, ballot=f"{step}/1", dots={one: 1})
    cafe.do("Dan", PlaceDots, ballot=f"{step}/2", dots={three: 1})
    votes = cafe.docs("desk")[f"votes/{step}"]
    assert votes["voted"] == 2
    assert votes["tables"] == [{"table": 1, "state": "open"}, {"table": 2, "state": "open"}]


def test_whoever_is_moved_votes_at_the_new_table_and_counts_there_alone() -> None:
    cafe, step, (one, _, three) = over_notes(where="table")
    cafe.do("Bob", PlaceDots, ballot=f"{step}/1", dots={one: 1})
    cafe.do("Hal", MovePerson, person="bob", table=2)
    cafe.do("Bob", PlaceDots, ballot=f"{step}/2", dots={three: 1})
    assert [len(cafe.state.ballots[f"{step}/{no}"].papers) for no in (1, 2)] == [0, 1]


def test_if_the_plan_says_so_dots_go_on_what_others_wrote() -> None:
    cafe, ballot, (one, two, _) = over_notes(own=False)
    assert cafe.refused("Ann", PlaceDots, ballot=ballot, dots={one: 1}).code == "own-note"
    assert cafe.do("Ann", PlaceDots, ballot=ballot, dots={two: 1})


def test_without_that_they_may_go_anywhere() -> None:
    cafe, ballot, (one, *_) = over_notes()
    assert cafe.do("Ann", PlaceDots, ballot=ballot, dots={one: 1})


def test_a_facilitator_cannot_find_out_by_voting_who_wrote_an_anonymous_note() -> None:
    vote = voting(over="notes", own=False)
    cafe = Cafe.at_two_tables(story(), vote)
    hidden = cafe.note("Ann", "I am tired", anonymous=True)
    ballot = cafe.go_to("Dots")
    for whose in ("ann", "bob"):
        assert cafe.do("Fay", PlaceDots, ballot=ballot, dots={hidden: 1}, on_behalf_of=whose)


def test_a_theme_is_never_ones_own() -> None:
    cafe = Cafe.at_two_tables(story(), Themes(title="Themes", minutes=5), voting(own=False))
    note = cafe.note("Ann", "Time")
    cafe.do("Ann", StartTheme, step=cafe.go_to("Themes"), notes=[note])
    (theme,) = cafe.state.themes
    assert cafe.do("Ann", PlaceDots, ballot=cafe.go_to("Dots"), dots={theme: 1})


def test_closing_twice_is_harmless_also_by_two_hosts_at_once() -> None:
    cafe, ballot, (one, *_) = over_notes()
    cafe.do("Bob", PlaceDots, ballot=ballot, dots={one: 1})
    cafe.join("Hana")
    assert cafe.do("Hal", CloseBallot, ballot=ballot)
    before = cafe.docs("hall")
    assert cafe.do("Hana", CloseBallot, ballot=ballot) == []
    assert cafe.docs("hall") == before


def test_at_a_table_whoever_leads_it_closes_its_vote_and_no_other() -> None:
    cafe, step, _ = over_notes(where="table")
    assert isinstance(cafe.refused("Flo", CloseBallot, ballot=f"{step}/1"), NotAllowed)
    cafe.do("Fay", CloseBallot, ballot=f"{step}/1")
    assert cafe.docs("table/1")[f"ballot/{step}/1"]["result"] is not None
    assert cafe.docs("table/2")[f"ballot/{step}/2"]["result"] is None


def test_where_there_is_nothing_to_vote_on_the_hosts_learn_it() -> None:
    cafe = Cafe.at_two_tables(story(), voting())
    step = cafe.go_to("Dots")
    assert cafe.docs("desk")[f"votes/{step}"] == {"step": step, "voted": 0, "tables": [], "lacking": 0}


def test_one_choice_can_be_voted_on() -> None:
    cafe = Cafe.at_two_tables(story(), voting(over="notes", take=1))
    note = cafe.note("Ann", "One")
    ballot = cafe.go_to("Dots")
    cafe.do("Bob", PlaceDots, ballot=ballot, dots={note: 1})
    cafe.do("Hal", CloseBallot, ballot=ballot)
    assert cafe.docs("hall")[f"ballot/{ballot}"]["outcome"]["goes_on"] == [note]


@pytest.mark.parametrize(("notes", "opens"), [(MOST_OPTIONS, True), (MOST_OPTIONS + 1, False)])
def test_200_choices_can_be_voted_on_and_not_one_more(notes: int, opens: bool) -> None:
    cafe = Cafe.at_two_tables(story(), voting(over="notes", dots=7))
    ids = [cafe.note("Ann", f"Note {no}") for no in range(notes)]
    step = cafe.go_to("Dots")
    assert (step in cafe.state.ballots) is opens
    if opens:
        cafe.do("Bob", PlaceDots, ballot=step, dots=dict.fromkeys(ids[:7], 1))
    else:
        assert cafe.docs("desk")[f"votes/{step}"]["lacking"] == notes


def test_the_order_of_the_choices_says_nothing_about_when_they_came() -> None:
    cafe = Cafe.at_two_tables(story(), voting(over="notes"))
    ids = [cafe.note("Ann", f"Note {no}") for no in range(20)]
    shown = [option.id for option in cafe.state.ballots[cafe.go_to("Dots")].options]
    assert set(shown) == set(ids)
    assert shown not in (ids, ids[::-1])


def test_once_set_aside_the_news_that_nothing_could_be_voted_on_is_gone_too() -> None:
    cafe = Cafe.at_two_tables(story(), voting(over="notes"))
    step = cafe.go_to("Dots")
    cafe.reopen("s1")
    assert f"votes/{step}" not in cafe.docs("desk")
    cafe.note("Ann", "One")
    cafe.next()
    assert cafe.docs("desk")[f"votes/{step}"]["lacking"] is None


# Themes that change after people voted: their dots stay with them as they stood.


def over_themes() -> tuple[Cafe, str, str, str]:
    """Ann voted for both of two themes, Bob for the first; the vote is closed."""
    cafe = Cafe.at_two_tables(
        story(), Themes(title="Themes", minutes=5, names="any_time"), voting(dots=2), story("Next")
    )
    notes = [cafe.note("Ann", text) for text in ("One", "Two", "Three")]
    step = cafe.go_to("Themes")
    cafe.do("Hal", StartTheme, step=step, notes=notes[:2], name="Time")
    cafe.do("Hal", StartTheme, step=step, notes=notes[2:], name="Trust")
    time, trust = cafe.state.themes
    ballot = cafe.go_to("Dots")
    cafe.do("Ann", PlaceDots, ballot=ballot, dots={time: 1, trust: 1})
    cafe.do("Bob", PlaceDots, ballot=ballot, dots={time: 1})
    cafe.do("Hal", CloseBallot, ballot=ballot)
    return cafe, ballot, time, trust


def shown(cafe: Cafe, ballot: str) -> Any:
    return cafe.docs("hall")[f"ballot/{ballot}"]


def test_dots_of_merged_themes_stand_side_by_side_and_are_never_added_up() -> None:
    cafe, ballot, time, trust = over_themes()
    cafe.do("Hal", MergeThemes, theme=trust, into=time)
    assert shown(cafe, ballot)["result"] == {time: 2, trust: 1}
    assert shown(cafe, ballot)["became"] == {trust: {"into": "Time", "parts": [], "gone": False}}
    cafe.do("Hal", NameTheme, theme=time, name="Hours")
    assert shown(cafe, ballot)["became"][trust]["into"] == "Hours"
    cafe.do("Hal", Unmerge, theme=trust)
    assert shown(cafe, ballot)["became"] == {}


def test_dots_of_a_split_theme_stay_with_the_one_that_people_voted_on() -> None:
    cafe, ballot, time, trust = over_themes()
    cafe.do("Hal", SplitTheme, theme=time, notes=[cafe.state.themes[time].notes[0]], name="Forms")
    assert shown(cafe, ballot)["result"] == {time: 2, trust: 1}
    assert shown(cafe, ballot)["became"] == {time: {"into": None, "parts": ["Forms"], "gone": False}}


def test_a_theme_that_was_taken_apart_keeps_its_dots() -> None:
    cafe, ballot, time, trust = over_themes()
    cafe.do("Hal", TakeNotes, theme=trust, notes=list(cafe.state.themes[trust].notes))
    assert shown(cafe, ballot)["result"] == {time: 2, trust: 1}
    assert shown(cafe, ballot)["became"] == {trust: {"into": None, "parts": [], "gone": True}}


# What tables bring, for everyone, theme by theme.


def test_in_the_plenary_ideas_stand_under_the_themes_that_hold_them() -> None:
    cafe = Cafe.at_two_tables(
        story(),
        Themes(title="Themes", minutes=5, names="any_time"),
        Priorities(title="Top", minutes=5),
        Plenary(title="Plenary", minutes=5),
    )
    ours, more, theirs = (cafe.note(who, who) for who in ("Ann", "Bob", "Cleo"))
    wall = cafe.go_to("Themes")
    cafe.do("Hal", StartTheme, step=wall, notes=[ours, theirs], name="Time for families")
    cafe.do("Hal", StartTheme, step=wall, notes=[ours], name="A home")
    time, home = cafe.state.themes
    cafe.go_to("Top")
    for who, note in (("Fay", ours), ("Fay", more), ("Flo", theirs)):
        cafe.do(who, PickPriority, note=note)
    assert "brought" not in cafe.docs("hall")
    cafe.go_to("Plenary")
    brought = cafe.docs("hall")["brought"]
    assert brought["groups"] == [
        {"theme": time, "name": "Time for families", "tables": [1, 2], "notes": [ours, theirs]},
        {"theme": home, "name": "A home", "tables": [1], "notes": [ours]},
    ]
    assert brought["alone"] == [more]
    cafe.do("Hal", MergeThemes, theme=home, into=time)
    assert [group["name"] for group in cafe.docs("hall")["brought"]["groups"]] == ["Time for families"]

"""Grouping notes on the wall, alone and at the same time as others."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.cast import Cafe, story
from workshop.activities.notes.messages import DeleteNote, RestoreNote
from workshop.activities.themes.messages import (
    MarkSingleVoice,
    MergeThemes,
    NameTheme,
    NotesPut,
    NotesTaken,
    PutNotes,
    SplitTheme,
    StartTheme,
    TakeNotes,
    Themes,
    ThemesMerged,
    ThemeUnmerged,
    Unmerge,
)
from workshop.core.messages import Command
from workshop.core.streams import followed
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound


class Wall(Cafe):
    """A café at its wall: notes a, b and c from table 1, d from table 2."""

    step: str
    a: str
    b: str
    c: str
    d: str


def at_the_wall(**settings: Any) -> Wall:
    wall = Themes(**{"title": "Themes", "minutes": 10, "names": "any_time", **settings})
    cafe = Wall.at_two_tables(story(), wall, story("After"))
    cafe.a, cafe.b = cafe.note("Ann", "No time for visits"), cafe.note("Ann", "A kind team")
    cafe.c, cafe.d = cafe.note("Bob", "Forms, forms, forms"), cafe.note("Cleo", "Forms again")
    cafe.step = cafe.go_to("Themes")
    return cafe


def theme(cafe: Wall, *notes: str, name: str = "", who: str = "Ann") -> str:
    cafe.do(who, StartTheme, step=cafe.step, notes=list(notes), name=name)
    return next(reversed(cafe.state.themes))


def shown(cafe: Wall) -> dict[str, list[str]]:
    """The themes on the wall: id to notes."""
    docs = cafe.docs(f"wall/{cafe.step}")
    return {key.removeprefix("theme/"): doc["notes"] for key, doc in docs.items() if key.startswith("theme/")}


def test_a_theme_starts_from_notes_of_several_tables_without_a_name() -> None:
    cafe = at_the_wall()
    forms = theme(cafe, cafe.c, cafe.d)
    doc = cafe.docs(f"wall/{cafe.step}")[f"theme/{forms}"]
    assert (doc["notes"], doc["tables"], doc["name"]) == ([cafe.c, cafe.d], [1, 2], "")


def test_everyone_hears_the_wall_while_it_is_open_and_nobody_after() -> None:
    cafe = at_the_wall()
    before = cafe.state.audience
    assert f"wall/{cafe.step}" in followed(cafe.state, cafe.state.people["sol"])
    cafe.next()
    assert f"wall/{cafe.step}" not in followed(cafe.state, cafe.state.people["sol"])
    assert cafe.state.audience > before


def test_reopening_the_round_before_takes_everyone_away_from_the_wall() -> None:
    cafe = at_the_wall()
    cafe.reopen("s1")
    assert cafe.state.open_wall is None
    cafe.next()
    assert cafe.state.open_wall == cafe.step


def test_reopening_the_wall_brings_everyone_back_with_its_themes() -> None:
    cafe = at_the_wall()
    forms = theme(cafe, cafe.c)
    cafe.next()
    cafe.reopen(cafe.step)
    assert cafe.state.open_wall == cafe.step
    assert shown(cafe) == {forms: [cafe.c]}


@pytest.mark.parametrize("who", ["Hal", "Fay", "Ann"])
def test_everyone_may_group(who: str) -> None:
    cafe = at_the_wall()
    assert theme(cafe, cafe.a, who=who) in shown(cafe)


@pytest.mark.parametrize("who", ["Hal", "Fay"])
def test_facilitators_and_hosts_group_where_the_plan_says_so(who: str) -> None:
    cafe = at_the_wall(who="facilitators")
    assert theme(cafe, cafe.a, who=who) in shown(cafe)
    assert isinstance(cafe.refused("Ann", StartTheme, step=cafe.step, notes=[cafe.a]), NotAllowed)


def test_a_screen_never_groups() -> None:
    cafe = at_the_wall()
    assert isinstance(cafe.refused("Sol", StartTheme, step=cafe.step, notes=[cafe.a]), NotAllowed)


def test_nothing_is_grouped_before_the_step_or_after_it() -> None:
    cafe = at_the_wall()
    forms = theme(cafe, cafe.c)
    cafe.next()
    assert cafe.refused("Ann", StartTheme, step=cafe.step, notes=[cafe.a]).code == "step-closed"
    assert cafe.refused("Ann", NameTheme, theme=forms, name="Forms").code == "step-closed"
    cafe.reopen(cafe.step)
    cafe.reopen("s1")
    assert cafe.refused("Ann", StartTheme, step=cafe.step, notes=[cafe.a]).code == "not-open"


def test_a_step_that_is_no_wall_is_refused() -> None:
    cafe = at_the_wall()
    assert isinstance(cafe.refused("Ann", StartTheme, step="s1", notes=[cafe.a]), NotFound)
    assert isinstance(cafe.refused("Ann", StartTheme, step="nowhere", notes=[cafe.a]), NotFound)


def test_only_notes_on_this_wall_can_be_grouped() -> None:
    cafe = Cafe.at_two_tables(
        story(), story("Second"), Themes(title="Themes", minutes=9, from_steps=["Second"])
    )
    note = cafe.note("Ann", "From the first round")
    step = cafe.go_to("Themes")
    for wrong in (note, "nothing"):
        refusal = cafe.refused("Ann", StartTheme, step=step, notes=[wrong])
        assert isinstance(refusal, NotFound)
        assert refusal.code == "note-gone"


def test_names_are_measured() -> None:
    cafe = at_the_wall()
    forms = theme(cafe, cafe.c)
    assert cafe.refused("Ann", NameTheme, theme=forms, name="x" * 81).code == "too-long"
    long = {"name": "Forms", "statement": "x" * 301}
    assert cafe.refused("Ann", NameTheme, theme=forms, **long).code == "too-long"
    cafe.do("Ann", NameTheme, theme=forms, name="x" * 80, statement="y" * 300)


def test_a_name_can_be_taken_away_again() -> None:
    cafe = at_the_wall()
    forms = theme(cafe, cafe.c, name="Forms")
    cafe.do("Ann", NameTheme, theme=forms, name="")
    assert cafe.state.themes[forms].name == ""


@pytest.mark.parametrize("command", [StartTheme, NameTheme, SplitTheme])
def test_two_themes_of_one_name_are_refused_with_a_hint(command: type[Command]) -> None:
    cafe = at_the_wall()
    theme(cafe, cafe.c, name="Forms")
    other = theme(cafe, cafe.a, cafe.b)
    where = {"step": cafe.step} if command is StartTheme else {"theme": other}
    what = {} if command is NameTheme else {"notes": [cafe.a]}
    refusal = cafe.refused("Bob", command, name="FORMS", **where, **what)
    assert isinstance(refusal, Conflict)
    assert refusal.code == "same-name"
    assert "“Forms”" in refusal.message


def test_a_note_may_be_in_two_themes() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a, cafe.b), theme(cafe, cafe.c)
    cafe.do("Bob", PutNotes, theme=two, notes=[cafe.b])
    assert shown(cafe) == {one: [cafe.a, cafe.b], two: [cafe.c, cafe.b]}


def test_a_note_moves_from_one_theme_to_another() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a, cafe.b), theme(cafe, cafe.c)
    told = cafe.do("Bob", PutNotes, theme=two, notes=[cafe.b], out_of=one)
    assert told == [NotesPut(theme=two, notes=(cafe.b,)), NotesTaken(theme=one, notes=(cafe.b,))]
    assert shown(cafe) == {one: [cafe.a], two: [cafe.c, cafe.b]}


def test_putting_a_note_where_it_lies_is_harmless() -> None:
    cafe = at_the_wall()
    one = theme(cafe, cafe.a, cafe.b)
    assert cafe.do("Bob", PutNotes, theme=one, notes=[cafe.b]) == []
    assert cafe.do("Bob", PutNotes, theme=one, notes=[cafe.b], out_of=one) == []


def test_a_note_that_somebody_has_just_moved_elsewhere_stays_there() -> None:
    cafe = at_the_wall()
    one, two, three = theme(cafe, cafe.a, cafe.b), theme(cafe, cafe.c), theme(cafe, cafe.d)
    cafe.do("Ann", PutNotes, theme=two, notes=[cafe.b], out_of=one)
    assert cafe.do("Bob", PutNotes, theme=three, notes=[cafe.b], out_of=one) == []
    assert shown(cafe)[two] == [cafe.c, cafe.b]


def test_a_note_moved_into_where_its_theme_has_just_gone_stays_where_somebody_put_it_meanwhile() -> None:
    cafe = at_the_wall()
    one, two, three = theme(cafe, cafe.a, cafe.b), theme(cafe, cafe.c), theme(cafe, cafe.d)
    cafe.do("Ann", MergeThemes, theme=one, into=two)
    cafe.do("Ann", PutNotes, theme=three, notes=[cafe.b], out_of=two)
    assert cafe.do("Bob", PutNotes, theme=two, notes=[cafe.b], out_of=one) == []
    assert shown(cafe)[three] == [cafe.d, cafe.b]


def test_a_note_that_somebody_has_just_set_free_can_still_be_moved() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a, cafe.b), theme(cafe, cafe.c)
    cafe.do("Ann", TakeNotes, theme=one, notes=[cafe.b])
    cafe.do("Bob", PutNotes, theme=two, notes=[cafe.b], out_of=one)
    assert shown(cafe) == {one: [cafe.a], two: [cafe.c, cafe.b]}


def test_a_note_moves_out_of_where_its_theme_has_just_gone() -> None:
    cafe = at_the_wall()
    one, two, three = theme(cafe, cafe.a, cafe.b), theme(cafe, cafe.c), theme(cafe, cafe.d)
    cafe.do("Ann", MergeThemes, theme=one, into=two)
    cafe.do("Bob", PutNotes, theme=three, notes=[cafe.b], out_of=one)
    assert shown(cafe) == {two: [cafe.c, cafe.a], three: [cafe.d, cafe.b]}


def test_a_theme_left_without_notes_is_off_the_wall_and_keeps_its_story() -> None:
    cafe = at_the_wall()
    forms = theme(cafe, cafe.c, name="Forms")
    cafe.do("Bob", TakeNotes, theme=forms, notes=[cafe.c])
    assert shown(cafe) == {}
    assert [(deed.by, deed.did) for deed in cafe.state.themes[forms].lineage] == [
        ("ann", "started"),
        ("bob", "took"),
    ]
    refusal = cafe.refused("Ann", PutNotes, theme=forms, notes=[cafe.a])
    assert isinstance(refusal, Conflict)
    assert "“Forms”" in refusal.message


def test_taking_out_what_is_not_in_is_harmless() -> None:
    cafe = at_the_wall()
    forms = theme(cafe, cafe.c)
    assert cafe.do("Bob", TakeNotes, theme=forms, notes=[cafe.a, "nothing"]) == []


def test_merging_counts_a_shared_note_once() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a, cafe.b), theme(cafe, cafe.b, cafe.c)
    told = cafe.do("Ann", MergeThemes, theme=one, into=two)
    assert told == [ThemesMerged(theme=one, into=two, brought=(cafe.a,))]
    assert shown(cafe) == {two: [cafe.b, cafe.c, cafe.a]}


def test_merging_a_theme_into_itself_is_refused() -> None:
    cafe = at_the_wall()
    one = theme(cafe, cafe.a)
    assert isinstance(cafe.refused("Ann", MergeThemes, theme=one, into=one), Invalid)


def test_a_merged_theme_says_where_it_went() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a, name="Time"), theme(cafe, cafe.c, name="Forms")
    three = theme(cafe, cafe.d, name="Everything")
    cafe.do("Ann", MergeThemes, theme=one, into=two)
    cafe.do("Ann", MergeThemes, theme=two, into=three)
    refusal = cafe.refused("Bob", PutNotes, theme=one, notes=[cafe.b])
    assert isinstance(refusal, Conflict)
    assert refusal.code == "merged"
    assert "“Time”" in refusal.message
    assert "“Everything”" in refusal.message


def test_undoing_a_merge_gives_back_what_it_brought_and_what_they_shared() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a, cafe.b), theme(cafe, cafe.b, cafe.c)
    cafe.do("Ann", MergeThemes, theme=one, into=two)
    cafe.do("Bob", PutNotes, theme=two, notes=[cafe.d])
    told = cafe.do("Ann", Unmerge, theme=one)
    assert told == [ThemeUnmerged(theme=one, out_of=two, notes=(cafe.a, cafe.b))]
    assert shown(cafe) == {one: [cafe.a, cafe.b], two: [cafe.b, cafe.c, cafe.d]}


def test_undoing_a_merge_leaves_notes_that_were_moved_on_where_they_are() -> None:
    cafe = at_the_wall()
    one, two, three = theme(cafe, cafe.a, cafe.b), theme(cafe, cafe.c), theme(cafe, cafe.d)
    cafe.do("Ann", MergeThemes, theme=one, into=two)
    cafe.do("Bob", PutNotes, theme=three, notes=[cafe.b], out_of=two)
    cafe.do("Ann", Unmerge, theme=one)
    assert shown(cafe) == {one: [cafe.a], two: [cafe.c], three: [cafe.d, cafe.b]}


def test_a_merge_whose_notes_have_all_moved_on_cannot_be_undone() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a), theme(cafe, cafe.c)
    cafe.do("Ann", MergeThemes, theme=one, into=two)
    cafe.do("Bob", TakeNotes, theme=two, notes=[cafe.a])
    assert cafe.refused("Ann", Unmerge, theme=one).code == "notes-gone"


def test_merges_are_undone_in_turn() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a), theme(cafe, cafe.c)
    three = theme(cafe, cafe.d, name="Everything")
    cafe.do("Ann", MergeThemes, theme=one, into=two)
    cafe.do("Ann", MergeThemes, theme=two, into=three)
    assert "“Everything”" in cafe.refused("Ann", Unmerge, theme=one).message
    cafe.do("Ann", Unmerge, theme=two)
    cafe.do("Ann", Unmerge, theme=one)
    assert shown(cafe) == {one: [cafe.a], two: [cafe.c], three: [cafe.d]}


def test_what_was_never_merged_cannot_be_undone() -> None:
    cafe = at_the_wall()
    assert cafe.refused("Ann", Unmerge, theme=theme(cafe, cafe.a)).code == "not-merged"
    assert isinstance(cafe.refused("Ann", Unmerge, theme="nothing"), NotFound)


def test_a_name_goes_along_into_a_theme_without_one_and_comes_back() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a, name="Time"), theme(cafe, cafe.c)
    cafe.do("Ann", MergeThemes, theme=one, into=two)
    assert cafe.state.themes[two].name == "Time"
    cafe.do("Ann", Unmerge, theme=one)
    assert (cafe.state.themes[one].name, cafe.state.themes[two].name) == ("Time", "")


def test_undoing_a_merge_does_not_make_two_themes_of_one_name() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a, name="Time"), theme(cafe, cafe.c, name="Forms")
    cafe.do("Ann", MergeThemes, theme=one, into=two)
    theme(cafe, cafe.d, name="time")
    assert cafe.refused("Ann", Unmerge, theme=one).code == "same-name"


def test_undoing_a_merge_gives_the_name_and_the_sentence_back() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a, name="Time"), theme(cafe, cafe.c)
    cafe.do("Ann", NameTheme, theme=one, name="Time", statement="There is too little of it.")
    cafe.do("Ann", MergeThemes, theme=one, into=two)
    assert cafe.state.themes[two].statement == "There is too little of it."
    cafe.do("Ann", Unmerge, theme=one)
    assert (cafe.state.themes[two].name, cafe.state.themes[two].statement) == ("", "")


def test_splitting_moves_notes_into_a_theme_of_their_own() -> None:
    cafe = at_the_wall()
    one = theme(cafe, cafe.a, cafe.b, cafe.c)
    cafe.do("Bob", SplitTheme, theme=one, notes=[cafe.b, cafe.c], name="Rest")
    new = next(reversed(cafe.state.themes))
    assert shown(cafe) == {one: [cafe.a], new: [cafe.b, cafe.c]}
    assert cafe.state.themes[new].split_from == one


def test_a_split_leaves_something_behind() -> None:
    cafe = at_the_wall()
    one = theme(cafe, cafe.a, cafe.b)
    assert isinstance(cafe.refused("Bob", SplitTheme, theme=one, notes=[cafe.a, cafe.b]), Invalid)
    assert cafe.refused("Bob", SplitTheme, theme=one, notes=[cafe.c]).code == "notes-gone"


def test_a_single_voice_is_marked_and_unmarked() -> None:
    cafe = at_the_wall()
    one = theme(cafe, cafe.a)
    cafe.do("Fay", MarkSingleVoice, theme=one, on=True)
    assert cafe.docs(f"wall/{cafe.step}")[f"theme/{one}"]["single_voice"]
    assert cafe.do("Ann", MarkSingleVoice, theme=one, on=True) == []
    cafe.do("Fay", MarkSingleVoice, theme=one, on=False)
    assert not cafe.state.themes[one].single_voice


def test_a_note_taken_away_late_leaves_its_theme_and_comes_back_with_it() -> None:
    cafe = at_the_wall()
    one = theme(cafe, cafe.a, cafe.b)
    cafe.do("Ann", DeleteNote, note=cafe.a)
    assert shown(cafe) == {one: [cafe.b]}
    cafe.do("Ann", RestoreNote, note=cafe.a)
    assert shown(cafe) == {one: [cafe.a, cafe.b]}


def test_who_did_what_is_kept() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a, who="Bob"), theme(cafe, cafe.c)
    cafe.do("Fay", NameTheme, theme=two, name="Forms")
    cafe.do("Hal", MergeThemes, theme=one, into=two)
    assert [(deed.by, deed.did, deed.what) for deed in cafe.state.themes[two].lineage] == [
        ("ann", "started", cafe.c),
        ("fay", "named", "Forms"),
        ("hal", "took in", one),
    ]

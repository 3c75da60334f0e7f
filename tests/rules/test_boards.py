"""Boards: names come last, what a theme holds and does not, how far it carries, and grouped answers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.cast import Cafe, story
from tests.rules.test_themes import Wall, at_the_wall, theme
from workshop import pictures
from workshop.activities.boards.board import reach
from workshop.activities.closing_questions.messages import AnswerQuestion, ClosingQuestions
from workshop.activities.notes.messages import DeleteNote
from workshop.activities.people.messages import Rename, SetGroup
from workshop.activities.rooms import touched
from workshop.activities.themes.messages import (
    MarkDiffering,
    MergeThemes,
    NameTheme,
    NamingOpened,
    OpenNaming,
    PutNotes,
    SplitTheme,
    StartTheme,
    TakeNotes,
    Themes,
)
from workshop.core.plan import PeopleSettings
from workshop.core.streams import followed, may_follow
from workshop.errors import Conflict, NotAllowed, NotFound


def silent_wall() -> Wall:
    return at_the_wall(names="last")


def doc(cafe: Wall, theme_id: str) -> dict[str, Any]:
    found: dict[str, Any] = cafe.docs(f"wall/{cafe.step}")[f"theme/{theme_id}"]
    return found


@pytest.mark.parametrize("who", ["Ann", "Fay"])
def test_names_come_last(who: str) -> None:
    cafe = silent_wall()
    forms = theme(cafe, cafe.c, cafe.d)
    named = {"name": "Forms"}
    assert cafe.refused(who, NameTheme, theme=forms, **named).code == "names-last"
    assert cafe.refused(who, StartTheme, step=cafe.step, notes=[cafe.a], **named).code == "names-last"
    assert cafe.refused(who, SplitTheme, theme=forms, notes=[cafe.c], **named).code == "names-last"


def test_a_host_opens_the_naming_and_can_go_back() -> None:
    cafe = silent_wall()
    forms = theme(cafe, cafe.c, cafe.d)
    assert cafe.docs(f"wall/{cafe.step}")["board"]["naming"] is False
    assert isinstance(cafe.refused("Fay", OpenNaming, step=cafe.step, on=True), NotAllowed)
    assert cafe.do("Hal", OpenNaming, step=cafe.step, on=True) == [NamingOpened(step=cafe.step, on=True)]
    assert cafe.do("Hal", OpenNaming, step=cafe.step, on=True) == []
    cafe.do("Ann", NameTheme, theme=forms, name="Forms")
    cafe.do("Hal", OpenNaming, step=cafe.step, on=False)
    assert cafe.refused("Ann", NameTheme, theme=forms, name="Paper").code == "names-last"
    assert doc(cafe, forms)["name"] == "Forms"


def test_a_host_may_name_at_any_time() -> None:
    cafe = silent_wall()
    forms = theme(cafe, cafe.c, cafe.d)
    cafe.do("Hal", NameTheme, theme=forms, name="Forms")
    assert doc(cafe, forms)["name"] == "Forms"


def test_there_is_no_naming_to_open_where_names_come_at_any_time_or_on_another_step() -> None:
    cafe = at_the_wall()
    assert cafe.do("Hal", OpenNaming, step=cafe.step, on=True) == []
    assert isinstance(cafe.refused("Hal", OpenNaming, step="s1", on=True), NotFound)


def test_two_ways_to_write_an_accent_are_one_name() -> None:
    cafe = at_the_wall()
    theme(cafe, cafe.c, name="Caf\u00e9")
    assert (
        cafe.refused("Ann", StartTheme, step=cafe.step, notes=[cafe.a], name="cafe\u0301").code == "same-name"
    )


def test_a_theme_says_what_belongs_in_it_and_what_does_not() -> None:
    cafe = at_the_wall()
    forms = theme(cafe, cafe.c)
    words = {"name": "Forms", "statement": "They eat time.", "includes": "Typing", "excludes": "Meetings"}
    cafe.do("Ann", NameTheme, theme=forms, **words)
    assert {part: doc(cafe, forms)[part] for part in words} == words
    assert cafe.do("Ann", NameTheme, theme=forms, **words) == []
    assert cafe.refused("Ann", NameTheme, theme=forms, name="Forms", includes="x" * 301).code == "too-long"


def test_the_words_of_a_theme_go_along_when_it_merges_into_one_without() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a), theme(cafe, cafe.c)
    cafe.do("Ann", NameTheme, theme=one, name="Time", includes="Visits", excludes="Travel")
    cafe.do("Ann", MergeThemes, theme=one, into=two)
    found = doc(cafe, two)
    assert (found["includes"], found["excludes"]) == ("Visits", "Travel")


def test_a_note_that_sees_it_the_other_way_round_is_kept_and_marked() -> None:
    cafe = at_the_wall()
    one, two = theme(cafe, cafe.a, cafe.b), theme(cafe, cafe.c)
    cafe.do("Bob", MarkDiffering, theme=one, note=cafe.b, on=True)
    assert cafe.do("Bob", MarkDiffering, theme=one, note=cafe.b, on=True) == []
    assert doc(cafe, one)["differing"] == [cafe.b]
    cafe.do("Ann", MergeThemes, theme=one, into=two)
    assert doc(cafe, two)["differing"] == [cafe.b]
    cafe.do("Ann", TakeNotes, theme=two, notes=[cafe.b])
    assert doc(cafe, two)["differing"] == []
    assert cafe.refused("Ann", MarkDiffering, theme=two, note=cafe.b, on=True).code == "notes-gone"


def test_twelve_notes_of_one_table_look_different_from_twelve_of_many() -> None:
    cafe = at_the_wall()
    of_one, of_two = theme(cafe, cafe.a, cafe.b, cafe.c), theme(cafe, cafe.c, cafe.d)
    assert (doc(cafe, of_one)["tables"], doc(cafe, of_two)["tables"]) == ([1], [1, 2])


def test_the_hosts_alone_hear_how_many_people_a_theme_comes_from() -> None:
    cafe = at_the_wall()
    forms = theme(cafe, cafe.a, cafe.b, cafe.c)
    assert cafe.docs("desk")[f"reach/{forms}"]["people"] == 2
    assert "people" not in doc(cafe, forms)
    assert not may_follow(cafe.state, cafe.state.people["fay"], "desk")


def test_an_anonymous_note_counts_as_somebody_of_its_own() -> None:
    cafe = Wall.at_two_tables(story(), Themes(title="Themes", minutes=5))
    notes = [cafe.note("Ann", "Mine"), cafe.note("Ann", "Nobody's", anonymous=True)]
    cafe.step = cafe.go_to("Themes")
    found = reach(cafe.state, cafe.state.themes[theme(cafe, *notes)])
    assert (found.notes, found.people, found.groups) == (2, 2, ())


def from_places() -> Wall:
    cafe = at_the_wall()
    cafe.state.people_settings = PeopleSettings(groups=["Here", "There"])
    return cafe


def test_a_group_that_is_corrected_is_told_of_the_themes_that_person_wrote_for() -> None:
    cafe = from_places()
    forms, calls = theme(cafe, cafe.a), theme(cafe, cafe.d)
    author = cafe.state.notes[cafe.a].by
    event = cafe.do("Hal", SetGroup, person=author, group="There")[0]
    assert touched(cafe.state, event)["desk"] == {f"person/{author}": None, f"reach/{forms}": None}
    assert cafe.docs("desk")[f"reach/{forms}"]["groups"] == ["There"]
    assert cafe.docs("desk")[f"reach/{calls}"]["groups"] == []


def test_a_theme_tells_who_did_what_to_it() -> None:
    cafe = at_the_wall()
    one = theme(cafe, cafe.a, who="Ann")
    cafe.do("Fay", PutNotes, theme=one, notes=[cafe.b, cafe.c])
    two = theme(cafe, cafe.d, who="Hal")
    cafe.do("Hal", MergeThemes, theme=two, into=one)
    lineage = cafe.docs(f"wall/{cafe.step}")[f"lineage/{one}"]
    assert [(d["by"], d["did"], d["notes"], d["other"]) for d in lineage["deeds"]] == [
        (None, "started", 1, ""),
        ("Fay", "put", 2, ""),
        ("Hal", "took in", 0, two),
    ]


def test_a_new_name_stands_in_the_lineage_too() -> None:
    cafe = at_the_wall()
    one = theme(cafe, cafe.a, who="Fay")
    cafe.do("Fay", Rename, name="Fabienne")
    cafe.state.rename("fay", "Fabienne")
    assert cafe.docs(f"wall/{cafe.step}")[f"lineage/{one}"]["deeds"][0]["by"] == "Fabienne"


def test_a_host_prepares_the_wall_while_a_round_is_on_and_mends_it_afterwards() -> None:
    cafe = Wall.at_two_tables(story(), Themes(title="Themes", minutes=5), story("After"))
    cafe.a = cafe.note("Ann", "No time")
    cafe.step = "s2"
    assert may_follow(cafe.state, cafe.state.people["hal"], "wall/s2")
    assert not may_follow(cafe.state, cafe.state.people["fay"], "wall/s2")
    early = theme(cafe, cafe.a, who="Hal")
    assert cafe.refused("Fay", PutNotes, theme=early, notes=[cafe.a]).code == "not-open"
    cafe.go_to("After")
    cafe.do("Hal", NameTheme, theme=early, name="Time")
    cafe.close()
    assert cafe.refused("Hal", NameTheme, theme=early, name="More time").code == "ended"


class Answered(Cafe):
    """A café at its closing questions, with two answers to the first and one to the second."""

    one: str
    two: str
    other: str


def answered() -> Answered:
    asked = ClosingQuestions(title="Alone", minutes=5, questions=["What now?", "And then?"])
    cafe = Answered.at_two_tables(story(), asked)
    cafe.go_to("Alone")
    given = [("Ann", 0, "More time"), ("Bob", 0, "Time to think"), ("Ann", 1, "Tea")]
    cafe.one, cafe.two, cafe.other = (
        cafe.do(who, AnswerQuestion, step="s2", question=no, text=words)[0].answer  # type: ignore[attr-defined]
        for who, no, words in given
    )
    return cafe


def test_hosts_group_the_answers_to_each_question_and_name_them_at_once() -> None:
    cafe = answered()
    cafe.do("Hal", StartTheme, step="s2", question=0, notes=[cafe.one, cafe.two], name="Time")
    shown = cafe.docs("wall/s2.0")
    (found,) = (doc for key, doc in shown.items() if key.startswith("theme/"))
    assert (found["name"], found["notes"], found["tables"]) == ("Time", [cafe.one, cafe.two], [])
    assert {key for key in shown if key.startswith("note/")} == {f"note/{cafe.one}", f"note/{cafe.two}"}
    assert shown[f"note/{cafe.one}"]["table"] is None


def test_no_group_of_people_is_told_of_answers_so_that_a_theme_of_one_tells_nothing() -> None:
    cafe = answered()
    cafe.state.people["ann"].group = "There"
    cafe.do("Hal", StartTheme, step="s2", question=0, notes=[cafe.one], name="Time")
    (found,) = (doc for key, doc in cafe.docs("desk").items() if key.startswith("reach/"))
    assert (found["people"], found["groups"]) == (1, [])
    assert pictures.themes_of(cafe.state, "s2.0", people=True).themes[0].groups is None


def test_an_answer_to_another_question_is_not_on_this_board() -> None:
    cafe = answered()
    refusal = cafe.refused("Hal", StartTheme, step="s2", question=0, notes=[cafe.one, cafe.other])
    assert refusal.code == "note-gone"
    assert isinstance(cafe.refused("Hal", StartTheme, step="s2", question=7, notes=[cafe.one]), NotFound)


@pytest.mark.parametrize("who", ["Ann", "Fay", "Sol"])
def test_nobody_else_sees_or_groups_answers(who: str) -> None:
    cafe = answered()
    person = cafe.state.people[who.lower()]
    assert not may_follow(cafe.state, person, "wall/s2.0")
    assert "wall/s2.0" not in followed(cafe.state, person)
    assert isinstance(cafe.refused(who, StartTheme, step="s2", question=0, notes=[cafe.one]), NotAllowed)


@pytest.mark.parametrize(
    "stream", ["wall/s2.2", "wall/s1.0", "wall/s2", "wall/s2.x", "wall/s2.-1", "wall/s9"]
)
def test_a_host_cannot_follow_a_board_that_is_none(stream: str) -> None:
    cafe = answered()
    assert not may_follow(cafe.state, cafe.state.people["hal"], stream)


def test_an_answer_that_is_taken_back_leaves_its_theme() -> None:
    cafe = answered()
    cafe.do("Hal", StartTheme, step="s2", question=0, notes=[cafe.one, cafe.two], name="Time")
    cafe.do("Ann", AnswerQuestion, step="s2", question=0, text="")
    shown = cafe.docs("wall/s2.0")
    assert f"note/{cafe.one}" not in shown
    (found,) = (doc for key, doc in shown.items() if key.startswith("theme/"))
    assert found["notes"] == [cafe.two]


def test_notes_and_answers_do_not_go_into_each_others_themes() -> None:
    cafe = answered()
    cafe.do("Hal", StartTheme, step="s2", question=0, notes=[cafe.one], name="Time")
    (one,) = cafe.state.themes
    cafe.do("Hal", StartTheme, step="s2", question=1, notes=[cafe.other], name="Tea")
    other = list(cafe.state.themes)[1]
    refusal = cafe.refused("Hal", PutNotes, theme=one, notes=[cafe.other])
    assert refusal.code == "note-gone"
    assert not isinstance(cafe.refused("Hal", MergeThemes, theme=one, into=other), Conflict)


def test_a_note_that_is_deleted_is_in_no_count() -> None:
    cafe = at_the_wall()
    forms = theme(cafe, cafe.c, cafe.d)
    cafe.do("Cleo", DeleteNote, note=cafe.d)
    assert (doc(cafe, forms)["notes"], doc(cafe, forms)["tables"]) == ([cafe.c], [1])

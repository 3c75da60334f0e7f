"""Fair to everyone: which tables, rounds and groups of people the report does not reflect."""

from __future__ import annotations

import pytest

from tests.harvest.day import harvest
from tests.harvest.test_lint import codes, found, only
from tests.harvest.test_themes import Wall
from tests.rules.cast import Cafe, story
from workshop.activities.closing_questions.messages import AnswerQuestion, ClosingQuestions
from workshop.activities.decisions.messages import RecordDecision
from workshop.activities.dot_voting.messages import DotVoting, PlaceDots
from workshop.activities.notes.messages import HighlightNote
from workshop.activities.people.messages import SetGroup
from workshop.activities.plan import AnyStep
from workshop.activities.priorities.messages import PickPriority, Priorities
from workshop.activities.themes.messages import StartTheme, Themes
from workshop.core.plan import PeopleSettings
from workshop.harvest.lint import checks, groups_of


def test_a_table_where_people_sat_and_wrote_nothing() -> None:
    cafe = Cafe.at_two_tables(story(), story("Again", seating="stay"))
    cafe.note("Ann", "A note")
    cafe.close()
    silent = only(harvest(cafe), "table-without-notes")
    assert (silent.weight, silent.anchors) == ("must", ("round-s1",))
    assert silent.text.startswith("People sat at table 2, and no note is from there.")


def test_a_round_that_is_still_on_is_not_held_against_its_tables() -> None:
    cafe = Cafe.at_two_tables(story())
    cafe.note("Ann", "A note")
    assert codes(harvest(cafe)) == {"step-open"}


def test_a_table_whose_notes_are_in_no_theme() -> None:
    wall = Wall()
    wall.theme("Time", t1=1, t2=1)
    wall.cafe.note(wall.writers[3], "Left out")
    wall.hang()
    wall.cafe.close()
    left = harvest(wall.cafe)
    note = next(n for r in left.rounds for n in r.notes if n.text == "Left out")
    out = only(left, "table-not-in-themes")
    assert (out.weight, out.anchors) == ("must", (note.anchor,))
    assert out.text.startswith("No note of table 3 is in a theme.")


@pytest.mark.parametrize(("loose", "weight"), [(0, None), (1, None), (2, "may"), (10, "must")])
def test_the_share_of_notes_in_no_theme_says_how_serious_it_is(loose: int, weight: str | None) -> None:
    wall = Wall()
    wall.theme("Time", t1=10, t2=6)
    for no in range(loose):
        wall.cafe.note(wall.writers[1], f"Loose {no}")
    wall.hang()
    wall.cafe.close()
    left = found(harvest(wall.cafe), "notes-in-no-theme")
    assert [finding.weight for finding in left] == ([weight] if weight else [])


def test_answers_under_no_heading() -> None:
    cafe = Cafe.at_two_tables(story(), ClosingQuestions(title="Alone", minutes=5, questions=["What now?"]))
    step = cafe.go_to("Alone")
    given = [
        cafe.do(who, AnswerQuestion, step=step, question=0, text=who)[0] for who in ("Ann", "Bob", "Cleo")
    ]
    first = getattr(given[0], "answer")  # noqa: B009
    cafe.do("Hal", StartTheme, step=step, question=0, notes=[first], name="Begin")
    cafe.close()
    loose = only(harvest(cafe), "answers-under-no-heading")
    assert loose.text == "2 of 3 answers to closing question 1 (67 %) stand under no heading."


def test_a_highlight_that_no_theme_took_up() -> None:
    wall = Wall()
    wall.theme("Time", t1=1, t2=1)
    kept = wall.cafe.note(wall.writers[3], "She stayed until the end.")
    wall.cafe.do(wall.writers[3], HighlightNote, note=kept, on=True)
    wall.hang()
    wall.cafe.close()
    lost = only(harvest(wall.cafe), "highlight-in-no-theme")
    assert lost.text == "1 note that table 3 highlighted lies in no theme: “She stayed until the end.”."
    assert lost.anchors == (f"note-{kept}",)


def test_a_round_that_left_no_trace_in_what_was_made_of_the_day() -> None:
    wall = Themes(title="Themes", minutes=5, names="any_time", from_steps=["One"])
    cafe = Cafe.at_two_tables(story("One"), story("Two", seating="stay"), wall)
    notes = [cafe.note(who, f"A note of {who}") for who in ("Ann", "Cleo")]
    cafe.go_to("Two")
    cafe.note("Ann", "Never taken up")
    cafe.do("Ann", StartTheme, step=cafe.go_to("Themes"), notes=notes, name="Time")
    cafe.close()
    lost = only(harvest(cafe), "round-not-reflected")
    assert (lost.weight, lost.anchors) == ("must", ("round-s2",))
    assert "round 2 (“Two”)" in lost.text


def test_tables_without_an_idea_and_tables_behind_no_decision() -> None:
    cafe = Cafe.at_two_tables(
        story(),
        Priorities(title="Ideas", minutes=5),
        DotVoting(title="Vote", minutes=5, over="priorities", dots=1),
        story("After", seating="stay"),
    )
    ring, _ = (cafe.note(who, f"{who} would ring back") for who in ("Ann", "Cleo"))
    cafe.go_to("Ideas")
    cafe.do("Fay", PickPriority, note=ring)
    vote = cafe.go_to("Vote")
    cafe.do("Ann", PlaceDots, ballot=vote, dots={ring: 1})
    cafe.go_to("After")
    choice = {"chosen": [ring], "set_aside": [], "why": "It is quick.", "decided_by": "hosts"}
    cafe.do("Hal", RecordDecision, step=vote, ballot=vote, **choice)
    left = harvest(cafe)
    assert only(left, "table-without-idea").text == "Table 2 brought no idea to everyone."
    assert only(left, "table-not-in-decisions").text.startswith(
        "No note of table 2 is behind what was decided."
    )


class People:
    """A café with groups; everybody writes a note, and one theme holds the notes of some."""

    def __init__(self, *more: AnyStep, **groups: int) -> None:
        wall = Themes(title="Themes", minutes=5, names="any_time")
        settings = PeopleSettings(table_size=4, facilitators="none", groups=list(groups))
        self.cafe = Cafe(story(), wall, *more, people=settings)
        self.members = {name: [f"{name}{no}" for no in range(n)] for name, n in groups.items()}
        self.cafe.join("Hal", *(who for people in self.members.values() for who in people))
        for name, people in self.members.items():
            for who in people:
                self.cafe.do("Hal", SetGroup, person=who.lower(), group=name)
        self.cafe.next()

    def theme_of(self, *groups: str, anonymous: bool = False) -> None:
        notes = {
            who: self.cafe.note(who, f"A note by {who}", anonymous=anonymous)
            for people in self.members.values()
            for who in people
        }
        held = [notes[who] for group in groups for who in self.members[group]]
        self.cafe.do("Hal", StartTheme, step=self.cafe.go_to("Themes"), notes=held, name="Time")
        self.cafe.close()

    def said(self) -> list[str]:
        left = harvest(self.cafe)
        return [f.text for f in checks(left, groups_of(self.cafe.state)) if f.code.startswith("group-")]


def test_a_group_whose_notes_are_in_no_theme() -> None:
    people = People(Families=5, Schools=6)
    people.theme_of("Schools")
    assert people.said() == ["No note that people of “Families” wrote with their name is in a theme."]


def test_a_group_of_fewer_than_five_is_never_spoken_of() -> None:
    people = People(Families=4, Schools=6)
    people.theme_of("Schools")
    assert people.said() == []
    assert [group.name for group in groups_of(people.cafe.state)] == ["Schools"]


def test_small_groups_are_taken_together_and_named_by_nobody() -> None:
    people = People(Families=3, Carers=2, Schools=6)
    people.theme_of("Schools")
    assert people.said() == [
        "No note that people of the smaller groups, taken together, wrote with their name is in a theme."
    ]


def test_small_groups_that_are_fewer_than_five_together_stay_out_of_it() -> None:
    people = People(Families=2, Carers=2, Schools=6)
    people.theme_of("Schools")
    assert people.said() == []


def test_a_note_without_a_name_counts_for_no_group() -> None:
    people = People(Families=5, Schools=6)
    people.theme_of("Families", anonymous=True)
    assert {text.split("”")[0] for text in people.said()} == {
        "No note that people of “Families",
        "No note that people of “Schools",
    }


def test_no_finding_about_a_group_names_a_note_or_a_number() -> None:
    people = People(Families=5, Schools=6)
    people.theme_of("Schools")
    left = harvest(people.cafe)
    (finding,) = (f for f in checks(left, groups_of(people.cafe.state)) if f.code.startswith("group-"))
    assert finding.anchors == ("round-s1",)
    assert not any(sign.isdigit() for sign in finding.text)

"""What a host should look at before the report is shared: each rule finds its fault, and no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec.structs
import pytest

from tests.harvest.day import Day, harvest
from tests.harvest.test_themes import Wall
from tests.rules.cast import Cafe, story
from workshop.activities.closing_questions.messages import AnswerQuestion, ClosingQuestions
from workshop.activities.decisions.messages import RecordDecision
from workshop.activities.dot_voting.messages import DotVoting
from workshop.activities.feedback.messages import FeedbackStep
from workshop.activities.notes.messages import HighlightNote
from workshop.activities.pause.messages import Break
from workshop.activities.plenary.messages import CallTable, Plenary
from workshop.activities.priorities.messages import PickPriority, Priorities
from workshop.activities.themes.messages import MarkDiffering, MarkSingleVoice, NameTheme, StartTheme, Themes
from workshop.harvest import Harvest
from workshop.harvest.lint import Finding, Mend, checks
from workshop.harvest.model import ThemeLine


def found(left: Harvest, code: str) -> list[Finding]:
    return [finding for finding in checks(left) if finding.code == code]


def codes(left: Harvest) -> set[str]:
    return {finding.code for finding in checks(left)}


def only(left: Harvest, code: str) -> Finding:
    (finding,) = found(left, code)
    return finding


def with_theme(left: Harvest, at: int = 0, **fields: Any) -> Harvest:
    """This harvest, with one theme changed."""
    themes = list(left.themes)
    themes[at] = msgspec.structs.replace(themes[at], **fields)
    return msgspec.structs.replace(left, themes=tuple(themes))


class Hung(Wall):
    """A wall whose themes are named by name, and then done."""

    def done(self, **statements: str) -> Harvest:
        self.hang()
        for name, statement in statements.items():
            theme = self.id_of(name.replace("_", " "))
            self.cafe.do("Ann", NameTheme, theme=theme, name=name.replace("_", " "), statement=statement)
        self.cafe.close()
        return harvest(self.cafe)


def test_a_whole_day_has_few_findings_and_each_is_true(left: Harvest) -> None:
    assert [(finding.weight, finding.code) for finding in checks(left)] == [
        ("must", "idea-without-theme"),
        ("may", "table-not-highlighted"),
        ("may", "notes-in-no-theme"),
        ("may", "theme-without-sentence"),
    ]


def test_a_café_that_has_not_begun_has_none() -> None:
    assert checks(harvest(Cafe(story()))) == ()


def test_after_the_close_no_finding_sends_a_host_to_mend_what_nobody_can_change(left: Harvest) -> None:
    assert [finding.mend for finding in checks(left)] == [()] * 4


def test_before_the_close_a_finding_says_where_to_mend_it() -> None:
    day = Day()
    for part in (day.stories, day.ideas, day.grouping, day.voting):
        part()
    idea = only(harvest(day.cafe), "idea-without-theme")
    assert idea.text == (
        "1 idea of table 2 is in no theme, so nothing says what it would change: “Tea with the neighbours.”."
    )
    assert idea.anchors == (f"priority-2-{day.ids['tea']}",)
    assert idea.mend == (Mend("Open the board", "board", "s5"),)


def test_while_people_still_group_nothing_is_said_of_what_is_not_done_yet() -> None:
    day = Day()
    for part in (day.stories, day.ideas, day.grouping):
        part()
    assert codes(harvest(day.cafe)) == {"step-open", "table-not-highlighted"}


def test_a_heading_that_stands_over_two_themes() -> None:
    cafe = two_walls("Time for families", "  TIME for fámilies")
    twice = only(harvest(cafe), "heading-twice")
    assert twice.weight == "must"
    assert twice.text.startswith("“TIME for fámilies” stands over 2 parts of the report: a theme of “First”")
    assert len(twice.anchors) == len(twice.mend) == 2


def two_walls(one: str, other: str) -> Cafe:
    walls = [Themes(title=title, minutes=5, names="any_time") for title in ("First", "Second")]
    cafe = Cafe.at_two_tables(story(), *walls)
    notes = [cafe.note(who, f"A note of {who}") for who in ("Ann", "Cleo")]
    for title, name in (("First", one), ("Second", other)):
        cafe.do("Ann", StartTheme, step=cafe.go_to(title), notes=notes, name=name)
    return cafe


def test_a_theme_and_a_heading_of_answers_with_one_name_are_less_of_a_worry() -> None:
    cafe = Cafe.at_two_tables(
        story(),
        Themes(title="Themes", minutes=5, names="any_time"),
        ClosingQuestions(title="Alone", minutes=5, questions=["What now?"]),
    )
    notes = [cafe.note(who, f"A note of {who}") for who in ("Ann", "Cleo")]
    cafe.do("Ann", StartTheme, step=cafe.go_to("Themes"), notes=notes, name="Time")
    step = cafe.go_to("Alone")
    answer = cafe.do("Ann", AnswerQuestion, step=step, question=0, text="More of it")[0]
    cafe.do("Hal", StartTheme, step=step, question=0, notes=[getattr(answer, "answer")], name="time")  # noqa: B009
    cafe.close()
    twice = only(harvest(cafe), "heading-twice")
    assert (twice.weight, "a heading under closing question 1 and a theme" in twice.text) == ("may", True)


def test_two_steps_of_one_title_stand_out_and_two_breaks_do_not() -> None:
    cafe = Cafe.at_two_tables(
        story("Stories"), Break(title="Tea", minutes=5), story("stories"), Break(title="Tea", minutes=5)
    )
    for _ in range(3):
        cafe.next()
    twice = only(harvest(cafe), "heading-twice")
    assert twice.text.startswith("“Stories” stands over 2 parts of the report: a step and a step.")
    assert twice.mend == (Mend("Open the agenda", "agenda"),)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Family support", "Families support", True),
        ("Organising time", "Organizing time", True),
        ("Training & pay", "Training and pay", True),
        ("Hindrances at work", "Hinderances at work", True),
        ("Centres", "Center", True),
        ("Contact with families", "Contract with families", False),
        ("Care", "Case", False),
        ("Time with families", "Time for families", False),
        ("Crisis", "Crises", False),
        ("!!!", "???", False),
        ("وقت", "وقت العائلة", False),
    ],
)
def test_two_themes_whose_names_differ_in_spelling_only(one: str, other: str, alike: bool) -> None:
    wall = Hung()
    wall.theme(one, t1=1, t2=1)
    wall.theme(other, t1=1, t3=1)
    assert len(found(wall.done(), "heading-alike")) == alike


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Well-being first.", "Care for wellbeing.", "“well-being” and “wellbeing”"),
        ("We organise it.", "They organize it.", "“organise” and “organize”"),
        ("Multi-agency work.", "A multi agency team.", "“multi agency” and “multi-agency”"),
        ("A café a month.", "The cafe is full.", "“cafe” and “café”"),
        ("Long-term care.", "Care in the long term.", ""),
        ("Every day counts.", "An everyday worry.", ""),
        ("In complete silence.", "The plan is incomplete.", ""),
        ("A family waits.", "Families wait.", ""),
        ("Time.", "TIME.", ""),
    ],
)
def test_one_term_in_two_spellings(one: str, other: str, said: str) -> None:
    wall = Hung()
    wall.theme("Above", t1=1, t2=1)
    wall.theme("Below", t1=1, t3=1)
    terms = found(wall.done(Above=one, Below=other), "term-spelled-two-ways")
    assert [finding.text.partition(" are used")[0] for finding in terms] == ([said] if said else [])


def test_a_slip_in_a_statement_is_held_against_what_people_write_here_and_notes_are_left_alone() -> None:
    wall = Hung()
    wall.theme("Safeguarding", t1=2, t2=1, t3=1)
    wall.theme("Alone", t4=1, t5=1)
    (slip,) = found(wall.done(Alone="What safegaurding asks of one."), "term-misspelled")
    assert slip.text == "“safegaurding” may be a slip: “safeguarding” is what people write here."
    assert slip.anchors == (f"theme-{wall.id_of('Alone')}",)


def test_notes_may_be_spelled_as_people_like() -> None:
    cafe = Cafe.at_two_tables(story())
    for text in ("Safeguarding", "safeguarding", "safeguarding!", "safegaurding", "organise", "organize"):
        cafe.note("Ann", text)
    cafe.note("Cleo", "wellbeing, well-being")
    cafe.close()
    assert checks(harvest(cafe)) == ()


def test_a_theme_without_notes(left: Harvest) -> None:
    empty = with_theme(left, notes=(), tables=())
    assert only(empty, "theme-without-notes").anchors == (empty.themes[0].anchor,)


def test_themes_without_a_name_are_told_together() -> None:
    wall = Hung()
    wall.theme("", t1=1, t2=1)
    wall.hang()
    wall.cafe.close()
    nameless = only(harvest(wall.cafe), "theme-without-name")
    assert nameless.weight == "must"
    said = "1 theme on “Themes” has no name. It shows the beginning of somebody’s words: “0 at t1”."
    assert nameless.text == said


def test_a_theme_of_one_note_is_marked_as_a_single_voice_or_looked_at() -> None:
    wall = Hung()
    wall.theme("Alone", t1=1)
    wall.theme("Alone, and marked", t2=1)
    wall.hang()
    wall.cafe.do("Ann", MarkSingleVoice, theme=wall.id_of("Alone, and marked"), on=True)
    wall.cafe.close()
    left = harvest(wall.cafe)
    assert only(left, "theme-of-one-note").anchors == (f"theme-{wall.id_of('Alone')}",)
    assert "single-voice-of-many" not in codes(left)


def test_a_single_voice_that_comes_from_several_tables() -> None:
    wall = Hung()
    wall.theme("Many", t1=1, t2=1)
    wall.hang()
    wall.cafe.do("Ann", MarkSingleVoice, theme=wall.id_of("Many"), on=True)
    wall.cafe.close()
    assert "its notes are from 2 tables" in only(harvest(wall.cafe), "single-voice-of-many").text


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("Everyone agreed that forms take too long.", "Everyone agreed"),
        ("Most of us wait.", "Most of us"),
        ("It was frequently mentioned.", "frequently mentioned"),
        ("Everyone needs a neighbour.", ""),
        ("All children wait.", ""),
        ("Nobody rings back, often for weeks.", ""),
    ],
)
def test_a_theme_of_one_table_does_not_speak_for_all(statement: str, said: str) -> None:
    wall = Hung()
    wall.theme("Forms", t2=3)
    claims = found(wall.done(Forms=statement), "one-table-as-common-ground")
    about = f"“Forms” speaks of common ground (“{said}”), and all its notes are from table 2."
    assert [claim.text for claim in claims] == ([f"{about} Say whose view it is."] if said else [])


def test_a_theme_of_two_tables_may_speak_of_common_ground() -> None:
    wall = Hung()
    wall.theme("Forms", t2=3, t3=1)
    assert "one-table-as-common-ground" not in codes(wall.done(Forms="Everyone agreed."))


def test_help_and_hindrance_in_one_theme_may_be_two_views_unless_one_is_marked() -> None:
    cafe = Cafe.at_two_tables(story(), Themes(title="Themes", minutes=5), Break(title="Tea", minutes=5))
    notes = [
        cafe.note(who, f"{kind} {who}", kind=kind)
        for kind in ("helped", "hindered")
        for who in ("Ann", "Cleo")
    ]
    cafe.do("Hal", StartTheme, step=cafe.go_to("Themes"), notes=notes, name="Screens")
    theme = next(iter(cafe.state.themes))
    cafe.next()
    both = only(harvest(cafe), "views-not-marked")
    assert both.weight == "may"
    cafe.do("Hal", MarkDiffering, theme=theme, note=notes[0], on=True)
    assert "views-not-marked" not in codes(harvest(cafe))


def test_the_same_words_highlighted_at_two_tables() -> None:
    cafe = Cafe.at_two_tables(story(), story("Again", seating="stay", bring_in=True))
    first = cafe.note("Ann", "She stayed.")
    cafe.do("Fay", HighlightNote, note=first, on=True)
    cafe.go_to("Again")
    cafe.do("Flo", HighlightNote, note=cafe.note("Cleo", "She  stayed."), on=True)
    twice = only(harvest(cafe), "quote-twice")
    assert twice.text == "“She stayed.” is highlighted twice, at tables 1 and 2. One quote is enough."
    assert len(twice.anchors) == 2


def test_the_same_idea_brought_twice() -> None:
    cafe = Cafe.at_two_tables(story(), Priorities(title="Ideas", minutes=5))
    ideas = [(who, cafe.note(who, text)) for who, text in (("Ann", "Ring back."), ("Cleo", "ring back."))]
    cafe.go_to("Ideas")
    for lead, (_, note) in zip(("Fay", "Flo"), ideas, strict=True):
        cafe.do(lead, PickPriority, note=note, why="It is quick.")
    assert "was brought twice, at tables 1 and 2" in only(harvest(cafe), "idea-twice").text


EMPTY: dict[str, Any] = {
    "a round": story("Empty"),
    "a wall": Themes(title="Empty", minutes=5),
    "a vote": DotVoting(title="Empty", minutes=5),
    "ideas": Priorities(title="Empty", minutes=5),
    "a plenary": Plenary(title="Empty", minutes=5),
    "closing questions": ClosingQuestions(title="Empty", minutes=5, questions=["What now?"]),
    "feedback": FeedbackStep(title="Empty", minutes=5, prompt="What was good?"),
}


@pytest.mark.parametrize("kind", EMPTY)
def test_a_step_that_was_held_and_left_nothing(kind: str) -> None:
    cafe = Cafe.at_two_tables(story("First"), EMPTY[kind])
    cafe.note("Ann", "A note")
    cafe.note("Cleo", "Another")
    cafe.next()
    assert "section-empty" not in codes(harvest(cafe))
    cafe.close()
    assert only(harvest(cafe), "section-empty").text.startswith(
        "“Empty” was held, and the report has nothing"
    )


def test_one_closing_question_among_others_that_nobody_answered() -> None:
    cafe = Cafe.at_two_tables(
        story(), ClosingQuestions(title="Alone", minutes=5, questions=["What now?", "Who else?"])
    )
    cafe.note("Ann", "A note")
    cafe.note("Cleo", "Another")
    cafe.do("Ann", AnswerQuestion, step=cafe.go_to("Alone"), question=0, text="Begin.")
    cafe.close()
    assert only(harvest(cafe), "section-empty").text == "Nobody has answered closing question 2: “Who else?”"


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("Do you feel heard?", "“In what ways do you feel heard, and in what ways not?”"),
        ("Isn’t it too late?", "“In what ways is it too late, and in what ways not?”"),
        ("Think back. Is there anything missing?", "“What, if anything, is missing?”"),
        ("Are there any barriers?", "“What barriers are there?”"),
        ("Are there enough hands?", "“Where are there enough hands, and where not?”"),
        (f"Should {'we ' * 60}stay?", "with what, how or which"),
        ("What helped? Did anything hinder?", ""),
        ("Can you tell us what helped?", ""),
        ("Would you stay or leave?", ""),
        ("Is what we do enough. Say why.", ""),
        ("What has helped or hindered you?", ""),
        ("Isolation: how does it feel?", ""),
    ],
)
def test_a_question_that_can_be_answered_with_yes_or_no_comes_with_one_that_cannot(
    prompt: str, said: str
) -> None:
    cafe = Cafe.at_two_tables(
        story(), ClosingQuestions(title="Alone", minutes=5, questions=["What now?", prompt])
    )
    cafe.go_to("Alone")
    prompts = found(harvest(cafe), "prompt-closed")
    assert [said in finding.text for finding in prompts] == ([True] if said else [])
    assert all("Closing question 2 can be answered with yes or no" in finding.text for finding in prompts)


def test_an_idea_that_leads_to_no_experiment(left: Harvest) -> None:
    bare = msgspec.structs.replace(left.blueprint, experiments=left.blueprint.experiments[:1])
    assert "idea-without-experiment" not in codes(left)
    assert only(msgspec.structs.replace(left, blueprint=bare), "idea-without-experiment").weight == "must"


def test_a_decision_whose_reason_was_taken_out() -> None:
    day = Day()
    for part in (day.stories, day.ideas, day.grouping, day.voting):
        part()
    step = day.cafe.state.current
    day.cafe.next()
    chosen = [day.ids["waiting"]]
    day.cafe.do(
        "Hal",
        RecordDecision,
        step=step,
        ballot=step,
        chosen=chosen,
        set_aside=[],
        why="Now.",
        decided_by="hosts",
    )
    left = harvest(day.cafe)
    assert "decision-without-why" not in codes(left)
    bare = tuple(msgspec.structs.replace(decision, why=" ") for decision in left.decisions)
    without = only(msgspec.structs.replace(left, decisions=bare), "decision-without-why")
    assert without.text == "What was decided in “What matters most” stands without a reason. Write it down."


def test_a_vote_that_is_still_on_and_a_vote_without_votes() -> None:
    day = Day()
    for part in (day.stories, day.ideas, day.grouping):
        part()
    day.cafe.go_to("What matters most")
    assert only(harvest(day.cafe), "vote-open").weight == "must"
    day.cafe.next()
    without = only(harvest(day.cafe), "vote-without-votes")
    assert without.text.startswith("Nobody voted in “What matters most”.")
    assert "vote-open" not in codes(harvest(day.cafe))


Order = Callable[[list[ThemeLine]], list[ThemeLine]]


@pytest.mark.parametrize(
    "order", [list, lambda themes: themes[::-1], lambda themes: [*themes[1:], themes[0]]]
)
def test_the_order_of_themes_makes_no_difference(order: Order, left: Harvest) -> None:
    turned = msgspec.structs.replace(left, themes=tuple(order(list(left.themes))))
    assert checks(turned) == checks(left)


def test_a_plenary_in_which_one_table_was_not_heard() -> None:
    cafe = Cafe.at_two_tables(story(), Plenary(title="Hearing", minutes=5))
    cafe.note("Ann", "A note")
    cafe.note("Cleo", "Another")
    step = cafe.go_to("Hearing")
    cafe.do("Hal", CallTable, step=step, table=1)
    cafe.close()
    assert only(harvest(cafe), "table-not-heard").text == "Table 2 was not heard in “Hearing”."

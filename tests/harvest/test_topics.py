"""Themes in full, and the headings that hosts give to answers, in the harvest and in its documents."""

from __future__ import annotations

from tests.harvest.day import harvest
from tests.rules.cast import Cafe, story
from tests.rules.test_boards import answered
from workshop.activities.closing_questions.messages import AnswerQuestion
from workshop.activities.suggestions.messages import AcceptSuggestions, FoundSuggestions, GuessFound
from workshop.activities.themes.messages import MarkDiffering, MergeThemes, NameTheme, StartTheme, Themes
from workshop.core.plan import PeopleSettings
from workshop.harvest.theme_phrases import boundaries, markings, theme_reach
from workshop.harvest.writers.documents import report_html, report_markdown


def at_a_wall() -> tuple[Cafe, list[str]]:
    """Six people at two tables, each with a note on the wall."""
    people = PeopleSettings(table_size=3, facilitators="none")
    cafe = Cafe(story(), Themes(title="Themes", minutes=5, names="any_time"), people=people)
    cafe.join("Hal", "Ann", "Bob", "Cleo", "Dan", "Eve", "Gil")
    cafe.next()
    notes = [cafe.note(who, f"{who} waits") for who in ("Ann", "Bob", "Cleo", "Dan", "Eve", "Gil")]
    cafe.go_to("Themes")
    return cafe, notes


def test_a_theme_says_how_many_people_it_comes_from_unless_they_are_few() -> None:
    cafe, notes = at_a_wall()
    cafe.do("Hal", StartTheme, step="s2", notes=notes[:5], name="Many")
    cafe.do("Hal", StartTheme, step="s2", notes=notes[:4], name="Few")
    many, few = sorted(harvest(cafe).themes, key=lambda theme: -len(theme.notes))
    assert (many.people, few.people) == (5, None)
    assert theme_reach(many).endswith("2 tables · 5 people")
    assert "people" not in theme_reach(few)


def test_what_was_suggested_and_who_differs_stays_marked() -> None:
    cafe, notes = at_a_wall()
    found = GuessFound(notes=tuple(notes[:3]), keywords=("waiting",), example=notes[0], likeness=(9, 9, 9))
    rest = {"version": 6, "level": 3, "method": "words", "near": {}}
    cafe.do(None, FoundSuggestions, step="s2", groups=[found], **rest)
    (guess,) = cafe.state.boards["s2"].guesses
    cafe.do("Hal", AcceptSuggestions, step="s2", suggestions=[guess])
    (theme,) = cafe.state.themes
    cafe.do("Ann", MarkDiffering, theme=theme, note=notes[1], on=True)
    cafe.do("Ann", NameTheme, theme=theme, name="Waiting", includes="Queues", excludes="Travel")
    (line,) = harvest(cafe).themes
    assert (line.suggested, line.differing) == (3, (notes[1],))
    assert markings(line) == [
        "1 voice in it sees it the other way round.",
        "3 of them came together by a suggestion that people accepted.",
    ]
    assert boundaries(line) == ["What belongs here: Queues", "What does not: Travel"]
    assert [deed.text for deed in line.lineage] == [
        "Started with 3 notes that a suggestion had put together.",
        "One note marked: it sees this the other way round.",
        "Named “Waiting”.",
    ]


def test_answers_stand_under_the_headings_that_the_hosts_gave_them() -> None:
    cafe = answered()
    cafe.do("Hal", StartTheme, step="s2", question=0, notes=[cafe.one], name="More")
    cafe.do("Hal", StartTheme, step="s2", question=0, notes=[cafe.two, cafe.one], name="Time")
    first, second = harvest(cafe).questions
    assert [(t.name, t.answers) for t in first.topics] == [
        ("Time", (cafe.two, cafe.one)),
        ("More", (cafe.one,)),
    ]
    assert (first.not_grouped, second.topics, second.not_grouped) == ((), (), (cafe.other,))


def test_a_heading_rests_on_its_answers_and_on_those_it_took_in() -> None:
    cafe = answered()
    cafe.do("Hal", StartTheme, step="s2", question=0, notes=[cafe.one], name="More")
    cafe.do("Hal", StartTheme, step="s2", question=0, notes=[cafe.two], name="Time")
    more, time = cafe.state.themes
    cafe.do("Hal", MergeThemes, theme=more, into=time)
    (topic,) = harvest(cafe).questions[0].topics
    assert topic.evidence == (f"answer-{cafe.two}", f"answer-{cafe.one}")
    assert [deed.text for deed in topic.lineage] == ["Started with 1 answer.", "Took in “More”."]
    assert len(topic.entries) == 3


def test_an_answer_that_is_taken_back_leaves_its_heading() -> None:
    cafe = answered()
    cafe.do("Hal", StartTheme, step="s2", question=0, notes=[cafe.one], name="More")
    cafe.do("Ann", AnswerQuestion, step="s2", question=0, text="")
    assert harvest(cafe).questions[0].topics == ()


def test_the_report_shows_headings_and_what_is_under_none() -> None:
    cafe = answered()
    cafe.do("Hal", StartTheme, step="s2", question=0, notes=[cafe.one], name="More <b>time</b>")
    page, text = report_html(harvest(cafe)), report_markdown(harvest(cafe))
    assert "More &lt;b&gt;time&lt;/b&gt;</h4>" in page
    assert page.index("More &lt;b&gt;") < page.index("Under no heading")
    assert "#### Under no heading" in text
    assert page.count(f'id="answer-{cafe.one}"') == 1

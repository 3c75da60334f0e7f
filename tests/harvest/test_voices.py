"""Priorities, plenary, answers and feedback."""

from __future__ import annotations

from tests.harvest.day import Day, harvest
from tests.harvest.shown import shown
from tests.rules.cast import Cafe, story
from workshop.activities.closing_questions.messages import AnswerQuestion, ClosingQuestions
from workshop.activities.feedback.messages import FeedbackStep, GiveFeedback
from workshop.activities.plenary.messages import RemoveChat, SkipTable
from workshop.harvest import Harvest
from workshop.harvest.writers import DOCUMENTS

MANY = ("Ann", "Bob", "Cleo", "Dan", "Eve", "Gil")


def feedback_cafe(*ratings: int) -> Cafe:
    cafe = Cafe.at_two_tables(story(), FeedbackStep(title="How was it", minutes=5))
    step = cafe.go_to("How was it")
    for who, rating in zip(MANY, ratings, strict=False):
        cafe.do(who, GiveFeedback, step=step, rating=rating)
    return cafe


def test_priorities_keep_table_note_and_reason(day: Day, left: Harvest) -> None:
    assert [(p.table, p.note, p.text, p.why) for p in left.priorities] == [
        (1, day.ids["thursdays"], "Thursdays without forms.", "It costs nothing."),
        (2, day.ids["tea"], "Tea with the neighbours.", ""),
    ]


def test_a_turn_says_how_long_and_whether_a_spokesperson_was_named(left: Harvest) -> None:
    first, second = left.plenaries[0].turns
    assert (first.table, first.phase, first.taken_seconds, first.spokesperson) == (1, "heard", 90, True)
    assert (second.table, second.phase, second.taken_seconds, second.spokesperson) == (2, "heard", 60, False)
    assert (first.reactions, second.reactions) == ({"same": 1}, {})
    assert first.evidence == (left.priorities[0].anchor,)


def test_a_table_that_was_passed_over_says_so(day: Day) -> None:
    again = Day()
    for part in (again.stories, again.ideas, again.grouping, again.voting):
        part()
    step = again.cafe.go_to("Hearing each table")
    again.cafe.do("Hal", SkipTable, step=step, table=2)
    assert [t.phase for t in harvest(again.cafe).plenaries[0].turns] == ["waiting", "skipped"]


def test_the_chat_is_there_by_kind_without_names_and_anonymous_lines_without_table(left: Harvest) -> None:
    assert [(line.kind, line.text, line.table) for line in left.plenaries[0].chat] == [
        ("comment", "We do this already.", 2),
        ("question", "Who pays for it?", None),
    ]


def test_a_removed_line_is_nowhere_and_comes_back_when_put_back(day: Day) -> None:
    again = Day()
    for part in (again.stories, again.ideas, again.grouping, again.voting, again.hearing):
        part()
    left = harvest(again.cafe)
    assert not any("nobody should read" in shown(write(left)) for write in DOCUMENTS.values())
    removed = next(line.id for line in again.cafe.state.chat.values() if line.removed)
    again.cafe.do("Hal", RemoveChat, chat=removed, on=False)
    assert any("nobody should read" in line.text for line in harvest(again.cafe).plenaries[0].chat)


def test_every_answer_is_there_under_its_question(left: Harvest) -> None:
    first, second = left.questions
    assert (first.no, first.text) == (1, "What now?")
    assert {a.text for a in first.answers} == {"Ask the families.", "Start on Monday."}
    assert [a.text for a in second.answers] == ["The school."]


def test_an_answer_that_was_taken_back_is_gone_and_a_changed_one_is_there_once() -> None:
    cafe = Cafe.at_two_tables(story(), ClosingQuestions(title="Alone", minutes=5, questions=["What now?"]))
    step = cafe.go_to("Alone")
    for who, text in (("Ann", "First."), ("Ann", "Second."), ("Bob", "Soon gone."), ("Bob", "")):
        cafe.do(who, AnswerQuestion, step=step, question=0, text=text)
    (question,) = harvest(cafe).questions
    assert [answer.text for answer in question.answers] == ["Second."]
    assert len(question.answers[0].entries) == 2


def test_the_order_of_answers_says_nothing_about_who_wrote_them() -> None:
    questions = ["One?", "Two?", "Three?"]
    cafe = Cafe.at_two_tables(story(), ClosingQuestions(title="Alone", minutes=5, questions=questions))
    step = cafe.go_to("Alone")
    for who in MANY:
        for question in range(3):
            cafe.do(who, AnswerQuestion, step=step, question=question, text=f"{who} says")
    orders = [[answer.text for answer in question.answers] for question in harvest(cafe).questions]
    assert all(sorted(order) == sorted(f"{who} says" for who in MANY) for order in orders)
    assert not all(order == orders[0] for order in orders)
    assert [f"{who} says" for who in MANY] not in orders


def test_marks_of_fewer_than_five_people_are_not_shown() -> None:
    cafe = feedback_cafe(1, 2, 3, 4)
    cafe.close()
    line = harvest(cafe).feedback[0]
    assert (line.people, line.marked, line.marks) == (4, 4, None)


def test_marks_of_five_people_are_shown_as_counts() -> None:
    cafe = feedback_cafe(5, 5, 3, 1, 5)
    cafe.close()
    assert harvest(cafe).feedback[0].marks == (1, 0, 1, 0, 3)


def test_no_draft_shows_marks_so_that_two_drafts_cannot_show_one_person() -> None:
    assert harvest(feedback_cafe(5, 5, 3, 1, 5, 2)).feedback[0].marks is None


def test_words_of_feedback_stand_without_their_mark(left: Harvest) -> None:
    (line,) = left.feedback
    assert [words.text for words in line.words] == ["Good to be heard."]
    assert (line.people, line.marked) == (2, 2)
    assert not hasattr(line.words[0], "rating")

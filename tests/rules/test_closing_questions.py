"""Questions that each person answers alone, in their own time."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.cast import Cafe, story
from workshop.activities.closing_questions.messages import AnswerQuestion, ClosingQuestions
from workshop.activities.people.messages import Leave
from workshop.errors import Conflict, NotAllowed, NotFound


def asking() -> tuple[Cafe, str]:
    questions = ClosingQuestions(title="Alone", minutes=5, questions=["What?", "Why?"], answer_length=50)
    cafe = Cafe.at_two_tables(story(), questions, story("After"))
    return cafe, cafe.go_to("Alone")


def answer(cafe: Cafe, who: str, step: str, **fields: Any) -> None:
    cafe.do(who, AnswerQuestion, **{"step": step, "question": 0, "text": "More time", **fields})


def texts(cafe: Cafe, who: str) -> dict[str, str]:
    docs = cafe.docs(f"person/{who}")
    return {key: doc["text"] for key, doc in docs.items() if key.startswith("answer/")}


@pytest.mark.parametrize("who", ["Ann", "Fay"])
def test_participants_and_facilitators_answer_and_only_they_see_it(who: str) -> None:
    cafe, step = asking()
    answer(cafe, who, step)
    assert texts(cafe, who.lower()) == {f"answer/{step}/0": "More time"}
    assert not any("More time" in str(cafe.docs(s)) for s in ("hall", "desk", "table/1", "person/bob"))


def test_the_hosts_see_how_many_answered() -> None:
    cafe, step = asking()
    answer(cafe, "Ann", step)
    answer(cafe, "Ann", step, question=1)
    answer(cafe, "Bob", step)
    assert cafe.docs("desk")[f"answers/{step}"] == {"step": step, "counts": [2, 1], "people": 2}


def test_an_answer_changed_is_one_answer_and_keeps_its_id() -> None:
    cafe, step = asking()
    answer(cafe, "Ann", step)
    before = cafe.state.answers[step, 0, "ann"].id
    answer(cafe, "Ann", step, text="Less paper")
    assert cafe.state.answers[step, 0, "ann"].id == before
    assert texts(cafe, "ann") == {f"answer/{step}/0": "Less paper"}


def test_empty_words_take_an_answer_back() -> None:
    cafe, step = asking()
    answer(cafe, "Ann", step)
    answer(cafe, "Ann", step, text="  ")
    assert texts(cafe, "ann") == {}
    assert cafe.docs("desk")[f"answers/{step}"]["people"] == 0


@pytest.mark.parametrize("text", ["More time", ""])
def test_the_same_words_again_are_harmless(text: str) -> None:
    cafe, step = asking()
    answer(cafe, "Ann", step, text=text)
    assert cafe.do("Ann", AnswerQuestion, step=step, question=0, text=text) == []


def test_there_is_time_until_the_cafe_closes() -> None:
    cafe, step = asking()
    cafe.next()
    answer(cafe, "Ann", step)
    cafe.close()
    refusal = cafe.refused("Ann", AnswerQuestion, step=step, question=0, text="Too late")
    assert isinstance(refusal, Conflict)
    assert refusal.code == "ended"


def test_nobody_answers_before_the_questions_are_asked() -> None:
    cafe, step = asking()
    cafe.reopen("s1")
    assert cafe.refused("Ann", AnswerQuestion, step=step, question=0, text="So").code == "not-open"


def test_an_answer_is_measured() -> None:
    cafe, step = asking()
    assert cafe.refused("Ann", AnswerQuestion, step=step, question=0, text="x" * 51).code == "too-long"


@pytest.mark.parametrize(("step", "question"), [("s2", 2), ("s1", 0), ("nowhere", 0)])
def test_what_was_not_asked_cannot_be_answered(step: str, question: int) -> None:
    cafe, _ = asking()
    assert isinstance(cafe.refused("Ann", AnswerQuestion, step=step, question=question, text="So"), NotFound)


@pytest.mark.parametrize("who", ["Hal", "Sol"])
def test_hosts_and_screens_are_not_asked(who: str) -> None:
    cafe, step = asking()
    assert isinstance(cafe.refused(who, AnswerQuestion, step=step, question=0, text="So"), NotAllowed)


def test_a_facilitator_enters_the_answer_of_somebody_at_their_table() -> None:
    cafe, step = asking()
    answer(cafe, "Fay", step, on_behalf_of="ann")
    kept = cafe.state.answers[step, 0, "ann"]
    assert (kept.by, kept.entered_by) == ("ann", "fay")
    assert texts(cafe, "ann")
    assert texts(cafe, "fay") == {}


@pytest.mark.parametrize(("who", "whose"), [("Flo", "ann"), ("Bob", "ann"), ("Fay", "mallory")])
def test_nobody_else_answers_for_somebody(who: str, whose: str) -> None:
    cafe, step = asking()
    fields = {"step": step, "question": 0, "text": "So", "on_behalf_of": whose}
    assert isinstance(cafe.refused(who, AnswerQuestion, **fields), NotAllowed)


def test_whoever_has_left_is_not_answered_for() -> None:
    cafe, step = asking()
    cafe.do("Ann", Leave)
    fields = {"step": step, "question": 0, "text": "So", "on_behalf_of": "ann"}
    assert isinstance(cafe.refused("Fay", AnswerQuestion, **fields), NotAllowed)

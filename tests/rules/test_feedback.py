"""How it was to take part."""

from __future__ import annotations

import pytest

from tests.rules.cast import Cafe, arrival, story
from workshop.activities.feedback.messages import FeedbackStep, GiveFeedback
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound


def ending() -> tuple[Cafe, str]:
    cafe = Cafe(arrival(), FeedbackStep(title="How was it", minutes=5), story("After"))
    cafe.join("Hal", "Fay", "Ann", "Bob", "Sol")
    return cafe, cafe.go_to("How was it")


@pytest.mark.parametrize("fields", [{"text": "Warm"}, {"rating": 5}, {"text": "Warm", "rating": 1}])
def test_words_or_a_rating_are_enough(fields: dict[str, object]) -> None:
    cafe, step = ending()
    cafe.do("Ann", GiveFeedback, step=step, **fields)
    shown = cafe.docs("person/ann")[f"feedback/{step}"]
    assert (shown["text"], shown["rating"]) == (fields.get("text", ""), fields.get("rating"))


def test_nothing_at_all_is_refused() -> None:
    cafe, step = ending()
    refusal = cafe.refused("Ann", GiveFeedback, step=step, text=" ")
    assert isinstance(refusal, Invalid)
    assert refusal.code == "empty"


def test_the_second_takes_the_place_of_the_first() -> None:
    cafe, step = ending()
    cafe.do("Ann", GiveFeedback, step=step, text="Warm", rating=4)
    cafe.do("Ann", GiveFeedback, step=step, text="Warm and long")
    assert cafe.do("Ann", GiveFeedback, step=step, text="Warm and long") == []
    assert [(f.text, f.rating) for f in cafe.state.feedback.values()] == [("Warm and long", None)]


def test_the_hosts_see_how_many_and_nobody_sees_what() -> None:
    cafe, step = ending()
    cafe.do("Ann", GiveFeedback, step=step, text="Rather long")
    cafe.do("Fay", GiveFeedback, step=step, rating=3)
    assert cafe.docs("desk")[f"feedback/{step}"] == {"step": step, "people": 2}
    assert not any("Rather long" in str(cafe.docs(s)) for s in ("hall", "desk", "person/bob"))


def test_there_is_time_until_the_cafe_closes() -> None:
    cafe, step = ending()
    cafe.next()
    cafe.do("Ann", GiveFeedback, step=step, rating=3)
    cafe.close()
    refusal = cafe.refused("Bob", GiveFeedback, step=step, rating=3)
    assert isinstance(refusal, Conflict)
    assert refusal.code == "ended"


def test_nobody_is_asked_before_the_step() -> None:
    cafe, step = ending()
    cafe.reopen("s1")
    assert cafe.refused("Ann", GiveFeedback, step=step, rating=3).code == "not-open"


@pytest.mark.parametrize("step", ["s1", "nowhere"])
def test_feedback_belongs_to_its_own_step(step: str) -> None:
    cafe, _ = ending()
    assert isinstance(cafe.refused("Ann", GiveFeedback, step=step, rating=3), NotFound)


@pytest.mark.parametrize("who", ["Hal", "Sol"])
def test_hosts_and_screens_give_none(who: str) -> None:
    cafe, step = ending()
    assert isinstance(cafe.refused(who, GiveFeedback, step=step, rating=3), NotAllowed)


def test_feedback_is_measured() -> None:
    cafe, step = ending()
    assert cafe.refused("Ann", GiveFeedback, step=step, text="x" * 1001).code == "too-long"

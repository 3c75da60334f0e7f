"""Advice is given where it helps, and refuses nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plans.made import Told, Write, plan, step
from workshop.plans import check, read
from workshop.plans.advice import is_closed


def round_(no: int, **fields: Any) -> dict[str, Any]:
    return step("story_round", title=f"Round {no}", **fields)


def one(told: Told, text: str) -> str:
    (only,) = told(text)
    assert "plan.yaml:" in only
    assert ": advice: " in only
    return only


def test_advice_never_refuses(write: Write) -> None:
    path = write(plan(round_(1, minutes=5), minutes=480, contacts=[], notice=""))
    assert {problem.severity for problem in check(path)} == {"advice"}
    assert len(check(path)) == 4
    assert read(path).minutes == 480


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (30, "The steps take 25 minutes together, the plan says 30: 5 minutes too few."),
        (24, "The steps take 25 minutes together, the plan says 24: 1 minute too many."),
    ],
)
def test_minutes_that_do_not_add_up(told: Told, minutes: int, said: str) -> None:
    assert one(told, plan(round_(1), minutes=minutes)).endswith(f"plan.yaml:3:10: advice: {said}")


def test_a_short_round(told: Told) -> None:
    assert "“Round 1” has 14 minutes. Under 15, not all get to speak." in one(
        told, plan(round_(1, minutes=14))
    )
    assert told(plan(round_(1, minutes=15))) == []


def test_a_long_stretch_is_told_once_where_it_gets_too_long(told: Told) -> None:
    rounds = [round_(1, minutes=45), round_(2, minutes=40), round_(3, minutes=20), step("feedback")]
    said = one(told, plan(*rounds))
    assert "“Round 3” ends after 110 minutes without a break. Put a break before it" in said
    assert told(plan(*rounds[:2], step("break"), *rounds[2:])) == []


def test_ninety_minutes_are_not_too_long(told: Told) -> None:
    assert told(plan(round_(1, minutes=85))) == []


def test_many_rounds(told: Told) -> None:
    said = one(told, plan(*[round_(no, minutes=15) for no in range(1, 6)]))
    assert "“Round 4” is round 4. More than 3 rounds tire people." in said


@pytest.mark.parametrize(
    ("seating", "to"), [("rotate", "move on from"), ("stay", "stay at"), ("home", "go back to")]
)
def test_the_first_round_is_mixed(told: Told, seating: str, to: str) -> None:
    said = one(told, plan(round_(1, seating=seating)))
    assert f"“Round 1” is the first round. Nobody has a table to {to} yet. Choose mixed." in said
    assert told(plan(round_(1), round_(2, seating=seating))) == []


def test_a_plan_that_does_not_begin_with_arrival(told: Told) -> None:
    first = plan().replace("activity: arrival", "activity: feedback")
    assert "The first step is not arrival." in one(told, first)


def test_a_plan_without_anyone_to_turn_to(told: Told) -> None:
    assert "The plan names nobody to turn to. Add contacts" in one(told, plan(contacts=[]))


def test_a_plan_without_a_notice(told: Told) -> None:
    assert "There is no notice. Say who runs this" in one(told, plan(notice="  "))


def test_a_presentation_that_shows_nothing(told: Told) -> None:
    assert "“presentation” shows nothing." in one(told, plan(step("presentation", words="")))
    assert told(plan(step("presentation", words="", link="/paper"))) == []


def test_a_long_question(told: Told) -> None:
    long = "What " + "very " * 29 + "long?"
    assert "This question has 31 words." in one(told, plan(round_(1, prompt=long)))
    assert told(plan(round_(1, prompt=long.replace("very ", "", 1)))) == []


def test_a_closed_question_is_told_where_it_stands(told: Told) -> None:
    said = one(told, plan(step("closing_questions", questions=["What now?", "Was it good?"])))
    assert said.startswith("plan.yaml:16:5: advice: This question can be answered with yes or no.")


@pytest.mark.parametrize(
    "prompt",
    ["Did it help?", "is this it?", "Isn’t it hard?", "Tell us. Would you come again?", "Can you? Will you?"],
)
def test_closed_questions(prompt: str) -> None:
    assert is_closed(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "What helped?",
        "Did it help, and how? What else?",
        "Island life: what is it like?",
        "Tell us about it.",
        "Hassle?",
    ],
)
def test_open_questions(prompt: str) -> None:
    assert not is_closed(prompt)

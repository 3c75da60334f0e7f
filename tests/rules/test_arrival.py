"""Trying out the three things people do all day."""

from __future__ import annotations

import pytest

from tests.rules.cast import Cafe, arrival, story
from workshop.activities.arrival.messages import CheckPassed, PassCheck
from workshop.errors import Conflict, NotAllowed


def lobby() -> Cafe:
    cafe = Cafe(arrival(), story())
    cafe.join("Hal", "Fay", "Ann", "Sol")
    return cafe


def test_a_participant_tries_things_out_before_the_first_step_and_sees_it() -> None:
    cafe = lobby()
    cafe.do("Ann", PassCheck, check="note")
    cafe.do("Ann", PassCheck, check="dot")
    assert cafe.docs("person/ann")["me"]["checks"] == ["dot", "note"]
    assert cafe.docs("desk")["person/ann"]["checks"] == ["dot", "note"]


def test_late_in_the_day_is_early_enough() -> None:
    cafe = lobby()
    cafe.go_to("Our stories")
    assert cafe.do("Fay", PassCheck, check="move") == [CheckPassed(person="fay", check="move")]


def test_trying_the_same_thing_twice_is_harmless() -> None:
    cafe = lobby()
    cafe.do("Ann", PassCheck, check="note")
    assert cafe.do("Ann", PassCheck, check="note") == []


@pytest.mark.parametrize("who", ["Hal", "Sol"])
def test_hosts_and_screens_have_nothing_to_try(who: str) -> None:
    assert isinstance(lobby().refused(who, PassCheck, check="note"), NotAllowed)


def test_when_the_cafe_has_ended_there_is_nothing_left_to_try() -> None:
    cafe = lobby()
    cafe.close()
    refusal = cafe.refused("Ann", PassCheck, check="note")
    assert isinstance(refusal, Conflict)
    assert refusal.code == "ended"

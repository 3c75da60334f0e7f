"""Who may open a line: a token that this server has signed, for somebody who is still here."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.stories.cafe import Cafe, arrival
from tests.stories.line import Line
from tests.stories.person import Doc, refusal
from workshop.tokens import Tokens

Make = Callable[..., Cafe]


def knock(cafe: Cafe, auth: Any) -> Doc:
    """What the server says to whoever it does not let in."""
    with Line(cafe.server.base, json.dumps(auth)) as line:
        _, problem = line.hears("44")
    assert problem["message"] == problem["data"]["message"]
    return refusal(problem["data"])


@pytest.mark.parametrize(
    "auth", [{}, {"token": None}, {"token": 5}, {"token": ["x"]}, [], "x", {"token": {"token": "x"}}]
)
def test_without_a_token_people_are_sent_to_the_door(house: Cafe, auth: Any) -> None:
    assert "Join the café first" in knock(house, auth)["message"]


@pytest.mark.parametrize("token", ["", "forged", "\ud800", "a.b.c", "é" * 100, "x" * 10_000, "\x00"])
def test_a_forged_token_opens_nothing(house: Cafe, token: str) -> None:
    assert knock(house, {"token": token})["code"] == "token"


def test_a_token_with_one_letter_changed_opens_nothing(house: Cafe) -> None:
    token = house.hal.boot["token"]
    changed = token[:5] + ("A" if token[5] != "A" else "B") + token[6:]
    assert knock(house, {"token": changed})["code"] == "token"


def test_a_token_of_another_server_opens_nothing(house: Cafe) -> None:
    foreign = Tokens("another key").person("w", house.hal.id)
    assert knock(house, {"token": foreign})["code"] == "token"


def test_the_right_to_a_role_is_no_place_in_the_cafe(house: Cafe) -> None:
    key = house.link("host").rpartition("/")[2]
    assert knock(house, {"token": key})["code"] == "token"
    assert knock(house, {"token": house.server.home})["code"] == "token"


def test_whoever_was_taken_out_does_not_come_in_again_with_the_old_token(house: Cafe) -> None:
    ann = house.join("Ann")
    house.hal.does("person.remove", person=ann.id)
    assert knock(house, {"token": ann.boot["token"]})["code"] == "gone"


def test_a_place_in_one_cafe_is_no_place_in_another(house: Cafe, made: Make) -> None:
    other = made(arrival())
    ann = house.join("Ann")
    other.browser.cookies.set("cafe", ann.boot["token"], path=f"/w/{other.code}")
    page = other.browser.opens(f"/w/{other.code}")
    assert page.url.endswith(f"/j/{other.code}")


def test_a_token_opens_the_line_by_polling_as_well(house: Cafe) -> None:
    ann = house.join("Ann")
    ann.close_the_lid()
    ann.reopen_the_lid("polling")
    house.hal.does("say.all", text="Can you hear me?")
    ann.until(lambda: (ann.sees("hall", "saying") or {}).get("text") == "Can you hear me?", "what Hal said")
    ann.close_the_lid()

"""A place behind the “#” of an address: for browsers that keep no cookies, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import requests

from tests.stories.cafe import Browser, Cafe, arrival, boot
from tests.stories.person import Doc, Person
from workshop.tokens import Tokens

Make = Callable[..., Cafe]


class Forgetful(Browser):
    """Sends no cookie, ever."""

    def send(self, request: requests.PreparedRequest, **how: Any) -> requests.Response:
        request.headers.pop("Cookie", None)
        return super().send(request, **how)

    def hands_in(self, page: str, place: str) -> requests.Response:
        """What the script of the page does."""
        return self.post(page, data=place.encode(), headers={"Origin": self.server.base}, timeout=20)


def comes(cafe: Cafe, name: str, role: str = "participant") -> tuple[Forgetful, str, str]:
    """Joins; gives the browser, the page where it ends up, and what stands behind the “#” there."""
    browser = Forgetful(cafe.server)
    arrived = browser.joins(cafe.link(role), name)
    assert arrived.status_code == 200
    page, _, place = arrived.url.partition("#")
    return browser, page, place


@pytest.mark.parametrize("role", ["participant", "facilitator", "host"])
def test_who_keeps_no_cookies_comes_in_by_the_address_and_comes_back(house: Cafe, role: str) -> None:
    browser, page, place = comes(house, f"Cora as {role}", role)
    given = [browser.hands_in(page, place) for _ in range(2)]
    who: list[Doc] = [answer.json() for answer in given]
    assert who[0]["person"] == who[1]["person"]
    assert who[0]["role"] == role
    assert given[0].headers["Cache-Control"] == "no-store"
    cora = Person("Cora", house.server.base, who[0]).connect()
    assert cora.me["name"] == f"Cora as {role}"
    cora.close_the_lid()


def test_a_screen_without_cookies_is_one_screen(house: Cafe) -> None:
    browser = Forgetful(house.server)
    page, _, place = browser.opens(house.link("screen")).url.partition("#")
    assert browser.hands_in(page, place).json()["role"] == "screen"


def test_who_keeps_cookies_is_sent_on_and_the_address_forgets_the_place(house: Cafe) -> None:
    browser = Browser(house.server)
    arrived = browser.joins(house.link("participant"), "Cleo")
    assert arrived.url == f"{house.server.base}/w/{house.code}#here"
    assert boot(arrived)["here"] == f"/w/{house.code}"


def test_who_keeps_cookies_gets_no_seat_by_the_address_of_somebody_else(house: Cafe) -> None:
    _, page, place = comes(house, "Cora")
    stranger = Browser(house.server)
    assert "leads to no seat" in stranger.get(page, timeout=20).text
    answer = stranger.post(page, data=place, timeout=20)
    assert answer.status_code == 409
    assert "person" not in answer.text.partition("<body>")[0]


def test_what_is_no_place_of_this_cafe_leads_nowhere(house: Cafe, made: Make) -> None:
    browser, page, place = comes(house, "Cora")
    other = made(arrival())
    _, _, elsewhere = comes(other, "Cora")
    token = browser.hands_in(page, place).json()["token"]
    forged = Tokens("another key").carried("w", "p")
    for wrong in ("", "x", "é", token, forged, elsewhere):
        assert browser.hands_in(page, wrong).status_code == 403
    assert browser.post(page, data=place, headers={"Origin": "https://elsewhere.example"}).status_code == 403


def test_who_was_taken_out_does_not_come_back_by_the_address(made: Make) -> None:
    cafe = made(arrival())
    browser, page, place = comes(cafe, "Cora")
    cafe.hal.does("person.remove", person=browser.hands_in(page, place).json()["person"])
    assert browser.hands_in(page, place).status_code == 403

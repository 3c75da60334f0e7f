"""Pictures over HTTP: who gets them, what they are, and what is refused."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
import requests

from tests.stories.cafe import Browser, Cafe, arrival, step, story, words
from tests.stories.person import Person

Make = Callable[..., Cafe]
SVG = "{http://www.w3.org/2000/svg}"


def picture(who: Person, name: str, kind: str = "svg", **headers: str) -> requests.Response:
    """A picture as a person's script fetches it."""
    address = f"{who.base}/w/{who.boot['code']}/pictures/{name}"
    address = address if "." in name else f"{address}.{kind}"
    sent = {"Authorization": f"Bearer {who.boot['token']}", **headers}
    return requests.get(address, headers=sent, timeout=20)


@pytest.fixture
def voted(made: Make) -> Cafe:
    """A note, a theme of it, and a vote that is open and has one dot."""
    cafe = made(
        arrival(),
        story(),
        step("themes", "Wall", who="everyone"),
        step("dot_voting", "Vote", dots=2, cap=1, where="hall", over="notes"),
        step("feedback", "How was it"),
    )
    ann, _fay, _sol = (cafe.join(name) for name in ("Ann", "Fay", "Sol"))
    cafe.next()
    rounds = cafe.next()
    ann.until(lambda: ann.table, "a table")
    ann.does("note.add", step=rounds, kind="helped", text="</svg><script>alert(1)</script>")
    cafe.next()
    cafe.next()
    ballot = next(key for key in cafe.hal.docs["hall"] if key.startswith("ballot/")).removeprefix("ballot/")
    option = cafe.hal.sees("hall", f"ballot/{ballot}")["options"][0]["id"]
    ann.does("dots.place", ballot=ballot, dots={option: 1})
    return cafe


def people(cafe: Cafe) -> dict[str, Person]:
    return {person.name: person for person in cafe.people}


def ballot_of(cafe: Cafe) -> str:
    return next(key for key in cafe.hal.docs["hall"] if key.startswith("ballot/")).removeprefix("ballot/")


def test_a_host_looks_at_a_picture_that_nobody_else_sees_before_it_is_shown(voted: Cafe) -> None:
    seen = picture(voted.hal, "timeline")
    assert seen.status_code == 200
    assert seen.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert ET.fromstring(seen.text).tag == f"{SVG}svg"  # noqa: S314 - from our own server
    for name in ("Ann", "Fay", "Sol"):
        refused = picture(people(voted)[name], "timeline")
        assert (refused.status_code, "Look at the screen" in refused.text) == (403, True)


def test_what_is_shown_everyone_gets_and_only_that(voted: Cafe) -> None:
    voted.hal.does("picture.show", picture="mixing")
    for name in ("Ann", "Fay", "Sol"):
        who = people(voted)[name]
        assert picture(who, "mixing").status_code == 200
        assert picture(who, "timeline").status_code == 403
        who.until(lambda who=who: who.sees("hall", "showing")["picture"] == "mixing", "what is shown")


def test_an_open_vote_is_a_picture_for_nobody_and_then_for_all_at_once(voted: Cafe) -> None:
    ballot = ballot_of(voted)
    for who in voted.people:
        assert picture(who, f"votes.svg?of={ballot}").status_code in (403, 409)
    assert voted.hal.may_not("picture.show", picture="votes", of=ballot)["code"] == "blind"
    voted.next()
    voted.hal.does("picture.show", picture="votes")
    for who in voted.people:
        shown = picture(who, "votes", "html")
        assert shown.status_code == 200
        assert "1 dot" in words(shown)
        assert "<script>alert" not in shown.text


def test_a_stranger_and_another_café_get_nothing(voted: Cafe, house: Cafe) -> None:
    address = f"/w/{voted.code}/pictures/mixing.svg"
    assert Browser(voted.server).opens(address).status_code == 403
    other = {"Authorization": f"Bearer {house.hal.boot['token']}"}
    assert requests.get(voted.server.base + address, headers=other, timeout=20).status_code == 403
    bad = {"Authorization": "Bearer made-up"}
    assert requests.get(voted.server.base + address, headers=bad, timeout=20).status_code == 403


def test_a_picture_is_fetched_again_only_when_something_has_happened(voted: Cafe) -> None:
    first = picture(voted.hal, "mixing")
    again = picture(voted.hal, "mixing", **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.text) == (304, "")
    voted.hal.does("say.all", text="Hello")
    assert picture(voted.hal, "mixing", **{"If-None-Match": first.headers["ETag"]}).status_code == 200
    assert "no-cache" in first.headers["Cache-Control"]


def test_the_page_needs_no_script_and_says_the_same_in_words(voted: Cafe) -> None:
    page = voted.browser.opens(f"/w/{voted.code}/pictures/timeline.html")
    assert page.status_code == 200
    assert "1 contribution in" in words(page)
    assert "<svg" in page.text
    assert "<script" not in page.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("nothing.svg", 404),
        ("themes.png", 404),
        ("themes.svg?of=nowhere", 404),
        ("themes.svg?of=s1", 404),
        ("themes.svg?of=s3.99", 404),
        ("votes.svg?of=%00%22%0d%0a", 404),
        ("mixing.svg?of=s2", 404),
        ("mixing.svg?shape=round", 400),
        ("votes.svg", 409),
    ],
)
def test_what_is_not_there_is_refused_in_words(voted: Cafe, address: str, status: int) -> None:
    refused = picture(voted.hal, address)
    assert refused.status_code == status
    assert refused.text.strip()


def test_a_map_that_is_being_worked_out_is_asked_for_again_soon(voted: Cafe) -> None:
    """No worker runs in this test: the answer says when to come back, and holds nobody up."""
    waiting = picture(voted.hal, "map")
    assert (waiting.status_code, waiting.headers["Retry-After"]) == (202, "2")
    assert "worked out" in waiting.text

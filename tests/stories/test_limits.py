"""Guessing and flooding are slowed down, and only for whoever does it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from requests import Response

from tests.stories.cafe import Browser, Cafe, arrival, story, words
from tests.stories.person import Doc, Person, hang_up
from tests.stories.server import Server


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cafe]:
    """A café on a server with narrow limits. Each of its tests goes a little further than the one before."""
    limits = {"WRONG_CODES_PER_MINUTE": "3", "JOINS_PER_MINUTE": "6", "COMMANDS_PER_SECOND": "20"}
    server = Server(tmp_path_factory.mktemp("strict") / "data", **limits)
    cafe = Cafe(server, arrival(), story())
    for name in ("Ann", "Bob"):
        cafe.join(name)
    cafe.next()
    cafe.next()
    yield cafe
    hang_up(server.base)
    assert server.stop()[0] == 0


def send(person: Person, event: str, data: object) -> Doc:
    answer: Doc = person.asks(event, data)
    return answer


def flood(person: Person, event: str, times: int) -> list[Doc]:
    """All at once, without waiting for an answer before the next."""
    told = [person.command("note.add", step="s2", kind="helped", text=f"Note {no}") for no in range(times)]
    if event != "command":
        told = [{"streams": {"hall": 0}} for _ in range(times)]  # type: ignore[misc]
    with ThreadPoolExecutor(50) as hands:
        return list(hands.map(lambda data: send(person, event, data), told))


@pytest.mark.parametrize("event", ["command", "sync"])
def test_two_hundred_at_once_are_too_many_and_may_be_sent_again(strict: Cafe, event: str) -> None:
    answers = flood(strict.people[1], event, 200)
    refused = [answer for answer in answers if not answer["ok"]]
    assert len(answers) - len(refused) >= 60
    assert refused
    assert {(answer["code"], answer["again"]) for answer in refused} == {("too-many", True)}


def test_nobody_else_is_slowed_down_by_it(strict: Cafe) -> None:
    ann, bob = strict.people[1:]
    with ThreadPoolExecutor() as hands:
        storm = hands.submit(flood, ann, "command", 200)
        for no in range(20):
            bob.writes(f"Calm {no}")
        storm.result()
    bob.reads("Calm 19")
    assert not bob.gaps


def test_more_people_than_may_join_in_a_minute_are_asked_to_wait(strict: Cafe) -> None:
    pages = [Browser(strict.server).joins(f"/j/{strict.code}", f"Person {no}") for no in range(4)]
    assert [page.status_code for page in pages] == [200, 200, 200, 429]
    assert "Wait a moment, then press again." in words(pages[-1])
    assert 'value="Person 3"' in pages[-1].text


def guess(cafe: Cafe) -> list[Response]:
    browser = Browser(cafe.server)
    return [browser.sends("/", {"code": code}) for code in ("AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD")]


def test_after_some_wrong_codes_further_wrong_ones_have_to_wait(strict: Cafe) -> None:
    tries = guess(strict)
    assert [page.status_code for page in tries] == [404, 404, 404, 429]
    assert "Wait a minute, then try again." in words(tries[-1])
    assert Browser(strict.server).opens("/w/EEEEEE/host").status_code == 429


def test_whoever_has_the_right_code_is_not_locked_out_by_those_who_guess(strict: Cafe) -> None:
    guess(strict)
    assert Browser(strict.server).opens(f"/j/{strict.code}").status_code == 200
    assert Browser(strict.server).sends("/", {"code": strict.code}).status_code == 200
    assert strict.browser.opens(f"/w/{strict.code}/host").status_code == 200
    assert Browser(strict.server).opens(strict.link("facilitator")).status_code == 200

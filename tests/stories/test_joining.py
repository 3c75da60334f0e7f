"""Coming in: the code, the notice, the name, the seat; and what is said to whoever cannot come in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.stories.cafe import Browser, Cafe, arrival, boot, words
from tests.stories.person import Person

Make = Callable[..., Cafe]

NAMES = {
    "Ann": "Ann",
    "  Ann   of\tthe\nnorth ": "Ann of the north",
    '<b>Ann</b> & "co"': '<b>Ann</b> & "co"',
    "</script><script>alert(1)</script>": "</script><script>alert(1)</script>",
    "Ann\u202eevil\u202c": "Annevil",
    "\u200fאנה\u200e": "אנה",
    "Ann\x00\x07\x1b": "Ann",
    "👩🏽‍🚀 Ann": "👩🏽‍🚀 Ann",
    "李小龍": "李小龍",
    "x" * 60: "x" * 60,
    "{{7*7}} {% raw %}": "{{7*7}} {% raw %}",
}
EMPTY = ["", "   ", "\t\n", "\u200b\u200d", "\u202e\u202d", "\x00\x01", "\u2060\ufeff"]


@pytest.mark.parametrize("typed", NAMES, ids=range(len(NAMES)))
def test_a_name_is_kept_as_it_was_meant(house: Cafe, typed: str) -> None:
    page = Browser(house.server).joins(f"/j/{house.code}", typed)
    person = Person(typed, house.server.base, boot(page)).connect()
    assert person.me["name"] == NAMES[typed]
    assert "<script>alert" not in page.text
    person.close_the_lid()


@pytest.mark.parametrize("typed", EMPTY, ids=range(len(EMPTY)))
def test_a_name_that_nobody_can_see_is_no_name(house: Cafe, typed: str) -> None:
    page = Browser(house.server).joins(f"/j/{house.code}", typed)
    assert page.status_code == 400
    assert "The name is empty." in words(page)


def test_a_name_of_ten_thousand_characters_is_told_how_much_too_long_it_is(house: Cafe) -> None:
    page = Browser(house.server).joins(f"/j/{house.code}", "n" * 10_000)
    assert page.status_code == 400
    assert "too long by 9940 characters (at most 60)" in words(page)
    assert "n" * 201 not in page.text


def test_nobody_comes_in_without_a_yes(house: Cafe) -> None:
    page = Browser(house.server).joins(f"/j/{house.code}", "Ann", agree="")
    assert page.status_code == 400
    assert "Nothing starts without your yes." in words(page)
    assert 'value="Ann"' in page.text


@pytest.mark.parametrize("typed", ["{}", "{} ", "{lower}", "{first} {last}", "{first}-{last}"])
def test_a_code_may_be_typed_as_people_type(house: Cafe, typed: str) -> None:
    code = house.code
    written = typed.format(code, lower=code.lower(), first=code[:3], last=code[3:])
    page = Browser(house.server).sends("/", {"code": written})
    assert page.url.endswith(f"/j/{code}")
    assert "A short café" in words(page)


@pytest.mark.parametrize(
    "code", ["AAAAAA", "", "x" * 5_000, "'; drop table workshop; --", "💥", "%00", "../home"]
)
def test_a_wrong_code_is_answered_in_words(house: Cafe, code: str) -> None:
    page = Browser(house.server).sends("/", {"code": code})
    assert page.status_code == 404
    assert "No café has this code." in words(page)


@pytest.mark.parametrize(
    "path", ["/j/AAAAAA", "/w/AAAAAA", "/w/AAAAAA/host", "/j/AAAAAA/key", "/nonsense", "/j/"]
)
def test_a_wrong_link_is_answered_in_words(house: Cafe, path: str) -> None:
    page = Browser(house.server).opens(path)
    assert page.status_code == 404
    assert words(page).startswith("Not found")


def test_opening_the_link_again_leads_to_the_same_seat(house: Cafe) -> None:
    browser = Browser(house.server)
    first = boot(browser.joins(f"/j/{house.code}", "Ann"))
    for path in (f"/j/{house.code}", f"/w/{house.code}", f"/j/{house.code.lower()}"):
        assert boot(browser.opens(path))["person"] == first["person"]


def test_joining_twice_in_one_browser_makes_the_second_one_count(house: Cafe) -> None:
    browser = Browser(house.server)
    first = boot(browser.joins(f"/j/{house.code}", "Ann"))
    second = boot(browser.joins(f"/j/{house.code}", "Ann again"))
    assert first["person"] != second["person"]


def test_without_a_place_the_cafe_sends_to_its_door(house: Cafe) -> None:
    page = Browser(house.server).opens(f"/w/{house.code}")
    assert page.url.endswith(f"/j/{house.code}")


@pytest.mark.parametrize("role", ["host", "facilitator", "screen"])
def test_a_role_has_a_link_of_its_own(house: Cafe, role: str) -> None:
    browser = Browser(house.server)
    page = browser.opens(house.link(role))
    if role != "screen":
        page = browser.joins(house.link(role), "Flo")
    assert boot(page)["role"] == role


def test_the_link_of_another_cafe_opens_nothing_here(house: Cafe, made: Make) -> None:
    other = made(arrival())
    key = other.link("host").rpartition("/")[2]
    page = Browser(house.server).joins(f"/j/{house.code}/{key}", "Mallory")
    assert page.status_code == 403
    assert "This link is for another café." in words(page)


@pytest.mark.parametrize(
    "change", [lambda key: key[:-2], lambda key: key + "x", lambda _: "admin", lambda _: "é.ü.ö"]
)
def test_a_forged_role_link_opens_nothing(house: Cafe, change: Callable[[str], str]) -> None:
    key = house.link("host").rpartition("/")[2]
    page = Browser(house.server).joins(f"/j/{house.code}/{change(key)}", "Mallory")
    assert page.status_code == 403
    assert "not from this server" in words(page)


def test_participants_are_not_given_the_links_of_others(house: Cafe) -> None:
    page = Browser(house.server).joins(f"/j/{house.code}", "Ann")
    assert "links" not in boot(page)
    assert house.link("host") not in page.text


def test_a_form_from_another_site_is_refused(house: Cafe) -> None:
    form = {"name": "Ann", "agree": "yes"}
    page = Browser(house.server).sends(f"/j/{house.code}", form, Origin="https://elsewhere.example")
    assert page.status_code == 403
    assert "another site" in words(page)


def test_a_cafe_that_has_ended_takes_nobody_in(made: Make) -> None:
    cafe = made(arrival())
    cafe.hal.does("workshop.close")
    browser = Browser(cafe.server)
    assert "This café has ended" in words(browser.opens(f"/j/{cafe.code}"))
    page = browser.joins(f"/j/{cafe.code}", "Ann")
    assert page.status_code == 409
    assert "nobody can join it any more" in words(page)


def test_pages_are_kept_by_no_cache_and_framed_by_nobody(house: Cafe) -> None:
    page = Browser(house.server).opens(f"/j/{house.code}")
    assert page.headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["Referrer-Policy"] == "same-origin"


def test_home_is_for_whoever_has_the_hosts_link(house: Cafe) -> None:
    stranger = Browser(house.server)
    assert stranger.opens("/home").status_code == 403
    assert stranger.opens("/host/forged").status_code == 403
    assert stranger.sends("/home/workshops", {"plan": "taster"}).status_code == 403


def test_a_new_cafe_needs_a_form_of_this_page_and_a_plan_there_is(house: Cafe) -> None:
    csrf = boot(house.browser.opens("/home"), "home")["csrf"]
    old = house.browser.sends("/home/workshops", {"plan": "taster", "csrf": "old"})
    assert "This page has grown old." in words(old)
    unknown = house.browser.sends("/home/workshops", {"plan": "../../etc", "csrf": csrf})
    assert "There is no such plan. There are: explore" in words(unknown)
    long = house.browser.sends("/home/workshops", {"plan": "taster", "title": "x" * 500, "csrf": csrf})
    assert "The title is too long" in words(long)


@pytest.mark.parametrize("people", ["", "3", "121", "-5", "4.5", "²²", "many", "9" * 5_000])
def test_a_practice_needs_a_number_of_people_that_can_be(house: Cafe, people: str) -> None:
    csrf = boot(house.browser.opens("/home"), "home")["csrf"]
    page = house.browser.sends("/home/practice", {"plan": "taster", "people": people, "csrf": csrf})
    assert page.status_code == 400
    assert "Practice with 4 to 120 people." in words(page)

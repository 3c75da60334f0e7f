"""Coming in: the code, the notice, the name, the seat; and what is said to whoever cannot come in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.stories.cafe import Browser, Cafe, arrival, boot, words
from tests.stories.person import Doc, Person

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


def test_where_the_agenda_names_groups_the_page_asks_and_the_hosts_alone_hear_it(made: Make) -> None:
    c = made(arrival(), groups=["Families", "Schools"])
    page = Browser(c.server).opens(c.link("participant"))
    assert "Which group are you from?" in words(page)
    assert "I’d rather not say Families Schools" in words(page)
    ann, bob = c.join("Ann"), c.join("Bob", group="Schools")
    assert [who.me["group"] for who in (ann, bob)] == ["", "Schools"]
    c.hal.until(lambda: len(c.hal.all("desk", "person")) == 3, "all people")
    assert {one["name"]: one["group"] for one in c.hal.all("desk", "person")}["Bob"] == "Schools"
    # The café says which groups there are; who is from one stands nowhere.
    seen = {stream: str(docs) for stream, docs in ann.docs.items()}
    assert sum(text.count("Schools") for text in seen.values()) == 1


def test_a_group_that_is_not_there_any_more_is_asked_for_again(made: Make) -> None:
    c = made(arrival(), groups=["Families", "Schools"])
    page = Browser(c.server).joins(f"/j/{c.code}", "Ann", group="Clubs")
    assert page.status_code == 400
    assert "The groups are: “Families”, “Schools”." in words(page)
    assert 'id="group-wrong"' in page.text
    assert 'value="Ann"' in page.text


def test_nobody_is_asked_where_the_agenda_names_no_groups(house: Cafe) -> None:
    assert "Which group" not in words(Browser(house.server).opens(f"/j/{house.code}"))


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


def test_the_page_asks_by_a_box_of_its_own_whether_words_may_be_quoted(made: Make) -> None:
    c = made(arrival())
    page = Browser(c.server).opens(c.link("participant"))
    box = page.text.partition('name="quoting"')[2].partition(">")[0]
    assert "checked" not in box
    assert "required" not in box
    assert "until 14 days after the café closes" in words(page)
    ann, bob = c.join("Ann"), c.join("Bob", quoting="")
    assert [who.me["quoting"] for who in (ann, bob)] == [True, False]
    # A box that was ticked stays ticked while something else is put right.
    again = Browser(c.server).joins(f"/j/{c.code}", "", quoting="yes")
    assert "checked" in again.text.partition('name="quoting"')[2].partition(">")[0]


def told_now(person: Person) -> dict[str, dict[str, Doc]]:
    """Everything that somebody sees who opens the page now."""
    fresh = person.second_tab()
    fresh.close_the_lid()
    return fresh.docs


def test_somebody_changes_their_mind_about_being_quoted_and_nobody_else_can_tell(made: Make) -> None:
    c = made(arrival())
    ann, bob = c.join("Ann"), c.join("Bob")
    bob.until(lambda: bob.me.get("quoting"), "my place")
    c.hal.until(lambda: len(c.hal.all("desk", "person")) == 3, "all people")
    before = told_now(bob)
    ann.does("person.quoting", on=False)
    ann.until(lambda: not ann.me["quoting"], "my answer")
    assert told_now(bob) == before
    assert bob.may_not("person.quoting", on=False, on_behalf_of=ann.id)["code"] == "not-allowed"

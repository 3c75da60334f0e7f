"""Pictures in browsers: a host chooses one, the screen and phones show it, and axe-core finds nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.audit import Audit
from tests.browser.day import LONG, WORDS
from tests.browser.devices import Device
from tests.browser.hosts import Host, Screen
from tests.stories.cafe import Cafe, step, story
from tests.stories.person import Person

SHORT = [
    story(),
    step("themes", "What belongs together", names="any_time"),
    step("dot_voting", "What matters most", dots=2, cap=2, where="hall"),
    step("feedback", "How was it for you"),
]


@pytest.fixture
def cafe(made: Callable[..., Cafe]) -> Cafe:
    """The wall is open: Bob has written four notes, put two together, and given a third a name of its own."""
    cafe = made(*SHORT)
    bob = cafe.join("Bob")
    cafe.join("Fay")
    cafe.next()
    bob.until(lambda: bob.table, "a table")
    for words in WORDS:
        bob.writes(words)
    step_id = cafe.next()
    bob.until(lambda: len(notes(bob, step_id)) == len(WORDS), "the wall")
    lying = notes(bob, step_id)
    bob.does("theme.start", step=step_id, notes=lying[:2], name="</svg><script>alert(1)</script>")
    bob.does("theme.start", step=step_id, notes=lying[2:3], name=LONG[:60])
    return cafe


def notes(person: Person, step_id: str) -> list[str]:
    wall = person.docs.get(f"wall/{step_id}", {})
    return [key.removeprefix("note/") for key in wall if key.startswith("note/")]


def says(page: Page, words: str) -> None:
    """Beneath the picture stands the same in words."""
    expect(page.locator("figcaption").get_by_text(words)).to_be_visible()


def at_the_console(cafe: Cafe, page: Page, sees: str = "Show a picture on the screen") -> Host:
    hana = Host("Hana", page)
    hana.opens_the_home(f"{cafe.server.base}/host/{cafe.server.home}")
    page.goto(f"{cafe.server.base}/w/{cafe.code}/host")
    hana.says_who_she_is(sees)
    return hana


def test_a_host_shows_a_picture_on_the_screen_and_on_phones(
    cafe: Cafe, device: Callable[..., Device]
) -> None:
    hana = at_the_console(cafe, device().page)
    wall = Screen(device().page)
    wall.page.goto(cafe.server.base + cafe.link("screen"))
    phone = device(360, 780).page
    phone.goto(cafe.server.base + cafe.link("participant"))
    phone.get_by_label("What should we call you?").fill("Zoe")
    phone.get_by_label("I want to take part").check()
    phone.get_by_role("button").last.click()
    hana.presses("Show a picture on the screen")
    says(hana.page, "2 themes from 4 notes.")
    wall.never_shows("Theme wall")
    hana.presses("Show it on the screen")
    wall.shows("Theme wall")
    says(wall.page, "2 themes from 4 notes.")
    phone.get_by_role("button", name="See it here").click()
    says(phone, "2 themes from 4 notes.")
    cafe.people[1].does("theme.start", step=cafe.hal.cafe["current"], notes=notes(cafe.people[1], "s2")[3:])
    says(wall.page, "3 themes from 4 notes.")
    hana.presses("Put it away")
    wall.shows("What belongs together")
    wall.never_shows("Theme wall")
    expect(phone.get_by_text("Look at the screen")).to_have_count(0)


def test_pictures_have_no_fault_that_axe_can_find(cafe: Cafe, audit: Audit) -> None:
    wall = Screen(audit.page)
    wall.page.goto(cafe.server.base + cafe.link("screen"))
    for picture, words in (
        ("themes", "2 themes from 4 notes."),
        ("mixing", "others on average"),
        ("timeline", "4 contributions"),
    ):
        cafe.hal.does("picture.show", picture=picture)
        says(wall.page, words)
        audit.look(f"the screen with {picture}")
    cafe.next()
    ballot = next(key for key in cafe.hal.docs["hall"] if key.startswith("ballot/"))
    options = [each["id"] for each in cafe.hal.docs["hall"][ballot]["options"]]
    cafe.people[1].does(
        "dots.place", ballot=ballot.removeprefix("ballot/"), dots=dict.fromkeys(options[:1], 2)
    )
    cafe.next()
    cafe.hal.does("picture.show", picture="votes")
    says(wall.page, "Dots are a guide")
    audit.look("the screen with votes")
    hana = at_the_console(cafe, audit.page, "Show another picture")
    hana.presses("Show another picture")
    says(hana.page, "Dots are a guide")
    audit.look("choosing a picture")
    hana.page.goto(f"{cafe.server.base}/w/{cafe.code}/pictures/themes.html")
    expect(hana.page.get_by_role("heading", level=1)).to_be_visible()
    audit.look("a picture as a page")
    assert not audit.faults, audit.report()

"""Whether one's words may be quoted: asked at the door, changed at any time, by keyboard on a small phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.audit import Audit
from tests.browser.hands import Keys
from tests.browser.people import QUOTED, Guest
from tests.stories.cafe import Cafe, arrival, story

WORDS = "A neighbour who stayed"


def by_keyboard(page: Page) -> Guest:
    page.set_viewport_size({"width": 360, "height": 780})
    return Guest("Ann", Keys(page))


@pytest.fixture
def quiet(made: Callable[..., Cafe], audit: Audit) -> tuple[Cafe, Guest]:
    """Ann has joined without a tick, by keyboard on a small phone."""
    cafe, ann = made(arrival(), story()), by_keyboard(audit.page)
    ann.joins(cafe.server.base + cafe.link("participant"), quoting=False)
    return cafe, ann


def test_the_box_has_no_tick_and_is_one_of_its_own(made: Callable[..., Cafe], audit: Audit) -> None:
    cafe, ann = made(arrival()), by_keyboard(audit.page)
    ann.page.goto(cafe.server.base + cafe.link("participant"))
    box = ann.page.get_by_role("checkbox", name=QUOTED)
    expect(box).not_to_be_checked()
    expect(box).to_have_accessible_description(
        "With your yes, everyone who reads the report can read them. Without it, only the hosts can, besides "
        "those who see them today. You can change this until 14 days after the café closes."
    )
    audit.look("the door")
    ann.joins(cafe.server.base + cafe.link("participant"))
    assert not audit.faults, audit.report()


def test_somebody_changes_their_mind_in_the_café_and_after_it(
    quiet: tuple[Cafe, Guest], audit: Audit
) -> None:
    cafe, ann = quiet
    cafe.next()
    cafe.next()
    ann.sits_down()
    ann.writes("Helped", WORDS)
    ann.hands.press(ann.button("Help and worries"))
    box = ann.page.get_by_role("checkbox", name=QUOTED)
    expect(box).not_to_be_checked()
    audit.look("help and worries")
    ann.page.set_viewport_size({"width": 360, "height": 780})
    ann.hands.choose(box)
    ann.page.keyboard.press("Escape")

    cafe.hal.does("workshop.close")
    ann.hands.press(ann.page.get_by_role("link", name="Read the report"))
    shown = ann.page.locator("#words").get_by_text(WORDS)
    expect(shown).to_be_visible()
    ann.hands.press(ann.button("Do not quote me any more"))
    expect(ann.page.get_by_text("You have not said that your words may be quoted.")).to_be_visible()
    expect(shown).to_have_count(0)
    audit.look("the report")
    assert not audit.faults, audit.report()

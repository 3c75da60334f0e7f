"""Two people and a host write one blueprint: with the keyboard alone, on a phone's width, and at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.audit import PHONE, Audit
from tests.browser.devices import WAIT, Device
from tests.browser.hands import Keys, Mouse
from tests.browser.hosts import Host
from tests.browser.people import Guest
from tests.stories.cafe import Cafe, step, story
from tests.stories.server import Server

IDEA = "Thursdays without forms"
PREDICTION = "What we think will happen"
OVERTAKEN = "Somebody else has changed this meanwhile"


@dataclass
class Writers:
    cafe: Cafe
    leila: Guest
    kim: Guest
    hana: Host


@pytest.fixture
def writers(server: Server, device: Callable[..., Device], audit: Audit) -> Writers:
    """Leila with a mouse, Kim with the keyboard of something narrow, and Hana at the console."""
    cafe = Cafe(server, story(), step("blueprint", "Our blueprint", prompt="What do we try first?"))
    leila, kim = Guest("Leila", Mouse(device().page)), Guest("Kim", Keys(device(PHONE, 740).page))
    for guest in (leila, kim):
        guest.joins(server.base + cafe.link("participant"))
    hana = Host("Hana", audit.page)
    hana.opens_the_home(f"{server.base}/host/{server.home}")
    hana.page.goto(f"{server.base}/w/{cafe.code}/host")
    hana.says_who_she_is()
    cafe.next()
    cafe.next()
    return Writers(cafe, leila, kim, hana)


def field(guest: Guest, label: str) -> Locator:
    return guest.page.locator("input, textarea").and_(guest.page.get_by_label(label))


def one_begins_with_the_keyboard_alone(kim: Guest, leila: Guest) -> None:
    kim.hands.press(kim.button("Add an experiment"))
    kim.hands.write(field(kim, "What could we try?"), IDEA)
    kim.hands.press(kim.button("Add it"))
    expect(field(kim, "Barrier it works on")).to_be_focused()
    kim.page.keyboard.type("Forms eat the evenings")
    expect(leila.page.get_by_role("heading", name=IDEA)).to_be_visible()
    expect(leila.page.get_by_text("Forms eat the evenings")).to_be_visible()


def two_write_in_the_same_field(leila: Guest, kim: Guest) -> None:
    """Whoever comes second is asked, and nothing is lost."""
    leila.hands.press(leila.button(f"Work on it: {IDEA}"))
    said = {leila: "Two hours more with families", kim: "Fewer evenings at the desk"}
    for guest, words in said.items():
        field(guest, PREDICTION).fill(words)
    second, first = (kim, leila) if is_asked(kim, leila) else (leila, kim)
    expect(field(second, PREDICTION)).to_have_value(said[second])
    second.sees(f"It says now: “{said[first]}”")
    second.hands.press(second.button("Keep mine"))
    expect(second.page.get_by_text(OVERTAKEN)).to_have_count(0)
    expect(field(first, PREDICTION)).to_have_value(said[second])


def is_asked(one: Guest, other: Guest) -> bool:
    """Which of the two is asked."""
    asked = one.page.get_by_text(OVERTAKEN)
    for _ in range(WAIT // 100):
        if asked.count():
            return True
        if other.page.get_by_text(OVERTAKEN).count():
            return False
        one.page.wait_for_timeout(100)
    raise AssertionError("Nobody was asked.")


def what_has_all_it_needs_can_start(leila: Guest, kim: Guest) -> None:
    leila.hands.write(field(leila, "Who looks after it"), "The duty team")
    leila.hands.write(field(leila, "How we would know"), "Hours with families each week")
    leila.hands.write(field(leila, "We look again on"), "2027-03-31")
    kim.sees("Ready to start")
    kim.hands.press(kim.button("Say that we are trying it"))
    leila.sees("Being tried")


def a_host_issues_it(hana: Host) -> None:
    hana.page.get_by_role("link", name="Open the blueprint").click()
    expect(hana.page.get_by_role("heading", name=IDEA)).to_be_visible()
    hana.presses("Issue version 1")
    hana.page.get_by_label("What should people know about it?").fill("For the team meeting")
    hana.presses("Issue version 1", hana.page.get_by_role("dialog"))
    expect(hana.page.get_by_role("link", name="Read version 1")).to_be_visible()
    expect(hana.button("Issue version 2")).to_contain_text("nothing has changed since")


def test_a_blueprint_is_written_together(writers: Writers, audit: Audit) -> None:
    leila, kim, hana = writers.leila, writers.kim, writers.hana
    one_begins_with_the_keyboard_alone(kim, leila)
    two_write_in_the_same_field(leila, kim)
    what_has_all_it_needs_can_start(leila, kim)
    a_host_issues_it(hana)
    hana.presses(f"Work on it: {IDEA}")
    audit.look("the blueprint at the console, with an experiment open")
    writers.cafe.go_home()
    assert not audit.faults, audit.report()

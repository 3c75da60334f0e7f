"""Browsers and networks that forbid much: cookies, storage, WebSockets. Everybody takes part all the same."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from tests.browser import tables
from tests.browser.audit import SIDEWAYS
from tests.browser.devices import WAIT, Device
from tests.browser.hands import Finger, Mouse
from tests.browser.people import Guest
from tests.browser.roads import Road
from tests.services import until
from tests.stories.cafe import Cafe, story
from tests.stories.server import Server

BLOCKED = {"profile": {"default_content_setting_values": {"cookies": 2}}}
# As Safari and Firefox do it for those who let no site keep anything.
FORBIDS_STORAGE = """for (const name of ["localStorage", "sessionStorage", "indexedDB"])
  Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });"""
WOULD_LEAVE = "dispatchEvent(new Event('beforeunload', {cancelable: true}))"
NOTHING_KEPT = "This browser keeps nothing on this device"


@pytest.fixture
def forgetful(chromium: Browser, tmp_path: Path) -> Iterator[BrowserContext]:
    """Chromium with “Don't allow sites to save data on your device”: neither cookies nor storage."""
    profile = tmp_path / "profile"
    (profile / "Default").mkdir(parents=True)
    (profile / "Default" / "Preferences").write_text(json.dumps(BLOCKED))
    context = chromium.browser_type.launch_persistent_context(
        profile, executable_path=shutil.which("chromium"), viewport={"width": 360, "height": 780}
    )
    context.set_default_timeout(WAIT)
    yield context
    context.close()


def test_a_browser_that_keeps_no_cookies_takes_part_and_finds_back(
    server: Server, forgetful: BrowserContext, device: Callable[..., Device]
) -> None:
    ben = Guest("Ben", Mouse(forgetful.new_page()))
    ann = Guest("Ann", Mouse(device(offline=True).page))
    table = tables.seated(server, ann, ben)
    assert forgetful.cookies() == []
    expect(ben.page.get_by_role("heading", name=NOTHING_KEPT)).to_be_visible()
    ben.sees("If you close this page, notes that are not sent yet are lost. You are asked first.")
    ben.sees(re.compile("^The address of this page is the way back to your seat"))
    assert ben.page.evaluate(SIDEWAYS) is None

    ben.hands.press(ben.page.get_by_role("link", name="Write a note"))
    ben.writes("Helped", "Without a single cookie")
    ben.hands.press(ben.button("All right"))
    expect(ben.page.get_by_role("heading", name=NOTHING_KEPT)).to_have_count(0)
    ben.page.reload()
    ben.hands.press(ben.page.get_by_role("link", name="Start page"))
    assert ben.sits_down() == 1
    for guest in (ann, ben):
        tables.reads_once(guest, "Without a single cookie")
    seats = ann.page.get_by_role("list", name="Who sits here")
    expect(seats.get_by_text("Ben")).to_have_count(1)
    nobody_else_comes_in_by(ben.page.url, device(refused=True).page)
    table.cafe.go_home()


def nobody_else_comes_in_by(address: str, stranger: Page) -> None:
    """A browser that keeps cookies joins by itself, whoever's address it is given."""
    stranger.goto(address)
    expect(stranger.get_by_role("heading", name="This address leads to no seat")).to_be_visible()
    expect(stranger.get_by_text("The café did not answer")).to_be_hidden()
    stranger.get_by_role("link", name="Take a seat").click()
    expect(stranger.get_by_label("What should we call you?")).to_be_visible()


def test_a_browser_without_storage_warns_only_while_something_is_unsent(
    server: Server, device: Callable[..., Device]
) -> None:
    phone = device(360, 780, touch=True, offline=True)
    phone.context.add_init_script(FORBIDS_STORAGE)
    ben = Guest("Ben", Finger(phone.page))
    ann = Guest("Ann", Mouse(device(offline=True).page))
    table = tables.seated(server, ann, ben)
    expect(ben.page.get_by_role("heading", name=NOTHING_KEPT)).to_have_count(1)
    ben.writes("Helped", "While all was well")
    tables.reads_once(ann, *ben.written)
    tables.is_connected(ben.page)
    leaves(ben.page)

    assert ben.sits_down() == 1
    tables.begins_to_write(ben, "Half a thought")
    is_asked_and_stays(ben.page)
    server.kill()
    tables.says_of_its_line(ben.page, re.compile("^Reconnecting"))
    ben.writes("Helped", "While it was down")
    ben.sees(re.compile("^1 note is safe on this page, while it stays open, and goes by itself."))
    is_asked_and_stays(ben.page)
    server.start()
    for guest in (ann, ben):
        tables.is_connected(guest.page)
        tables.reads_once(guest, *ben.written)
    leaves(ben.page)
    table.cafe.go_home()


def leaves(page: Page) -> None:
    """Once everything is sent: loads the page again, and is not asked."""
    until(lambda: page.evaluate(WOULD_LEAVE), "the acknowledgement")
    asked: list[str] = []

    def hear(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", hear)
    page.reload()
    page.remove_listener("dialog", hear)
    assert asked == []


def is_asked_and_stays(page: Page) -> None:
    with page.expect_event("dialog") as asked:
        page.evaluate("void setTimeout(() => location.reload())")
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()


def test_where_only_polling_comes_through_everything_works(
    server: Server, device: Callable[..., Device]
) -> None:
    """Ann's network refuses WebSockets, Ben's swallows them without a word. Fay and Flo sit nearby."""
    refusing, swallowing = Road(server.port, "refused"), Road(server.port, "swallowed")
    ann = Guest("Ann", Mouse(device(offline=True).page))
    ben = Guest("Ben", Finger(device(360, 780, touch=True, offline=True).page))
    cafe = Cafe(server, story())
    fay, _ = cafe.join("Fay"), cafe.join("Flo")
    for guest, road in ((ann, refusing), (ben, swallowing)):
        guest.joins(road.base + cafe.link("participant"))
        expect(guest.page.locator(".bar .link")).to_have_text("Connected. All saved", timeout=2 * WAIT)
    cafe.next()
    here, there = ann.sits_down(), ben.sits_down()
    if here != there:
        move(cafe, "Ben", here)
        ben.sits_down()
    ann.writes("Helped", "Over a narrow road")
    ben.writes("Hindered", "Over a narrower one")
    for guest in (ann, ben):
        tables.reads_once(guest, *ann.written, *ben.written)
    other = 3 - here
    move(cafe, "Ben", other)
    assert ben.sits_down() == other
    ben.writes("Helped", "From the other table")
    tables.reads_once(ben, "From the other table")
    expect(ann.note("From the other table")).to_have_count(0)
    assert fay.connected
    for road in (refusing, swallowing):
        assert road.turned_away
        assert not road.live_lines()
        road.close()
    cafe.go_home()


def move(cafe: Cafe, name: str, table: int) -> None:
    person = next(one for one in cafe.hal.all("desk", "person") if one["name"] == name)
    cafe.hal.does("person.move", person=person["id"], table=table)

"""The server dies, the network goes: nothing is lost or there twice, and the screen tells no lies."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable

import requests
from playwright.sync_api import BrowserContext, Page, Route, WebSocketRoute, expect

from tests.browser import tables
from tests.browser.devices import Device
from tests.browser.hands import Finger, Mouse
from tests.browser.hosts import Host, Screen
from tests.browser.people import Guest
from tests.browser.roads import Road
from tests.browser.tables import Table
from tests.services import until
from tests.stories.server import Server

HELD = "Half a thought that nobody has seen"


def test_the_server_is_killed_twice_in_the_middle_of_a_round(
    table: Table, server: Server, device: Callable[..., Device]
) -> None:
    ann, ben = table.ann, table.ben
    hana, wall = Host("Hana", device(offline=True).page), Screen(device(offline=True).page)
    hana.opens_the_home(f"{server.base}/host/{server.home}")
    hana.goes_to_the_desk_of("A short café", sees="Our stories")
    wall.page.goto(server.base + table.cafe.link("screen"))
    ann.writes("Helped", "Before the first fall")
    ben.reads("Before the first fall")
    tables.begins_to_write(ben, HELD)

    for fall in ("first", "second"):
        # The last notes are on their way while it happens: some acknowledged, some not.
        mine = [f"Just before the {fall} fall, {n}" for n in range(3)]
        for words in mine:
            ann.writes("Hindered", words)
        server.kill()
        for guest in (ann, ben):
            tables.says_of_its_line(
                guest.page, re.compile(r"^Reconnecting. (Keep writing|Holding \d+ notes?)$")
            )
        ann.writes("Helped", f"While it was down, the {fall} time")
        tables.says_of_its_line(ann.page, re.compile(r"^Reconnecting. Holding \d+ notes?$"))
        expect(ann.page.locator(".tv-wait .note-text").last).to_have_text(ann.written[-1])
        expect(ann.main).to_contain_text("Your connection dropped. Keep writing")
        expect(hana.next.get_by_role("button")).to_contain_text("(no connection)")
        wall.shows("No connection. This screen comes back by itself.")

        server.start()
        for page in (ann.page, ben.page, hana.page):
            tables.is_connected(page)
        wall.never_shows("No connection. This screen comes back by itself.")
        for guest in (ann, ben):
            tables.reads_once(guest, *ann.written)
        tables.holds(ben, HELD)
        assert table.notes() == Counter(ann.written)

    ben.hands.choose(ben.composer().get_by_role("radio", name="Helped"))
    ben.hands.press(ben.button("Lay it on the table"))
    ann.reads(HELD)
    hana.presses("5 minutes")
    expect(hana.page.get_by_text(re.compile("^5 minutes more."))).to_be_visible()


class Wall:
    """A network that lets pages through, but not the line for live words."""

    def __init__(self, context: BrowserContext) -> None:
        self.up = False
        context.route("**/socket.io/**", self._pages)
        context.route_web_socket("**/socket.io/**", self._line)

    def _pages(self, route: Route) -> None:
        route.abort() if self.up else route.continue_()

    def _line(self, line: WebSocketRoute) -> None:
        line.close() if self.up else line.connect_to_server()


def test_a_reload_keeps_the_seat_the_draft_and_the_notes_that_wait(table: Table) -> None:
    ann, ben = table.ann, table.ben
    wall = Wall(ann.page.context)
    ann.page.reload()
    tables.is_connected(ann.page)

    ann.page.context.set_offline(True)
    tables.says_of_its_line(ann.page, re.compile("^Reconnecting"))
    ann.writes("Helped", "Written in a tunnel")
    tables.begins_to_write(ann, HELD)
    tables.waits_to_be_sent(ann, "Written in a tunnel")

    wall.up = True
    ann.page.context.set_offline(False)
    ann.page.reload()
    tables.says_of_its_line(ann.page, "Reconnecting. Holding 1 note")
    wall.up = False
    tables.is_connected(ann.page)
    assert ann.table == 1
    tables.holds(ann, HELD)
    for guest in (ann, ben):
        tables.reads_once(guest, "Written in a tunnel")
    assert table.notes() == Counter(ann.written)


def test_a_network_that_goes_and_comes(table: Table) -> None:
    ann, ben = table.ann, table.ben
    ann.page.context.set_offline(True)
    tables.says_of_its_line(ann.page, re.compile("^Reconnecting"))
    tables.begins_to_write(ann, HELD)
    ben.writes("Helped", "Ben goes on meanwhile")
    ann.page.context.set_offline(False)
    tables.is_connected(ann.page)
    ann.reads("Ben goes on meanwhile")
    tables.holds(ann, HELD)


# How much this device keeps that nobody has acknowledged.
UNSENT = "Object.keys(localStorage).filter((key) => key.includes(':out:')).length"


def commands(server: Server) -> float:
    """How many commands came to this process."""
    measured = requests.get(f"{server.base}/metrics", timeout=20).text
    counts = re.findall(r"^workshop_commands_total{.*} (\S+)$", measured, re.MULTILINE)
    return sum(map(float, counts))


def test_two_tabs_of_one_person_are_one_person(table: Table) -> None:
    ann, ben = table.ann, table.ben
    tab = ann.page.context.new_page()
    tab.goto(ann.page.url)
    twin = Guest("Ann", Mouse(tab), ann.written)
    assert twin.table == 1

    tables.begins_to_write(ann, HELD)
    before = commands(table.server)
    twin.writes("Helped", "From the second tab")
    ben.reads("From the second tab")
    until(lambda: tab.evaluate(UNSENT) == 0, "the acknowledgement")
    assert commands(table.server) == before + 1
    tables.reads_once(ann, "From the second tab")
    table.server.kill()
    for guest in (ann, twin):
        tables.says_of_its_line(guest.page, re.compile("^Reconnecting"))
    twin.writes("Helped", "While it was down")
    tables.waits_to_be_sent(ann, "While it was down")
    table.server.start()
    for guest in (ann, twin, ben):
        tables.is_connected(guest.page)
        tables.reads_once(guest, *ann.written)
    tables.holds(ann, HELD)
    assert table.notes() == Counter(ann.written)


def test_what_a_closed_tab_has_left_is_sent_by_the_other(table: Table) -> None:
    ann, ben, hal = table.ann, table.ben, table.cafe.hal
    tab = ann.page.context.new_page()
    tab.goto(ann.page.url)
    twin = Guest("Ann", Mouse(tab), ann.written)
    tables.begins_to_write(ann, HELD)
    table.server.kill()
    for guest in (ann, twin):
        tables.says_of_its_line(guest.page, re.compile("^Reconnecting"))
    twin.writes("Helped", "The last words of a tab")
    tables.waits_to_be_sent(ann, *ann.written)
    tab.close()
    table.server.start()
    tables.is_connected(ann.page)
    for guest in (ann, ben):
        tables.reads_once(guest, *ann.written)
    tables.holds(ann, HELD)
    assert table.notes() == Counter(ann.written)
    seat = next(one for one in hal.all("desk", "person") if one["name"] == "Ann")
    assert seat["held_since"] is None


def test_a_laptop_that_sleeps_for_twenty_minutes(
    server: Server, road: Road, device: Callable[..., Device]
) -> None:
    """Its clock jumps, its line is long dead, and nobody has told it so."""
    ann = Guest("Ann", Mouse(device(offline=True).page))
    ben = Guest("Ben", Finger(device(360, 780, touch=True, offline=True).page))
    ann.page.clock.install()
    table = tables.seated(server, ann, ben, (road.base, ""))
    hal = table.cafe.hal
    road.sleep()
    ann.writes("Helped", "Just before the lid was closed")
    ben.writes("Helped", "While Ann was away")
    step = hal.cafe["current"]
    hal.does("step.extend", step=step, minutes=5)
    ann.page.clock.fast_forward("20:00")
    tables.is_connected(ann.page)
    for guest in (ann, ben):
        tables.reads_once(guest, *ann.written, *ben.written)
    shows_the_time_left(ann.page, hal.sees("hall", f"step/{step}")["deadline"] / 1000)
    assert table.notes() == Counter([*ann.written, *ben.written])
    table.cafe.go_home()


def shows_the_time_left(page: Page, deadline: float) -> None:
    """``deadline``: in seconds since 1970. A busy machine may draw late; it may not stay late."""
    expect(page.locator(".clock .time").first).to_have_text(re.compile(r"^2\d:\d\d left$"))
    until(lambda: abs(deadline - time.time() - seconds_left(page)) < 3, "the right time")


def seconds_left(page: Page) -> int:
    minutes, seconds = page.locator(".clock .time").first.inner_text().split()[0].split(":")
    return 60 * int(minutes) + int(seconds)

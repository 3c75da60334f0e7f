"""The server dies, the network goes: nothing is lost or there twice, and the screen tells no lies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, WebSocketRoute, expect

from tests.browser.devices import Device
from tests.browser.hands import Finger, Mouse
from tests.browser.hosts import Host, Screen
from tests.browser.people import Guest
from tests.stories.cafe import Cafe, story
from tests.stories.server import Server

HELD = "Half a thought that nobody has seen"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path / "data", AWAY_SECONDS="10")
    yield server
    server.stop()
    assert not server.troubles()


@dataclass
class Table:
    """A round is on; Ann and Ben sit at one table."""

    cafe: Cafe
    server: Server
    ann: Guest
    ben: Guest

    def notes(self) -> Counter[str]:
        """What the server has, each text as often as it is there."""
        hal = self.cafe.hal
        hal.until(lambda: hal.connected, "the server again")
        hal.asks("follow", {"stream": "table/1"})
        hal.until(lambda: "table/1" in hal.docs, "the table")
        return Counter(note["text"] for note in hal.all("table/1", "note"))


@pytest.fixture
def table(server: Server, device: Callable[..., Device]) -> Iterator[Table]:
    cafe = Cafe(server, story())
    ann = Guest("Ann", Mouse(device(offline=True).page))
    ben = Guest("Ben", Finger(device(360, 780, touch=True, offline=True).page))
    for guest in (ann, ben):
        guest.joins(server.base + cafe.link("participant"))
    cafe.next()
    assert ann.sits_down() == ben.sits_down() == 1
    yield Table(cafe, server, ann, ben)
    cafe.go_home()


def says_of_its_line(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.locator(".bar .link")).to_have_text(words)


def is_connected(page: Page) -> None:
    says_of_its_line(page, "Connected. All saved")


def holds(guest: Guest, words: str) -> None:
    """These words stand in the composer, unsent."""
    expect(guest.composer().get_by_label("One idea, in your words")).to_have_value(words)


def begins_to_write(guest: Guest, words: str) -> None:
    guest.hands.write(guest.composer().get_by_label("One idea, in your words"), words)


def waits_to_be_sent(guest: Guest, *notes: str) -> None:
    waiting = guest.page.get_by_role("region", name="Waiting to be sent")
    expect(waiting.locator(".note-text")).to_have_text(list(notes))
    expect(waiting.locator("li.note").first).to_contain_text("Waiting since")


def reads_once(guest: Guest, *notes: str) -> None:
    for words in notes:
        expect(guest.note(words)).to_have_count(1)
    expect(guest.page.get_by_role("region", name="Waiting to be sent")).to_have_count(0)


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
    begins_to_write(ben, HELD)

    for fall in ("first", "second"):
        # The last notes are on their way while it happens: some acknowledged, some not.
        mine = [f"Just before the {fall} fall, {n}" for n in range(3)]
        for words in mine:
            ann.writes("Hindered", words)
        server.kill()
        for guest in (ann, ben):
            says_of_its_line(guest.page, re.compile("^Reconnecting. Keep writing"))
        ann.writes("Helped", f"While it was down, the {fall} time")
        says_of_its_line(ann.page, re.compile("thing(s are| is) safe here$"))
        expect(ann.page.locator(".tv-wait .note-text").last).to_have_text(ann.written[-1])
        expect(ann.main).to_contain_text("Your connection dropped. Keep writing")
        expect(hana.next.get_by_role("button")).to_contain_text("(no connection)")
        wall.shows("No connection. This screen comes back by itself.")

        server.start()
        for page in (ann.page, ben.page, hana.page):
            is_connected(page)
        wall.never_shows("No connection. This screen comes back by itself.")
        for guest in (ann, ben):
            reads_once(guest, *ann.written)
        holds(ben, HELD)
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
    is_connected(ann.page)

    ann.page.context.set_offline(True)
    says_of_its_line(ann.page, re.compile("^Reconnecting"))
    ann.writes("Helped", "Written in a tunnel")
    begins_to_write(ann, HELD)
    waits_to_be_sent(ann, "Written in a tunnel")

    wall.up = True
    ann.page.context.set_offline(False)
    ann.page.reload()
    says_of_its_line(ann.page, "Reconnecting. Keep writing; 1 thing is safe here")
    wall.up = False
    is_connected(ann.page)
    assert ann.table == 1
    holds(ann, HELD)
    for guest in (ann, ben):
        reads_once(guest, "Written in a tunnel")
    assert table.notes() == Counter(ann.written)


def test_a_network_that_goes_and_comes(table: Table) -> None:
    ann, ben = table.ann, table.ben
    ann.page.context.set_offline(True)
    says_of_its_line(ann.page, re.compile("^Reconnecting"))
    begins_to_write(ann, HELD)
    ben.writes("Helped", "Ben goes on meanwhile")
    ann.page.context.set_offline(False)
    is_connected(ann.page)
    ann.reads("Ben goes on meanwhile")
    holds(ann, HELD)


def test_two_tabs_of_one_person_are_one_person(table: Table) -> None:
    ann, ben = table.ann, table.ben
    tab = ann.page.context.new_page()
    tab.goto(ann.page.url)
    twin = Guest("Ann", Mouse(tab), ann.written)
    assert twin.table == 1

    twin.writes("Helped", "From the second tab")
    ann.reads("From the second tab")
    expect(ben.page.get_by_role("list", name="Who sits here").get_by_text("Ann")).to_have_count(1)

    table.server.kill()
    for guest in (ann, twin):
        says_of_its_line(guest.page, re.compile("^Reconnecting"))
        guest.writes("Helped", f"While it was down, {len(ann.written)}")
    tab.close()
    table.server.start()
    is_connected(ann.page)
    for guest in (ann, ben):
        reads_once(guest, *ann.written)
    assert table.notes() == Counter(ann.written)

"""The server cannot keep anything, starts again, or lets a slow line go: calm words, and all of it passes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import requests
from playwright.sync_api import Page, expect

from tests.browser import tables
from tests.browser.devices import Device
from tests.browser.hands import Finger, Mouse
from tests.browser.people import Guest
from tests.browser.roads import Road
from tests.browser.tables import Table
from tests.services import until
from tests.stories.disk import Disk
from tests.stories.person import Person
from tests.stories.server import Server

# More than is left in the last page of a file that may not grow.
LONG = "There was no room for it, and nobody was told to hurry. " * 8
# Every word that a screen reader is given, in order.
LISTEN = """() => {
  const line = document.querySelector("p.only-read[role=status]");
  window.heard = [];
  new MutationObserver(() => heard.push(line.textContent.trim()))
    .observe(line, { childList: true, characterData: true, subtree: true });
}"""


def listen(page: Page) -> None:
    page.evaluate(LISTEN)


def heard(page: Page, words: str) -> int:
    """How often these words were said."""
    return int(page.evaluate("words => heard.filter((said) => said.includes(words)).length", words))


def is_said(page: Page, words: str) -> None:
    until(lambda: heard(page, words) > 0, words)


def place(page: Page, what: str, side: str) -> float:
    """Where it is on the screen, or how large."""
    ask = "([what, side]) => document.querySelector(what).getBoundingClientRect()[side]"
    return float(page.evaluate(ask, [what, side]))


def holding(guest: Guest, words: str) -> None:
    tables.says_of_its_line(guest.page, f"Holding {words}. Nothing is lost")
    guest.sees(f"We are holding your {words}. Keep writing")
    guest.sees(re.compile(r"^The café cannot save anything just now\. Nothing is lost"))
    expect(guest.page.locator("[aria-busy=true], [role=alert]")).to_have_count(0)


def test_a_disk_that_is_full_holds_nobody_up_and_loses_nothing(table: Table) -> None:
    """Ben writes on a phone of 360 px, and nothing moves under his thumb."""
    ann, ben = table.ann, table.ben
    disk = Disk(table.server)
    listen(ann.page)
    bar, field = place(ben.page, ".bar", "height"), "form.composer textarea"
    mine = [LONG + f"Ann, {no}" for no in (1, 2)]

    disk.fills_up()
    for words in mine:
        ann.writes("Helped", words)
    holding(ann, "2 notes")
    tables.waits_to_be_sent(ann, *mine)
    is_said(ann.page, "Nothing is lost.")

    ben.writes("Hindered", LONG)
    tables.begins_to_write(ben, "And he goes on")
    at = place(ben.page, field, "y")
    holding(ben, "1 note")
    expect(ben.page.locator(".tv-line")).to_have_text("Holding 1 note. Nothing is lost")
    assert place(ben.page, ".bar", "height") == bar
    assert abs(place(ben.page, field, "y") - at) < 1

    disk.has_room()
    for guest in (ann, ben):
        tables.is_connected(guest.page)
        tables.reads_once(guest, *mine, LONG.strip())
        expect(guest.main.get_by_text("We are holding")).to_have_count(0)
    tables.holds(ben, "And he goes on")
    assert place(ben.page, ".bar", "height") == bar
    assert table.notes() == Counter([*mine, LONG.strip()])
    is_said(ann.page, "Connected. All saved.")
    assert heard(ann.page, "Holding") == 1
    assert "did not take a commit" in table.server.troubles()


def test_a_server_that_starts_again_says_so(table: Table) -> None:
    """What a supervisor does for an update: everybody is told when to come back, and comes back."""
    ann, ben = table.ann, table.ben
    listen(ann.page)
    tables.begins_to_write(ben, "In the middle of")
    table.server.stop()
    tables.says_of_its_line(ben.page, "Back in a moment. Keep writing")
    ann.writes("Helped", "While it was away")
    tables.says_of_its_line(ann.page, "Back in a moment. Holding 1 note")
    ann.sees("The café is back in a moment. Keep writing")
    ann.sees("The café is back in a moment. These are safe on this device and go by themselves.")
    ann.sees("1 note is safe on this device and goes by itself. Your seat is held for a while.")
    table.server.start()
    for guest in (ann, ben):
        tables.is_connected(guest.page)
        tables.reads_once(guest, "While it was away")
    tables.holds(ben, "In the middle of")
    is_said(ann.page, "Connected. All saved.")
    assert heard(ann.page, "Back in a moment") == 1


# 2,000 characters of four bytes each: much to say in few words.
FULL = "🪑" * 2_000


def test_a_line_that_cannot_keep_up_is_let_go_and_comes_back(
    server: Server, road: Road, device: Callable[..., Device]
) -> None:
    """Nothing comes through to Ann while much is written at her table; then the road is clear again."""
    ann = Guest("Ann", Mouse(device(offline=True).page))
    ben = Guest("Ben", Finger(device(360, 780, touch=True, offline=True).page))
    table = tables.seated(server, ann, ben, (road.base, ""), note_length=len(FULL))
    listen(ann.page)
    road.jam()
    writer = table.cafe.join("Bob")
    table.cafe.seat(1, writer)
    until(lambda: is_let_go(writer, server), "the line let go")
    road.clear()
    is_said(ann.page, "Reconnecting")
    tables.is_connected(ann.page)
    full = len(writer.all(writer.table, "note"))
    ann.writes("Helped", "Here again")
    for guest in (ann, ben):
        expect(guest.note("Here again")).to_have_count(1)
        expect(guest.note(FULL)).to_have_count(full)
    table.cafe.go_home()


def is_let_go(writer: Person, server: Server) -> bool:
    writer.writes(FULL)
    measured = requests.get(f"{server.base}/metrics", timeout=20).text
    return "workshop_slow_clients_dropped_total 1.0" in measured

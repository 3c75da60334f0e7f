"""A table at which people sit in the browser, and what its screens say while something is broken."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.people import Guest
from tests.stories.cafe import Cafe, story
from tests.stories.server import Server


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


def seated(
    server: Server, ann: Guest, ben: Guest, ways: tuple[str, str] = ("", ""), **settings: Any
) -> Table:
    """``ways``: the address at which each of them finds the server, if it is another than its own.

    ``settings``: of the round.
    """
    cafe = Cafe(server, story(**settings))
    for guest, way in zip((ann, ben), ways, strict=True):
        guest.joins((way or server.base) + cafe.link("participant"))
    cafe.next()
    assert ann.sits_down() == ben.sits_down() == 1
    return Table(cafe, server, ann, ben)


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

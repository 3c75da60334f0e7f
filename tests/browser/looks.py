"""Pictures of every screen of a lively café, for people to look at: ``python -m tests.browser.looks DIR``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.audit import SETTLED
from tests.browser.devices import WAIT, Device
from tests.browser.hands import Mouse
from tests.browser.hosts import Host
from tests.browser.people import Guest
from tests.stories.server import Server

LINES = Path(__file__).parent / "plans" / "explore.jsonl"
PEOPLE = 70
WIDTHS = {1440: 900, 768: 1024, 360: 780}
# What the participant in the pictures writes, beside all the others.
OF_ANN = {
    "Our stories": (
        ("Helped", "Somebody rang back when she said she would. I have never forgotten it."),
        ("Hindered", "The room had a table between us, and a screen on it."),
        ("Helped", "My neighbour may come along. He writes everything down."),
        ("Hindered", "Nobody asked what we had tried already."),
    )
}
# And what she asks a host for.
A_CALL = "Could someone come? We would like to know if we may write down the name of a school."
# Milliseconds in which the simulated people say what they have to say.
TO_PLAY = 4_000


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=WAIT)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        server = Server(Path(data) / "data")
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        Looks(server, chromium, folder).whole_day()
        chromium.close()
        server.stop()


class Looks:
    """A host, a participant, a facilitator and a screen among simulated people."""

    def __init__(self, server: Server, chromium: Browser, folder: Path) -> None:
        self.server = server
        self.folder = folder
        self.hana = Host("Hana", Device(chromium, 1440, 900).page)
        self.ann = Guest("Ann", Mouse(Device(chromium, 1440, 900).page))
        self.fay = Guest("Fay", Mouse(Device(chromium, 1440, 900).page))
        self.wall = Device(chromium, 1440, 900).page

    def take(self, page: Page, name: str) -> None:
        """One picture for each width and scheme: what a laptop shows at once, the whole page on less."""
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            for scheme in ("light", "dark"):
                _in_colours(page, scheme)
                page.screenshot(path=self.folder / f"{name}-{width}-{scheme}.png", full_page=width < 1440)
        _in_colours(page, "light")
        page.set_viewport_size({"width": 1440, "height": 900})
        print(name)

    def whole_day(self) -> None:
        self.before_the_start()
        code = self.hana.page.url.split("/")[-2]
        with self.others(code):
            expect(
                self.hana.page.get_by_role("heading", name=f"{PEOPLE + 2} people are here")
            ).to_be_visible()
            self.take(self.hana.page, "host-lobby")
            self.take(self.ann.page, "lobby")
            self.take(self.wall, "screen-lobby")
            for no, step in enumerate(self.steps(), 1):
                self.one_step(f"{no:02}", step)
            self.hana.closes_the_cafe()
        self.afterwards()

    def before_the_start(self) -> None:
        hana, base = self.hana, self.server.base
        self.wall.goto(base)
        self.take(self.wall, "landing")
        hana.opens_the_home(f"{base}/host/{self.server.home}")
        hana.page.get_by_label("What is it called?").fill("Our stories, our street")
        self.take(hana.page, "home")
        hana.presses("Open this café")
        hana.says_who_she_is()
        hana.opens_the_agenda()
        hana.page.locator(".agenda-step-name").nth(3).click()
        self.take(hana.page, "agenda")
        hana.page.get_by_role("link", name="Back to the desk").click()
        self.wall.goto(hana.hands_out("Join link"))
        self.take(self.wall, "join")
        self.ann.joins(hana.hands_out("Join link"))
        self.fay.joins(hana.hands_out("Facilitator link"), role="facilitator")
        self.wall.goto(hana.hands_out("Screen link"))

    @contextmanager
    def others(self, code: str) -> Iterator[None]:
        """The simulated people, who join like anybody else and play until the café closes."""
        command = [sys.executable, "-m", "workshop", "rehearse", "--url", self.server.base, "--join", code]
        command += ["--people", str(PEOPLE), "--notes", str(LINES)]
        link = {"WORKSHOP_FACILITATOR_LINK": self.hana.hands_out("Facilitator link")}
        with subprocess.Popen(command, env=os.environ | link) as playing:  # noqa: S603
            yield
            playing.wait(timeout=60)

    def steps(self) -> Iterator[str]:
        """Opens one step after the other; gives their titles."""
        hana, titles = self.hana, self.hana.page.locator(".desk-agenda .thread b")
        for title in titles.all_inner_texts():
            hana.next.get_by_role("button").click()
            moving = hana.button("Move now", hana.next)
            now = hana.page.get_by_role("heading", level=1, name=title, exact=True)
            expect(moving.or_(now).first).to_be_visible()
            if moving.is_visible():
                self.take(self.ann.page, f"closing-call-before-{_plain(title)}")
                moving.click()
            hana.is_in(title)
            yield title

    def one_step(self, no: str, title: str) -> None:
        name = f"{no}-{_plain(title)}"
        for guest in (self.ann, self.fay):
            self._sits(guest, name)
        for kind, words in OF_ANN.get(title, ()):
            self.ann.writes(kind, words)
        if title in OF_ANN:
            self._asks_for_a_host()
        floor = self.hana.button("Give the floor to table 1")
        if floor.is_visible():
            floor.click()
        self.hana.page.wait_for_timeout(TO_PLAY)
        self.take(self.hana.page, f"host-{name}")
        self.take(self.ann.page, name)
        self.take(self.fay.page, f"facilitator-{name}")
        self.take(self.wall, f"screen-{name}")
        if self.ann.page.locator(".vote-left").is_visible():
            self.hana.ends_it_early()
            expect(self.ann.page.locator(".bars")).to_be_visible()
            for page, who in ((self.hana.page, "host-"), (self.ann.page, ""), (self.wall, "screen-")):
                self.take(page, f"{who}{name}-result")

    def _asks_for_a_host(self) -> None:
        self.ann.calls_for_help(A_CALL)
        self.take(self.ann.page, "help-and-worries")
        self.ann.page.get_by_role("dialog").get_by_role("button", name="Close").click()

    def _sits(self, guest: Guest, name: str) -> None:
        guest.page.wait_for_timeout(TO_PLAY / 8)
        way = guest.button("Sit down at table")
        if way.is_visible():
            self.take(guest.page, f"{name}-the-way-of-{guest.name}")
            way.click()

    def afterwards(self) -> None:
        hana = self.hana
        self.take(hana.page, "host-the-end")
        self.take(self.ann.page, "the-end")
        self.take(self.wall, "screen-the-end")
        hana.page.get_by_role("link", name="Read the report").click()
        self.take(hana.page, "report")
        hana.page.get_by_role("button", name="Where this comes from").first.click()
        self.take(hana.page, "report-drawer")
        hana.page.get_by_role("link", name="Blueprint").first.click()
        self.take(hana.page, "blueprint")


def _in_colours(page: Page, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(SETTLED)


def _plain(title: str) -> str:
    return "-".join(title.lower().replace(",", "").split())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where the pictures should go: python -m tests.browser.looks DIR")
    main(Path(sys.argv[1]))

"""Thirty cafés at once, through the front door: TLS, nginx, and whichever process it leads to."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import requests

from tests.deploy.front import Front
from tests.stories.cafe import boot
from workshop.rehearsal.guest import Figures, Guest

CAFES, SEATS = 30, 3
# So many of all these people write at the same time.
AT_ONCE = 6
PATIENCE = 90.0


class Writer(Guest):
    """Writes note after note. ``acked``: the text of each, by id."""

    def __init__(self, name: str, base: str, trust: ssl.SSLContext) -> None:
        http = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True), connector=aiohttp.TCPConnector(ssl=trust)
        )
        super().__init__(name, base, Figures(), http)
        self.acked: dict[str, str] = {}
        # When the last note that was acknowledged had been begun.
        self.begun = 0.0
        self.news = asyncio.Event()

    async def write(self, turn: asyncio.Semaphore, enough: asyncio.Event) -> None:
        while not enough.is_set():
            async with turn:
                began = time.monotonic()
                text = f"{self.name} {len(self.acked)}"
                self.acked[await self.send("note.add", step="s2", kind="helped", text=text)] = text
                self.begun = began
                self.news.set()

    async def has_written_since(self, moment: float) -> None:
        """Wait for an acknowledgement of something that was begun later."""
        while self.begun <= moment:
            self.news.clear()
            await self.news.wait()

    @property
    def own_notes(self) -> dict[str, str]:
        return {note["id"]: note["text"] for note in self.all(self.own, "note")}


class Room:
    """One café in a round, with its host."""

    def __init__(self, base: str, trust: ssl.SSLContext, no: int, code: str, key: str) -> None:
        self.base, self.trust, self.code, self.key = base, trust, code, key
        self.hal = Writer("Hal", base, trust)
        self.people = [Writer(f"Person {seat} of {no}", base, trust) for seat in range(SEATS)]
        self.heal = 0.0

    @property
    def breaks(self) -> int:
        return sum(person.breaks for person in self.people)

    async def open(self) -> None:
        await self.comes(self.hal, self.key)
        for person in self.people:
            await self.comes(person)
        for step in (None, "s1"):
            await self.hal.send("step.next", after=step, call=False)
        for person in self.people:
            await person.until(lambda p=person: p.step is not None and p.step["id"] == "s2" and p.table)  # type: ignore[misc]

    async def comes(self, person: Writer, key: str = "") -> None:
        await person.join(f"{self.base}/j/{self.code}{key}")
        await person.connect()

    async def heals(self, died: float) -> None:
        for person in self.people:
            await person.has_written_since(died)
        self.heal = time.monotonic() - died

    async def agrees(self) -> None:
        """Everybody sees what somebody sees who comes now."""
        late = Writer("Hana", self.base, self.trust)
        await self.comes(late, self.key)
        try:
            for stream in ("hall", "desk"):
                await self.hal.until(lambda s=stream: self.hal.docs[s] == late.docs[s])  # type: ignore[misc]
            for person in self.people:
                await person.until(lambda p=person: p.own_notes == p.acked)  # type: ignore[misc]
                await person.until(lambda p=person: p.docs["hall"] == late.docs["hall"])  # type: ignore[misc]
                table = person.docs[person.table or ""]
                for other in self.people:
                    if other.table == person.table:
                        await other.until(lambda o=other, t=table: o.docs[o.table or ""] == t)  # type: ignore[misc]
        finally:
            await late.leave()


class Thirty:
    """All of them; the cafés are made by one host."""

    def __init__(self, front: Front, home: str) -> None:
        base = f"https://localhost:{front.tls}"
        trust = ssl.create_default_context(cafile=front.certificate)
        ways = self._made(base, front.certificate, home)
        self.rooms = [Room(base, trust, no, code, key) for no, (code, key) in enumerate(ways)]
        self.people = [person for room in self.rooms for person in room.people]

    @staticmethod
    def _made(base: str, certificate: Path, home: str) -> Iterator[tuple[str, str]]:
        """Code and host's key, as it stands in the address, of each new café."""
        with requests.Session() as browser:
            browser.trust_env = False
            browser.verify = str(certificate)
            csrf = boot(browser.get(f"{base}/host/{home}", timeout=60), "home")["csrf"]
            for _ in range(CAFES):
                form = {"plan": "blank", "title": "", "csrf": csrf}
                made = browser.post(f"{base}/home/workshops", form, timeout=60, allow_redirects=False)
                code = made.headers["Location"].split("/")[2]
                way = browser.get(f"{base}/w/{code}/host", timeout=60, allow_redirects=False)
                yield code, "/" + way.headers["Location"].split("/")[3]

    async def open(self) -> None:
        await all_of(room.open() for room in self.rooms)

    async def write_while(self, something: Callable[[], Awaitable[None]]) -> None:
        """All people write while something happens, and once more after it."""
        turn, enough = asyncio.Semaphore(AT_ONCE), asyncio.Event()
        writing = [asyncio.create_task(person.write(turn, enough)) for person in self.people]
        await self.all_write()
        await something()
        await self.all_write()
        enough.set()
        await all_of(writing)

    async def all_write(self) -> None:
        now = time.monotonic()
        await all_of(person.has_written_since(now) for person in self.people)

    async def agree(self) -> None:
        await all_of(room.agrees() for room in self.rooms)

    async def go_home(self) -> None:
        await asyncio.gather(*(person.leave() for room in self.rooms for person in (room.hal, *room.people)))


async def all_of(work: Any) -> None:
    """All at once, with an end to patience."""
    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(*work)

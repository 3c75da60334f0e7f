"""A crowd in one café on a server of its own, and what it does to be measured."""

from __future__ import annotations

import asyncio
import json
import os
import re
import time
from collections import defaultdict
from pathlib import Path

import aiohttp

from bench.client import LeanClient
from workshop.core.ids import new_id
from workshop.rehearsal.guest import Figures, Guest
from workshop.rehearsal.server import Browser, Running

_TOKEN = re.compile(r'"token": ?"([^"]+)"')
_NOTE = re.compile(r'"note/([0-9a-f-]{36})"')
_CHAT = re.compile(r'"chat/([0-9a-f-]{36})"')


class Crowd:
    """``people`` participants and a host. Times are seconds by this process's clock."""

    def __init__(self, running: Running, people: int) -> None:
        self.running = running
        self.people = people
        self.clients: list[LeanClient] = []
        self.heard: dict[str, list[float]] = defaultdict(list)
        self.tokens: list[str] = []
        self.http = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        self.host = Guest("Hal", running.base, Figures())

    async def get_ready(self) -> None:
        """Everybody has filled in the join page; nobody is connected but the host."""
        browser = Browser(self.running)
        await self.host.join(await browser.console(self.running.code or ""))
        await browser.http.close()
        await self.host.connect()
        gate = asyncio.Semaphore(16)
        self.tokens = await asyncio.gather(*(self._token(no, gate) for no in range(self.people)))

    async def _token(self, no: int, gate: asyncio.Semaphore) -> str:
        async with gate, aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as browser:
            link = f"{self.running.base}/j/{self.running.code}"
            answer = await browser.post(link, data={"name": f"P{no}", "agree": "yes"})
            found = _TOKEN.search(await answer.text())
            assert found is not None
            return found[1]

    def _hear(self, packet: str) -> None:
        now = time.perf_counter()
        for pattern in (_NOTE, _CHAT):
            for thing in pattern.findall(packet):
                self.heard[thing].append(now)

    async def storm(self) -> float:
        """Everybody connects at once; seconds until the last one has the snapshots."""
        self.clients = [LeanClient(self._hear) for _ in self.tokens]
        began = time.perf_counter()
        await asyncio.gather(
            *(
                client.connect(self.http, self.running.base, token)
                for client, token in zip(self.clients, self.tokens, strict=True)
            )
        )
        return time.perf_counter() - began

    async def open_step(self, no: int) -> None:
        """The host opens the step with this number, counted from 1."""
        await self.host.send("step.next", after=f"s{no - 1}" if no > 1 else None, call=False)

    async def notes(self, rate: int, seconds: float) -> tuple[list[float], list[float]]:
        """Notes at this rate, all over the room: milliseconds to the ack, and to the table's last screen."""
        return await self._at_a_pace(rate, seconds, self._note)

    async def lines(self, rate: int, seconds: float) -> tuple[list[float], list[float]]:
        """Lines in the plenary's chat, heard by everyone."""
        return await self._at_a_pace(rate, seconds, self._line)

    async def _at_a_pace(self, rate: int, seconds: float, say) -> tuple[list[float], list[float]]:  # type: ignore[no-untyped-def]
        sent: dict[str, float] = {}
        acks: list[float] = []

        async def one(no: int) -> None:
            thing = new_id()
            sent[thing] = began = time.perf_counter()
            answer = await self.clients[no % self.people].command(json.dumps({"id": thing, **say(no)}))
            assert answer["ok"], answer
            acks.append((time.perf_counter() - began) * 1e3)

        start, running = time.perf_counter(), []
        for no in range(round(rate * seconds)):
            await asyncio.sleep(max(0.0, start + no / rate - time.perf_counter()))
            running.append(asyncio.create_task(one(no)))
        await asyncio.gather(*running)
        await asyncio.sleep(0.5)
        seen = [(max(self.heard[thing]) - began) * 1e3 for thing, began in sent.items() if self.heard[thing]]
        return acks, seen

    @staticmethod
    def _note(no: int) -> dict[str, object]:
        text = f"Note {no}: the same worker for two years, and the children stopped asking who was coming."
        return {"type": "note.add", "step": "s1", "kind": ("helped", "hindered")[no % 2], "text": text}

    @staticmethod
    def _line(no: int) -> dict[str, object]:
        return {"type": "chat.say", "step": "s2", "kind": "comment", "text": f"Line {no}: we found this too."}

    async def go(self) -> None:
        await asyncio.gather(*(client.close() for client in self.clients))
        await self.host.leave()
        await self.http.close()


def cpu_seconds(pid: int) -> float:
    """CPU time a process has used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_kb(pid: int) -> int:
    """Resident memory of a process."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024

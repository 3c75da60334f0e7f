"""A server of one's own for a rehearsal, or the host link of one that runs."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from workshop.errors import Invalid, Refused, Unavailable

START_WAIT = 60
_HOME = re.compile(r'<script type="application/json" id="home">(.*?)</script>', re.DOTALL)


@dataclass(slots=True)
class Running:
    """Where a server is, and the right to host there. ``process``: ours to stop."""

    base: str
    host_link: str
    code: str | None = None
    process: asyncio.subprocess.Process | None = None

    async def stop(self) -> None:
        if self.process is not None and self.process.returncode is None:
            self.process.terminate()
            await self.process.wait()


async def start(data: Path, plan: str) -> Running:
    """A server on a free port with its own data folder, and a café of this plan in its lobby."""
    # One machine plays everybody: the limits for one address are not what is rehearsed.
    environment = {**os.environ, "JOINS_PER_MINUTE": "100000", "COMMANDS_PER_SECOND": "10000"}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "workshop", "run", "--port", "0", "--data", str(data), "--plan", plan),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=environment,
    )
    try:
        words = await asyncio.wait_for(_greeting(process), START_WAIT)
    except TimeoutError as problem:
        process.kill()
        raise Unavailable(f"The server did not start within {START_WAIT} seconds.") from problem
    link, code = re.search(r"Host\s+(\S+)", words), re.search(r"/j/(\w+)", words)
    assert link is not None
    assert code is not None
    return Running(base=_base(link[1]), host_link=link[1], code=code[1], process=process)


async def _greeting(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    assert process.stderr is not None
    words = ""
    while "Ctrl-C" not in words:
        line = await process.stdout.readline()
        if not line:
            problem = (await process.stderr.read()).decode().strip()
            raise Unavailable(f"The server could not start. {problem}")
        words += line.decode()
    return words


def _base(host_link: str) -> str:
    base, found, _ = host_link.partition("/host/")
    if not found:
        raise Invalid("Give --url the host link that the server printed: http://…/host/…", "url")
    return base


def given(url: str, code: str | None) -> Running:
    """A server that runs already. To fill a café (``code``) its plain address is enough."""
    return Running(base=url.rstrip("/") if code else _base(url), host_link=url, code=code)


class Browser:
    """The host's browser: one that keeps cookies."""

    def __init__(self, running: Running) -> None:
        self.running = running
        self.http = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))

    async def _json(self, answer: aiohttp.ClientResponse, pattern: re.Pattern[str]) -> dict[str, Any]:
        found = pattern.search(await answer.text())
        if found is None:
            raise Refused(f"{answer.url.path} answered {answer.status} without what was expected.", "page")
        content: dict[str, Any] = json.loads(found[1])
        return content

    async def new_cafe(self, plan: str) -> str:
        """Make a new café from a shipped plan; its code."""
        home = await self._json(await self.http.get(self.running.host_link), _HOME)
        form = {"plan": plan, "title": "", "csrf": home["csrf"]}
        answer = await self.http.post(f"{self.running.base}/home/workshops", data=form)
        found = re.search(r"/[jw]/(\w+)", answer.url.path)
        if found is None:
            raise Refused(f"The server did not make a café of plan {plan}: {answer.status}.", "plan")
        return found[1]

    async def console(self, code: str) -> str:
        """The address of the join page for the host of a café."""
        await self.http.get(self.running.host_link)
        answer = await self.http.get(f"{self.running.base}/w/{code}/host")
        return str(answer.url)

    async def download(self, path: str) -> bytes:
        answer = await self.http.get(self.running.base + path)
        if answer.status != 200:
            raise Refused(f"{path} answered {answer.status}.", "download")
        return await answer.read()

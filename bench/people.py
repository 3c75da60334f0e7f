"""How the crowd gets in: through the join form like everybody, the host through the host link."""

from __future__ import annotations

import http.client
import json
import re
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from typing import Protocol
from urllib.parse import urlencode

import requests

_BOOT = re.compile(r'<script type="application/json" id="(?:cafe|home)">(.*?)</script>', re.DOTALL)
HANDS = 8


class Site(Protocol):
    """A server that forms are filled in at. ``host_path``: the host link, without the server."""

    address: tuple[str, int]
    host_path: str

    @property
    def base(self) -> str: ...


def fill_in(server: Site, code: str, people: int) -> list[str]:
    """``people`` fill in the join form of a café, some at a time; their tokens."""
    shares = [range(no, people, HANDS) for no in range(min(HANDS, people))]
    with ThreadPoolExecutor(HANDS) as hands:
        return [token for share in hands.map(lambda s: _fill_in(server, code, s), shares) for token in share]


def _fill_in(server: Site, code: str, numbers: range) -> list[str]:
    line = http.client.HTTPConnection(*server.address)
    try:
        return [_one(line, code, f"Person {no}") for no in numbers]
    finally:
        line.close()


def _one(line: http.client.HTTPConnection, code: str, name: str) -> str:
    form = urlencode({"name": name, "agree": "yes"})
    line.request("POST", f"/j/{code}", form, {"Content-Type": "application/x-www-form-urlencoded"})
    answer = line.getresponse()
    page = answer.read()
    cookies = SimpleCookie("; ".join(answer.headers.get_all("Set-Cookie") or ()))
    if "cafe" not in cookies:
        raise RuntimeError(f"The join form answered {answer.status}: {page[-300:].decode(errors='replace')}")
    return cookies["cafe"].value


class Host:
    """The host's browser."""

    def __init__(self, server: Site) -> None:
        self.server = server
        self.http = requests.Session()
        self._home = self._boot(self.http.get(server.base + server.host_path, timeout=60).text)

    @staticmethod
    def _boot(page: str) -> dict[str, str]:
        found = _BOOT.search(page)
        if found is None:
            raise RuntimeError(f"A page without what was expected: {page[:300]}")
        boot: dict[str, str] = json.loads(found[1])
        return boot

    def token(self, code: str) -> str:
        """A place as host of this café."""
        form = self.http.get(f"{self.server.base}/w/{code}/host", timeout=60)
        answer = self.http.post(form.url, data={"name": "Hal", "agree": "yes"}, timeout=60)
        return self._boot(answer.text)["token"]

    def new_cafe(self, plan: str) -> str:
        """Open a café from a shipped plan; its code."""
        form = {"plan": plan, "title": "", "csrf": self._home["csrf"]}
        answer = self.http.post(
            f"{self.server.base}/home/workshops", data=form, timeout=60, allow_redirects=False
        )
        return answer.headers["Location"].split("/")[2]

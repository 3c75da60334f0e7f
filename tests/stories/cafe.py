"""The front door: pages as a browser opens them, and workshops made and joined through them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from typing import Any

import requests

from tests.stories.person import Doc, Person
from tests.stories.server import Server

ROLES = {"Hal": "host", "Hana": "host", "Fay": "facilitator", "Flo": "facilitator", "Sol": "screen"}


def arrival(**settings: Any) -> Doc:
    return {"activity": "arrival", "title": "Arriving", "minutes": 5, **settings}


def story(title: str = "Our stories", **settings: Any) -> Doc:
    kinds = ["helped", "hindered"]
    fixed = {"activity": "story_round", "title": title, "minutes": 20, "prompt": "What helped?"}
    return {**fixed, "note_kinds": kinds, **settings}


def step(activity: str, title: str, **settings: Any) -> Doc:
    return {"activity": activity, "title": title, "minutes": 5, **settings}


class Browser(requests.Session):
    """Keeps cookies and follows links, as browsers do."""

    def __init__(self, server: Server) -> None:
        super().__init__()
        self.server = server

    def opens(self, path: str) -> requests.Response:
        return self.get(self.server.base + path, timeout=20)

    def sends(self, path: str, form: dict[str, str], **headers: str) -> requests.Response:
        return self.post(self.server.base + path, data=form, headers=headers, timeout=20)

    def joins(self, path: str, name: str, **form: str) -> requests.Response:
        return self.sends(path, {"name": name, "agree": "yes", "quoting": "yes", **form})


def boot(page: requests.Response, which: str = "cafe") -> Doc:
    """What the page hands to its script."""
    found = re.search(f'<script type="application/json" id="{which}">(.*?)</script>', page.text, re.DOTALL)
    assert found is not None, f"{page.url} answered {page.status_code} with: {words(page)}"
    content: Doc = json.loads(found[1])
    return content


def words(page: requests.Response) -> str:
    """The page as it is read."""
    body = re.sub(r"<(script|style|svg).*?</\1>", " ", page.text.partition("<body>")[2], flags=re.DOTALL)
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))


class Cafe:
    """One workshop of its own, made by Hal. ``steps``: its agenda; without them that of the plan."""

    def __init__(
        self,
        server: Server,
        *steps: Doc,
        plan: str = "taster",
        size: int = 4,
        code: str = "",
        groups: Sequence[str] = (),
    ) -> None:
        self.server = server
        self.people: list[Person] = []
        self.browser = Browser(server)
        self.code = code or self._made(plan)
        self.hal = self._host()
        if steps:
            sizes = {"planned_minutes": 60, "table_size": size, "groups": list(groups)}
            self.hal.does("agenda.edit", title="A short café", steps=list(steps), **sizes)

    def _made(self, plan: str) -> str:
        home = boot(self.browser.opens(f"/host/{self.server.home}"), "home")
        form = {"plan": plan, "title": "A short café", "csrf": home["csrf"]}
        made = self.browser.sends("/home/workshops", form)
        return re.findall(r"/[jw]/(\w+)", made.url)[0]

    def _host(self) -> Person:
        """The host's home leads on to the console by way of the join page."""
        self.browser.opens(f"/host/{self.server.home}")
        way_in = self.browser.opens(f"/w/{self.code}/host")
        return self._in(self.browser.joins(way_in.url.removeprefix(self.server.base), "Hal"), "Hal")

    def _in(self, page: requests.Response, name: str) -> Person:
        person = Person(name, self.server.base, boot(page)).connect()
        self.people.append(person)
        return person

    def link(self, role: str) -> str:
        """The way in for a role."""
        links = self.hal.boot["links"]
        return str(links[role]).removeprefix(self.server.base) if role in links else f"/j/{self.code}"

    def join(self, name: str, **form: str) -> Person:
        """Come in by the link of one's role, in a browser of one's own. ``form``: what else the page asks."""
        role = ROLES.get(name.rstrip("0123456789"), "participant")
        browser = Browser(self.server)
        link = self.link(role)
        page = browser.opens(link) if role == "screen" else browser.joins(link, name, **form)
        return self._in(page, name)

    def next(self) -> str:
        """Hal opens the next step at once; its id, once everybody who is here has seen it."""
        self.hal.does("step.next", after=self.hal.cafe["current"], call=False)
        return self.everyone_is_in_step()

    def everyone_is_in_step(self) -> str:
        """Wait until all who are here see the step that the host sees."""
        self.hal.asks("time")
        now = str(self.hal.cafe["current"])
        for person in self.people:
            if person.connected:
                person.until(lambda person=person: person.cafe["current"] == now, f"step {now}")
        return now

    def seat(self, table: int, *people: Person) -> None:
        for person in people:
            if person.me.get("table") != table:
                self.hal.does("person.move", person=person.id, table=table)
            person.until(lambda person=person: person.table == f"table/{table}", f"table {table}")

    def go_home(self) -> None:
        for person in self.people:
            person.close_the_lid()
        self.browser.close()

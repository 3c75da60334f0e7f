"""Floods are slowed down, and only for whoever causes them; a whole council behind one address comes in."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.stories.cafe import Browser, Cafe, arrival, boot, story
from tests.stories.conftest import seated
from tests.stories.line import Line
from tests.stories.person import Person
from tests.stories.server import Server
from workshop.live.door import MOST_BYTES

Start = Callable[..., Server]

# The defaults of the server, which the other tests widen.
DEFAULTS = {"JOINS_PER_MINUTE": "600", "WRONG_CODES_PER_MINUTE": "20", "COMMANDS_PER_SECOND": "20"}
COUNCIL = 300
SIZES = Path(__file__).parents[2] / "static" / "engine" / "size.ts"


def test_a_whole_council_behind_one_address_joins_while_some_there_flood(
    started: Start, figure: Callable[..., None]
) -> None:
    server = started(**DEFAULTS)
    r = seated(Cafe(server, arrival(), story()))
    enough = threading.Event()
    with ThreadPoolExecutor(6) as hands:
        floods = [hands.submit(flood, r.dan, enough), hands.submit(guess, server, enough)]
        begun = time.monotonic()
        came = list(hands.map(lambda no: comes_in(r.cafe, no), range(COUNCIL)))
        took = time.monotonic() - begun
        enough.set()
        answers, pages = (one.result() for one in floods)
    assert r.ann.writes("We are all here")
    figure(
        fault=f"{COUNCIL} people join behind one address, where one floods with commands and one with codes",
        tried=f"{sum(answers.values()):,} commands, {sum(pages.values()):,} wrong codes",
        acked=sum(came),
        lost=COUNCIL - sum(came),
        seen=f"all joined in {took:.0f} s; {answers['too-many']:,} commands and {pages['429']:,} codes "
        "were told to wait",
    )
    assert sum(came) == COUNCIL
    assert answers["too-many"]
    assert answers.keys() <= {"ok", "too-many", "table-full"}
    assert pages.keys() == {"404", "429"}
    assert not r.ann.gaps


def comes_in(cafe: Cafe, no: int) -> bool:
    """From the link to the welcome."""
    browser = Browser(cafe.server)
    person = boot(browser.joins(f"/j/{cafe.code}", f"Councillor {no}"))
    browser.close()
    with Line(cafe.server.base, json.dumps({"token": person["token"]})) as line:
        return bool(line.hears("42")[1][0] == "welcome")


def flood(person: Person, enough: threading.Event) -> Counter[str]:
    """A hundred commands at once, and again, without waiting for an answer in between."""
    answers: Counter[str] = Counter()
    with Line.of(person) as line:
        while not enough.is_set():
            for _ in range(100):
                raw = person.command("note.add", step="s2", kind="helped", text="More and more")
                line.says("421" + json.dumps(["command", raw]))
            for _ in range(100):
                answer = line.answer() or {"code": "cut"}
                answers["ok" if answer.get("ok") else str(answer["code"])] += 1
    return answers


def guess(server: Server, enough: threading.Event) -> Counter[str]:
    pages: Counter[str] = Counter()
    browser = Browser(server)
    while not enough.is_set():
        pages[str(browser.opens("/j/AAAAAA").status_code)] += 1
    browser.close()
    return pages


def join(cafe: Cafe, name: str, forwarded: str) -> int:
    browser = Browser(cafe.server)
    browser.headers["X-Forwarded-For"] = forwarded
    page = browser.joins(f"/j/{cafe.code}", name)
    browser.close()
    return page.status_code


@pytest.fixture
def narrow(started: Start) -> Callable[..., Cafe]:
    return lambda **more: Cafe(started(JOINS_PER_MINUTE="3", **more), arrival())


def test_behind_a_proxy_each_address_has_a_limit_of_its_own(narrow: Callable[..., Cafe]) -> None:
    cafe = narrow(BEHIND_PROXY="1")
    assert [join(cafe, f"A{no}", "198.51.100.1") for no in range(5)] == [200, 200, 200, 429, 429]
    assert join(cafe, "B", "198.51.100.2") == 200
    # What a browser claims stands before what the proxy has seen.
    assert join(cafe, "C", "203.0.113.9, 198.51.100.1") == 429


def test_without_a_proxy_nobody_gets_round_the_limit_by_claiming_another_address(
    narrow: Callable[..., Cafe],
) -> None:
    cafe = narrow()
    assert [join(cafe, f"A{no}", f"198.51.100.{no}") for no in range(4)] == [200, 200, 429, 429]


def test_an_agenda_as_large_as_a_message_may_be_is_taken(started: Start) -> None:
    """The browser refuses what is larger, by the same number: see static/engine/size.ts."""
    server = started()
    cafe = Cafe(server, arrival())
    steps = [story(f"Step {no}", words="é" * 455) for no in range(60)]
    packet = "421" + json.dumps(["command", agenda(cafe.hal, steps)], ensure_ascii=False)
    spare = MOST_BYTES - 40 - len(packet.encode())
    steps[0]["title"] += "!" * min(100, spare)
    assert 0 < spare < 4_000
    with Line.of(cafe.hal) as line:
        line.says("421" + json.dumps(["command", agenda(cafe.hal, steps)], ensure_ascii=False))
        assert (line.answer() or {})["ok"]
    cafe.hal.until(lambda: len(cafe.hal.all("hall", "step")) == 60, "sixty steps")


def agenda(hal: Person, steps: list[dict[str, object]]) -> str:
    made = json.loads(hal.command("agenda.edit", title="Long", planned_minutes=60, table_size=4, steps=steps))
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def test_the_browser_knows_how_much_the_server_takes() -> None:
    said = SIZES.read_text().replace("_", "")
    assert f"export const MOSTBYTES = {MOST_BYTES};" in said

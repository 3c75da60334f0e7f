"""The log: what went wrong and where, and never who said what."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from tests.stories.cafe import Browser, Cafe, arrival, story
from tests.stories.conftest import Round, seated
from tests.stories.line import Line
from tests.stories.person import WAIT, refusal
from tests.stories.server import LIBRARY, Server
from tests.stories.test_full_disk import Disk

Start = Callable[..., Server]

SAID = "My neighbour Zsuzsanna looked after my mother"
NAMES = ("Hal", "Fay", "Flo", "Ann", "Bob", "Dan")


def rows(server: Server, statement: str, *values: str) -> None:
    """What somebody does to the database by hand."""
    with closing(sqlite3.connect(server.data / "cafe.db", timeout=WAIT)) as other, other:
        other.execute(statement, values)


def lines(server: Server) -> list[dict[str, Any]]:
    return [json.loads(line) for line in server.troubles().splitlines()]


def secrets(r: Round) -> list[str]:
    tokens = [person.boot["token"] for person in r.cafe.people]
    links = [r.cafe.link(role) for role in ("facilitator", "host", "screen")]
    return [SAID, "Zsuzsanna", r.cafe.code, r.cafe.server.home, *tokens, *links, *(f'"{n}' for n in NAMES)]


def test_whatever_goes_wrong_nobody_is_named_and_nothing_is_quoted(started: Start) -> None:
    server = started(LOG_FORMAT="json", LOG_LEVEL="debug")
    r = seated(Cafe(server, arrival(), story()))
    r.ann.writes(SAID)
    _full_disk(r, server)
    _garbage(r)
    _a_ledger_that_cannot_be_read(r, server)
    found = lines(server)
    assert {line["level"] for line in found} <= {"debug", "info", "warning", "error"}
    about = {line["message"]: line for line in found}
    assert any("SQLITE" in line for line in about["the database did not take a commit"]["trace"])
    assert about["a workshop cannot be folded"]["workshop"]
    said = json.dumps(found, ensure_ascii=False)
    assert [secret for secret in secrets(r) if secret in said] == []
    r.cafe.go_home()


def _full_disk(r: Round, server: Server) -> None:
    disk = Disk(server)
    disk.fills_up()
    raw = r.ann.command("note.add", step="s2", kind="helped", text=f"{SAID}. " * 8)
    assert refusal(r.ann.tells(raw))["code"] == "unavailable"
    disk.has_room()
    assert r.ann.tells(raw)["ok"]


def _garbage(r: Round) -> None:
    for packet in (f"42{SAID}", f"4{SAID}", f'451-["{SAID}",{{"_placeholder":true,"num":0}}]'):
        with Line.of(r.ann) as line:
            line.says(packet)
            assert line.is_cut()
    for raw in (SAID, json.dumps({"id": SAID, "type": SAID}), json.dumps([SAID])):
        assert refusal(r.ann.tells(raw))["code"] == "unreadable"


def _a_ledger_that_cannot_be_read(r: Round, server: Server) -> None:
    """An entry of no kind we know: where the kind should stand, there are somebody's words."""
    server.kill()
    rows(server, "update entry set body = ? where type = 'note.added'", json.dumps({"type": SAID}))
    server.start()
    page = Browser(server).opens(r.cafe.link("facilitator"))
    assert page.status_code == 400
    assert "Something went wrong on the server" in page.text


def _a_report_that_cannot_be_made(cafe: Cafe) -> None:
    """The café is closed, and one of its entries is none."""
    rows(cafe.server, "update workshop set status = 'closed'")
    rows(cafe.server, "update entry set body = ? where n = 2", json.dumps({"type": SAID}))
    page = cafe.browser.opens(f"/w/{cafe.code}/report")
    assert page.status_code == 500
    assert SAID not in page.text


def test_a_page_that_fails_is_logged_without_its_address(started: Start) -> None:
    server = started(LOG_FORMAT="json")
    cafe = Cafe(server, arrival())
    _a_report_that_cannot_be_made(cafe)
    (line,) = lines(server)
    assert (line["logger"], line["message"]) == ("workshop.web.pages", "a page failed")
    assert line["where"] == "reading.report"
    assert any(place.startswith("at workshop/web/reading.py:") for place in line["trace"])
    assert [secret for secret in (SAID, cafe.code, server.home) if secret in json.dumps(line)] == []
    cafe.go_home()


def test_for_people_it_is_text_and_what_belongs_together_stands_together(started: Start) -> None:
    server = started()
    cafe = Cafe(server, arrival())
    _a_report_that_cannot_be_made(cafe)
    head, *places = server.troubles().splitlines()
    assert head.endswith(" ERROR workshop.web.pages a page failed where=reading.report")
    assert places
    assert all(place.startswith("    ") for place in places)
    assert SAID not in "".join(places)
    cafe.go_home()


BACKGROUND = {
    "eventlet": ["eventlet.spawn(fail)", "eventlet.spawn_after(0, fail)", "thread()"],
    "gevent": ["gevent.spawn(fail)", "gevent.spawn_later(0, fail)", "thread()"],
    "threading": ["thread()"],
}


@pytest.mark.parametrize("how", BACKGROUND[LIBRARY])
def test_what_fails_in_the_background_is_logged_too(how: str) -> None:
    """The server library would show it with all its words."""
    program = f"""
from workshop.__main__ import _take_hold
_take_hold({LIBRARY!r})
import logging, threading, {LIBRARY}
from workshop.logs import start_log
start_log("json", "info")
done = threading.Event()
logging.getLogger("workshop.logs").addFilter(lambda _: done.set() or True)
def fail():
    raise ValueError({SAID!r})
def thread():
    threading.Thread(target=fail).start()
{how}
done.wait()
"""
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    (line,) = map(json.loads, ran.stderr.splitlines())
    assert line["trace"][0] == "ValueError"
    assert SAID not in ran.stderr


def test_libraries_speak_without_what_they_fill_in() -> None:
    program = f"""
import logging
from workshop.logs import start_log
start_log("json", "debug")
logging.getLogger("library").warning("could not send %s", {SAID!r})
logging.getLogger("library").setLevel("INFO")
logging.getLogger("library").info({SAID!r})
"""
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    (line,) = map(json.loads, ran.stderr.splitlines())
    assert line["message"] == "could not send %s"

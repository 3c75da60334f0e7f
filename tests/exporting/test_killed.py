"""A worker that is killed in the middle of everything: another one makes it, and nobody has to ask again."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.stories.cafe import Cafe, arrival, story
from tests.stories.conftest import seated
from tests.stories.server import Server

# Seconds. What makes files gives way to everybody, and to the other tests.
PATIENCE = 180


def job(data: Path) -> tuple[str, int, str]:
    """State, attempt and worker, as another program sees them."""
    with closing(sqlite3.connect(data / "cafe.db.jobs")) as file:
        found: tuple[str, int, str] = file.execute(
            "select state, attempt, worker from job where kind = 'export'"
        ).fetchone()
        return found


def until(true: Callable[[], Any], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)


def test_a_worker_killed_in_the_middle_costs_a_while_and_no_file(started: Callable[..., Server]) -> None:
    server = started(WORKERS="1")
    r = seated(Cafe(server, arrival(), story()))
    r.ann.writes("What Ann saw")
    r.hal.does("workshop.close")
    page = f"/w/{r.cafe.code}/everything"
    r.cafe.browser.sends(page, {})
    until(lambda: job(server.data)[0] == "running", "a worker")
    os.kill(int(job(server.data)[2].rpartition("-")[2]), signal.SIGKILL)
    until(lambda: "It is ready" in r.cafe.browser.opens(page).text, "the file")
    assert job(server.data)[:2] == ("done", 2)
    assert r.cafe.browser.opens(f"/w/{r.cafe.code}/everything.zip").content.startswith(b"PK")
    r.cafe.go_home()
    assert [line for line in server.troubles().splitlines() if "a worker has died" not in line] == []

"""What whoever looks after a server asks it: does it live, can it serve, and how is it."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing

import pytest
import requests

from tests.stories.cafe import Cafe, arrival
from tests.stories.person import WAIT
from tests.stories.server import Server

Start = Callable[..., Server]


def asks(server: Server, path: str, **headers: str) -> requests.Response:
    return requests.get(server.base + path, headers=headers, timeout=WAIT)


def figures(server: Server, **headers: str) -> dict[str, float]:
    """The metrics by name and labels, as they are written."""
    answer = asks(server, "/metrics", **headers)
    assert answer.status_code == 200
    return {name: float(value) for name, value in re.findall(r"^([^#\n]+) (\S+)$", answer.text, re.MULTILINE)}


def has_schema(server: Server, revision: str) -> None:
    with closing(sqlite3.connect(server.data / "cafe.db", timeout=WAIT)) as other, other:
        other.execute("update alembic_version set version_num = ?", [revision])


def test_a_server_that_lives_says_so(server: Server) -> None:
    answer = asks(server, "/healthz")
    assert (answer.status_code, answer.json()) == (200, {"alive": True})


def test_a_server_that_can_serve_is_ready_and_otherwise_says_why_not(started: Start) -> None:
    server = started()
    assert (asks(server, "/readyz").status_code, asks(server, "/readyz").json()["reasons"]) == (200, [])
    with closing(sqlite3.connect(server.data / "cafe.db")) as other:
        newest = other.execute("select version_num from alembic_version").fetchone()[0]
    has_schema(server, "0000")
    answer = asks(server, "/readyz")
    (why,) = answer.json()["reasons"]
    assert (answer.status_code, answer.json()["ready"], why["code"]) == (503, False, "schema")
    assert newest in why["message"]
    assert int(answer.headers["Retry-After"]) > 0
    has_schema(server, newest)
    assert asks(server, "/readyz").json()["ready"]


def test_metrics_count_lines_commands_and_requests(started: Start) -> None:
    server = started()
    cafe = Cafe(server, arrival())
    before = figures(server)
    ann, bob = cafe.join("Ann"), cafe.join("Bob")
    bob.close_the_lid()
    bob.reopen_the_lid("polling")
    ann.may_not("step.next", after=None, call=False)
    cafe.hal.does("say.all", text="Welcome")
    now = figures(server)
    assert now['workshop_connections{transport="polling"}'] == 1
    assert now['workshop_connections{transport="websocket"}'] == 2
    assert now["workshop_halls"] == 1
    assert (
        now['workshop_http_requests_total{status="200"}']
        > before['workshop_http_requests_total{status="200"}']
    )
    for name, more in (
        ('commands_total{outcome="ok"}', 1),
        ('commands_total{outcome="not-allowed"}', 1),
        ("commit_seconds_count", 1),
        ("commit_entries_sum", 1),
        ("frames_total", 1),
        # Everybody hears what is said to all.
        ("frames_sent_total", 3),
    ):
        assert now[f"workshop_{name}"] >= before.get(f"workshop_{name}", 0) + more, name
    assert now["workshop_commits_failed_total"] == 0
    said = asks(server, "/metrics").text
    assert [word for word in ("Ann", "Welcome", "Bob", cafe.code, ann.id, server.home) if word in said] == []
    cafe.go_home()


def test_the_loop_is_watched_all_the_while(server: Server) -> None:
    watched, end = "workshop_loop_stall_seconds_count", time.monotonic() + WAIT
    before = figures(server)[watched]
    while figures(server)[watched] < before + 3:
        assert time.monotonic() < end


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded"])
def test_metrics_are_for_this_machine_alone(server: Server, header: str) -> None:
    answer = asks(server, "/metrics", **{header: "127.0.0.1"})
    assert answer.status_code == 403
    assert "METRICS_TOKEN" in answer.text


def test_metrics_are_for_whoever_shows_the_token(started: Start) -> None:
    server = started(METRICS_TOKEN="a-long-token")
    assert figures(server, Authorization="Bearer a-long-token", **{"X-Forwarded-For": "192.0.2.1"})
    for shown in ("", "Bearer", "Bearer a-long-toke", "Bearer ä"):
        answer = requests.get(
            f"{server.base}/metrics", headers={"Authorization": shown.encode()}, timeout=WAIT
        )
        assert answer.status_code == 403

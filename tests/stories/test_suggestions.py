"""Suggestions over a real server with a real worker: they come while people write, whoever dies meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.services import Postgres, until
from tests.stories.cafe import Cafe, arrival, step, story
from tests.stories.conftest import Round, seated
from tests.stories.person import Doc, Person, hang_up
from tests.stories.server import Server
from tests.stories.several import One, Several
from tests.stories.test_health import figures

Start = Callable[..., Server]
WALL = "wall/s3"
# A first worker has NumPy and a model to load, on a machine that is busy with other tests.
PATIENCE = 60.0

HEARD = ("The nurse listened to me", "My doctor listened at last", "Somebody listened to my mother")
WAITED = ("The waiting list was long", "I waited for months", "Waiting, always waiting")
DROVE = ("A neighbour drove me to hospital", "My neighbour cooked for us")
SAID = (*HEARD, *WAITED, *DROVE)


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that keeps a worker."""
    server = Server(tmp_path_factory.mktemp("busy") / "data", WORKERS="1")
    yield server
    hang_up(server.base)
    server.kill()


def workers(server: int) -> list[int]:
    """The processes that work for this one."""
    return [pid for pid in children(server) if b"worker" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def children(server: int) -> Iterator[int]:
    for task in Path(f"/proc/{server}/task").iterdir():
        with suppress(FileNotFoundError):  # a thread that has just ended
            yield from map(int, (task / "children").read_text().split())


def opened(server: Server | One, *more: Doc) -> Round:
    """A round is on, with a board to come; Hal reads along there."""
    r = seated(Cafe(server, arrival(), story(), step("themes", "What belongs together"), *more))
    r.hal.patience = PATIENCE
    r.hal.asks("follow", {"stream": WALL})
    return r


def write(r: Round, texts: tuple[str, ...]) -> None:
    for no, text in enumerate(texts):
        (r.ann, r.bob, r.fay, r.dan)[no % 4].writes(text)


def reads_suggestions(person: Person, texts: tuple[str, ...], wall: str = WALL) -> list[set[str]]:
    """The groups that are suggested, as words, once most of these notes are in one."""

    def groups() -> list[set[str]]:
        words = {note["id"]: note["text"] for note in person.all(wall, "note")}
        found = [{words[note] for note in guess["notes"]} for guess in person.all(wall, "guess")]
        return found if len(set().union(*found)) > len(texts) / 2 else []

    found: list[set[str]] = person.until(groups, "suggestions")
    return found


def method(person: Person, wall: str = WALL) -> str:
    return str(person.sees(wall, "suggesting")["method"])


@contextmanager
def working(server: Server) -> Iterator[None]:
    """``workshop worker`` beside a server that has none."""
    command = [sys.executable, "-m", "workshop", "worker", "--data", str(server.data)]
    worker = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        yield
    finally:
        worker.terminate()
        assert worker.wait(PATIENCE) == 0


def test_a_cafe_that_needs_no_worker_has_none(busy: Server) -> None:
    cafe = Cafe(busy, arrival())
    cafe.join("Ann")
    cafe.next()
    assert workers(busy.process.pid) == []
    cafe.go_home()


def test_groups_are_suggested_while_people_still_write(busy: Server) -> None:
    r = opened(busy, step("closing_questions", "To close", questions=["What will you do?"]))
    write(r, SAID)
    found = reads_suggestions(r.hal, SAID)
    assert any(group & set(HEARD) and not group & set(WAITED) for group in found)
    assert method(r.hal) == "model"
    (worker,) = workers(busy.process.pid)
    assert os.getpriority(os.PRIO_PROCESS, worker) > os.getpriority(os.PRIO_PROCESS, busy.process.pid)
    assert os.sched_getscheduler(worker) == os.SCHED_IDLE
    r.cafe.next()
    r.ann.until(lambda: r.ann.all(WALL, "guess"), "the same on every screen")
    r.cafe.next()
    answers = ("I will call the ward", "I shall call the clinic", "Calling my GP tomorrow")
    for person, text in zip((r.ann, r.bob, r.dan), answers, strict=True):
        person.does("question.answer", step="s4", question=0, text=text)
    r.hal.asks("follow", {"stream": "wall/s4.0"})
    r.hal.until(lambda: method(r.hal, "wall/s4.0") == "model", "a look at the answers")
    assert r.ann.docs.get("wall/s4.0") is None
    r.cafe.go_home()


def test_a_worker_that_is_killed_costs_a_moment_and_no_suggestion(busy: Server) -> None:
    r = opened(busy)
    many = tuple(f"{text}, for the {no}th time" for no in range(20) for text in SAID)
    write(r, many)
    until(lambda: figures(busy)['workshop_jobs{state="running"}'] > 0, "a job to be in hand")
    (before,) = workers(busy.process.pid)
    os.kill(before, signal.SIGKILL)
    assert reads_suggestions(r.hal, many)
    (after,) = workers(busy.process.pid)
    assert before != after
    assert figures(busy)["workshop_workers_replaced_total"] == 1
    assert "another takes its place" in busy.troubles()
    r.cafe.go_home()


def test_a_server_that_is_killed_takes_its_worker_with_it_and_goes_on_where_it_was(busy: Server) -> None:
    r = opened(busy)
    write(r, SAID)
    (worker,) = workers(busy.process.pid)
    busy.kill()
    until(lambda: not Path(f"/proc/{worker}").exists(), "the end of the worker")
    busy.start()
    r.hal.until(lambda: r.hal.welcomes > 1, "Hal back by himself")
    r.hal.asks("follow", {"stream": WALL})
    assert reads_suggestions(r.hal, SAID)
    r.cafe.go_home()


def test_a_server_that_stops_leaves_nobody_behind(busy: Server) -> None:
    (worker,) = workers(busy.process.pid)
    assert busy.stop()[0] == 0
    assert not Path(f"/proc/{worker}").exists()
    assert not busy.troubles()
    busy.start()


def test_without_its_model_it_goes_by_words_and_says_so(started: Start) -> None:
    server = started(WORKERS="1", SENSEMAKING_MODEL="no-such-model", LOG_LEVEL="warning")
    r = opened(server)
    write(r, SAID)
    assert reads_suggestions(r.hal, SAID)
    assert method(r.hal) == "words"
    said = server.troubles()
    assert "there is no language model" in said
    assert [text for text in SAID if text in said] == []
    r.cafe.go_home()


def test_a_worker_of_ones_own_does_what_the_server_leaves(started: Start) -> None:
    server = started()
    r = opened(server)
    write(r, SAID)
    until(lambda: figures(server)['workshop_jobs{state="waiting"}'] > 0, "a job to wait")
    assert workers(server.process.pid) == []
    with working(server):
        assert reads_suggestions(r.hal, SAID)
    r.cafe.go_home()


def test_one_worker_serves_all_processes(tmp_path: Path) -> None:
    postgres = Postgres()
    several = Several(tmp_path, 2, postgres.database(), WORKERS="1")
    try:
        until(several.all_answer, "two servers")
        r = opened(several.one(1))
        write(r, SAID)
        assert reads_suggestions(r.hal, SAID)
        first, second = several.children()
        assert len(workers(first)) == 1
        assert workers(second) == []
        r.cafe.go_home()
    finally:
        several.end()
        hang_up(several.one(1).base)
        postgres.close()

"""``workshop serve --processes``: several servers on one database, watched over."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.services import Postgres, answers, until
from tests.stories.server import LIBRARY, SETTINGS, command_line

THREE = 3


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    running = Postgres()
    yield running
    running.close()


def serves(port: int) -> bool:
    """Whether it does more than listen: from then on it also hears when it is to stop."""
    try:
        return requests.get(f"http://127.0.0.1:{port}/", timeout=10).ok
    except requests.RequestException:
        return False


def ports_in_a_row() -> int:
    """The first of three free ports."""
    while True:
        with socket.socket() as first, socket.socket() as second, socket.socket() as third:
            first.bind(("127.0.0.1", 0))
            port: int = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
                third.bind(("127.0.0.1", port + 2))
            except (OSError, OverflowError):
                continue
            return port


class Several:
    """Three servers and the one that watches over them."""

    def __init__(self, folder: Path, database: str, **settings: str) -> None:
        self.first = ports_in_a_row()
        self.said = folder / "said"
        self.complained = folder / "complained"
        command = [sys.executable, "-m", "workshop", "serve", "--processes", str(THREE)]
        command += ["--port", str(self.first), "--data", str(folder / "data"), "--server", LIBRARY]
        environment = os.environ | SETTINGS | {"DATABASE_URL": database} | settings
        with self.said.open("w") as said, self.complained.open("w") as complained:
            self.process = subprocess.Popen(  # noqa: S603
                command, stdout=said, stderr=complained, env=environment
            )

    @property
    def ports(self) -> list[int]:
        return list(range(self.first, self.first + THREE))

    def all_answer(self) -> bool:
        return all(map(serves, self.ports))

    def none_answers(self) -> bool:
        return not any(map(answers, self.ports))

    def children(self) -> list[int]:
        pid = self.process.pid
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.fixture
def several(postgres: Postgres, tmp_path: Path) -> Iterator[Several]:
    running = Several(tmp_path, postgres.database())
    until(running.all_answer, "three servers")
    yield running
    running.process.kill()
    running.process.wait()
    until(running.none_answers, "their end")


def test_all_of_them_serve_the_same_cafes(several: Several) -> None:
    link = re.search(r"/host/(\S+)", several.said.read_text())
    assert link is not None
    browser = requests.Session()
    home = browser.get(f"http://127.0.0.1:{several.first}/host/{link[1]}", timeout=60)
    found = re.search(r'"csrf":\s*"([^"]+)"', home.text)
    assert found is not None, home.text
    form = {"plan": "explore", "title": "", "csrf": found[1]}
    made = browser.post(f"http://127.0.0.1:{several.first}/home/workshops", data=form, timeout=60)
    code = re.search(r"/[jw]/(\w+)", made.url)
    assert code is not None, made.text
    for port in several.ports:
        page = requests.get(f"http://127.0.0.1:{port}/j/{code[1]}", timeout=60)
        assert page.status_code == 200


def test_one_that_dies_is_started_again_and_the_others_do_not_notice(several: Several) -> None:
    before = several.children()
    os.kill(before[1], signal.SIGKILL)
    until(lambda: len(several.children()) == THREE and several.children() != before, "a new process")
    until(several.all_answer, "it to answer")
    assert set(before) - set(several.children()) == {before[1]}
    assert f"The process on port {several.first + 1} has ended (-9)" in several.complained.read_text()


def test_told_to_stop_all_stop_and_say_so(several: Several) -> None:
    several.process.terminate()
    assert several.process.wait(60) == 0
    assert several.none_answers()
    assert "Everything that was acknowledged is kept." in several.said.read_text()


def test_if_the_one_that_watches_is_killed_nobody_is_left_behind(several: Several) -> None:
    several.process.kill()
    several.process.wait()
    until(several.none_answers, "their end")


def test_a_first_start_that_is_refused_is_not_tried_for_ever(tmp_path: Path) -> None:
    refused = Several(tmp_path, "postgresql://nobody@127.0.0.1:1/nowhere")
    assert refused.process.wait(60) == 2
    assert "The database cannot be used" in refused.complained.read_text()


@pytest.mark.parametrize("processes", ["0", "65", "-1"])
def test_a_number_that_cannot_be_is_said(tmp_path: Path, processes: str) -> None:
    done = command_line("serve", f"--processes={processes}", "--data", str(tmp_path))
    assert (done.returncode, done.stderr) == (2, "Give --processes a number from 1 to 64.\n")


def test_sqlite_serves_one(tmp_path: Path) -> None:
    done = command_line("serve", "--processes", "2", "--data", str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.startswith("Several processes need PostgreSQL, and SQLite serves one.")


def test_several_processes_need_ports_that_can_be_known(tmp_path: Path) -> None:
    environment = os.environ | {"DATABASE_URL": "postgresql://cafe@localhost/cafe"}
    done = command_line("serve", "--processes", "2", "--port", "0", "--data", str(tmp_path), env=environment)
    assert done.returncode == 2
    assert "give the first one with --port" in done.stderr

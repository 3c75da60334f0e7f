"""``workshop serve --processes``: several servers on one database, watched over."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.services import Postgres, until
from tests.stories.server import command_line
from tests.stories.several import Several

TWO = 2


@pytest.fixture(scope="module")
def several(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Several]:
    """For all tests here: the last one ends them."""
    running = Several(tmp_path_factory.mktemp("several"), TWO, postgres.database())
    until(running.all_answer, "two servers")
    yield running
    running.end()


def test_all_of_them_serve_the_same_cafes(several: Several) -> None:
    browser, base = requests.Session(), several.one(0).base
    home = browser.get(f"{base}/host/{several.home}", timeout=60)
    found = re.search(r'"csrf":\s*"([^"]+)"', home.text)
    assert found is not None, home.text
    form = {"plan": "explore", "title": "", "csrf": found[1]}
    made = browser.post(f"{base}/home/workshops", data=form, timeout=60)
    code = re.search(r"/[jw]/(\w+)", made.url)
    assert code is not None, made.text
    for port in several.ports:
        page = requests.get(f"http://127.0.0.1:{port}/j/{code[1]}", timeout=60)
        assert page.status_code == 200


def test_one_that_dies_is_started_again_and_the_others_do_not_notice(several: Several) -> None:
    before = several.children()
    os.kill(before[1], signal.SIGKILL)
    until(lambda: len(several.children()) == TWO and several.children() != before, "a new process")
    until(several.all_answer, "it to answer")
    assert set(before) - set(several.children()) == {before[1]}
    assert f"The process on port {several.first + 1} has ended (-9)" in several.complained.read_text()


def test_told_to_stop_all_stop_and_say_so(several: Several) -> None:
    several.process.terminate()
    assert several.process.wait(60) == 0
    assert several.none_answers()
    assert "Everything that was acknowledged is kept." in several.said.read_text()


def test_a_first_start_that_is_refused_is_not_tried_for_ever(tmp_path: Path) -> None:
    refused = Several(tmp_path, TWO, "postgresql://nobody@127.0.0.1:1/nowhere")
    assert refused.process.wait(60) == 2
    assert "The database cannot be used" in refused.complained.read_text()


@pytest.mark.parametrize("processes", ["0", "65"])
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

"""Documents that take long are made in a process of their own, which may die."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.exporting.conftest import keep, ledger_of
from tests.harvest.day import Day
from tests.harvest.opened import opened
from workshop.archive import archive
from workshop.errors import NotFound, Unavailable
from workshop.exporting import beside
from workshop.exporting.beside import Archive, Order, made_beside
from workshop.harvest import DOCUMENTS, draft, press

DIES = "import os, sys; sys.stdin.read(); os.kill(os.getpid(), 9)"
DIES_ONCE = """
import os, pathlib, sys
mark = pathlib.Path(sys.argv[1])
if not mark.exists():
    mark.touch()
    os.kill(os.getpid(), 9)
os.execv(sys.executable, [sys.executable, "-m", "workshop.exporting.beside"])
"""


@pytest.fixture
def address(data: Path) -> str:
    return f"sqlite:///{data / 'cafe.db'}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_made_beside_is_the_same(tmp_path: Path, name: str) -> None:
    day = Day()
    day.whole()
    keep(day.cafe, tmp_path / "data")
    with ledger_of(tmp_path / "data") as ledger:
        press(ledger, "w1")
        expected = DOCUMENTS[name](draft(ledger, "w1"))
    address = f"sqlite:///{tmp_path / 'data' / 'cafe.db'}"
    assert made_beside(Order(address, "w1", name, "pressed")) == expected
    assert made_beside(Order(address, "w1", name, "draft")) == expected


def test_a_process_that_is_killed_is_replaced_once(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "COMMAND", (sys.executable, "-c", DIES_ONCE, str(tmp_path / "died")))
    made = made_beside(Order(address, "w1", "report.xlsx", "draft"))
    assert (tmp_path / "died").exists()
    assert "Notes" in opened(made)


def test_one_that_dies_again_is_answered_in_words(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "COMMAND", (sys.executable, "-c", DIES))
    with pytest.raises(Unavailable, match="Nothing is lost: try again in a minute"):
        made_beside(Order(address, "w1", "report.xlsx", "draft"))


def test_one_that_never_ends_is_ended(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "COMMAND", (sys.executable, "-c", "import signal; signal.pause()"))
    monkeypatch.setattr(beside, "LONGEST", 0.1)
    with pytest.raises(Unavailable, match="take another format"):
        made_beside(Order(address, "w1", "report.xlsx", "draft"))


def test_a_café_that_is_not_there_is_no_document(address: str) -> None:
    with pytest.raises(NotFound, match="There is no café with this number"):
        made_beside(Order(address, "w2", "report.xlsx", "draft"))


def test_an_archive_made_beside_is_the_same(data: Path, address: str) -> None:
    with ledger_of(data) as ledger:
        whole = archive(ledger, "w1")
    assert made_beside(Archive(address, "w1")) == whole


def test_whoever_waits_may_end_it(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "COMMAND", (sys.executable, "-c", "import signal; signal.pause()"))

    def enough() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made_beside(Order(address, "w1", "report.xlsx", "draft"), enough)

"""All files by one process, each piece by a child of it: what dies is begun anew once, and then said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workshop.errors import NotFound, Unavailable
from workshop.exporting import one_by_one as making
from workshop.exporting.one_by_one import Wanted, one_by_one

DIES_ONCE = """
import os, pathlib, sys
mark = pathlib.Path(sys.argv[1])
if not mark.exists():
    mark.touch()
    os.kill(os.getpid(), 9)
os.execv(sys.executable, [sys.executable, "-m", "workshop.exporting.all_of_it"])
"""
CHILD_DIES = """
import os, sys
from workshop.exporting import all_of_it
all_of_it._packed = lambda *_: os.kill(os.getpid(), 9)
sys.exit(all_of_it.main())
"""


def wanted(data: Path, workshop: str = "w1") -> Wanted:
    return Wanted(formats=["md", "csv"], database=f"sqlite:///{data / 'cafe.db'}", workshop=workshop)


def nobody(_no: int, _of: int) -> None:
    """Nobody looks on."""


def test_one_that_is_killed_is_begun_anew_once(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "COMMAND", (sys.executable, "-c", DIES_ONCE, str(tmp_path / "died")))
    begun: list[tuple[int, int]] = []
    made = one_by_one(wanted(data), lambda no, of: begun.append((no, of)))
    assert (tmp_path / "died").exists()
    assert begun == [(0, 2), (1, 2)]
    assert {"report.md", "blueprint.md", "csv/notes.csv"} <= {*made.files}


def test_a_child_that_dies_each_time_is_told_in_words(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "COMMAND", (sys.executable, "-c", CHILD_DIES))
    with pytest.raises(Unavailable, match="Nothing is lost: try again in a minute"):
        one_by_one(wanted(data), nobody)


def test_one_that_never_ends_is_ended_and_whoever_waits_may_end_it(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "COMMAND", (sys.executable, "-c", "import signal; signal.pause()"))

    def enough() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        one_by_one(wanted(data), nobody, enough)
    monkeypatch.setattr(making, "LONGEST", 0.1)
    with pytest.raises(Unavailable):
        one_by_one(wanted(data), nobody)


def test_what_is_refused_comes_through_in_words(data: Path) -> None:
    with pytest.raises(NotFound, match="There is no café with this number"):
        one_by_one(wanted(data, "w2"), nobody)

"""The command line, and a data folder with a day that has closed."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.harvest.day import Day, put
from tests.rules.cast import Cafe
from workshop.__main__ import main
from workshop.ledger.database import open_database
from workshop.ledger.ledger import Ledger

Told = Callable[..., str]


def ledger_of(data: Path) -> closing[Ledger]:
    """What a data folder holds, for as long as a test looks into it."""
    return closing(Ledger(open_database(f"sqlite:///{data / 'cafe.db'}")))


def keep(cafe: Cafe, data: Path) -> None:
    """A café in a data folder, as a server would have left it."""
    data.mkdir(exist_ok=True)
    with ledger_of(data) as ledger:
        put(cafe, ledger)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Told:
    """What a command says: in words, with a code for programs, and never with a traceback."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(logging, "raiseExceptions", True)

    def telling(*arguments: object, code: int = 0) -> str:
        assert main([*map(str, arguments)]) == code
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return out + err

    return telling


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of a server with a day that has closed."""
    day = Day()
    day.whole()
    keep(day.cafe, tmp_path / "data")
    return tmp_path / "data"

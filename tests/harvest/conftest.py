"""A whole day, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.harvest.day import Day, harvest, keep
from workshop.harvest import Harvest
from workshop.ledger.ledger import Ledger


@pytest.fixture
def day() -> Day:
    """A day that has closed."""
    made = Day()
    made.whole()
    return made


@pytest.fixture
def left(day: Day) -> Harvest:
    """The harvest of that day."""
    return harvest(day.cafe)


@pytest.fixture
def ledger(day: Day, tmp_path: Path) -> Iterator[Ledger]:
    """That day in a database."""
    with closing(keep(day.cafe, tmp_path)) as ledger:
        yield ledger

"""A café that has closed and one that is on, and the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.api.kit import House
from tests.exporting.conftest import told as told
from tests.harvest.conftest import day as day
from tests.harvest.day import Day


@pytest.fixture
def house(day: Day, tmp_path: Path) -> Iterator[House]:
    """A server with that day."""
    with closing(House(tmp_path / "closed", day.cafe)) as house:
        yield house


@pytest.fixture
def running(tmp_path: Path) -> Iterator[House]:
    """A server with a café that is on."""
    day = Day()
    day.stories()
    with closing(House(tmp_path / "running", day.cafe)) as house:
        yield house

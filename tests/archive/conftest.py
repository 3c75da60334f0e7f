"""A day with everything in it, in a ledger, and as an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.harvest.day import Day, put
from workshop.archive import archive
from workshop.ledger.database import open_database
from workshop.ledger.ledger import Ledger

Empty = Callable[[], Ledger]


@pytest.fixture(scope="session")
def a_whole_day() -> Day:
    day = Day()
    day.whole()
    return day


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Empty]:
    """Makes empty ledgers, each in a file of its own."""
    made: list[Ledger] = []

    def make() -> Ledger:
        made.append(Ledger(open_database(f"sqlite:///{tmp_path / f'{len(made)}.db'}")))
        return made[-1]

    yield make
    for ledger in made:
        ledger.close()


@pytest.fixture
def ledger(a_whole_day: Day, empty: Empty) -> Ledger:
    kept = empty()
    put(a_whole_day.cafe, kept)
    return kept


@pytest.fixture(scope="session")
def raw(a_whole_day: Day, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """That day as an archive."""
    kept = Ledger(open_database(f"sqlite:///{tmp_path_factory.mktemp('day') / 'cafe.db'}"))
    put(a_whole_day.cafe, kept)
    made = archive(kept, "w1")
    kept.close()
    return made

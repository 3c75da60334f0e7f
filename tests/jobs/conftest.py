"""Queues on SQLite and on PostgreSQL, with a clock that is moved by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, delete

from tests.services import Postgres
from workshop.core.ids import new_id
from workshop.jobs.queue import Jobs
from workshop.ledger.database import open_database
from workshop.ledger.passing import open_passing
from workshop.ledger.tables import job

NOON = 1_700_000_000_000


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> int:
        return self.at

    def passes(self, milliseconds: int) -> None:
        self.at += milliseconds


class Queue(Jobs):
    """The queue of one workshop, with a clock of its own."""

    def __init__(self, engine: Engine) -> None:
        self.clock, self.engine = Clock(), engine
        super().__init__(engine, self.clock)
        self.here = new_id()

    def wants(self, key: str = "board", **payload: object) -> str:
        return self.put("suggest", self.here, key, payload)


@pytest.fixture(scope="package")
def postgres() -> Iterator[Postgres]:
    running = Postgres()
    yield running
    running.close()


@pytest.fixture(scope="package", params=["sqlite", "postgresql"])
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path_factory.mktemp('jobs') / 'cafe.db'}"
    else:
        address = request.getfixturevalue("postgres").database()
    ledger = open_database(address)
    made = open_passing(ledger)
    yield made
    made.dispose()
    ledger.dispose()


@pytest.fixture
def engine(opened: Engine) -> Engine:
    """A database where nobody wants anything."""
    with opened.begin() as connection:
        connection.execute(delete(job))
    return opened


@pytest.fixture
def queue(engine: Engine) -> Queue:
    return Queue(engine)

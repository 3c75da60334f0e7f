"""Everything at once: made by a worker, which may be killed, and kept for a while in the database."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.exporting.conftest import keep
from tests.harvest.day import Day
from workshop.exporting.everything import KIND, everything
from workshop.harvest import draft, published
from workshop.harvest.writers import TABLE
from workshop.jobs import parcels as storing
from workshop.jobs.job import Job
from workshop.jobs.parcels import PIECE, Parcels
from workshop.jobs.queue import Jobs
from workshop.jobs.worker import Worker
from workshop.ledger.database import open_database
from workshop.ledger.ledger import Ledger
from workshop.ledger.passing import forget_words, open_passing


class House:
    """A data folder with a day that has closed, and its queue."""

    def __init__(self, folder: Path, **day: Any) -> None:
        made = Day(**day)
        made.whole()
        keep(made.cafe, folder)
        self.address = f"sqlite:///{folder / 'cafe.db'}"
        self.ledger = Ledger(open_database(self.address))
        self.passing = open_passing(self.ledger._engine)
        self.jobs = Jobs(self.passing)
        self.parcels = Parcels(self.passing)

    def asks(self, what: str = "draft") -> str:
        return self.jobs.put(KIND, "w1", what, {"what": what})

    def works(self) -> None:
        Worker(self.ledger._engine, "worker", {KIND: everything(self.address)})._one()

    def job(self, job_id: str) -> Job:
        found = self.jobs.find(job_id)
        assert found is not None
        return found

    def fetches(self, job_id: str) -> zipfile.ZipFile:
        pieces = (self.parcels.piece(job_id, no) or b"" for no in range(99))
        return zipfile.ZipFile(io.BytesIO(b"".join(pieces)))

    def close(self) -> None:
        self.ledger.close()
        self.passing.dispose()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with closing(House(tmp_path / "data", silent=("Dan",))) as house:
        yield house


@pytest.mark.parametrize("what", ["draft", "published"])
def test_all_formats_are_in_it_as_they_are_made_one_by_one(house: House, what: str) -> None:
    asked = house.asks(what)
    house.works()
    job = house.job(asked)
    assert (job.state, job.progress) == ("done", 100)
    harvest = {"draft": draft, "published": published}[what](house.ledger, "w1")
    expected = {name: content for one in TABLE for name, content in one.files(harvest).items()}
    with house.fetches(asked) as files:
        assert {name: files.read(name) for name in files.namelist()} == expected
    there = house.parcels.there(asked)
    assert there is not None
    assert job.result == {"bytes": there.bytes, "files": len(expected), "through": harvest.through}
    assert (b"More screen than people." in expected["report.md"]) == (what == "draft")


def test_two_who_ask_at_once_share_one(house: House) -> None:
    assert house.asks() == house.asks()
    assert house.asks("published") != house.asks()


def test_what_has_words_that_are_redacted_meanwhile_is_thrown_away(house: House) -> None:
    asked = house.asks()
    house.works()
    forget_words(house.passing, "w1", 1)
    assert house.parcels.there(asked) is None
    assert house.parcels.piece(asked, 0) is None


def test_nothing_is_kept_of_a_job_that_is_not_ones_own_any_more(house: House) -> None:
    house.asks()
    mine = house.jobs.take("one", [KIND])
    assert mine is not None
    forget_words(house.passing, "w1", 1)
    assert not house.parcels.keep(mine, b"words")
    assert house.parcels.there(mine.id) is None


def test_a_file_is_kept_for_its_hour_and_not_longer(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.asks()
    mine = house.jobs.take("one", [KIND])
    assert mine is not None
    content = b"0123456789" * (PIECE // 5)
    assert house.parcels.keep(mine, content)
    there = house.parcels.there(mine.id)
    assert there is not None
    assert there.bytes == len(content)
    assert 0 < there.left <= storing.KEPT
    assert house.parcels.throw_away() == 0
    monkeypatch.setattr(storing, "KEPT", -1)
    assert house.parcels.there(mine.id) is None
    assert house.parcels.throw_away() == 2
    raw = (Path(str(house.passing.url.database))).read_bytes()
    assert b"01234567890123456789" not in raw


def test_a_worker_that_dies_is_replaced_once_and_then_it_has_failed(house: House) -> None:
    asked = house.asks()
    for _ in range(2):
        assert house.jobs.take("dies", [KIND]) is not None
        house.jobs.abandon("dies")
    assert house.jobs.take("another", [KIND]) is None
    job = house.job(asked)
    assert (job.state, job.attempt, job.problem) == ("failed", 2, "WorkerDied")


def test_words_that_nobody_may_read_are_in_no_log_and_no_payload(house: House) -> None:
    asked = house.asks()
    house.works()
    assert "evenings" not in str(msgspec.to_builtins(house.job(asked).result))
    assert house.job(asked).payload == {"what": "draft"}

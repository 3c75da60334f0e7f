"""A worker: what it does with a job that fails, that is taken away, or that it must not finish."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.jobs.kit import SAID, WALL, House, found
from tests.stories.server import command_line
from workshop.jobs import worker as workers
from workshop.jobs.embeddings import Embeddings
from workshop.jobs.handlers import KINDS
from workshop.jobs.job import Job
from workshop.jobs.work import Lost, Work
from workshop.jobs.worker import Worker
from workshop.sensemaking.vectors import digest

KIND = {"suggest": found}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("worker") / "cafe.db")
    made.ann_writes(*SAID)
    yield made
    made.close()


@pytest.fixture
def job(house: House) -> Job:
    house.jobs_sql("delete from job")
    house.jobs_sql("delete from embedding")
    wanted = house.jobs.find(house.jobs.put("suggest", house.id, WALL, {"board": WALL}))
    assert wanted is not None
    return wanted


def now(house: House, job: Job) -> Job:
    found = house.jobs.find(job.id)
    assert found is not None
    return found


def test_it_does_what_waits_and_then_there_is_nothing(house: House, job: Job) -> None:
    worker = house.worker(KIND)
    assert (worker._one(), worker._one()) == (True, False)
    assert now(house, job).state == "done"


def test_what_went_wrong_is_kept_as_a_kind_and_never_as_words(house: House, job: Job) -> None:
    def broken(work: Work, payload: dict[str, Any]) -> dict[str, Any]:
        raise ValueError(SAID[0])

    house.worker({"suggest": broken})._one()
    after = now(house, job)
    assert (after.state, after.problem) == ("waiting", "ValueError")


def test_told_to_stop_it_gives_the_job_back_and_that_was_no_attempt(house: House, job: Job) -> None:
    worker = house.worker()

    def stopped(work: Work, payload: dict[str, Any]) -> dict[str, Any]:
        worker.stopping = True
        work.reached(50)
        raise AssertionError

    worker._handlers = {"suggest": stopped}
    worker.run()
    after = now(house, job)
    assert (after.state, after.attempt, after.worker) == ("waiting", 0, "")


def test_a_job_that_was_taken_away_ends_at_the_next_step(house: House, job: Job) -> None:
    worker, ended = house.worker(), []

    def slow(work: Work, payload: dict[str, Any]) -> dict[str, Any]:
        house.jobs_sql("update job set worker = 'another', attempt = attempt + 1")
        worker.beat()
        with pytest.raises(Lost) as lost:
            work.reached(50)
        ended.append(lost)
        raise lost.value

    worker._handlers = {"suggest": slow}
    assert worker._one()
    assert ended
    assert now(house, job).worker == "another"


def test_a_beat_says_how_far_it_is(house: House, job: Job) -> None:
    worker = house.worker()

    def half(work: Work, payload: dict[str, Any]) -> dict[str, Any]:
        work.reached(50)
        worker.beat()
        return {"progress": now(house, job).progress}

    worker._handlers = {"suggest": half}
    worker._one()
    assert now(house, job).result == {"progress": 50}


def test_a_job_that_comes_no_further_ends_its_worker(
    house: House, job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    worker = house.worker()

    def endless(work: Work, payload: dict[str, Any]) -> dict[str, Any]:
        worker.beat()
        assert ended == []
        monkeypatch.setattr(workers, "LONGEST", 0.0)
        worker.beat()
        return {}

    worker._handlers = {"suggest": endless}
    worker._one()
    assert ended == [workers.STUCK]


def test_a_worker_without_work_goes(house: House) -> None:
    house.jobs_sql("delete from job")
    Worker(house.ledger._engine, "worker", KIND, idle=0.01).run()


def test_a_database_that_is_away_is_waited_for(
    house: House, job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "AWAY", 0.01)
    worker = house.worker(KIND)
    house.jobs_sql("alter table job rename to elsewhere")
    try:
        assert not worker._one()
    finally:
        house.jobs_sql("alter table elsewhere rename to job")
    assert worker._one()


def test_an_embedding_is_made_once_for_the_same_words(house: House, job: Job) -> None:
    worker = house.worker(KINDS)
    worker._one()
    result = now(house, job).result
    assert result is not None
    assert result["method"] == "model"
    (model,) = {row[0] for row in house.jobs_sql("select model from embedding")}
    kept = Embeddings(house.passing).of(house.id, model)
    assert {mark for mark, _ in kept.values()} == {digest(text) for text in SAID}
    # Were they made again, they would be as they were.
    house.jobs_sql("update embedding set vector = zeroblob(768)")
    house.jobs.put("suggest", house.id, WALL, {"board": WALL})
    worker._one()
    after = Embeddings(house.passing).of(house.id, model)
    assert {vector for _, vector in after.values()} == {bytes(768)}


def test_embeddings_are_kept_only_while_the_job_is_ones_own(house: House, job: Job) -> None:
    mine = house.jobs.take("one", KIND)
    assert mine is not None
    kept = Embeddings(house.passing)
    note = {"note": ("digest", bytes(768))}
    assert kept.keep(mine, "minilm", note)
    assert kept.of(house.id, "minilm") == note
    assert kept.of(house.id, "another model") == {}
    house.jobs_sql("delete from job")
    assert not kept.keep(mine, "minilm", {"other": ("digest", bytes(768))})
    assert kept.of(house.id, "minilm") == note


def test_the_map_has_a_place_for_every_note(house: House, job: Job) -> None:
    house.jobs_sql("delete from job")
    wanted = house.jobs.put("map", house.id, WALL, {"board": WALL})
    house.worker(KINDS)._one()
    done = house.jobs.find(wanted)
    assert done is not None
    assert done.result is not None
    places = done.result["places"]
    assert len(places) == len(SAID)
    assert all(0 <= at <= 1000 for place in places.values() for at in place)


def test_nobody_works_where_there_is_no_cafe(tmp_path: Path) -> None:
    done = command_line("worker", "--data", str(tmp_path / "nowhere"))
    assert done.returncode == 2
    assert done.stderr == f"There are no cafés in {tmp_path / 'nowhere'}. Give their folder with --data.\n"
    assert not (tmp_path / "nowhere").exists()

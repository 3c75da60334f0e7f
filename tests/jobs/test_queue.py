"""The rules of the queue: what is asked for is done once, whoever dies on the way."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Engine

from tests.jobs.conftest import Queue
from workshop.jobs.job import Job
from workshop.jobs.parcels import PIECE, Parcels
from workshop.jobs.queue import DIED, KEPT, LEASE, MOST_ATTEMPTS, RESTS, Jobs
from workshop.ledger.passing import forget_words

KINDS = ("suggest",)


def taken(queue: Queue, by: str = "one") -> Job:
    job = queue.take(by, KINDS)
    assert job is not None
    return job


def test_a_job_is_taken_done_and_its_result_is_there(queue: Queue) -> None:
    wanted = queue.wants(level=3)
    assert queue.anything()
    job = taken(queue)
    assert (job.id, job.payload, job.state, job.attempt, job.worker) == (
        wanted,
        {"level": 3},
        "running",
        1,
        "one",
    )
    assert queue.finish(job, {"groups": ["Ä🍎"]})
    found = queue.find(wanted)
    assert found is not None
    assert (found.state, found.result, found.progress, found.over) == ("done", {"groups": ["Ä🍎"]}, 100, True)
    assert not queue.anything()
    assert queue.take("one", KINDS) is None


def test_the_same_thing_asked_for_twice_is_one_job_with_the_newer_wish(queue: Queue) -> None:
    assert queue.wants(level=1) == queue.wants(level=5)
    assert taken(queue).payload == {"level": 5}
    assert queue.take("two", KINDS) is None


def test_what_is_asked_for_while_it_runs_is_the_job_that_runs(queue: Queue) -> None:
    wanted = queue.wants()
    job = taken(queue)
    assert queue.wants() == wanted
    assert queue.finish(job, {})
    assert queue.wants() != wanted


def test_other_boards_and_other_kinds_are_other_jobs(queue: Queue) -> None:
    assert len({queue.wants("a"), queue.wants("b"), queue.put("map", queue.here, "a", {})}) == 3


def test_what_has_waited_longest_is_done_first(queue: Queue) -> None:
    wanted = []
    for key in "abc":
        wanted.append(queue.wants(key))
        queue.clock.passes(1)
    assert [taken(queue).id for _ in wanted] == wanted


def test_a_worker_takes_only_what_it_knows(queue: Queue) -> None:
    queue.wants()
    assert queue.take("old", ("map",)) is None
    assert queue.take("new", ("map", "suggest")) is not None


def test_whoever_beats_keeps_the_job_and_whoever_falls_silent_loses_it(queue: Queue) -> None:
    queue.wants()
    first = taken(queue, "one")
    queue.clock.passes(LEASE - 1)
    assert queue.beat(first, 40)
    queue.clock.passes(LEASE - 1)
    assert queue.take("two", KINDS) is None
    queue.clock.passes(1)
    second = taken(queue, "two")
    assert (second.id, second.attempt) == (first.id, 2)
    assert not queue.beat(first, 50)
    assert not queue.finish(first, {"late": True})
    assert not queue.fail(first, "ValueError")
    assert not queue.give_back(first)
    assert queue.finish(second, {"late": False})
    found = queue.find(first.id)
    assert found is not None
    assert found.result == {"late": False}


def test_the_same_worker_under_an_older_attempt_is_not_heard_either(queue: Queue) -> None:
    queue.wants()
    first = taken(queue)
    queue.clock.passes(LEASE)
    second = taken(queue)
    assert not queue.finish(first, {})
    assert queue.finish(second, {})


def test_how_far_it_is_can_be_seen(queue: Queue) -> None:
    queue.wants()
    job = taken(queue)
    queue.beat(job, 40)
    found = queue.latest("suggest", queue.here, "board")
    assert found is not None
    assert (found.progress, found.state) == (40, "running")


def test_what_fails_rests_and_is_tried_again_and_then_has_failed(queue: Queue) -> None:
    wanted = queue.wants()
    for rest in RESTS:
        assert queue.fail(taken(queue), "ValueError")
        assert queue.take("one", KINDS) is None
        queue.clock.passes(rest - 1)
        assert queue.take("one", KINDS) is None
        queue.clock.passes(1)
    assert queue.fail(taken(queue), "KeyError")
    found = queue.find(wanted)
    assert found is not None
    assert (found.state, found.problem, found.attempt) == ("failed", "KeyError", MOST_ATTEMPTS)
    queue.clock.passes(LEASE)
    assert not queue.anything()


def test_what_kills_every_worker_has_failed_after_the_last(queue: Queue) -> None:
    wanted = queue.wants()
    for _ in range(MOST_ATTEMPTS):
        taken(queue)
        queue.clock.passes(LEASE)
    assert queue.take("one", KINDS) is None
    found = queue.find(wanted)
    assert found is not None
    assert (found.state, found.problem) == ("failed", DIED)


def test_a_worker_that_is_known_to_be_dead_is_not_waited_for(queue: Queue) -> None:
    queue.wants("a")
    lost = taken(queue, "one")
    queue.wants("b")
    kept = taken(queue, "two")
    assert queue.abandon("one") == 1
    again = taken(queue, "three")
    assert (again.id, again.attempt) == (lost.id, 2)
    assert queue.take("three", KINDS) is None
    assert queue.finish(kept, {})


def test_what_is_given_back_was_no_attempt(queue: Queue) -> None:
    queue.wants()
    for _ in range(MOST_ATTEMPTS + 1):
        assert queue.give_back(taken(queue))
    assert taken(queue).attempt == 1


def test_results_are_collected_by_number_and_then_forgotten(queue: Queue) -> None:
    done = queue.wants("a")
    queue.finish(taken(queue), {})
    waits = queue.wants("b")
    found = queue.collect([done, waits, "nothing"])
    assert {job.id: job.over for job in found.values()} == {done: True, waits: False}
    queue.forget(done)
    assert list(queue.collect([done, waits])) == [waits]
    assert queue.collect([]) == {}


def test_jobs_are_counted_by_their_state(queue: Queue) -> None:
    for key in "abcd":
        queue.wants(key)
    queue.finish(taken(queue), {})
    taken(queue)
    assert queue.counts() == {"waiting": 2, "running": 1, "done": 1, "failed": 0}


def test_what_nobody_asked_for_again_is_thrown_away_in_time(queue: Queue) -> None:
    done = queue.wants("done")
    queue.finish(taken(queue), {})
    runs = queue.wants("runs")
    taken(queue)
    queue.clock.passes(KEPT)
    assert queue.prune() == 0
    queue.clock.passes(1)
    waits = queue.wants("waits")
    assert queue.prune() == 1
    assert set(queue.collect([done, waits, runs])) == {waits, runs}


def test_the_databases_clock_is_the_clock(engine: Engine, queue: Queue) -> None:
    jobs = Jobs(engine)
    job = jobs.find(jobs.put("suggest", queue.here, "board", {}))
    assert job is not None
    assert abs(job.at - time.time() * 1000) < 60_000
    taken = jobs.take("one", KINDS)
    assert taken is not None
    assert jobs.beat(taken, 1)
    assert jobs.take("two", KINDS) is None


def test_many_workers_at_once_take_each_job_once(queue: Queue) -> None:
    wanted = {queue.wants(f"{no}") for no in range(24)}
    line = threading.Barrier(4)

    def work(name: str) -> list[str]:
        line.wait(20)
        found = []
        while (job := queue.take(name, KINDS)) is not None:
            assert queue.finish(job, {"by": name})
            found.append(job.id)
        return found

    with ThreadPoolExecutor() as hands:
        done = [one for each in hands.map(work, "abcd") for one in each]
    assert sorted(done) == sorted(wanted)


def test_many_that_ask_at_once_ask_for_one_job(queue: Queue) -> None:
    line = threading.Barrier(4)

    def ask(no: int) -> str:
        line.wait(20)
        return queue.wants(no=no)

    with ThreadPoolExecutor() as hands:
        assert len(set(hands.map(ask, range(4)))) == 1


def test_a_finished_file_is_kept_in_pieces_wherever_the_jobs_are(queue: Queue) -> None:
    wanted, parcels = queue.wants(), Parcels(queue._engine)
    job = taken(queue)
    content = bytes(PIECE) + "Ä🍎".encode()
    assert parcels.keep(job, content)
    there = parcels.there(wanted)
    assert there is not None
    assert there.bytes == len(content)
    assert b"".join(parcels.piece(wanted, no) or b"" for no in range(3)) == content
    assert parcels.throw_away() == 0
    assert queue.finish(job, {})
    assert not parcels.keep(job, b"too late")
    forget_words(queue._engine, job.workshop_id, 1)
    assert parcels.there(wanted) is None

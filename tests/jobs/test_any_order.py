"""Whatever workers do, in whatever order, and whoever dies: no job is finished twice, and none is lost."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import create_engine

from tests.jobs.conftest import Queue
from workshop.jobs.job import Job
from workshop.jobs.queue import LEASE, MOST_ATTEMPTS
from workshop.ledger.passing import open_passing

WORKERS = st.sampled_from(["one", "two"])
KEYS = st.sampled_from(["a", "b"])


class Workers(RuleBasedStateMachine):
    """Two workers, either of which may be slow, dead or mistaken about what it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.queue = Queue(open_passing(create_engine(f"sqlite:///{Path(self.folder.name) / 'cafe.db'}")))
        self.wanted: set[str] = set()
        self.held: dict[str, list[Job]] = {"one": [], "two": []}
        self.finished: list[str] = []

    def teardown(self) -> None:
        self.queue.engine.dispose()
        self.folder.cleanup()

    @rule(key=KEYS)
    def somebody_wants(self, key: str) -> None:
        self.wanted.add(self.queue.wants(key))

    @rule(worker=WORKERS)
    def takes(self, worker: str) -> None:
        job = self.queue.take(worker, ["suggest"])
        if job is not None:
            assert job.id not in self.finished
            self.held[worker].append(job)

    @rule(worker=WORKERS, which=st.integers(0, 5))
    def finishes(self, worker: str, which: int) -> None:
        for job in self.held[worker][which : which + 1]:
            if self.queue.finish(job, {"attempt": job.attempt}):
                self.finished.append(job.id)

    @rule(worker=WORKERS, which=st.integers(0, 5), how=st.sampled_from(["fail", "give_back", "beat"]))
    def reports(self, worker: str, which: int, how: str) -> None:
        for job in self.held[worker][which : which + 1]:
            if how == "fail":
                self.queue.fail(job, "ValueError")
            elif how == "beat":
                self.queue.beat(job, 50)
            else:
                self.queue.give_back(job)

    @rule(worker=WORKERS)
    def dies(self, worker: str) -> None:
        self.queue.abandon(worker)

    @rule(milliseconds=st.sampled_from([1, LEASE // 2, LEASE]))
    def time_passes(self, milliseconds: int) -> None:
        self.queue.clock.passes(milliseconds)

    @invariant()
    def nothing_is_finished_twice(self) -> None:
        assert len(set(self.finished)) == len(self.finished)

    @invariant()
    def every_job_is_somewhere(self) -> None:
        found = self.queue.collect(self.wanted)
        assert found.keys() == self.wanted
        assert {one.id for one in found.values() if one.state == "done"} == set(self.finished)
        assert all(one.attempt <= MOST_ATTEMPTS for one in found.values())

    @invariant()
    def a_board_is_asked_for_once(self) -> None:
        keys = [one.key for one in self.queue.collect(self.wanted).values() if not one.over]
        assert len(set(keys)) == len(keys)


Workers.TestCase.settings = settings(max_examples=25, stateful_step_count=30)
TestWorkers = Workers.TestCase

"""Jobs: work that is asked for in one process and done in another, on any machine that has the database.

A worker takes a job for a while, its lease, and says again and again that it lives. When it falls silent, the
lease ends and the job is anybody's. Each taking is an attempt with a number; what is reported under another
number than the last is not heard, so that of two workers at most one ever finishes a job.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Engine, case, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from workshop.core.clock import MINUTE, SECOND
from workshop.core.ids import new_id
from workshop.jobs.job import DONE, FAILED, OVER, RUNNING, WAITING, Job, database_time, is_mine, read_job
from workshop.ledger.database import READING, in_words
from workshop.ledger.tables import OUTSTANDING, job

# How often a job is tried, and how long after each failure it rests, in milliseconds. Somebody waits for an
# export in front of the screen, and can ask again.
MOST_ATTEMPTS = 3
ATTEMPTS = {"export": 2}
RESTS = (1 * SECOND, 5 * SECOND)
# For how long a worker that says nothing is believed to be at work, in milliseconds.
LEASE = 10 * SECOND
# How long what nobody asked for again is kept.
KEPT = 24 * 60 * MINUTE
# What is said of a job whose worker died each time.
DIED = "WorkerDied"


class Jobs:
    """The queue, in the database. Every method is one commit, and raises ``Unavailable`` without one.

    ``now``: the clock, in milliseconds; the database's own by default.
    """

    def __init__(self, engine: Engine, now: Callable[[], int] | None = None) -> None:
        self._engine = engine
        self._is_file = engine.dialect.name == "sqlite"
        self._clock = now

    @property
    def _now(self) -> Any:
        return database_time(self._engine.dialect.name) if self._clock is None else self._clock()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with in_words(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with (
            in_words(),
            self._engine.connect().execution_options(**READING) as connection,
            connection.begin(),
        ):
            yield connection

    # For those who want something done.

    def put(self, kind: str, workshop_id: str, key: str, payload: dict[str, Any]) -> str:
        """Ask for something; the job's id. What is asked for already and not over is the same job.

        The newer ``payload`` takes the place of that of a job which waits; one that runs may have read it.
        """
        insert = sqlite.insert if self._is_file else postgresql.insert
        row = {
            "id": new_id(),
            "kind": kind,
            "workshop_id": workshop_id,
            "key": key,
            "payload": msgspec.json.encode(payload).decode(),
            "state": WAITING,
            "lease_until": self._now,
            "at": self._now,
        }
        asked = insert(job).values(**row)
        known = asked.on_conflict_do_update(
            index_elements=[job.c.workshop_id, job.c.kind, job.c.key],
            index_where=OUTSTANDING,
            set_={"payload": asked.excluded.payload},
        )
        with self.writing() as connection:
            return str(connection.execute(known.returning(job.c.id)).scalar_one())

    def find(self, job_id: str) -> Job | None:
        found = self._all(job.c.id == job_id)
        return found[0] if found else None

    def latest(self, kind: str, workshop_id: str, key: str) -> Job | None:
        """The job that was asked for last, over or not."""
        found = self._all((job.c.workshop_id == workshop_id) & (job.c.kind == kind) & (job.c.key == key))
        return max(found, key=lambda one: one.at) if found else None

    def collect(self, job_ids: Collection[str]) -> dict[str, Job]:
        """Those of these jobs that are there, by id: waiting, running, or over."""
        return {found.id: found for found in self._all(job.c.id.in_(job_ids))} if job_ids else {}

    def forget(self, *job_ids: str) -> None:
        """These have served their purpose."""
        with self.writing() as connection:
            connection.execute(delete(job).where(job.c.id.in_(job_ids)))

    def _all(self, where: ColumnElement[bool]) -> list[Job]:
        with self.reading() as connection:
            return [read_job(row) for row in connection.execute(select(job).where(where)).mappings()]

    def counts(self) -> dict[str, int]:
        """How many jobs there are in each state."""
        asked = select(job.c.state, func.count()).group_by(job.c.state)
        with self.reading() as connection:
            return dict.fromkeys((WAITING, RUNNING, *OVER), 0) | {
                state: number for state, number in connection.execute(asked)
            }

    # For workers.

    def anything(self) -> bool:
        """Whether there is something to take; may be asked often, and holds up no writer."""
        with self.reading() as connection:
            return connection.execute(select(job.c.id).where(self._free()).limit(1)).first() is not None

    def _free(self) -> ColumnElement[bool]:
        over: ColumnElement[bool] = job.c.lease_until <= self._now
        return job.c.state.in_((WAITING, RUNNING)) & over

    def take(self, worker: str, kinds: Collection[str]) -> Job | None:
        """What has waited longest, for a lease. What was tried too often and never finished has failed."""
        known = self._free() & job.c.kind.in_(kinds)
        # SQLite has locked everything by now, and knows no rows to skip.
        longest = select(job.c.id).where(known).order_by(job.c.lease_until, job.c.id).limit(1)
        taken = (
            update(job)
            .where(job.c.id == longest.with_for_update(skip_locked=True).scalar_subquery())
            .values(
                state=RUNNING,
                worker=worker,
                attempt=job.c.attempt + 1,
                lease_until=self._now + LEASE,
                progress=0,
            )
        )
        with self.writing() as connection:
            most = case(ATTEMPTS, value=job.c.kind, else_=MOST_ATTEMPTS)
            given_up = self._free() & (job.c.attempt >= most)
            connection.execute(
                update(job).where(given_up).values(state=FAILED, problem=DIED, at=self._now, result=None)
            )
            row = connection.execute(taken.returning(*job.c)).mappings().one_or_none()
        return None if row is None else read_job(row)

    def beat(self, mine: Job, progress: int) -> bool:
        """Still at it. False: it is somebody else's by now, or nobody wants it any more."""
        return self._report(mine, lease_until=self._now + LEASE, progress=progress)

    def finish(self, mine: Job, result: dict[str, Any]) -> bool:
        """It is done. False: the result came too late, and is lost."""
        words = msgspec.json.encode(result).decode()
        return self._report(mine, state=DONE, result=words, progress=100, problem="", at=self._now)

    def fail(self, mine: Job, problem: str) -> bool:
        """It did not work: it is tried again after a rest, or has failed."""
        if mine.attempt >= ATTEMPTS.get(mine.kind, MOST_ATTEMPTS):
            return self._report(mine, state=FAILED, problem=problem, at=self._now)
        rest = RESTS[mine.attempt - 1]
        return self._report(mine, state=WAITING, problem=problem, lease_until=self._now + rest, worker="")

    def give_back(self, mine: Job) -> bool:
        """It was not begun in earnest: the worker is told to stop, and this was no attempt."""
        attempt = mine.attempt - 1
        return self._report(mine, state=WAITING, attempt=attempt, lease_until=self._now, worker="")

    def _report(self, mine: Job, **values: Any) -> bool:
        with self.writing() as connection:
            return connection.execute(update(job).where(is_mine(mine)).values(**values)).rowcount == 1

    def abandon(self, worker: str) -> int:
        """This worker is dead, says whoever started it: how many jobs are free at once."""
        freed = update(job).where((job.c.worker == worker) & (job.c.state == RUNNING))
        with self.writing() as connection:
            return connection.execute(freed.values(lease_until=self._now)).rowcount

    def prune(self, kept: int = KEPT) -> int:
        """Throw away what nobody has asked for in so many milliseconds; how many that were."""
        old = (job.c.at < self._now - kept) & (job.c.state != RUNNING)
        with self.writing() as connection:
            return connection.execute(delete(job).where(old)).rowcount

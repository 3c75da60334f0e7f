"""One job, and what every part of the house must know to ask for one or to do one."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
from sqlalchemy import BigInteger, ColumnElement, RowMapping, cast, extract, func

from workshop.ledger.tables import job

State = Literal["waiting", "running", "done", "failed"]
WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"
OVER = (DONE, FAILED)
EPOCH_DAY, DAY_MS = 2_440_587.5, 86_400_000


@dataclass(frozen=True, slots=True)
class Job:
    """``progress``: percent. ``problem``: what kind of error it failed with, never what it said."""

    id: str
    kind: str
    workshop_id: str
    key: str
    payload: dict[str, Any]
    state: State
    attempt: int
    worker: str
    progress: int
    result: dict[str, Any] | None
    problem: str
    at: int

    @property
    def over(self) -> bool:
        return self.state in OVER


def database_time(dialect: str) -> ColumnElement[Any]:
    """Milliseconds since 1970 by the database's own clock: workers on other machines may have any."""
    if dialect == "sqlite":
        return cast((func.julianday("now") - EPOCH_DAY) * DAY_MS, BigInteger)
    return cast(extract("epoch", func.clock_timestamp()) * 1000, BigInteger)


def worker_name(pid: int) -> str:
    """What a worker on this machine takes jobs as, by the number of its process."""
    return f"{socket.gethostname()[:60]}-{pid}"


def is_mine(mine: Job) -> ColumnElement[bool]:
    """The job, as long as nobody has taken it after this attempt."""
    return (
        (job.c.id == mine.id)
        & (job.c.attempt == mine.attempt)
        & (job.c.worker == mine.worker)
        & (job.c.state == RUNNING)
    )


def read_job(row: RowMapping) -> Job:
    plain = {name: row[name] for name in Job.__slots__ if name not in ("payload", "result")}
    result = None if row["result"] is None else msgspec.json.decode(row["result"])
    return Job(**plain, payload=msgspec.json.decode(row["payload"]), result=result)

"""Finished files that wait to be fetched, for an hour: in pieces, so that nobody holds a whole one."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Engine, delete, func, insert, select, update

from workshop.core.clock import MINUTE
from workshop.jobs.job import Job, database_time, is_mine
from workshop.jobs.queue import Jobs
from workshop.ledger.database import leave_no_trace
from workshop.ledger.tables import job, parcel

# For how long a file is kept, and for how long beside a newer one of the same key, in milliseconds: somebody
# may be fetching it.
KEPT, SPARE = 60 * MINUTE, 5 * MINUTE
# Bytes of one piece.
PIECE = 1_000_000


class There(NamedTuple):
    """A file that can be fetched: how large it is, and for how many milliseconds it is kept yet."""

    bytes: int
    left: int


class Parcels:
    """In the database, so that any process can give out what any worker has made."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._jobs = Jobs(engine)
        self._now = database_time(engine.dialect.name)

    def keep(self, mine: Job, content: bytes) -> bool:
        """Keep what a job made, as long as it is still this worker's to do.

        Words that are redacted meanwhile take the job with them, and nothing of theirs is kept.
        """
        same = (parcel.c.workshop_id == mine.workshop_id) & (parcel.c.key == mine.key)
        old = same & (parcel.c.at < self._now - SPARE)
        with self._jobs.writing() as connection:
            held = connection.execute(update(job).where(is_mine(mine)).values(worker=mine.worker))
            if held.rowcount != 1:
                return False
            connection.execute(delete(parcel).where(old | (parcel.c.job_id == mine.id)))
            about = {"job_id": mine.id, "workshop_id": mine.workshop_id, "key": mine.key, "at": self._now}
            for no, start in enumerate(range(0, len(content), PIECE)):
                piece = {"no": no, "content": content[start : start + PIECE]}
                connection.execute(insert(parcel).values(**about, **piece))
        return True

    def there(self, job_id: str) -> There | None:
        """None for one that is not there, or not any more."""
        asked = select(func.sum(func.length(parcel.c.content)), func.max(parcel.c.at) + KEPT - self._now)
        with self._jobs.reading() as connection:
            size, left = connection.execute(asked.where(parcel.c.job_id == job_id)).one()
        return There(int(size), int(left)) if size and left > 0 else None

    def piece(self, job_id: str, no: int) -> bytes | None:
        """None after the last one."""
        asked = select(parcel.c.content).where(parcel.c.job_id == job_id, parcel.c.no == no)
        with self._jobs.reading() as connection:
            found: bytes | None = connection.execute(asked).scalar_one_or_none()
            return found

    def throw_away(self) -> int:
        """Those whose hour is over; how many pieces that were. Looks before it holds anybody up."""
        old = parcel.c.at < self._now - KEPT
        with self._jobs.reading() as connection:
            if connection.execute(select(parcel.c.no).where(old).limit(1)).first() is None:
                return 0
        with self._jobs.writing() as connection:
            gone = connection.execute(delete(parcel).where(old)).rowcount
        leave_no_trace(self._engine)
        return gone

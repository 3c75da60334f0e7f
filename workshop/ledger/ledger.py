"""The ledger: append, read, redact. One call of :meth:`Ledger.append` is one commit, synced to disk."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, delete, func, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as NoConnection

from workshop.errors import Unavailable
from workshop.ledger.copies import COPIES, without_copies, written_by
from workshop.ledger.database import READING, leave_no_trace, must_be_ready, one_moment
from workshop.ledger.passing import forget_words, open_passing, results
from workshop.ledger.records import Entry, Listing, Record, Stale
from workshop.ledger.rows import append_on, entries, names_on, rename_on
from workshop.ledger.tables import entry, harvest, workshop
from workshop.ledger.wording import without_words

AWAY = (
    "The server cannot {} right now. Your words are kept on this device "
    "and go by themselves as soon as it can."
)
# How many workshops, those that were busy last, are asked for the latest entry of all.
LATELY = 10


class Ledger:
    """Every workshop's entries, names and listing, in one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # Entries are written over a connection of their own, by a thread that shares no lock of the pool.
        self._pen = engine.connect()

    def close(self) -> None:
        """Give every connection back, with its files. Nothing can be read or written after it."""
        self._pen.close()
        self._engine.dispose()
        if "_passing" in self.__dict__:
            self._passing.dispose()

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """What the database raises, in words."""
        try:
            yield
        except IntegrityError as problem:
            raise Stale from problem
        except (DBAPIError, NoConnection) as problem:
            is_file = self._engine.dialect.name == "sqlite"
            what = "write to its disk" if is_file else "reach its database"
            raise Unavailable(AWAY.format(what)) from problem

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One commit. Raises :class:`Stale` or :class:`~workshop.errors.Unavailable`: nothing is kept."""
        with self._answering(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._answering(), self._pen.begin():
            yield self._pen

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """One moment of the database, that holds up no writer."""
        with (
            self._answering(),
            self._engine.connect().execution_options(**READING) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def moment(self) -> Iterator[Connection]:
        """As :meth:`_reading`, and what is read later is of the same moment as what is read first."""
        with self._answering(), one_moment(self._engine) as connection:
            yield connection

    def must_be_ready(self) -> None:
        """Raise :class:`Unavailable` where the database does not answer, or has other tables than we need."""
        must_be_ready(self._engine)

    def append(self, record: Record) -> None:
        """Commit a record, whole or not at all. Raises :class:`Stale` or :class:`Unavailable`."""
        for problem in self.append_all([record]):
            if problem is not None:
                raise problem

    def append_all(self, records: Sequence[Record]) -> list[Exception | None]:
        """Commit records of several workshops at once; what came of each. A stale one spoils only itself."""
        try:
            with self._writing() as connection:
                for record in records:
                    append_on(connection, record)
        except Stale as stale:
            return [stale] if len(records) == 1 else [self.append_all([one])[0] for one in records]
        except Unavailable as problem:
            return [problem] * len(records)
        return [None] * len(records)

    def read(self, workshop_id: str, after: int = 0, types: Collection[str] = ()) -> list[Entry]:
        """The entries of a workshop after a number, in order and all at once: nobody waits for a reader.

        ``types``: of these alone, if any are given.
        """
        with self._reading() as connection:
            return list(entries(connection, workshop_id, after, types))

    def newest(self, workshop_ids: Collection[str]) -> dict[str, int]:
        """The number of the last entry of each of these workshops; none for one without entries."""
        # One step in the index for each, and not all of its entries.
        last = select(func.max(entry.c.n)).where(entry.c.workshop_id == workshop.c.id).scalar_subquery()
        with self._reading() as connection:
            rows = connection.execute(select(workshop.c.id, last).where(workshop.c.id.in_(workshop_ids)))
            return {row[0]: row[1] for row in rows if row[1]}

    def names(self, workshop_id: str) -> dict[str, str]:
        with self._reading() as connection:
            return names_on(connection, workshop_id)

    def find(self, code: str) -> Listing | None:
        return self._one(workshop.c.code == code)

    def listing(self, workshop_id: str) -> Listing | None:
        return self._one(workshop.c.id == workshop_id)

    def _one(self, where: Any) -> Listing | None:
        with self._reading() as connection:
            row = connection.execute(select(workshop).where(where)).mappings().one_or_none()
        return Listing(**row) if row else None

    def listings(self) -> list[Listing]:
        """All workshops, the latest first."""
        with self._reading() as connection:
            rows = (
                connection.execute(select(workshop).order_by(workshop.c.updated_at.desc())).mappings().all()
            )
        return [Listing(**row) for row in rows]

    def last_written(self) -> int:
        """When the latest entry of all was written, in milliseconds; 0 where there is none."""
        with self._reading() as connection:
            busy = select(workshop.c.id).order_by(workshop.c.updated_at.desc()).limit(LATELY)
            found = connection.execute(select(func.max(entry.c.at)).where(entry.c.workshop_id.in_(busy)))
            return found.scalar() or 0

    def redact(self, workshop_id: str, n: int, body: str) -> None:
        """Replace the body of one entry. Its number and its type stay, so that folding still works.

        What was made of it goes in the same breath: the harvest is pressed anew when somebody reads it, and
        whoever is at a job of this workshop finds that it is theirs no more.
        """
        self._forget_words(workshop_id)
        body = msgspec.json.format(body, indent=-1)
        with self.transaction() as connection:
            lock(connection, workshop_id)
            connection.execute(delete(harvest).where(harvest.c.workshop_id == workshop_id))
            connection.execute(
                update(entry).where(entry.c.workshop_id == workshop_id, entry.c.n == n).values(body=body)
            )
            # What stood there before may be damaged beyond reading.
            of = written_by(msgspec.json.decode(body))
            if of is not None:
                _take_copies_back(connection, workshop_id, of)
        # Once more: a worker may have read them while they still stood in the ledger.
        self._forget_words(workshop_id)
        leave_no_trace(self._engine)

    def redact_words(self, workshop_id: str, of: str) -> None:
        """Redact every entry that holds these words, such as those of ``note/ID``. A repeat is harmless."""
        for n, body in list(without_words(self.read(workshop_id), of)):
            self.redact(workshop_id, n, body)

    def found_by_workers(self, workshop_id: str, kind: str) -> dict[str, str]:
        """The latest results of one kind of job, by key, as JSON; none where none was asked for lately."""
        with self._answering():
            return results(self._passing, workshop_id, kind)

    def _forget_words(self, workshop_id: str) -> None:
        with self._answering():
            forget_words(self._passing, workshop_id, time.time_ns() // 1_000_000)

    @cached_property
    def _passing(self) -> Engine:
        return open_passing(self._engine)

    def forget(self, workshop_id: str, person_id: str, name: str) -> None:
        """Erase a person's name everywhere, by replacing it with ``name``. What was made with it goes too."""
        self._forget_words(workshop_id)
        with self.transaction() as connection:
            lock(connection, workshop_id)
            # First names may stand in what goes out, which is kept for as long as its pressing.
            connection.execute(delete(harvest).where(harvest.c.workshop_id == workshop_id))
            rename_on(connection, workshop_id, {person_id: name})
        self._forget_words(workshop_id)
        leave_no_trace(self._engine)


def _take_copies_back(connection: Connection, workshop_id: str, of: str) -> None:
    mine = entry.c.workshop_id == workshop_id
    copies = select(entry.c.n, entry.c.type, entry.c.body).where(mine, entry.c.type.in_(COPIES))
    for n, kind, body in connection.execute(copies).all():
        left = without_copies(kind, body, of)
        connection.execute(update(entry).where(mine, entry.c.n == n).values(body=left))


def lock(connection: Connection, workshop_id: str) -> None:
    """Nobody else changes this workshop until the commit. SQLite has locked everything at the beginning."""
    connection.execute(select(workshop.c.id).where(workshop.c.id == workshop_id).with_for_update())

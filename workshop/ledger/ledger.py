"""The ledger: append, read, redact. One call of :meth:`Ledger.append` is one commit, synced to disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, RowMapping, delete, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from workshop.core.state import Status
from workshop.errors import Unavailable
from workshop.ledger.database import leave_no_trace
from workshop.ledger.tables import entry, harvest, person, workshop

# Made once: SQLAlchemy compiles a statement it has seen before only once, and this one is for every note.
_APPEND = insert(entry)


class Stale(Exception):
    """Another process has appended to this workshop: fold again and decide again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with its number. ``streams``: the number it got on each stream that heard of it."""

    n: int
    at: int
    by: str | None
    command: str
    type: str
    body: str
    streams: dict[str, int]


@dataclass(frozen=True, slots=True)
class Listing:
    """A workshop as lists show it. Times in milliseconds."""

    id: str
    code: str
    title: str
    status: Status
    practice: bool
    created_at: int
    updated_at: int


@dataclass(slots=True)
class Record:
    """What one workshop appends in one commit. ``listing``: how lists show it from now on, if anew."""

    workshop_id: str
    entries: list[Entry] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    listing: Listing | None = None


class Ledger:
    """Every workshop's entries, names and listing, in one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One commit. Raises :class:`Stale` or :class:`~workshop.errors.Unavailable`: nothing is kept."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except IntegrityError as problem:
            raise Stale from problem
        except (OperationalError, DBAPIError) as problem:
            raise Unavailable(
                "The server cannot write to its disk right now. Your words are kept on this device "
                "and go by themselves as soon as it can.",
            ) from problem

    def append(self, record: Record) -> None:
        """Commit a record, whole or not at all. Raises :class:`Stale` or :class:`Unavailable`."""
        with self.transaction() as connection:
            if record.listing is not None:
                _list(connection, record.listing, opens=_opens(record.entries))
            if record.names:
                _name(connection, record.workshop_id, record.names)
            if record.entries:
                connection.execute(_APPEND, [_row(record.workshop_id, e) for e in record.entries])

    def read(self, workshop_id: str) -> list[Entry]:
        """Every entry of a workshop, in order: all at once, so that nobody waits for a slow reader."""
        with self.transaction() as connection:
            return list(entries(connection, workshop_id))

    def names(self, workshop_id: str) -> dict[str, str]:
        with self.transaction() as connection:
            rows = connection.execute(
                select(person.c.id, person.c.name).where(person.c.workshop_id == workshop_id)
            )
            return {row.id: row.name for row in rows}

    def find(self, code: str) -> Listing | None:
        return self._one(workshop.c.code == code)

    def listing(self, workshop_id: str) -> Listing | None:
        return self._one(workshop.c.id == workshop_id)

    def _one(self, where: Any) -> Listing | None:
        with self.transaction() as connection:
            row = connection.execute(select(workshop).where(where)).mappings().one_or_none()
        return Listing(**row) if row else None

    def listings(self) -> list[Listing]:
        """All workshops, the latest first."""
        with self.transaction() as connection:
            rows = (
                connection.execute(select(workshop).order_by(workshop.c.updated_at.desc())).mappings().all()
            )
        return [Listing(**row) for row in rows]

    def redact(self, workshop_id: str, n: int, body: str) -> None:
        """Replace the body of one entry. Its number and its type stay, so that folding still works.

        What was pressed from it goes in the same breath: the harvest is made anew when somebody reads it.
        """
        with self.transaction() as connection:
            lock(connection, workshop_id)
            connection.execute(delete(harvest).where(harvest.c.workshop_id == workshop_id))
            connection.execute(
                update(entry).where(entry.c.workshop_id == workshop_id, entry.c.n == n).values(body=body)
            )
        leave_no_trace(self._engine)

    def forget(self, workshop_id: str, person_id: str, name: str) -> None:
        """Erase a person's name everywhere, by replacing it with ``name``."""
        with self.transaction() as connection:
            _name(connection, workshop_id, {person_id: name})
        leave_no_trace(self._engine)


def lock(connection: Connection, workshop_id: str) -> None:
    """Nobody else changes this workshop until the commit. SQLite has locked everything at the beginning."""
    connection.execute(select(workshop.c.id).where(workshop.c.id == workshop_id).with_for_update())


def entries(connection: Connection, workshop_id: str) -> Iterator[Entry]:
    """Every entry of a workshop, in order."""
    rows = connection.execute(select(entry).where(entry.c.workshop_id == workshop_id).order_by(entry.c.n))
    return map(_entry, rows.mappings().all())


def _row(workshop_id: str, e: Entry) -> dict[str, Any]:
    return {
        "workshop_id": workshop_id,
        "n": e.n,
        "at": e.at,
        "by": e.by,
        "command": e.command,
        "type": e.type,
        "body": e.body,
        "streams": msgspec.json.encode(e.streams).decode(),
    }


def _entry(row: RowMapping) -> Entry:
    streams = msgspec.json.decode(row["streams"], type=dict[str, int])
    fields = {k: row[k] for k in ("n", "at", "by", "command", "type", "body")}
    return Entry(**fields, streams=streams)


def _list(connection: Connection, listing: Listing, opens: bool) -> None:
    values = asdict(listing)
    if opens:
        connection.execute(insert(workshop), values)
    else:
        connection.execute(update(workshop).where(workshop.c.id == listing.id).values(values))


def _opens(entries: Sequence[Entry]) -> bool:
    return bool(entries) and entries[0].n == 1


def _name(connection: Connection, workshop_id: str, names: dict[str, str]) -> None:
    here = (person.c.workshop_id == workshop_id) & person.c.id.in_(names)
    connection.execute(delete(person).where(here))
    rows = [{"workshop_id": workshop_id, "id": who, "name": name} for who, name in names.items()]
    connection.execute(insert(person), rows)

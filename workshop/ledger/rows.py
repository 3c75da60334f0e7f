"""Rows and records: what one transaction reads of a workshop, and writes of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from workshop.ledger.records import Entry, Listing, Record
from workshop.ledger.tables import entry, person, workshop

# Made once: SQLAlchemy compiles a statement it has seen before only once, and this one is for every note.
_APPEND = insert(entry)


def append_on(connection: Connection, record: Record) -> None:
    """Append a record as part of a transaction."""
    if record.listing is not None:
        opens = bool(record.entries) and record.entries[0].n == 1
        _list(connection, record.listing, opens)
    if record.names:
        rename_on(connection, record.workshop_id, record.names)
    if record.entries:
        connection.execute(_APPEND, [_row(record.workshop_id, e) for e in record.entries])


def entries(
    connection: Connection, workshop_id: str, after: int = 0, types: Collection[str] = ()
) -> Iterator[Entry]:
    """The entries of a workshop after a number, in order. ``types``: of these alone, if any are given."""
    asked = select(entry).where(entry.c.workshop_id == workshop_id, entry.c.n > after).order_by(entry.c.n)
    if types:
        asked = asked.where(entry.c.type.in_(types))
    return map(_entry, connection.execute(asked).mappings().all())


def names_on(connection: Connection, workshop_id: str) -> dict[str, str]:
    """What people of a workshop are called now, by their ids."""
    rows = connection.execute(select(person.c.id, person.c.name).where(person.c.workshop_id == workshop_id))
    return {row.id: row.name for row in rows}


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


def rename_on(connection: Connection, workshop_id: str, names: dict[str, str]) -> None:
    """What people are called from now on."""
    here = (person.c.workshop_id == workshop_id) & person.c.id.in_(names)
    connection.execute(delete(person).where(here))
    rows = [{"workshop_id": workshop_id, "id": who, "name": name} for who, name in names.items()]
    connection.execute(insert(person), rows)

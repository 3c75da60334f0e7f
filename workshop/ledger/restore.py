"""Putting a backup into an empty database: all of it, or nothing."""

from __future__ import annotations

import zipfile
from itertools import islice

import msgspec
from sqlalchemy import Connection, Engine, MetaData, Table, func, insert, inspect, select

from workshop.errors import Conflict, Unavailable
from workshop.ledger.archive import Manifest, Tell, lines
from workshop.ledger.database import in_words, migrate_on

# Rows in one statement.
ROWS = 500


def restore(engine: Engine, archive: zipfile.ZipFile, manifest: Manifest, tell: Tell) -> None:
    """Load what was checked before, into the tables as they were then; then bring them up to date.

    Raises :class:`~workshop.errors.Refused`, with the database as it was.
    """
    with in_words(), engine.begin() as connection:
        if inspect(connection).get_table_names():
            raise Conflict(
                "The database is not empty, and is left as it is. Restore into an empty one.", "not-empty"
            )
        migrate_on(connection, manifest.schema)
        tables = MetaData()
        tables.reflect(connection, only=[part.table for part in manifest.tables])
        done = 0
        for part in manifest.tables:
            _load(connection, archive, tables.tables[part.table], done, manifest.rows, tell)
            done += part.rows
        _must_be_complete(connection, tables, manifest)
        migrate_on(connection)


def _load(
    connection: Connection, archive: zipfile.ZipFile, table: Table, done: int, total: int, tell: Tell
) -> None:
    rows = map(msgspec.json.decode, lines(archive, table.name))
    while some := list(islice(rows, ROWS)):
        connection.execute(insert(table), some)
        done += len(some)
        tell("restored", done, total)


def _must_be_complete(connection: Connection, tables: MetaData, manifest: Manifest) -> None:
    for part in manifest.tables:
        found = connection.execute(select(func.count()).select_from(tables.tables[part.table])).scalar_one()
        if found != part.rows:
            raise Unavailable(
                f"The database kept {found} of {part.rows} rows of {part.table}. Nothing was restored.",
                "lost",
            )

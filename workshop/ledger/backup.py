"""Saving everything into one file while people go on: one moment of the database, that holds up no writer."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Engine, Table, func, select

from workshop.errors import Conflict, Unavailable
from workshop.ledger.archive import FORMAT, KEY, MANIFEST, Manifest, Part, Tell, digest, file_of
from workshop.ledger.database import in_words, must_be_ready, one_moment, schemas
from workshop.ledger.tables import PASSING, metadata

# Rows in memory at once.
ROWS = 1_000


def save(engine: Engine, path: Path, key: bytes | None, tell: Tell) -> Manifest:
    """Save what lasts, and the key if it is given, into a new file that its owner alone may read.

    Raises :class:`~workshop.errors.Refused`, and leaves nothing behind.
    """
    must_be_ready(engine)
    with (
        _written_whole(path) as fresh,
        in_words(),
        one_moment(engine) as connection,
        zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        return _fill(archive, connection, key, tell)


def _fill(archive: zipfile.ZipFile, connection: Connection, key: bytes | None, tell: Tell) -> Manifest:
    tables = [table for table in metadata.sorted_tables if table not in PASSING]
    total = sum(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables)
    parts: list[Part] = []
    for table in tables:
        parts.append(_put(archive, connection, table, sum(part.rows for part in parts), total, tell))
    if key is not None:
        archive.writestr(KEY, key)
    manifest = Manifest(
        format=FORMAT,
        schema=schemas()[0],
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        tables=parts,
        key_sha256=None if key is None else digest(key),
    )
    # Last: a file that ends before is no backup.
    archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
    return manifest


def _put(
    archive: zipfile.ZipFile, connection: Connection, table: Table, done: int, total: int, tell: Tell
) -> Part:
    found, rows = hashlib.sha256(), 0
    with archive.open(file_of(table.name), "w", force_zip64=True) as out:
        for line in _lines(connection, table):
            found.update(line)
            out.write(line)
            rows += 1
            tell("saved", done + rows, total)
    return Part(table=str(table.name), rows=rows, sha256=found.hexdigest())


def _lines(connection: Connection, table: Table) -> Iterator[bytes]:
    asked = select(table).order_by(*table.primary_key.columns)
    for row in connection.execute(asked, execution_options={"yield_per": ROWS}).mappings():
        yield msgspec.json.encode(dict(row)) + b"\n"


@contextmanager
def _written_whole(path: Path) -> Iterator[Path]:
    """A file beside ``path`` that takes its name when it is complete and on the disk."""
    if path.exists():
        raise Conflict(
            f"{path} is there already, and is left as it is. Give the backup another name.", "exists"
        )
    fresh: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        fresh = Path(name)
        yield fresh
        os.fsync(handle)
        fresh.rename(path)
    except OSError as problem:
        raise Unavailable(
            f"The backup {path} cannot be written ({problem.strerror or problem}). Nothing is left of it.",
            "backup",
        ) from problem
    finally:
        if fresh is not None:
            os.close(handle)
            fresh.unlink(missing_ok=True)

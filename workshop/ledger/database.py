"""Opening the database, and bringing its tables up to date."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from workshop.errors import Unavailable
from workshop.ledger import postgres

# Given to a connection that will only read: it then waits for no writer, and none waits for it.
READING = {"reads": True}
MIGRATIONS = Path(__file__).parent / "migrations"
# What is erased is overwritten in the file as well: ``secure_delete``.
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "busy_timeout = 5000",
    "secure_delete = ON",
)


def open_database(url: str) -> Engine:
    """An engine on an up-to-date database. SQLite is put into WAL mode with every commit synced to disk.

    Raises :class:`Unavailable` in words when it cannot be used.
    """
    address = postgres.read_address(url)
    with in_words():
        return _open_postgres(address) if postgres.is_postgres(address) else _open_file(address)


def open_beside(url: str) -> Engine:
    """The same for a process that only reads it, and leaves it to the servers to bring it up to date."""
    address = postgres.read_address(url)
    with in_words():
        engine = postgres.connect(address) if postgres.is_postgres(address) else _file_engine(address)
    must_be_ready(engine)
    return engine


def patient_engine(url: str) -> Engine:
    """An engine on the database as it is, for work that may take long: backups, and putting them back."""
    address = postgres.read_address(url)
    with in_words():
        return postgres.one_connection(address) if postgres.is_postgres(address) else _file_engine(address)


@contextmanager
def in_words() -> Iterator[None]:
    """What a database raises that cannot be used, as :class:`Unavailable`."""
    try:
        yield
    except (SQLAlchemyError, CommandError, ImportError) as problem:
        # Not the address: it may hold a password.
        reason = getattr(problem, "orig", None) or problem
        raise Unavailable(
            f"The database cannot be used: {str(reason).rstrip('.')}. "
            "Give another folder with --data, or another address in the setting DATABASE_URL.",
            "database",
        ) from problem


def _open_file(address: URL) -> Engine:
    make_private(address)
    engine = _file_engine(address)
    migrate(engine)
    return engine


def make_private(address: URL) -> None:
    """A new file is for its owner alone, and so are those SQLite puts beside it."""
    if address.get_backend_name() == "sqlite" and address.database and address.database != ":memory:":
        # Where no file can be made, SQLite says so in a moment. One that is there is not touched: to close it
        # here would take away the locks that this process has on it (POSIX), and another would end its log.
        with suppress(OSError):
            os.close(os.open(address.database, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _file_engine(address: URL) -> Engine:
    engine = create_engine(address)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", safe_sqlite)
        event.listen(engine, "begin", begin_immediate)
    return engine


def _open_postgres(address: URL) -> Engine:
    patient = postgres.one_connection(address)
    try:
        migrate(patient)
    finally:
        patient.dispose()
    return postgres.connect(address)


def safe_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def begin_immediate(connection: Any) -> None:
    """Take the write lock at once: a transaction that starts as a reader may be refused it half-way."""
    reads = connection.get_execution_options().get("reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def leave_no_trace(engine: Engine) -> None:
    """Empty SQLite's log, which still holds what has just been erased; as far as nobody is reading it."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def migrate(engine: Engine) -> None:
    """Bring the tables up to date."""
    with engine.begin() as connection:
        migrate_on(connection)


def migrate_on(connection: Connection, to: str = "head") -> None:
    """Bring the tables up to a schema, the newest or one that is named, as part of a transaction."""
    if connection.dialect.name == "postgresql":
        postgres.take_turn(connection)
    found = schema_of(connection)
    if found not in (None, *schemas()):
        raise Unavailable(
            f"The database was made by a newer version of this program (schema {found}). "
            "Install that version, or restore a backup that was made before.",
            "newer",
        )
    config = _scripts()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _scripts() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


@cache
def schemas() -> tuple[str, ...]:
    """Every schema this program knows, the newest first."""
    return tuple(script.revision for script in ScriptDirectory.from_config(_scripts()).walk_revisions())


def schema_of(connection: Connection) -> str | None:
    """The schema that a database has; None where it has no tables of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("select version_num from alembic_version")).scalar()
    return found


def must_be_ready(engine: Engine) -> None:
    """Raise :class:`Unavailable` where the database does not answer, or has other tables than we need."""
    with in_words(), engine.connect().execution_options(**READING) as connection:
        found = schema_of(connection)
    if found != schemas()[0]:
        raise Unavailable(f"The database has schema {found}, and this server needs {schemas()[0]}.", "schema")


@contextmanager
def one_moment(engine: Engine) -> Iterator[Connection]:
    """Everything as it is now, however long it takes to read, while others go on writing."""
    options = READING if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def data_folder(path: Path) -> Path:
    """The folder, made if it is missing. Raises :class:`Unavailable` where nothing can be written."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe = path / ".writable"
        probe.write_text("")
        probe.unlink()
    except OSError as problem:
        raise Unavailable(
            f"The data folder {path} cannot be written to ({problem.strerror}). "
            "Give another folder with --data, or change its permissions.",
            "data-folder",
        ) from problem
    return path

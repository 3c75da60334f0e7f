"""Where jobs, embeddings and finished files are kept: what passes, and is made again when it is missed.

With PostgreSQL they lie beside the ledger. SQLite has one lock for a whole file, and a worker gives way to
everybody: held up in the middle of a commit it would hold up all that people write. So there they have a file
of their own.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, delete, event, insert, select

from workshop.core.ids import new_id
from workshop.ledger.database import (
    READING,
    begin_immediate,
    in_words,
    leave_no_trace,
    make_private,
    safe_sqlite,
)
from workshop.ledger.tables import PASSING, REDACTED, job

# Of the tables in the file: with another number they are made anew.
FORM = 2


def open_passing(ledger: Engine) -> Engine:
    """An engine for them, beside that of the ledger. Raises ``Unavailable``."""
    if ledger.dialect.name != "sqlite":
        return ledger
    address = ledger.url.set(database=f"{ledger.url.database}.jobs")
    make_private(address)
    engine = create_engine(address)
    event.listen(engine, "connect", _swift)
    event.listen(engine, "begin", begin_immediate)
    with in_words():
        _make_tables(engine)
    return engine


def _swift(connection: Any, record: Any) -> None:
    """What is committed is whole, as ever, and may be lost when the power goes: nobody waits for the disk."""
    safe_sqlite(connection, record)
    connection.execute("PRAGMA synchronous = NORMAL")


def _make_tables(engine: Engine) -> None:
    """Looks first, and only looks where all is well: whoever opens the file may hold the ledger's lock."""
    with engine.connect().execution_options(**READING) as connection, connection.begin():
        if _form(connection) == FORM:
            return
    with engine.begin() as connection:
        if _form(connection) == FORM:
            return  # made by another process in the meantime
        for table in PASSING:
            table.drop(connection, checkfirst=True)
            table.create(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {FORM}")


def _form(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def results(passing: Engine, workshop_id: str, kind: str) -> dict[str, str]:
    """Of the jobs that are done, by key, as JSON; of several with one key the latest."""
    done = (job.c.workshop_id == workshop_id) & (job.c.kind == kind) & (job.c.state == "done")
    asked = select(job.c.key, job.c.result).where(done).order_by(job.c.at)
    with in_words(), passing.connect().execution_options(**READING) as connection, connection.begin():
        return {row.key: row.result for row in connection.execute(asked)}


def forget_words(passing: Engine, workshop_id: str, at: int) -> None:
    """Throw away what was made of a workshop's words, and leave a sign for workers that have it in memory."""
    with in_words(), passing.begin() as connection:
        # Jobs first: a worker keeps what it made only while its job is there.
        for made in PASSING:
            connection.execute(delete(made).where(made.c.workshop_id == workshop_id))
        sign = {"id": new_id(), "kind": REDACTED, "workshop_id": workshop_id, "key": "", "state": "done"}
        connection.execute(insert(job), sign | {"at": at})
    leave_no_trace(passing)

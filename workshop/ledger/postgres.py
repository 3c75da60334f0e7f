"""PostgreSQL through psycopg 3: connections that wait without holding up others, and not for ever."""

from __future__ import annotations

import os
import socket
import time
import types
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, InvalidatePoolError

from workshop.errors import Unavailable

if TYPE_CHECKING:
    import psycopg

# Seconds until a server that says nothing counts as gone: when connecting, and in the middle of a statement.
CONNECT_WAIT = 3
ANSWER_WAIT = 5
# A statement that we have given up must not go on and hold its locks; milliseconds.
LIMITS = "-c statement_timeout=4000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=15000"
# A cable that was pulled is noticed by the kernel, as far as it can: seconds, and milliseconds for the last.
KEEPALIVE = {"keepalives_idle": 10, "keepalives_interval": 3, "keepalives_count": 3, "tcp_user_timeout": 5000}
# Ten at most for each process, of the hundred that PostgreSQL takes as it comes.
POOL = {"pool_size": 5, "max_overflow": 5, "pool_timeout": 5, "pool_recycle": 1800}
# Seconds for which a connection that worked is believed to work still.
TRUSTED = 5
# Processes that start together bring the tables up to date one after the other. Any number, always the same.
TURN = 7_361_952_004

PLAIN = ("postgres", "postgresql", "postgresql+psycopg")


def is_postgres(url: URL) -> bool:
    return url.drivername.startswith("postgres")


def read_address(address: str) -> URL:
    """The address, with the driver that we ship. Raises :class:`Unavailable` for one that cannot be."""
    try:
        url = make_url(address)
    except ArgumentError as problem:
        # Not the address itself: it may hold a password.
        raise Unavailable(
            "The setting DATABASE_URL is not an address. Give one such as postgresql://user@host/cafe, "
            "or none for SQLite in the data folder.",
            "database",
        ) from problem
    return url.set(drivername="postgresql+psycopg") if url.drivername in PLAIN else url


def connect(url: URL) -> Engine:
    """An engine that answers, or fails, within seconds. Raises :class:`Unavailable` without the driver."""
    _must_let_others_go_on()
    engine = create_engine(url, **POOL)
    patient = _patient()

    @event.listens_for(engine, "do_connect")
    def _open(_dialect: Any, _record: Any, _arguments: Any, options: dict[str, Any]) -> Any:
        # What the address says wins.
        limits = f"{LIMITS} {options.pop('options', '')}"
        return patient(**{"connect_timeout": CONNECT_WAIT, **KEEPALIVE, **options, "options": limits})

    _ask_those_that_rested(engine)
    return engine


def one_connection(url: URL) -> Engine:
    """An engine without any of these limits, for work that may take long."""
    _must_let_others_go_on()
    return create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": CONNECT_WAIT})


def take_turn(connection: Connection) -> None:
    """Wait until nobody else is at it; until the commit."""
    connection.execute(text("select pg_advisory_xact_lock(:turn)"), {"turn": TURN})


def _must_let_others_go_on() -> None:
    """Refuse a driver that would hold up every café while one statement runs.

    psycopg waits in C, where no server library can switch to somebody else, unless it is told otherwise
    before it is imported for the first time.
    """
    replaced = socket.socket.__module__ != "socket"
    if replaced:
        os.environ.setdefault("PSYCOPG_WAIT_FUNC", "wait_selector")
    try:
        from psycopg import waiting
    except ImportError as problem:
        raise Unavailable(
            f"PostgreSQL needs a driver that is not here ({problem}). "
            "Install it with: pip install --require-hashes -r requirements/scale.txt",
            "database",
        ) from problem
    if replaced and not isinstance(waiting.wait, types.FunctionType):
        raise Unavailable(
            "PostgreSQL would hold up everybody while it works: psycopg waits in C. "
            "Set PSYCOPG_WAIT_FUNC=wait_selector, or take that variable away.",
            "database",
        )


def _patient() -> Callable[..., psycopg.Connection[Any]]:
    """psycopg's connections, but with an end to waiting."""
    import psycopg

    class Patient(psycopg.Connection[Any]):
        def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
            try:
                return super().wait(gen, interval, timeout or ANSWER_WAIT)
            except psycopg.OperationalError:
                if self.pgconn.transaction_status == psycopg.pq.TransactionStatus.ACTIVE:
                    # Given up in the middle: whatever it answers later belongs to nobody.
                    self.pgconn.finish()
                raise

    return Patient.connect


def _ask_those_that_rested(engine: Engine) -> None:
    """A connection that nobody used for a while may have died unnoticed. When one has, none is trusted."""

    @event.listens_for(engine, "checkin")
    def _rest(_connection: Any, record: Any) -> None:
        record.info["rested"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def _ask(connection: Any, record: Any, _proxy: Any) -> None:
        now = time.monotonic()
        if now - record.info.get("rested", now) < TRUSTED:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as problem:
            raise InvalidatePoolError from problem

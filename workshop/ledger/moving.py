"""One workshop on its way: read out of one ledger as a whole, and put into another as the same."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, select

from workshop.errors import Conflict, NotFound, Unavailable
from workshop.ledger import postgres
from workshop.ledger.database import (
    in_words,
    make_private,
    migrate_on,
    must_be_ready,
    patient_engine,
    schema_of,
)
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Listing, Record
from workshop.ledger.rows import append_on, entries, names_on
from workshop.ledger.tables import workshop


def whole(ledger: Ledger, workshop_id: str) -> Record:
    """Everything of one workshop at one moment, however long that takes, while others go on writing.

    Raises :class:`NotFound` for one that is not there. ``listing`` is left out: the entries say what it says.
    """
    with ledger.moment() as connection:
        found = _whole(connection, workshop_id)
    if not found.entries:
        raise NotFound("There is no café with this number.", "no-cafe")
    return found


def _whole(connection: Connection, workshop_id: str) -> Record:
    return Record(
        workshop_id=workshop_id,
        entries=list(entries(connection, workshop_id)),
        names=names_on(connection, workshop_id),
    )


def receive(url: str, record: Record) -> bool:
    """Put a workshop into the ledger at this address, beside its servers or without one.

    In one commit: all of it, or nothing. False: the same is there already. ``record`` needs its listing.
    Raises :class:`Conflict` for another state of this workshop (code ``different``) and for another workshop
    with its code (``code-taken``), and :class:`Unavailable`, and changes nothing then.
    """
    address = postgres.read_address(url)
    make_private(address)
    engine = patient_engine(url)
    try:
        _make_ready(engine)
        with in_words(), engine.begin() as connection:
            return _receive(connection, record)
    finally:
        engine.dispose()


def _make_ready(engine: Engine) -> None:
    """Give an empty database its tables; raise :class:`Unavailable` for one that another version has made."""
    with in_words(), engine.begin() as connection:
        if schema_of(connection) is None:
            migrate_on(connection)
    try:
        must_be_ready(engine)
    except Unavailable as problem:
        raise Unavailable(
            f"{problem.message} Nothing was imported. Start the server of this version there once: "
            "it brings an older database up to date.",
            "schema",
        ) from problem


def _receive(connection: Connection, record: Record) -> bool:
    assert record.listing is not None
    if connection.dialect.name == "postgresql":
        # Whoever imports the same one at the same time waits here, and then finds it.
        postgres.take_turn(connection)
    there = _whole(connection, record.workshop_id)
    if there.entries:
        _must_be_same(there, record)
        return False
    _must_be_free(connection, record.listing)
    append_on(connection, record)
    return True


def _must_be_free(connection: Connection, listing: Listing) -> None:
    taken = connection.execute(select(workshop.c.title).where(workshop.c.code == listing.code)).scalar()
    if taken is not None:
        raise Conflict(
            f"Another café here has the code {listing.code} already: “{taken}”. Nothing was imported. "
            "A café keeps its code for good, since it stands in what happened there. "
            "Import it into another data folder.",
            "code-taken",
        )


def _must_be_same(there: Record, given: Record) -> None:
    if (there.entries, there.names) != (given.entries, given.names):
        raise Conflict(
            f"This café is here already, and is not the same: {_difference(there, given)} "
            "Nothing was changed. To have both, import the archive into another data folder.",
            "different",
        )


def _difference(there: Record, given: Record) -> str:
    pairs = zip(there.entries, given.entries, strict=False)
    first = next((ours.n for ours, theirs in pairs if ours != theirs), None)
    if first is not None:
        return f"entry {first:,} is another one."
    here, came = len(there.entries), len(given.entries)
    if here != came:
        behind = "has gone on since" if here > came else "ends earlier"
        return f"it {behind}, with {here:,} entries here and {came:,} in the archive."
    return "somebody has another name."

"""The ledger on a real database: what is kept, in which order, and how workshops are found."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest

from tests.engine.kit import Engine
from workshop.core.ids import new_id
from workshop.ledger.database import open_database
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Entry, Record, Stale


def entry(n: int, streams: dict[str, int] | None = None) -> Entry:
    body = '{"type":"say.said","saying":"s","text":"Hello"}'
    return Entry(n=n, at=5, by=None, command=new_id(), type="say.said", body=body, streams=streams or {})


def test_what_was_appended_is_read_back_in_order(engine: Engine) -> None:
    three = [entry(3, {"hall": 2, "table/1": 1}), entry(4), entry(5)]
    engine.ledger.append(Record(workshop_id=engine.id, entries=three))
    assert engine.entries()[2:] == three


@pytest.mark.parametrize("n", [1, 2])
def test_a_number_is_given_once(engine: Engine, n: int) -> None:
    before = engine.entries()
    with pytest.raises(Stale):
        engine.ledger.append(Record(workshop_id=engine.id, entries=[entry(3), entry(n)]))
    assert engine.entries() == before


def test_a_workshop_is_found_by_its_code_and_listed_the_latest_first(engine: Engine) -> None:
    listing = engine.ledger.listing(engine.id)
    assert listing is not None
    assert (listing.title, listing.status, listing.practice) == ("A café", "lobby", False)
    assert engine.ledger.find(listing.code) == listing
    assert engine.ledger.listings() == [listing]
    assert engine.ledger.find("NOCODE") is None
    assert engine.ledger.listing("nowhere") is None


def test_the_list_knows_how_far_a_workshop_is(engine: Engine) -> None:
    engine.round()
    listing = engine.ledger.listing(engine.id)
    assert listing is not None
    assert listing.status == "running"


def test_nobody_but_the_owner_may_read_the_file_and_those_beside_it(engine: Engine) -> None:
    kept = sorted(engine.path.parent.glob(f"{engine.path.name}*"))
    assert [one.suffix for one in kept] == [".db", ".db-shm", ".db-wal"]
    assert {stat.S_IMODE(one.stat().st_mode) for one in kept} == {0o600}


def test_a_file_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    path.touch()
    path.chmod(0o640)
    open_database(f"sqlite:///{path}").dispose()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_the_database_is_synced_at_every_commit(engine: Engine) -> None:
    with engine.ledger._engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_opening_the_database_again_changes_nothing(engine: Engine) -> None:
    before = engine.sql("select sql from sqlite_master order by name")
    again = Ledger(open_database(f"sqlite:///{engine.path}"))
    assert again.read(engine.id) == engine.entries()
    assert engine.sql("select sql from sqlite_master order by name") == before
    again.close()


def test_entries_belong_to_a_workshop(tmp_path: Path) -> None:
    ledger = Ledger(open_database(f"sqlite:///{tmp_path / 'x.db'}"))
    with pytest.raises(Stale):
        ledger.append(Record(workshop_id="nowhere", entries=[entry(2)]))
    with sqlite3.connect(tmp_path / "x.db") as other:
        assert other.execute("select count(*) from entry").fetchone() == (0,)
    other.close()
    ledger.close()

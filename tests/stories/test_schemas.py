"""Data folders of every schema that was ever released open in the server of today, with nothing lost."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.engine.schemas.make import HERE, SAID
from tests.stories.cafe import Cafe, words
from tests.stories.server import Server
from tests.stories.test_backup import Kept, run
from workshop.ledger.archive import FORMAT, file_of
from workshop.ledger.database import schemas

Start = Callable[..., Server]
REVISIONS = sorted(schemas())


def opened(revision: str, database: Path) -> sqlite3.Connection:
    """The little café in a database as it was then."""
    connection = sqlite3.connect(database)
    connection.executescript((HERE / f"{revision}.sql").read_text())
    return connection


def codes(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("select status, code from workshop").fetchall())


def serves_both(server: Server, code: dict[str, str]) -> None:
    """The café that has ended has its report, and the one in its lobby goes on."""
    lobby = Cafe(server, code=code["lobby"])
    report = words(lobby.browser.opens(f"/w/{code['closed']}/report"))
    assert [text for text in SAID if text not in report] == []
    ann = lobby.join("Ann")
    lobby.next()
    lobby.next()
    ann.until(lambda: ann.table, "a table")
    ann.writes("And on it goes")
    assert list(ann.notes()) == ["And on it goes"]
    lobby.go_home()
    assert (server.stop()[0], server.troubles()) == (0, "")
    kept = Kept(server.data)
    (ended,) = [one.id for one in kept.listings if one.status == "closed"]
    assert set(kept.names[ended].values()) == {"Hal", "Fay", "Ann", "Bob"}
    assert kept.states[ended]["hall"]["state"]["cafe"]["status"] == "closed"


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_data_folder_of_then_is_served_today(revision: str, tmp_path: Path, started: Start) -> None:
    # Where the server that is started next looks.
    folder = tmp_path / "data-0"
    folder.mkdir()
    with closing(opened(revision, folder / "cafe.db")) as connection:
        code = codes(connection)
    serves_both(started(), code)


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_backup_of_then_is_restored_today(revision: str, tmp_path: Path, started: Start) -> None:
    with closing(opened(revision, tmp_path / "old.db")) as connection:
        code = codes(connection)
        _backed_up(connection, revision, tmp_path / "old.zip")
    said = run("restore", tmp_path / "old.zip", "--data", tmp_path / "data-0")
    assert "Restored 2 cafés" in said
    serves_both(started(), code)


def _backed_up(connection: sqlite3.Connection, revision: str, path: Path) -> None:
    """As docs/operations.md describes the file."""
    connection.row_factory = sqlite3.Row
    known = ("workshop", "person", "entry", "harvest", "harvest_line")
    there = {row["name"] for row in connection.execute("select name from sqlite_master where type = 'table'")}
    parts = []
    with zipfile.ZipFile(path, "w") as archive:
        for table in [name for name in known if name in there]:
            rows = [dict(row) for row in connection.execute(f"select * from {table}")]  # noqa: S608
            for row in rows:
                row |= {"practice": bool(row["practice"])} if "practice" in row else {}
            lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
            archive.writestr(file_of(table), lines)
            digest = hashlib.sha256(lines).hexdigest()
            parts.append({"table": table, "rows": len(rows), "sha256": digest})
        manifest = {"format": FORMAT, "schema": revision, "made_at": "2026-11-22T10:00:00+00:00"}
        archive.writestr("manifest.json", json.dumps({**manifest, "tables": parts, "key_sha256": None}))


def test_a_data_folder_of_a_newer_program_is_left_as_it_is(tmp_path: Path) -> None:
    with closing(opened(REVISIONS[-1], tmp_path / "cafe.db")) as connection, connection:
        connection.execute("update alembic_version set version_num = '9999'")
    said = run("serve", "--port", "0", "--data", tmp_path, code=2)
    assert said.startswith("The database was made by a newer version of this program (schema 9999).")
    with closing(sqlite3.connect(tmp_path / "cafe.db")) as connection:
        assert connection.execute("select version_num from alembic_version").fetchall() == [("9999",)]

"""A copy of everything, taken while people go on, and put back where nothing is."""

from __future__ import annotations

import json
import os
import shutil
import stat
import threading
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.services import Postgres
from tests.stories.cafe import Browser, Cafe, arrival, story
from tests.stories.conftest import Round, seated
from tests.stories.person import Person
from tests.stories.server import Server, command_line
from workshop.hall import Hall
from workshop.keeping import Progress
from workshop.ledger.database import open_database
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Entry

Start = Callable[..., Server]


def run(*arguments: object, code: int = 0, **settings: str) -> str:
    """What a command says; it must end with this code, and never with a traceback."""
    answer = command_line(*map(str, arguments), env=os.environ | settings)
    assert answer.returncode == code, answer.stderr
    assert "Traceback" not in answer.stderr
    return answer.stdout + answer.stderr


class Kept:
    """What a data folder holds, when no server is at it."""

    def __init__(self, folder: Path) -> None:
        ledger = Ledger(open_database(f"sqlite:///{folder / 'cafe.db'}"))
        self.listings = ledger.listings()
        self.entries: dict[str, list[Entry]] = {one.id: ledger.read(one.id) for one in self.listings}
        self.names = {one.id: ledger.names(one.id) for one in self.listings}
        self.states = {one.id: _state(ledger, one.id) for one in self.listings}
        ledger.close()


def _state(ledger: Ledger, workshop_id: str) -> dict[str, Any]:
    """Every stream as it is after folding."""
    hall = Hall.fold(ledger, workshop_id)
    return {stream: msgspec.to_builtins(hall.snapshot(stream)) for stream in sorted(hall.numbers)}


def test_a_backup_of_a_running_cafe_is_one_moment_of_it(started: Start, tmp_path: Path) -> None:
    server = started()
    r = seated(Cafe(server, arrival(), story()))
    done = threading.Event()
    with ThreadPoolExecutor() as hands:
        writing = [hands.submit(_write_until, done, person) for person in (r.ann, r.bob, r.dan)]
        r.ann.until(lambda: len(r.ann.notes()) > 5, "a few notes")
        for n in range(3):
            run("backup", tmp_path / f"{n}.zip", "--data", server.data)
        done.set()
        assert all(written.result() > 3 for written in writing)
    assert server.stop()[0] == 0
    original, sizes = Kept(server.data), []
    for n in range(3):
        run("restore", tmp_path / f"{n}.zip", "--data", tmp_path / f"folder-{n}")
        (found,) = Kept(tmp_path / f"folder-{n}").entries.values()
        (whole,) = original.entries.values()
        assert found == whole[: len(found)]
        sizes.append(len(found))
    assert 5 < sizes[0] <= sizes[1] <= sizes[2]


def _write_until(done: threading.Event, person: Person) -> int:
    written = 0
    # A table holds 500 notes.
    while not done.is_set() and written < 150:
        person.writes(f"{person.name} {written}")
        written += 1
    return written


@pytest.fixture
def saved(started: Start, tmp_path: Path) -> tuple[Round, Path]:
    """A café in its round, and a backup of it."""
    return _saved(started(), tmp_path)


@pytest.fixture(scope="module")
def one_for_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A backup of a café, for those who harm it: each takes a copy."""
    folder = tmp_path_factory.mktemp("one")
    r, path = _saved(Server(folder / "data"), folder)
    yield path
    r.cafe.go_home()
    assert r.cafe.server.stop()[0] == 0


@pytest.fixture
def copy(one_for_all: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(one_for_all, tmp_path))


def _saved(server: Server, tmp_path: Path) -> tuple[Round, Path]:
    r = seated(Cafe(server, arrival(), story()))
    r.ann.writes("Was jetzt in der Sicherung liegt: ein Äpfelchen 🍎")
    path = tmp_path / "cafes.zip"
    said = run("backup", path, "--data", server.data)
    assert "Saved 1 café with " in said
    assert "Whoever has this file can read every note and take every role" in said
    return r, path


def test_a_restored_server_is_the_same_cafe_with_the_same_links(
    saved: tuple[Round, Path], started: Start, tmp_path: Path
) -> None:
    r, path = saved
    old = r.cafe.server
    facilitators = r.cafe.link("facilitator")
    assert old.stop()[0] == 0
    # Of the same name as the next server that is started.
    folder = tmp_path / "data-1"
    said = run("restore", path, "--data", folder)
    assert f"All links work as before. Start it with: workshop serve --data {folder}" in said
    before, after = Kept(old.data), Kept(folder)
    assert before.entries == after.entries
    assert (before.names, before.listings, before.states) == (after.names, after.listings, after.states)
    server = started()
    assert server.data == folder
    assert Browser(server).opens(f"/host/{old.home}").status_code == 200
    ann = Person("Ann", server.base, r.ann.boot).connect()
    assert list(ann.notes()) == ["Was jetzt in der Sicherung liegt: ein Äpfelchen 🍎"]
    assert ann.me["table"] == r.here
    assert Browser(server).opens(facilitators).status_code == 200
    ann.writes("And on it goes")
    for person in (ann, *r.cafe.people):
        person.close_the_lid()


def test_a_backup_moves_from_sqlite_to_postgresql_and_back(saved: tuple[Round, Path], tmp_path: Path) -> None:
    r, path = saved
    assert r.cafe.server.stop()[0] == 0
    postgres = Postgres()
    try:
        there = {"DATABASE_URL": postgres.database()}
        run("restore", path, "--data", tmp_path / "there", **there)
        said = run("restore", path, "--data", tmp_path / "again", code=2, **there)
        assert "The database is not empty, and is left as it is." in said
        run("backup", tmp_path / "back.zip", "--data", tmp_path / "there", **there)
    finally:
        postgres.close()
    run("restore", tmp_path / "back.zip", "--data", tmp_path / "back")
    before, after = Kept(r.cafe.server.data), Kept(tmp_path / "back")
    assert (before.entries, before.names) == (after.entries, after.names)
    assert (before.listings, before.states) == (after.listings, after.states)
    assert (tmp_path / "back" / "secret.key").read_text() == (r.cafe.server.data / "secret.key").read_text()


def test_nobody_but_the_owner_may_read_what_is_kept(saved: tuple[Round, Path], tmp_path: Path) -> None:
    r, path = saved
    run("restore", path, "--data", tmp_path / "new")
    kept = [path, *(tmp_path / "new").iterdir()]
    assert {one.name for one in kept} >= {"cafes.zip", "cafe.db", "secret.key"}
    assert [one.name for one in kept if stat.S_IMODE(one.stat().st_mode) != 0o600] == []
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    r.cafe.go_home()


def test_the_key_may_stay_at_home(started: Start, tmp_path: Path) -> None:
    server = started()
    said = run("backup", tmp_path / "b.zip", "--data", server.data, "--no-key")
    assert f"keep it too, it is in {server.data / 'secret.key'}" in said
    assert "secret.key" not in zipfile.ZipFile(tmp_path / "b.zip").namelist()
    said = run("restore", tmp_path / "b.zip", "--data", tmp_path / "new")
    assert "give the old one in the setting SECRET_KEY, or all links end" in said
    assert not (tmp_path / "new" / "secret.key").exists()


def test_a_file_that_is_there_is_left_as_it_is(started: Start, tmp_path: Path) -> None:
    server = started()
    mine = tmp_path / "letters.txt"
    mine.write_text("Dear Ann")
    assert "is there already" in run("backup", mine, "--data", server.data, code=2)
    assert mine.read_text() == "Dear Ann"
    assert "cannot be written (No such file" in run(
        "backup", tmp_path / "nowhere" / "b.zip", "--data", server.data, code=2
    )
    assert "There are no cafés in" in run("backup", tmp_path / "b.zip", "--data", tmp_path / "no", code=2)
    assert not (tmp_path / "no").exists()
    assert not [one for one in tmp_path.iterdir() if one.suffix in (".part", ".zip")]


def test_a_folder_that_is_not_empty_is_left_as_it_is(saved: tuple[Round, Path], tmp_path: Path) -> None:
    r, path = saved
    folder = tmp_path / "full"
    folder.mkdir()
    (folder / "cafe.db").write_text("Dear Ann")
    assert f"{folder} is not empty" in run("restore", path, "--data", folder, code=2)
    assert [(one.name, one.read_text()) for one in folder.iterdir()] == [("cafe.db", "Dear Ann")]
    r.cafe.go_home()


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def flipped(path: Path) -> None:
    """One bit, in the middle of the largest table."""
    with zipfile.ZipFile(path) as archive:
        entries = archive.getinfo("entry.jsonl")
    raw = bytearray(path.read_bytes())
    raw[entries.header_offset + entries.compress_size // 2] ^= 1
    path.write_bytes(raw)


def rewritten(path: Path, name: str, change: Callable[[bytes], bytes | None]) -> None:
    """One file of the archive is changed, as a program would do it that knows its way."""
    with zipfile.ZipFile(path) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in files.items():
            new = change(content) if each == name else content
            if new is not None:
                archive.writestr(each, new)


def a_word_changed(path: Path) -> None:
    rewritten(path, "entry.jsonl", lambda lines: lines.replace("Äpfelchen".encode(), b"Birnchen.."))


def a_row_missing(path: Path) -> None:
    rewritten(path, "person.jsonl", lambda lines: b"".join(lines.splitlines(keepends=True)[1:]))


def a_table_missing(path: Path) -> None:
    rewritten(path, "person.jsonl", lambda lines: None)


def another_key(path: Path) -> None:
    rewritten(path, "secret.key", lambda key: key[::-1])


def a_letter(path: Path) -> None:
    path.write_text("Dear Ann")


def a_password(path: Path) -> None:
    """Its first file says that it needs one."""
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)


def a_manifest_without_a_bottom(path: Path) -> None:
    rewritten(path, "manifest.json", lambda raw: b'{"format":' + b"[" * 100_000)


def a_manifest_larger_than_memory(path: Path) -> None:
    rewritten(path, "manifest.json", lambda raw: raw + b" " * 2_000_000)


def a_row_larger_than_memory(path: Path) -> None:
    """A bomb with the right digest: 20 kB of zip, and no end of one line."""
    _with_entries(path, lambda lines: lines + b'{"body": "' + b"x" * 20_000_000 + b'"}\n')


def a_row_that_is_none(path: Path) -> None:
    _with_entries(path, lambda lines: lines + b"Dear Ann\n")


@pytest.mark.parametrize(
    "harm",
    [
        cut_off,
        flipped,
        a_word_changed,
        a_row_missing,
        a_table_missing,
        another_key,
        a_letter,
        a_password,
        a_manifest_without_a_bottom,
        a_manifest_larger_than_memory,
        a_row_larger_than_memory,
        a_row_that_is_none,
    ],
)
def test_a_damaged_backup_is_refused_before_anything_is_done(
    copy: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    harm(copy)
    said = run("restore", copy, "--data", tmp_path / "new", code=2)
    assert f"{copy} is damaged, or no backup of this program. Nothing was restored." in said
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("newer", [{"format": 2}, {"schema": "9999"}, {"format": 2, "tables": 5}])
def test_a_backup_of_a_newer_program_is_refused(copy: Path, tmp_path: Path, newer: dict[str, Any]) -> None:
    rewritten(copy, "manifest.json", lambda raw: json.dumps(json.loads(raw) | newer).encode())
    said = run("restore", copy, "--data", tmp_path / "new", code=2)
    assert "was made by a newer version of this program." in said
    assert not (tmp_path / "new").exists()


def test_what_cannot_be_loaded_leaves_the_folder_empty(copy: Path, tmp_path: Path) -> None:
    """Its digests are right, and yet the database does not take it: two rows with the same number."""

    def twice(lines: bytes) -> bytes:
        return lines + lines.splitlines(keepends=True)[-1]

    _with_entries(copy, twice)
    said = run("restore", copy, "--data", tmp_path / "new", code=2)
    assert "The database cannot be used" in said
    assert list((tmp_path / "new").iterdir()) == []


def _with_entries(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Other entries, and a manifest that agrees with them."""
    rewritten(path, "entry.jsonl", change)
    with zipfile.ZipFile(path) as archive:
        lines = archive.read("entry.jsonl")
    rewritten(path, "manifest.json", lambda raw: _agreeing(raw, "entry", lines))


def _agreeing(raw: bytes, table: str, lines: bytes) -> bytes:
    from hashlib import sha256

    manifest = json.loads(raw)
    for part in manifest["tables"]:
        if part["table"] == table:
            part |= {"rows": len(lines.splitlines()), "sha256": sha256(lines).hexdigest()}
    return json.dumps(manifest).encode()


def test_what_takes_longer_than_a_second_says_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    progress, said, rows = Progress(), "", 0
    while not said:
        rows += 1
        progress("saved", rows, 1_000_000_000)
        said = capsys.readouterr().err
    assert said == f"saved {rows:,} of 1,000,000,000 rows\n"

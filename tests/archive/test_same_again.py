"""Out of one ledger and into another: nothing is lost, nothing is added, and the bytes are the same again."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.archive.conftest import Empty
from tests.harvest.day import Day, entries, entry_of
from tests.rules.cast import Cafe, story
from tests.rules.test_live_equals_late import a_day
from workshop.activities.hosting.messages import SaidToAll
from workshop.activities.notes.messages import NoteAdded
from workshop.activities.rooms import VIEWS
from workshop.archive import archive, archive_of, read_archive
from workshop.core.views import snapshot
from workshop.hall import Hall
from workshop.harvest import press
from workshop.ledger.ledger import Ledger
from workshop.ledger.moving import receive
from workshop.ledger.records import Record


def put_into(ledger: Ledger, record: Record) -> bool:
    return receive(ledger._engine.url.render_as_string(hide_password=False), record)


def record_of(cafe: Cafe) -> Record:
    names = {person.id: person.name for person in cafe.state.people.values()}
    return Record(workshop_id="w1", entries=entries(cafe), names=names)


def saved(raw: bytes, folder: Path) -> Path:
    path = folder / "cafe.zip"
    path.write_bytes(raw)
    return path


def test_a_whole_day_is_the_same_on_another_server(ledger: Ledger, empty: Empty, tmp_path: Path) -> None:
    first, other = archive(ledger, "w1"), empty()
    assert put_into(other, read_archive(saved(first, tmp_path)))
    assert archive(other, "w1") == first
    assert (other.read("w1"), other.names("w1")) == (ledger.read("w1"), ledger.names("w1"))
    assert press(other, "w1") == press(ledger, "w1")
    here, there = ledger.find("ABCD"), other.find("ABCD")
    assert here is not None
    assert there is not None
    assert (here.title, here.status, here.created_at) == (there.title, there.status, there.created_at)


@pytest.mark.parametrize("seed", range(4))
def test_any_day_is_the_same_again(seed: int, tmp_path: Path) -> None:
    record = record_of(a_day(seed))
    made = archive_of(record)
    back = read_archive(saved(made, tmp_path))
    assert (back.entries, back.names) == (record.entries, record.names)
    assert archive_of(back) == made


def test_whoever_comes_late_there_sees_what_they_would_have_seen_here(
    ledger: Ledger, empty: Empty, tmp_path: Path
) -> None:
    other = empty()
    put_into(other, read_archive(saved(archive(ledger, "w1"), tmp_path)))
    here, there = Hall.fold(ledger, "w1"), Hall.fold(other, "w1")
    people = [f"person/{person}" for person in here.state.people]
    for stream in ("hall", "desk", "table/1", "table/2", "wall/s5", *people):
        assert snapshot(VIEWS, there.state, stream) == snapshot(VIEWS, here.state, stream)


def test_the_same_cafe_a_second_time_changes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    before = (ledger.read("w1"), ledger.listings())
    assert not put_into(ledger, read_archive(saved(archive(ledger, "w1"), tmp_path)))
    assert (ledger.read("w1"), ledger.listings()) == before


def test_what_was_redacted_stays_redacted(
    a_whole_day: Day, ledger: Ledger, empty: Empty, tmp_path: Path
) -> None:
    noted = entry_of(a_whole_day.cafe, NoteAdded, text="Forms eat the evenings.")
    body = json.loads(noted.body) | {"text": "(taken back)"}
    ledger.redact("w1", noted.n, json.dumps(body, indent=1))
    made, other = archive(ledger, "w1"), empty()
    assert "Forms eat the evenings." not in made.decode("utf-8", "ignore")
    assert not put_into(ledger, read_archive(saved(made, tmp_path)))
    put_into(other, read_archive(saved(made, tmp_path)))
    assert archive(other, "w1") == made
    (kept,) = (line for line in press(other, "w1").rounds[0].notes if line.id == a_whole_day.ids["forms"])
    assert kept.text == "(taken back)"


def test_a_name_that_was_erased_is_in_no_archive(ledger: Ledger) -> None:
    assert b'"Cleo"' in archive(ledger, "w1")
    ledger.forget("w1", "cleo", "Someone")
    assert b'"Cleo"' not in archive(ledger, "w1")


def test_an_archive_is_a_zip_that_anybody_can_look_into(raw: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as opened:
        assert opened.testzip() is None
        manifest = json.loads(opened.read("manifest.json"))
        lines = opened.read("entries.jsonl").splitlines()
    assert (manifest["format"], manifest["code"], manifest["entries"]) == (1, "ABCD", len(lines))
    assert manifest["kinds"]["note.added"] == sum(json.loads(line)["type"] == "note.added" for line in lines)


def test_nothing_that_opens_a_door_is_in_it(ledger: Ledger) -> None:
    """Links and tokens are signed when they are shown, and jobs and what they found are made again."""
    made = json.dumps(archive(ledger, "w1").decode("utf-8", "ignore"))
    assert [word for word in ("token", "secret", "csrf", "embedding", "lease") if word in made] == []


def test_ten_thousand_notes_travel(empty: Empty, tmp_path: Path) -> None:
    cafe = Cafe.at_two_tables(story())
    cafe.note("Ann", "A note 🍎")
    note, at, by = next((e, at, by) for e, at, by in cafe.ledger if isinstance(e, NoteAdded))
    for no in range(10_000):
        more = msgspec.structs.replace(note, note=f"{note.note}-{no}", text=f"Note {no} " + "x" * 270)
        cafe.ledger.append((more, at, by))
    made, other = archive_of(record_of(cafe)), empty()
    assert put_into(other, read_archive(saved(made, tmp_path)))
    assert archive(other, "w1") == made


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(WORDS, max_size=5), names=st.lists(WORDS, max_size=3))
def test_any_words_and_names_come_back_to_the_letter(
    texts: list[str], names: list[str], tmp_path: Path
) -> None:
    cafe = Cafe.at_two_tables(story())
    for no, text in enumerate(texts):
        cafe.ledger.append((SaidToAll(saying=str(no), text=text), cafe.at, "hal"))
    record = record_of(cafe)
    called = [name.replace("\x00", "") for name in names]
    record.names |= dict(zip(sorted(record.names), called, strict=False))
    back = read_archive(saved(archive_of(record), tmp_path))
    assert (back.entries, back.names) == (record.entries, record.names)
    assert [msgspec.json.decode(e.body)["text"] for e in back.entries if e.type == "say.said"] == texts

"""The harvest at rest: pressed from the ledger, read back whole, replaced when words are taken away."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from tests.harvest.day import CODE, Day, entry_of, harvest, keep
from tests.harvest.shown import shown
from workshop.activities.notes.messages import NoteAdded, NoteEdited
from workshop.activities.priorities.messages import PriorityPicked
from workshop.activities.themes.messages import ThemeNamed
from workshop.core.ids import new_id
from workshop.errors import NotFound
from workshop.harvest import DOCUMENTS, Harvest, draft, press, pressed, read, write_all
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Entry, Record
from workshop.ledger.tables import harvest_line

REDACTED = "[taken out to protect someone]"


def redact(ledger: Ledger, entry: Entry, **words: str) -> None:
    body = msgspec.json.decode(entry.body) | words
    ledger.redact("w1", entry.n, msgspec.json.encode(body).decode())


def everywhere(left: Harvest) -> dict[str, str]:
    return {name: shown(write(left)) for name, write in DOCUMENTS.items()}


def rows(ledger: Ledger, section: str) -> list[dict[str, object]]:
    with ledger.transaction() as connection:
        found = connection.execute(select(harvest_line).where(harvest_line.c.section == section)).mappings()
        return [dict(row) for row in found]


def test_what_is_read_back_is_what_was_pressed(day: Day, ledger: Ledger) -> None:
    assert press(ledger, "w1") == read(ledger, "w1") == harvest(day.cafe)


def test_each_note_is_a_row_with_the_entries_it_comes_from(day: Day, ledger: Ledger) -> None:
    press(ledger, "w1")
    kept = {str(row["key"]): row for row in rows(ledger, "rounds.notes")}
    assert len(kept) == 7
    queue = kept[f"note-{day.ids['queue']}"]
    added = entry_of(day.cafe, NoteAdded, note=day.ids["queue"])
    edited = entry_of(day.cafe, NoteEdited, note=day.ids["queue"])
    assert msgspec.json.decode(str(queue["entries"])) == [added.n, edited.n]
    assert "Families wait for a year." in str(queue["body"])


def test_nothing_is_pressed_twice_while_the_ledger_stands_still(ledger: Ledger) -> None:
    assert pressed(ledger, "w1") == pressed(ledger, "w1")


def test_a_ledger_that_has_gone_on_is_pressed_anew(day: Day, ledger: Ledger) -> None:
    before = pressed(ledger, "w1")
    last = entry_of(day.cafe, NoteAdded, note=day.ids["tea"])
    body = msgspec.json.encode(NoteEdited(note=day.ids["tea"], text="Tea, twice.", kind="solution")).decode()
    entry = Entry(
        n=before.n + 1, at=last.at, by="cleo", command=new_id(), type="note.edited", body=body, streams={}
    )
    ledger.append(Record(workshop_id="w1", entries=[entry]))
    assert pressed(ledger, "w1").n == before.n + 1
    assert "Tea, twice." in everywhere(read(ledger, "w1"))["report.md"]


def test_a_draft_is_kept_nowhere(ledger: Ledger) -> None:
    assert draft(ledger, "w1").title == "A café"
    with pytest.raises(NotFound, match="made when the café closes"):
        read(ledger, "w1")


def test_a_workshop_that_does_not_exist_has_no_harvest(ledger: Ledger) -> None:
    with pytest.raises(NotFound):
        press(ledger, "nowhere")


def test_a_redacted_note_shows_its_redacted_text_in_every_document(day: Day, ledger: Ledger) -> None:
    press(ledger, "w1")
    redact(ledger, entry_of(day.cafe, NoteAdded, note=day.ids["thursdays"]), text=REDACTED)
    left = press(ledger, "w1")
    for name, text in everywhere(left).items():
        assert "Thursdays" not in text, name
    assert left.priorities[0].text == REDACTED
    assert left.blueprint.experiments[0].idea == REDACTED


def test_redaction_takes_the_old_words_out_of_the_database_at_once(day: Day, ledger: Ledger) -> None:
    press(ledger, "w1")
    redact(ledger, entry_of(day.cafe, NoteAdded, note=day.ids["thursdays"]), text=REDACTED)
    with ledger.transaction() as connection:
        assert connection.execute(select(harvest_line)).all() == []
    press(ledger, "w1")
    assert not any("Thursdays" in str(row["body"]) for row in rows(ledger, "rounds.notes"))


def test_redacted_words_of_a_theme_do_not_live_on_in_the_options_of_a_vote(day: Day, ledger: Ledger) -> None:
    named = entry_of(day.cafe, ThemeNamed, theme=day.ids["time"])
    redact(ledger, named, name="[a theme]", statement="[its sentence]")
    left = press(ledger, "w1")
    assert {option.label for option in left.votes[0].options} == {"[a theme]", "Waiting", "Close by"}
    for name, text in everywhere(left).items():
        assert "Forms take the time" not in text, name


def test_a_redacted_reason_is_gone_everywhere(day: Day, ledger: Ledger) -> None:
    redact(ledger, entry_of(day.cafe, PriorityPicked, note=day.ids["thursdays"]), why="")
    for name, text in everywhere(press(ledger, "w1")).items():
        assert "It costs nothing" not in text, name


def test_all_documents_are_written_into_a_folder(day: Day, ledger: Ledger, tmp_path: Path) -> None:
    left = press(ledger, "w1")
    write_all(left, tmp_path / "out" / "harvest")
    found = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.*")}
    assert {
        "harvest/harvest.json",
        "harvest/report.md",
        "harvest/blueprint.html",
        "harvest/csv/notes.csv",
    } < found
    again = msgspec.json.decode((tmp_path / "out/harvest/harvest.json").read_bytes(), type=Harvest)
    assert again == left


def test_cafés_do_not_mix(tmp_path: Path) -> None:
    ledger = keep(Day().whole(), tmp_path)
    assert press(ledger, "w1").code == CODE
    assert all(row["workshop_id"] == "w1" for row in rows(ledger, "themes"))

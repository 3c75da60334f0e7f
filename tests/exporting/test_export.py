"""``workshop export``: a café's files in a folder, whole, and nothing of somebody else's touched."""

from __future__ import annotations

import fcntl
import json
import os
import stat
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from tests.exporting.conftest import Told, keep, ledger_of
from tests.harvest.day import CODE, Day, entries, entry_of, listing
from workshop.activities.notes.messages import NoteAdded
from workshop.activities.people.messages import SetQuoting
from workshop.exporting import command
from workshop.exporting.formats import FORMATS
from workshop.harvest import DOCUMENTS, Harvest, draft, published, write_all
from workshop.ledger.records import Record

DOCUMENT_FORMATS = [name for name, each in FORMATS.items() if each.in_all]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def export(told: Told, data: Path, tmp_path: Path) -> Callable[..., str]:
    """The command, with the data folder and ``out`` as the folder."""

    def exporting(*more: object, cafe: str = CODE, out: object = tmp_path / "out", code: int = 0) -> str:
        return told("export", cafe, "--data", data, "--out", out, *more, code=code)

    return exporting


Export = Callable[..., str]


def test_without_a_format_every_document_is_written(export: Export, data: Path, tmp_path: Path) -> None:
    export()
    with ledger_of(data) as ledger:
        write_all(published(ledger, "w1"), tmp_path / "same")
    written = files(tmp_path / "out")
    assert written.pop("export.json")
    assert written == files(tmp_path / "same")


@pytest.mark.parametrize("name", DOCUMENT_FORMATS)
def test_each_format_is_written_alone(export: Export, tmp_path: Path, name: str) -> None:
    said = export("--format", name)
    written = set(files(tmp_path / "out")) - {"export.json"}
    assert written
    assert all(f"  {file} " in said for file in written)
    assert "KB" in said or "MB" in said


def test_several_formats_are_written_each_once(export: Export, tmp_path: Path) -> None:
    export("--format", "md", "--format", "json", "--format", "md")
    assert set(files(tmp_path / "out")) == {"report.md", "blueprint.md", "harvest.json", "export.json"}


def test_the_code_may_be_typed_as_people_type_it(export: Export) -> None:
    assert "Exported “A café” (code ABC D)" in export("--format", "md", cafe="abc-d")


def test_the_record_says_what_was_written_with_sizes_and_digests(export: Export, tmp_path: Path) -> None:
    export()
    written = files(tmp_path / "out")
    record = json.loads(written.pop("export.json"))
    digests = {name: {"bytes": len(c), "sha256": sha256(c).hexdigest()} for name, c in written.items()}
    assert record["files"] == digests
    assert (record["code"], record["title"], record["closed"]) == (CODE, "A café", True)


def test_the_files_are_for_their_owner_alone(export: Export, tmp_path: Path) -> None:
    export()
    for path in (tmp_path / "out").rglob("*"):
        assert path.is_dir() or stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_same_café_gives_the_same_bytes_again(export: Export, tmp_path: Path) -> None:
    export()
    export(out=tmp_path / "again")
    assert files(tmp_path / "out") == files(tmp_path / "again")


def test_nothing_in_the_database_is_changed(export: Export, data: Path) -> None:
    with ledger_of(data) as ledger:
        before = ledger.read("w1")
    export()
    with ledger_of(data) as ledger, ledger.transaction() as connection:
        assert ledger.read("w1") == before
        assert connection.exec_driver_sql("select count(*) from harvest").scalar() == 0


def test_files_of_an_earlier_export_are_replaced(export: Export, data: Path, tmp_path: Path) -> None:
    export()
    day = Day()
    day.whole()
    entry = entry_of(day.cafe, NoteAdded, note=day.ids["thursdays"])
    body = msgspec.json.decode(entry.body) | {"text": "[taken out]"}
    with ledger_of(data) as ledger:
        ledger.redact("w1", entry.n, msgspec.json.encode(body).decode())
    said = export("--format", "md")
    assert b"Thursdays" not in (tmp_path / "out" / "report.md").read_bytes()
    assert "Of an earlier export, and not made anew: " in said
    assert "harvest.json" in said
    assert "report.md," not in said
    assert "not made anew" not in export()
    assert not any(b"Thursdays" in content for content in files(tmp_path / "out").values())


@pytest.mark.parametrize("name", ["report.md", "csv/notes.csv", "export.json"])
def test_a_file_that_was_there_before_is_left_and_nothing_is_written(
    export: Export, tmp_path: Path, name: str
) -> None:
    mine = tmp_path / "out" / name
    mine.parent.mkdir(parents=True)
    mine.write_text("My own words.")
    said = export(code=2)
    assert f"{mine} is there already, and no export has put it there." in said
    assert "Move it away, or give another folder with --out." in said
    assert files(tmp_path / "out") == {name: b"My own words."}


def test_a_file_that_somebody_has_changed_since_is_left(export: Export, tmp_path: Path) -> None:
    export()
    (tmp_path / "out" / "report.md").write_text("Edited for hours.")
    before = files(tmp_path / "out")
    assert "report.md is there already, and it was changed since." in export(code=2)
    assert files(tmp_path / "out") == before


def test_links_and_folders_in_the_way_are_left(export: Export, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.md").write_text("Elsewhere.")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report.md").symlink_to(tmp_path / "elsewhere.md")
    assert "it is no plain file" in export("--format", "md", code=2)
    assert (tmp_path / "elsewhere.md").read_text() == "Elsewhere."
    (tmp_path / "out" / "harvest.json").mkdir()
    assert "it is no plain file" in export("--format", "json", code=2)
    (tmp_path / "out" / "csv").symlink_to(tmp_path)
    assert "it is no plain file" in export("--format", "csv", code=2)
    assert not (tmp_path / "notes.csv").exists()


def test_another_café_gets_a_folder_of_its_own(export: Export, tmp_path: Path) -> None:
    export("--format", "json")
    record = tmp_path / "out" / "export.json"
    other = json.loads(record.read_text()) | {"workshop": "w2", "code": "WXYZ", "title": "Another"}
    record.write_text(json.dumps(other))
    said = export(code=2)
    assert "holds the export of another café, “Another” (code WXYZ)" in said
    assert "Give each café a folder of its own with --out." in said


def test_two_at_once_do_not_mix(export: Export, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    handle = os.open(tmp_path / "out", os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    assert "Another export is writing into" in export("--format", "md", code=2)
    assert files(tmp_path / "out") == {}
    os.close(handle)
    export("--format", "md")


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("xls", "There is no format “xls”. Did you mean xlsx? Choose among: html, md,"),
        ("WORD", "There is no format “WORD”. Choose among: "),
        (".json", "Did you mean json?"),
        ("", "There is no format “”."),
    ],
)
def test_an_unknown_format_is_answered_with_those_there_are(
    export: Export, tmp_path: Path, wanted: str, said: str
) -> None:
    assert said in export("--format", "md", "--format", wanted, code=2)
    assert not (tmp_path / "out").exists()


def test_an_unknown_code_is_answered_with_the_nearest(export: Export, tmp_path: Path) -> None:
    assert "No café here has the code “ABCE”. Did you mean ABCD?" in export(cafe="ABCE", code=2)
    assert "Did you mean" not in export(cafe="WXYZ", code=2)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("out", ["a-file", "a-file/below", "/proc/nowhere"])
def test_a_folder_that_cannot_be_written_is_said(export: Export, tmp_path: Path, out: str) -> None:
    (tmp_path / "a-file").write_text("I was here first")
    said = export(out=tmp_path / out, code=2)
    assert "cannot be written" in said
    assert "Give another folder with --out" in said
    assert (tmp_path / "a-file").read_text() == "I was here first"


def test_no_folder_and_no_cafés_are_said(told: Told, data: Path, tmp_path: Path) -> None:
    assert "Give the folder to write into with --out" in told("export", CODE, "--data", data, code=2)
    said = told("export", CODE, "--data", tmp_path / "none", "--out", tmp_path / "out", code=2)
    assert said == f"There are no cafés in {tmp_path / 'none'}. Give their folder with --data.\n"


def test_a_database_of_an_older_version_is_not_touched(export: Export, data: Path) -> None:
    with ledger_of(data) as ledger, ledger.transaction() as connection:
        connection.exec_driver_sql("update alembic_version set version_num = '0001'")
    said = export(code=2)
    assert "The database has schema 0001" in said
    assert "Start a server on it once: it brings it up to date." in said


def test_a_café_that_was_never_closed_is_exported_as_a_draft(told: Told, tmp_path: Path) -> None:
    day = Day()
    day.stories()
    keep(day.cafe, tmp_path / "data")
    said = told("export", CODE, "--data", tmp_path / "data", "--out", tmp_path / "out")
    assert "The café has not been closed. This is a draft as it stands now" in said
    for name in ("report.md", "report.html", "blueprint.md", "blueprint.html"):
        assert "This is a live draft" in (tmp_path / "out" / name).read_text()
    assert json.loads((tmp_path / "out" / "export.json").read_text())["closed"] is False


def test_a_closed_café_is_not_called_a_draft(export: Export) -> None:
    assert "draft" not in export()


def test_what_is_exported_can_be_taken_for_the_harvest_itself(
    export: Export, data: Path, tmp_path: Path
) -> None:
    export("--format", "json")
    again = msgspec.json.decode((tmp_path / "out" / "harvest.json").read_bytes(), type=Harvest)
    with ledger_of(data) as ledger:
        assert again == published(ledger, "w1")


def test_the_hosts_own_files_have_everybodys_words_and_say_whom_they_are_for(
    told: Told, tmp_path: Path
) -> None:
    day = Day()
    day.whole()
    day.cafe.do("Ann", SetQuoting, on=False)
    keep(day.cafe, tmp_path / "data")
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    said = told("export", CODE, "--data", tmp_path / "data", "--out", theirs, "--format", "md")
    assert "only the words of people who said that they may be quoted" in said
    assert "Forms eat the evenings" not in (theirs / "report.md").read_text()
    said = told("export", CODE, "--data", tmp_path / "data", "--out", ours, "--format", "md", "--full")
    assert "Keep them among the hosts." in said
    assert [path.name for path in ours.iterdir() if path.is_dir()] == ["for-the-hosts-only"]
    assert "Forms eat the evenings" in (ours / "for-the-hosts-only" / "report.md").read_text()
    with ledger_of(tmp_path / "data") as ledger:
        write_all(draft(ledger, "w1"), tmp_path / "same")
    assert (ours / "for-the-hosts-only" / "blueprint.md").read_bytes() == files(tmp_path / "same")[
        "blueprint.md"
    ]


def test_who_took_back_their_yes_is_found_in_files_of_before(told: Told, tmp_path: Path) -> None:
    day = Day()
    day.whole()
    keep(day.cafe, tmp_path / "data")
    where = ("--data", tmp_path / "data")
    told("export", CODE, *where, "--out", tmp_path / "out", "--format", "json")
    assert "All of it holds" in told("export", CODE, *where, "--verify", tmp_path / "out")
    after = len(entries(day.cafe))
    day.cafe.do("Ann", SetQuoting, on=False)
    more = Record(workshop_id="w1", listing=listing(day.cafe), entries=entries(day.cafe)[after:], names={})
    with ledger_of(tmp_path / "data") as ledger:
        ledger.append(more)
    said = told("export", CODE, *where, "--verify", tmp_path / "out", code=1)
    assert (
        "It says “Forms eat the evenings.”, and what stands in the ledger is “(words not for quoting)”."
        in said
    )


def test_every_document_that_can_be_taken_along_is_exported() -> None:
    formats = {name.rpartition(".")[2].replace("zip", "csv") for name in DOCUMENTS}
    assert formats == set(DOCUMENT_FORMATS)


@pytest.mark.parametrize("name", ["html", "pdf", "csv"])
def test_much_is_made_in_processes_of_its_own_and_is_the_same(
    export: Export, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    export("--format", name)
    expected = files(tmp_path / "out")
    monkeypatch.setattr(command, "MANY", 0)
    export("--format", name, out=tmp_path / "apart")
    assert files(tmp_path / "apart") == expected

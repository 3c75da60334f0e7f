"""Archives of every format that was ever released are taken in by the server of today."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.archive.formats.make import HERE
from tests.engine.schemas.make import SAID
from tests.stories.test_backup import Kept, run
from workshop.archive import archive_of, read_archive
from workshop.archive.shape import FORMAT

FORMATS = range(1, FORMAT + 1)


def kept(number: int, folder: Path) -> Path:
    path = folder / f"{number}.zip"
    path.write_bytes(base64.decodebytes((HERE / f"{number}.base64").read_bytes()))
    return path


@pytest.mark.parametrize("number", FORMATS)
def test_an_archive_of_then_is_taken_in_today(number: int, tmp_path: Path) -> None:
    said = run("import", kept(number, tmp_path), "--data", tmp_path / "data")
    assert "Imported “A short café”" in said
    there = Kept(tmp_path / "data")
    (cafe,) = there.listings
    assert cafe.status == "closed"
    assert set(there.names[cafe.id].values()) == {"Hal", "Fay", "Ann", "Bob"}
    words = " ".join(entry.body for entry in there.entries[cafe.id])
    assert [text for text in SAID if text not in words] == []


def test_an_archive_of_the_newest_format_is_made_to_the_byte_as_it_was_released(tmp_path: Path) -> None:
    path = kept(FORMAT, tmp_path)
    assert archive_of(read_archive(path)) == path.read_bytes()

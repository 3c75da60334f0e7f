"""What is no archive, is damaged, or was made to do harm is refused in words, before anything is written."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.archive.kit import Doc, Opened, seal, sealed
from workshop.archive import read_archive
from workshop.archive.shape import FORMAT
from workshop.errors import Invalid

ANY = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def refused(raw: bytes, folder: Path) -> str:
    """The words with which it is refused."""
    path = folder / "cafe.zip"
    path.write_bytes(raw)
    with pytest.raises(Invalid) as caught:
        read_archive(path)
    words = caught.value.message
    assert words.startswith(f"{path} cannot be imported: ")
    assert "Nothing was imported." in words
    assert words.endswith(".")
    return words


@ANY
@given(where=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255))
@example(where=0.0, mask=1)
@example(where=0.999999, mask=128)
def test_one_byte_altered_anywhere_is_found(raw: bytes, where: float, mask: int, tmp_path: Path) -> None:
    harmed = bytearray(raw)
    harmed[int(where * len(raw))] ^= mask
    refused(bytes(harmed), tmp_path)


@ANY
@given(where=st.floats(0, 1, exclude_max=True))
def test_cut_off_anywhere_is_found(raw: bytes, where: float, tmp_path: Path) -> None:
    refused(raw[: int(where * len(raw))], tmp_path)


@ANY
@given(more=st.binary(min_size=1, max_size=200), before=st.booleans())
def test_bytes_added_at_either_end_are_found(raw: bytes, more: bytes, before: bool, tmp_path: Path) -> None:
    refused(more + raw if before else raw + more, tmp_path)


@ANY
@given(content=st.binary(max_size=500))
def test_no_bytes_of_any_kind_are_taken_for_an_archive(content: bytes, tmp_path: Path) -> None:
    refused(content, tmp_path)
    refused(b"PK\x03\x04" + content, tmp_path)
    refused(seal(b"PK\x03\x04" + content + bytes(64)), tmp_path)


@settings(ANY, max_examples=150)
@given(where=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255))
def test_whoever_alters_a_byte_and_the_seal_with_it_gets_no_other_cafe_in(
    raw: bytes, where: float, mask: int, tmp_path: Path
) -> None:
    """What the zip says beside its content may be altered; not one letter of the content."""
    harmed = bytearray(raw)
    harmed[int(where * (len(raw) - 64))] ^= mask
    path = tmp_path / "sealed.zip"
    path.write_bytes(raw)
    true = read_archive(path)
    path.write_bytes(seal(bytes(harmed)))
    with suppress(Invalid):
        assert read_archive(path) == true


Harm = Callable[[Opened], object]


def entry(opened: Opened, kind: str) -> Doc:
    return next(each for each in opened.entries if each["type"] == kind)


def put(doc: Doc, **fields: Any) -> None:
    doc |= fields


def swapped(o: Opened) -> None:
    o.entries[5], o.entries[6] = o.entries[6], o.entries[5]


SEMANTIC: list[tuple[str, Harm]] = [
    ("entry 6 is missing", lambda o: o.entries.pop(5)),
    ("entry 1 is missing", lambda o: o.entries.pop(0)),
    ("entry 6 stands there twice", lambda o: o.entries.insert(5, o.entries[5])),
    ("entry 6 is missing", swapped),
    ("it holds no entry", lambda o: o.entries.clear()),
    ("line 5 of entries.jsonl belongs to another café", lambda o: put(o.entries[4], workshop="w2")),
    (
        "of a kind that this version does not know: 'note.sung'",
        lambda o: put(o.entries[7], type="note.sung"),
    ),
    ("is not of the kind that it names", lambda o: put(entry(o, "note.added"), type="note.edited")),
    ("(note.added) cannot be read", lambda o: put(entry(o, "note.added"), body={"type": "note.added"})),
    ("(step.opened) does not follow", lambda o: put(entry(o, "step.opened")["body"], step="s99")),
    ("is by somebody who never joined", lambda o: put(entry(o, "note.added"), by="mallory")),
    ("has a wrong number on the stream 'hall'", lambda o: put(o.entries[2], streams={"hall": 7})),
    ("line 3 of entries.jsonl is not as it has to be", lambda o: put(o.entries[2], at=-1)),
    ("line 3 of entries.jsonl is not as it has to be", lambda o: put(o.entries[2], n=10**30)),
    ("line 3 of entries.jsonl is not as it has to be", lambda o: put(o.entries[2], more="than known")),
    ("line 3 of entries.jsonl is not as it has to be", lambda o: o.entries[2].pop("at")),
    ("line 2 of people.jsonl names somebody a second time", lambda o: o.people.insert(1, o.people[0])),
    ("somebody has a name who never joined: nobody", lambda o: put(o.people[0], person="nobody")),
    ("line 1 of people.jsonl is not as it has to be", lambda o: put(o.people[0], name="A\x00nn")),
    ("line 1 of people.jsonl is not as it has to be", lambda o: put(o.people[0], person="../../ann")),
    ("tells of another café than the entries", lambda o: put(o.forged, title="Another one")),
    ("tells of another café than the entries", lambda o: put(o.forged, code="CDFHJK")),
    ("tells of another café than the entries", lambda o: put(o.forged, entries=3)),
    ("tells of another café than the entries", lambda o: put(o.forged, kinds={})),
    ("manifest.json is not as it has to be", lambda o: put(o.forged, code="../../x")),
    ("manifest.json is not as it has to be", lambda o: put(o.forged, format="one")),
    ("manifest.json has to list entries.jsonl and people.jsonl", lambda o: put(o.forged, parts=[])),
    (
        f"it has format {FORMAT + 1}, and this version reads",
        lambda o: put(o.forged, format=FORMAT + 1, parts=5),
    ),
]


@pytest.mark.parametrize(("words", "harm"), SEMANTIC, ids=range(len(SEMANTIC)))
def test_what_is_not_one_whole_cafe_is_refused_with_its_reason(
    raw: bytes, words: str, harm: Harm, tmp_path: Path
) -> None:
    opened = Opened(raw)
    harm(opened)
    assert words in refused(opened.closed(), tmp_path)


def test_an_archive_taken_apart_and_put_together_unharmed_is_taken(raw: bytes, tmp_path: Path) -> None:
    """So that all the others are refused for what was done to them."""
    path = tmp_path / "cafe.zip"
    path.write_bytes(Opened(raw).closed())
    assert len(read_archive(path).entries) == len(Opened(raw).entries)


def test_a_newer_archive_says_which_version_is_needed(raw: bytes, tmp_path: Path) -> None:
    opened = Opened(raw)
    opened.forged = {"format": FORMAT + 1}
    said = refused(opened.closed(), tmp_path)
    assert f"it has format {FORMAT + 1}, and this version reads formats up to {FORMAT}" in said
    assert said.endswith("Install that version, and import it with that.")


def test_a_part_that_is_missing_or_too_much_or_leads_elsewhere_is_refused(raw: bytes, tmp_path: Path) -> None:
    files = Opened(raw).files()
    people = files.pop("people.jsonl")
    assert "and holds 'entries.jsonl', 'manifest.json'" in refused(sealed(files), tmp_path)
    for name in ("../people.jsonl", "/people.jsonl", "people.jsonl/", "PEOPLE.JSONL"):
        assert "it has to hold manifest.json" in refused(sealed(files | {name: people}), tmp_path)
    files["people.jsonl"] = people
    assert "it has to hold" in refused(sealed(files | {"secret.key": b"x"}), tmp_path)
    assert "it has to hold" in refused(sealed(files, twice="people.jsonl"), tmp_path)


def test_a_bomb_is_refused_before_it_unfolds(raw: bytes, tmp_path: Path) -> None:
    files = Opened(raw).files()
    bomb = files | {"entries.jsonl": b"0" * 50_000_000}
    assert "is packed in another way than ours" in refused(sealed(bomb, zipfile.ZIP_DEFLATED), tmp_path)
    many = {f"{no}": b"" for no in range(2_000)}
    assert "its table of contents is wrong" in refused(sealed(files | many), tmp_path)
    long = files | {"manifest.json": files["manifest.json"] + b" " * 200_000}
    assert "manifest.json is too long" in refused(sealed(long), tmp_path)
    deep = files | {"manifest.json": b'{"format":' + b"[" * 50_000}
    assert "manifest.json is not as it has to be" in refused(sealed(deep), tmp_path)


def test_counts_that_are_wrong_are_found_beside_digests_that_are_right(raw: bytes, tmp_path: Path) -> None:
    opened = Opened(raw)
    files = opened.files()
    opened.forged = {"parts": [part | {"lines": part["lines"] + 1} for part in _parts(files)]}
    assert "has not as many lines and bytes" in refused(opened.closed(), tmp_path)
    opened.forged = {"parts": [part | {"sha256": "0" * 64} for part in _parts(files)]}
    assert "its digest is another one" in refused(opened.closed(), tmp_path)


def _parts(files: dict[str, bytes]) -> list[Doc]:
    parts: list[Doc] = json.loads(files["manifest.json"])["parts"]
    return parts


def test_a_backup_of_a_whole_server_is_told_apart(raw: bytes, tmp_path: Path) -> None:
    backup = sealed({"workshop.jsonl": b"", "entry.jsonl": b"", "manifest.json": b"{}"})
    assert "it is a backup of a whole server, for “workshop restore”" in refused(backup[:-1] + b"x", tmp_path)

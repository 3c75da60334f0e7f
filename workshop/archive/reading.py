"""From the file to a workshop: everything is compared and followed before anybody keeps any of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn, TypeVar

import msgspec

from workshop.archive.following import follow
from workshop.archive.packing import digest, unpack
from workshop.archive.shape import (
    ENTRIES,
    FORMAT,
    MANIFEST,
    MOST_BYTES,
    MOST_LINE,
    PARTS,
    PEOPLE,
    EntryLine,
    Manifest,
    Part,
    PersonLine,
)
from workshop.archive.writing import kinds
from workshop.core.state import Workshop
from workshop.errors import Invalid, NotFound, Unavailable
from workshop.ledger.records import Entry, Listing, Record

Shape = TypeVar("Shape")
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


def read_archive(path: Path) -> Record:
    """The workshop in this file, complete and by the rules of this version, with its listing.

    Raises :class:`Invalid` where it is no archive, damaged, from a newer version, or not one whole café;
    :class:`NotFound` and :class:`Unavailable` where there is no file to read.
    """
    return record_of(_content(path), str(path))


def record_of(raw: bytes, called: str = "This file") -> Record:
    """As :func:`read_archive`, of what was read already. ``called``: what a refusal calls it."""
    try:
        _must_be_readable(raw)
        return _record(unpack(raw))
    except Invalid as problem:
        _refuse(called, problem)


def _must_be_readable(raw: bytes) -> None:
    if len(raw) > MOST_BYTES:
        raise Invalid(f"it is larger than {MOST_BYTES // 1_000_000} MB.", "too-large")


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError as problem:
        raise NotFound(f"There is no file {path}. Nothing was imported.", "no-file") from problem
    except OSError as problem:
        raise Unavailable(
            f"{path} cannot be read ({problem.strerror}). Nothing was imported.", "file"
        ) from problem


GIVE = (
    "Give the archive of a café, which its hosts take along from the page of the report, or which “workshop "
    "export CODE --format archive” makes."
)
ADVICE = {
    "newer": "Install that version, and import it with that.",
    "unknown-kind": "",
    "backup": "",
    "no-archive": GIVE,
    "too-large": GIVE,
}


def _refuse(called: str, problem: Invalid) -> NoReturn:
    advice = ADVICE.get(problem.code, "Take another copy of it, or export it once more.")
    words = f"{called} cannot be imported: {problem.message} Nothing was imported. {advice}"
    raise Invalid(words.rstrip(), problem.code) from problem


def _record(files: dict[str, bytes]) -> Record:
    manifest = _manifest(files[MANIFEST])
    for part in manifest.parts:
        _must_be_whole(part, files[part.name])
    entries = [_entry(manifest.workshop, line) for line in _lines(ENTRIES, files[ENTRIES])]
    names = _names(files[PEOPLE])
    state = follow(manifest.workshop, entries, names)
    _must_agree(manifest, state, entries, names)
    return Record(
        workshop_id=manifest.workshop, entries=entries, names=names, listing=Listing.of(state, entries[-1].at)
    )


def _manifest(raw: bytes) -> Manifest:
    # Its number is looked at by itself first: a newer format may have other fields.
    format_ = _decoded(MANIFEST, raw, dict[str, object]).get("format")
    if isinstance(format_, int) and format_ > FORMAT:
        raise Invalid(
            f"it has format {format_}, and this version reads formats up to {FORMAT}: "
            "a newer version of this program has made it.",
            "newer",
        )
    manifest = _decoded(MANIFEST, raw, Manifest)
    if [part.name for part in manifest.parts] != list(PARTS):
        raise Invalid(f"{MANIFEST} has to list {' and '.join(PARTS)}, each once.", "manifest")
    return manifest


def _decoded(where: str, raw: bytes, shape: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(raw, type=shape)
    except UNREADABLE as problem:
        reason = str(problem) if isinstance(problem, msgspec.DecodeError) else "it cannot be read"
        raise Invalid(f"{where} is not as it has to be: {reason.rstrip('.')}.", "shape") from problem


def _must_be_whole(part: Part, content: bytes) -> None:
    if part.sha256 != digest(content):
        raise Invalid(f"{part.name} is not what {MANIFEST} says: its digest is another one.", "digest")
    if (part.lines, part.bytes) != (content.count(b"\n"), len(content)):
        raise Invalid(f"{part.name} has not as many lines and bytes as {MANIFEST} says.", "counts")


def _lines(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Every line, with the place where it is."""
    if content and not content.endswith(b"\n"):
        raise Invalid(f"{name} does not end with a line.", "shape")
    for no, line in enumerate(content.split(b"\n")[:-1], 1):
        if len(line) > MOST_LINE:
            raise Invalid(f"line {no:,} of {name} is too long.", "too-long")
        yield f"line {no:,} of {name}", line


def _entry(workshop_id: str, placed: tuple[str, bytes]) -> Entry:
    where, raw = placed
    line = _decoded(where, raw, EntryLine)
    if line.workshop != workshop_id:
        raise Invalid(f"{where} belongs to another café.", "foreign")
    try:
        body = bytes(line.body).decode()
    except UnicodeDecodeError as problem:
        raise Invalid(f"{where} is not as it has to be: its letters cannot be read.", "shape") from problem
    return Entry(
        n=line.n,
        at=line.at,
        by=line.by,
        command=line.command,
        type=line.type,
        body=body,
        streams=dict(line.streams),
    )


def _names(content: bytes) -> dict[str, str]:
    names: dict[str, str] = {}
    for where, raw in _lines(PEOPLE, content):
        line = _decoded(where, raw, PersonLine)
        if line.person in names:
            raise Invalid(f"{where} names somebody a second time.", "people")
        names[line.person] = line.name
    return names


def _must_agree(manifest: Manifest, state: Workshop, entries: list[Entry], names: dict[str, str]) -> None:
    said = (manifest.code, manifest.title, manifest.status, manifest.entries, manifest.people, manifest.kinds)
    found = (state.code, state.title, state.status, len(entries), len(names), kinds(entries))
    if said != found:
        raise Invalid(f"{MANIFEST} tells of another café than the entries.", "counts")

"""Files of ``workshop themes``: what stands in them, and what is wrong with one, with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

MOST_LINES, MOST_CHARACTERS = 50_000, 100_000


class BadFile(Exception):
    """A file cannot be used. The words say which, where, and what was expected."""


class Note(msgspec.Struct):
    text: str
    id: str | int | None = None


class Labelled(msgspec.Struct):
    """A note and the theme that people gave it; ``(none)`` where they gave none."""

    text: str
    theme: str
    set: str = ""


class Sorted(msgspec.Struct):
    """A theme with notes that stand in it: their texts or, of notes in the other file, their ids."""

    name: str
    notes: list[str | int] = []
    examples: list[str | int] = []
    example: str = ""
    statement: str = ""

    def texts(self, known: Mapping[str | int, str]) -> list[str]:
        """Of its notes, each once. ``known``: texts by id. A number that is no id is left out."""
        given = [*self.notes, *self.examples, *([self.example] if self.example else [])]
        return list(
            dict.fromkeys(str(known.get(one, one)) for one in given if one in known or isinstance(one, str))
        )

    @property
    def said(self) -> str:
        return f"{self.name}. {self.statement}" if self.statement else self.name


class Named(msgspec.Struct):
    themes: list[Sorted]


class Line(msgspec.Struct):
    """A note of a file. ``id``: its own, or the number of its line, from 0."""

    id: str | int
    text: str


AnyLine = TypeVar("AnyLine", Note, Labelled)


def read_notes(path: Path) -> list[Line]:
    """Empty lines count as lines and hold no note. Raises BadFile."""
    kind = 'one note a line, such as {"text": "More time with families"}'
    found = [
        Line(number if note.id is None else note.id, note.text) for number, note in _lines(path, Note, kind)
    ]
    twice = len(found) - len({note.id for note in found})
    if twice:
        raise BadFile(f"{path}: two notes have the same id. Give each its own, or none at all.")
    return found


def read_labelled(path: Path) -> list[Labelled]:
    """Raises BadFile."""
    kind = 'one note a line with its theme, such as {"text": "More time", "theme": "Time"}'
    return [one for _, one in _lines(path, Labelled, kind)]


def read_themes(path: Path) -> list[Sorted]:
    """A list of themes, or what ``workshop themes`` has written. Raises BadFile."""
    kind = 'themes such as [{"name": "Time", "notes": ["More time with families"]}]'
    try:
        found = msgspec.json.decode(_text(path), type=list[Sorted] | Named)
    except msgspec.DecodeError as problem:
        raise BadFile(f"{path}: {problem}. Expected: {kind}.") from problem
    themes = found.themes if isinstance(found, Named) else found
    if not themes:
        raise BadFile(f"{path} has no themes. Expected: {kind}.")
    return themes


def _lines(path: Path, kind: type[AnyLine], expected: str) -> Iterator[tuple[int, AnyLine]]:
    decoder = msgspec.json.Decoder(kind)
    lines = _text(path).split("\n")
    if len(lines) > MOST_LINES + 1:
        raise BadFile(f"{path} has {len(lines):,} lines. {MOST_LINES:,} are possible.")
    if not any(line.strip() for line in lines):
        raise BadFile(f"{path} is empty. Expected: {expected}.")
    for number, line in enumerate(lines):
        if line.strip():
            try:
                yield number, decoder.decode(line)
            except (msgspec.DecodeError, RecursionError) as problem:
                raise BadFile(f"{path}, line {number + 1}: {problem}. Expected: {expected}.") from problem


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise BadFile(f"{path} is not text in UTF-8. Save it as UTF-8 and try again.") from problem
    except OSError as problem:
        raise BadFile(f"{path} cannot be read: {problem.strerror}.") from problem

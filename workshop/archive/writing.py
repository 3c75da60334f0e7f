"""One workshop as one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from workshop.archive.following import follow
from workshop.archive.packing import digest, pack
from workshop.archive.shape import (
    ENTRIES,
    FORMAT,
    MANIFEST,
    PEOPLE,
    EntryLine,
    Manifest,
    Part,
    PersonLine,
)
from workshop.core.state import Workshop
from workshop.errors import Conflict, Invalid
from workshop.ledger.ledger import Ledger
from workshop.ledger.moving import whole
from workshop.ledger.records import Entry, Record

Lines = list[bytes]


def archive(ledger: Ledger, workshop_id: str) -> bytes:
    """One workshop at one moment; the same workshop gives the same bytes.

    Raises :class:`~workshop.errors.NotFound` for one that is not there, and :class:`Conflict` for one that no
    server could take in.
    """
    return archive_of(whole(ledger, workshop_id))


def archive_of(record: Record) -> bytes:
    """As :func:`archive`, of what was read already."""
    try:
        state = follow(record.workshop_id, record.entries, record.names)
    except Invalid as problem:
        raise Conflict(
            f"No archive can be made of this café: {problem.message} Restore a backup from before that.",
            "broken",
        ) from problem
    parts = {ENTRIES: _entries(record), PEOPLE: _people(record)}
    manifest = _manifest(state, record.entries, parts)
    files = {name: b"".join(lines) for name, lines in parts.items()}
    # Last: whoever writes a file that ends before has written none.
    return pack(files | {MANIFEST: msgspec.json.format(msgspec.json.encode(manifest)) + b"\n"})


def _manifest(state: Workshop, entries: list[Entry], parts: dict[str, Lines]) -> Manifest:
    return Manifest(
        format=FORMAT,
        workshop=state.id,
        code=state.code,
        title=state.title,
        status=state.status,
        entries=len(entries),
        people=len(parts[PEOPLE]),
        kinds=kinds(entries),
        parts=[_part(name, lines) for name, lines in parts.items()],
    )


def kinds(entries: Iterable[Entry]) -> dict[str, int]:
    """How many entries there are of each kind, by the name of the kind."""
    return dict(sorted(Counter(entry.type for entry in entries).items()))


def _part(name: str, lines: Lines) -> Part:
    content = b"".join(lines)
    return Part(name=name, lines=len(lines), bytes=len(content), sha256=digest(content))


def _line(content: msgspec.Struct) -> bytes:
    return msgspec.json.encode(content) + b"\n"


def _entries(record: Record) -> Lines:
    return [_line(_entry(record.workshop_id, entry)) for entry in record.entries]


def _entry(workshop_id: str, entry: Entry) -> EntryLine:
    # One line each, whoever wrote a body over several.
    body = entry.body.encode()
    return EntryLine(
        workshop=workshop_id,
        n=entry.n,
        at=entry.at,
        by=entry.by,
        command=entry.command,
        type=entry.type,
        streams=dict(sorted(entry.streams.items())),
        body=msgspec.Raw(msgspec.json.format(body, indent=-1) if b"\n" in body else body),
    )


def _people(record: Record) -> Lines:
    return [_line(PersonLine(person=who, name=name)) for who, name in sorted(record.names.items())]

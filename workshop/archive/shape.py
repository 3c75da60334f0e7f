"""What an archive holds: the parts of the file, and every line in them, as ``docs/archive.md`` tells."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from workshop.core.messages import Millis

# Grows when a file of then could not be read by the rules of now. Older ones stay readable.
FORMAT = 1
MANIFEST, ENTRIES, PEOPLE = "manifest.json", "entries.jsonl", "people.jsonl"
PARTS = (ENTRIES, PEOPLE)
# Bytes of a whole file and of one line: what is read into memory at once. 10,000 notes are 5 million.
MOST_BYTES, MOST_LINE = 256_000_000, 16_000_000
# Bytes of the manifest.
MOST_MANIFEST = 100_000

# As the tables keep them; a file name or a page is never made of anything else.
Key = Annotated[str, Meta(pattern=r"^[0-9A-Za-z-]{1,40}$")]
Code = Annotated[str, Meta(pattern=r"^[0-9A-Z]{1,12}$")]
# What no database keeps in a text is refused here, in words.
Words = Annotated[str, Meta(pattern=r"^[^\x00]*$", max_length=10_000)]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Number = Annotated[int, Meta(ge=1, le=2**53)]
Count = Annotated[int, Meta(ge=0, le=2**53)]


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Has every field, and no other."""


class Part(Strict, frozen=True, kw_only=True):
    """One file within: how many lines and bytes it has, and the SHA-256 of these."""

    name: str
    lines: Count
    bytes: Count
    sha256: Digest


class Manifest(Strict, frozen=True, kw_only=True):
    """What must be there. ``kinds``: how many entries of each kind, which people can compare with the day."""

    format: Number
    workshop: Key
    code: Code
    title: Words
    status: str
    entries: Count
    people: Count
    kinds: dict[str, Count]
    parts: list[Part]


class EntryLine(Strict, frozen=True, kw_only=True):
    """One entry. ``body`` is kept to the letter; ``streams``: its number on each stream that heard of it."""

    workshop: Key
    n: Number
    at: Millis
    by: Key | None
    command: Annotated[str, Meta(max_length=40)]
    type: Annotated[str, Meta(max_length=40)]
    streams: dict[str, Number]
    body: msgspec.Raw


class PersonLine(Strict, frozen=True, kw_only=True):
    """What somebody is called now, or what stands there since the name was erased."""

    person: Key
    name: Words

"""A backup is one zip file: JSON lines for each table, and a manifest that says what must be there."""

from __future__ import annotations

import hashlib
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from workshop.errors import Invalid, Unavailable
from workshop.ledger.database import schemas

FORMAT = 1
MANIFEST, KEY = "manifest.json", "secret.key"
# What is read into memory at once, in bytes. A few kilobytes of zip may unfold to more than there is.
MOST_MANIFEST, MOST_KEY, MOST_ROW = 1_000_000, 10_000, 16_000_000
# What a file raises that is no backup. The library says RuntimeError of one that needs a password.
NO_BACKUP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    KeyError,
    EOFError,
    RuntimeError,
    UnicodeDecodeError,
    msgspec.DecodeError,
)

# A row of a table; what is in it is the database's affair.
_row = msgspec.json.Decoder(dict[str, msgspec.Raw])

# Told of the progress: what is being done, how many rows are done, of how many.
Tell = Callable[[str, int, int], None]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What the file of one table holds."""

    table: str
    rows: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup holds. ``schema``: of the tables. Each stands after those it points to."""

    format: int
    schema: str
    made_at: str
    tables: list[Part]
    key_sha256: str | None

    @property
    def rows(self) -> int:
        return sum(part.rows for part in self.tables)

    def of(self, table: str) -> int:
        return sum(part.rows for part in self.tables if part.table == table)


def file_of(table: str) -> str:
    return f"{table}.jsonl"


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def checked(path: Path, tell: Tell) -> Manifest:
    """What a backup holds, every byte of it compared with its digest.

    Raises :class:`Invalid` for one that is damaged, or that a newer program has made.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(archive, path)
            if not all(_whole(archive, part, tell, manifest.rows) for part in manifest.tables):
                raise _damaged(path)
            if manifest.key_sha256 not in (None, _digest_of_key(archive)):
                raise _damaged(path)
            return manifest
    except NO_BACKUP as bad:
        raise _damaged(path) from bad
    except OSError as problem:
        raise Unavailable(f"{path} cannot be read ({problem.strerror or problem}).", "backup") from problem


def _digest_of_key(archive: zipfile.ZipFile) -> str | None:
    return digest(_read(archive, KEY, MOST_KEY)) if KEY in archive.namelist() else None


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    with archive.open(name) as file:
        content = file.read(most + 1)
    return _at_most(content, most)


def _at_most(content: bytes, most: int) -> bytes:
    if len(content) > most:
        raise zipfile.BadZipFile("too large")
    return content


def lines(archive: zipfile.ZipFile, table: str) -> Iterator[bytes]:
    """The rows of a table, one after another."""
    with archive.open(file_of(table)) as file:
        while line := file.readline(MOST_ROW + 1):
            yield _at_most(line, MOST_ROW)


def _damaged(path: Path) -> Invalid:
    return Invalid(
        f"{path} is damaged, or no backup of this program. Nothing was restored. Take another copy of it.",
        "damaged",
    )


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    raw = _read(archive, MANIFEST, MOST_MANIFEST)
    # Looked at by itself first: a newer format may have other fields.
    newer = msgspec.json.decode(raw, type=dict[str, object]).get("format") != FORMAT
    manifest = None if newer else msgspec.json.decode(raw, type=Manifest)
    if manifest is None or manifest.schema not in schemas():
        raise Invalid(
            f"{path} was made by a newer version of this program. Install that one, and restore with it.",
            "newer",
        )
    return manifest


def _whole(archive: zipfile.ZipFile, part: Part, tell: Tell, total: int) -> bool:
    found, rows = hashlib.sha256(), 0
    for line in lines(archive, part.table):
        _row.decode(line)
        found.update(line)
        rows += 1
        tell("checked", rows, total)
    return (rows, found.hexdigest()) == (part.rows, part.sha256)

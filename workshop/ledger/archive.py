"""A backup is one zip file: JSON lines for each table, and a manifest that says what must be there."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from workshop.errors import Invalid, Unavailable
from workshop.ledger.database import schemas

FORMAT = 1
MANIFEST, KEY = "manifest.json", "secret.key"

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
            if manifest.key_sha256 is not None and digest(archive.read(KEY)) != manifest.key_sha256:
                raise _damaged(path)
            return manifest
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        EOFError,
        NotImplementedError,
        msgspec.DecodeError,
    ) as bad:
        raise _damaged(path) from bad
    except OSError as problem:
        raise Unavailable(f"{path} cannot be read ({problem.strerror or problem}).", "backup") from problem


def _damaged(path: Path) -> Invalid:
    return Invalid(
        f"{path} is damaged, or no backup of this program. Nothing was restored. Take another copy of it.",
        "damaged",
    )


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    raw = archive.read(MANIFEST)
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
    with archive.open(file_of(part.table)) as lines:
        for line in lines:
            found.update(line)
            rows += 1
            tell("checked", rows, total)
    return (rows, found.hexdigest()) == (part.rows, part.sha256)

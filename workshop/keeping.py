"""``workshop backup`` and ``workshop restore``: what they say, and what they need from the settings."""

from __future__ import annotations

import os
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop.config import Config, database_address, must_be_there, settings
from workshop.errors import Conflict, Unavailable
from workshop.ledger import backup as saving
from workshop.ledger import restore as restoring
from workshop.ledger.alone import alone
from workshop.ledger.archive import KEY, Manifest, checked
from workshop.ledger.database import patient_engine

# The folder of a new file system holds this, and counts as empty all the same.
NOBODYS = {"lost+found"}


def backup(path: Path, data: Path | None, *, with_key: bool) -> int:
    """Save everything into a new file. Raises :class:`~workshop.errors.Refused`."""
    config = settings(data=data)
    must_be_there(config)
    engine = patient_engine(database_address(config))
    try:
        manifest = saving.save(engine, path, _key(config) if with_key else None, Progress())
    finally:
        engine.dispose()
    size = path.stat().st_size / 1_000_000
    print(f"Saved {_content(manifest)} in {path} ({size:.1f} MB).")
    print(_warning(config, manifest))
    return 0


def _key(config: Config) -> bytes | None:
    """The key in the data folder, where it is in use; one from the settings is kept where those are kept."""
    kept = config.data / KEY
    return kept.read_bytes() if not config.secret_key and kept.exists() else None


def _warning(config: Config, manifest: Manifest) -> str:
    if manifest.key_sha256 is not None:
        return "Whoever has this file can read every note and take every role: keep it as safe as the server."
    where = "in the setting SECRET_KEY" if config.secret_key else f"in {config.data / KEY}"
    return (
        "Whoever has this file can read every note. The key that signs all links is not in it: "
        f"keep it too, it is {where}."
    )


def restore(path: Path, data: Path | None) -> int:
    """Put a backup into an empty folder, and an empty database. Raises :class:`~workshop.errors.Refused`."""
    config, tell = settings(data=data), Progress()
    manifest = checked(path, tell)
    with _empty(config.data), alone(database_address(config)), zipfile.ZipFile(path) as archive:
        if manifest.key_sha256 is not None:
            (config.data / KEY).write_bytes(archive.read(KEY))
        engine = patient_engine(database_address(config))
        try:
            restoring.restore(engine, archive, manifest, tell)
        finally:
            engine.dispose()
    print(f"Restored {_content(manifest)}, saved at {manifest.made_at}, into {config.data}.")
    print(_what_now(config, manifest))
    return 0


def _what_now(config: Config, manifest: Manifest) -> str:
    if manifest.key_sha256 is None:
        return "The backup has no key: give the old one in the setting SECRET_KEY, or all links end."
    if config.secret_key:
        return (
            "The setting SECRET_KEY is used, not the key of the backup: all links end if it is another one."
        )
    return f"All links work as before. Start it with: workshop serve --data {config.data}"


@contextmanager
def _empty(folder: Path) -> Iterator[None]:
    """An empty folder that its owner alone may read; empty again where something fails."""
    found = {one.name for one in folder.iterdir()} - NOBODYS if folder.is_dir() else set()
    if found:
        raise Conflict(
            f"{folder} is not empty, and is left as it is. Give an empty folder, or a new one.", "not-empty"
        )
    before = os.umask(0o077)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException as problem:
        for one in folder.iterdir() if folder.is_dir() else ():
            if one.name not in NOBODYS:
                one.unlink()
        if isinstance(problem, OSError):
            raise Unavailable(
                f"{folder} cannot be written to ({problem.strerror}).", "data-folder"
            ) from problem
        raise
    finally:
        os.umask(before)


def _content(manifest: Manifest) -> str:
    cafes, entries = manifest.of("workshop"), manifest.of("entry")
    return f"{cafes:,} café{'' if cafes == 1 else 's'} with {entries:,} entries"


class Progress:
    """Says how far it is, once a second, when it takes longer than that."""

    def __init__(self) -> None:
        self._next = time.monotonic() + 1

    def __call__(self, what: str, done: int, total: int) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + 1
            print(f"{what} {done:,} of {total:,} rows", file=sys.stderr, flush=True)

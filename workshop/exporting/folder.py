"""A folder of exported files: each is written whole or not at all, and nothing else in it is touched.

``export.json`` in it says what was exported, with sizes and SHA-256 digests. So a later export knows its own
files again, and leaves what somebody has changed or put there.
"""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

import msgspec

from workshop.errors import Conflict, Unavailable
from workshop.harvest.model import Harvest

RECORD = "export.json"


class Written(msgspec.Struct, frozen=True):
    bytes: int
    sha256: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What the folder holds. ``through``: the last entry of the café's record that the files know."""

    format: int = 1
    workshop: str
    code: str
    title: str
    closed: bool
    through: int
    files: dict[str, Written]


class Folder:
    """Files gather beside their places, and take them all at once in :meth:`finish`.

    Raises :class:`Conflict` where something else is in the way, :class:`Unavailable` where nothing can be
    written.
    """

    def __init__(self, path: Path, harvest: Harvest) -> None:
        self._path = path
        self._harvest = harvest
        self._earlier = _earlier(path, harvest)
        self._fresh: dict[str, Path] = {}
        self.written: dict[str, Written] = {}

    @property
    def older(self) -> list[str]:
        """Files of an earlier export that this one has not made anew."""
        return [n for n in self._earlier if n not in self.written and (self._path / n).is_file()]

    def put(self, name: str, content: bytes) -> None:
        """``name``: a path inside the folder."""
        self._must_be_ours(name, content)
        self._fresh[name] = self._beside(name, content)
        self.written[name] = _of(content)

    def finish(self) -> None:
        """Every file into its place; then the record of them."""
        for name, fresh in list(self._fresh.items()):
            fresh.replace(self._path / name)
            del self._fresh[name]
        content = msgspec.json.format(msgspec.json.encode(self._record())) + b"\n"
        self._beside(RECORD, content).replace(self._path / RECORD)

    def give_up(self) -> None:
        """Leave nothing behind that is not whole."""
        for fresh in self._fresh.values():
            with suppress(OSError):
                fresh.unlink()

    def _must_be_ours(self, name: str, content: bytes) -> None:
        place = self._path / name
        within = [place, *place.parents][: len(Path(name).parts)]
        if any(one.is_symlink() for one in within) or (place.exists() and not place.is_file()):
            raise Conflict(_in_the_way(place, "it is no plain file"), "in-the-way")
        if not place.exists():
            return
        there = _of(place.read_bytes())
        if there not in (self._earlier.get(name), _of(content)):
            why = "it was changed since" if name in self._earlier else "no export has put it there"
            raise Conflict(_in_the_way(place, why), "in-the-way")

    def _beside(self, name: str, content: bytes) -> Path:
        place = self._path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        # For its owner alone, as all that holds people's words.
        handle, fresh = tempfile.mkstemp(prefix=f".{place.name}.", suffix=".new", dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            os.unlink(fresh)
            raise
        return Path(fresh)

    def _record(self) -> Record:
        of = self._harvest
        kept = {name: self._earlier[name] for name in self.older} | self.written
        return Record(
            workshop=of.workshop,
            code=of.code,
            title=of.title,
            closed=of.closed,
            through=of.through,
            files=dict(sorted(kept.items())),
        )


@contextmanager
def into(path: Path, harvest: Harvest) -> Iterator[Folder]:
    """A folder to put files into; all are there afterwards, or none."""
    try:
        with _alone(path):
            folder = Folder(path, harvest)
            try:
                yield folder
                folder.finish()
            finally:
                folder.give_up()
    except OSError as problem:
        where = problem.filename or path
        raise Unavailable(
            f"{where} cannot be written ({problem.strerror}). Give another folder with --out, "
            "or change its permissions.",
            "out",
        ) from problem


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """The folder, made if need be, for one export at a time."""
    path.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise Conflict(f"Another export is writing into {path}. Try again when it is done.", "busy") from None
    finally:
        os.close(handle)


def _earlier(path: Path, harvest: Harvest) -> dict[str, Written]:
    """The files of an earlier export into this folder."""
    try:
        record = msgspec.json.decode((path / RECORD).read_bytes(), type=Record)
    except FileNotFoundError:
        return {}
    except msgspec.DecodeError:
        raise Conflict(_in_the_way(path / RECORD, "no export has put it there"), "in-the-way") from None
    if record.workshop != harvest.workshop:
        raise Conflict(
            f"{path} holds the export of another café, “{record.title}” (code {record.code}), and is left as "
            "it is. Give each café a folder of its own with --out.",
            "another-cafe",
        )
    return record.files


def _of(content: bytes) -> Written:
    return Written(len(content), sha256(content).hexdigest())


def _in_the_way(place: Path, why: str) -> str:
    return (
        f"{place} is there already, and {why}. It is left as it is, and nothing was exported. "
        "Move it away, or give another folder with --out."
    )

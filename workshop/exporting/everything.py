"""Everything at once: the files of a café in all formats, as one, made by a worker while somebody waits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import msgspec

from workshop.exporting.beside import Gather, Gathered, View, Write, made_beside
from workshop.jobs.work import Handler, Lost, Work

KIND = "export"
# The same day for everyone, so that the same files give the same bytes.
DAY = (1980, 1, 1, 0, 0, 0)


class Wanted(msgspec.Struct, frozen=True):
    """What is asked for: everybody's words (``draft``), or what everyone may read (``published``)."""

    what: View


class Made(msgspec.Struct, frozen=True):
    """What came of it. ``through``: the last entry of the café's record that the files know."""

    bytes: int
    files: int
    through: int


def everything(database: str) -> Handler:
    """Makes one file of all of them, and leaves it where any server can give it out.

    Each format is made in a process of its own: the memory is that of the largest, not of all.
    """

    def make(work: Work, payload: dict[str, Any]) -> dict[str, Any]:
        wanted = msgspec.convert(payload, Wanted)
        gathered = _gathered(work, database, wanted.what)
        files = _files(work, gathered)
        content = zipped(files)
        if not work.tools.parcels.keep(work.job, content):
            raise Lost
        made: dict[str, Any] = msgspec.to_builtins(Made(len(content), len(files), gathered.through))
        return made

    return make


def _gathered(work: Work, database: str, what: View) -> Gathered:
    order = Gather(database=database, workshop=work.job.workshop_id, what=what)
    return msgspec.msgpack.decode(made_beside(order, lambda: work.reached(0)), type=Gathered)


def _files(work: Work, gathered: Gathered) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for no, (name, pieces) in enumerate(gathered.pieces.items()):
        percent = 100 * no // len(gathered.pieces)
        work.told(percent)
        for piece in pieces:
            order = Write(harvest=gathered.harvest, format=name, piece=piece)
            packed = made_beside(order, lambda at=percent: work.reached(at))  # type: ignore[misc]
            files |= msgspec.msgpack.decode(packed, type=dict[str, bytes])
    return files


def zipped(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, content in files.items():
            folder.writestr(zipfile.ZipInfo(name, DAY), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()

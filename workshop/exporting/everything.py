"""Everything at once: the files of a café in all formats, as one, made by a worker while somebody waits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import msgspec

from workshop.exporting.beside import View
from workshop.exporting.formats import ALL, chosen
from workshop.exporting.one_by_one import Wanted, one_by_one
from workshop.jobs.work import Handler, Lost, Work

KIND = "export"
FORMATS = [each.name for each in chosen([ALL])]
# The same day for everyone, so that the same files give the same bytes.
DAY = (1980, 1, 1, 0, 0, 0)


class Asked(msgspec.Struct, frozen=True):
    """What is asked for: everybody's words (``draft``), or what everyone may read (``published``)."""

    what: View


class Kept(msgspec.Struct, frozen=True):
    """What came of it. ``through``: the last entry of the café's record that the files know."""

    bytes: int
    files: int
    through: int


def everything(database: str) -> Handler:
    """Makes one file of all of them, and leaves it where any server can give it out.

    Each format is made in a process of its own: the memory is that of the largest, not of all.
    """

    def make(work: Work, payload: dict[str, Any]) -> dict[str, Any]:
        wanted = msgspec.convert(payload, Asked)
        order = Wanted(formats=FORMATS, database=database, workshop=work.job.workshop_id, what=wanted.what)
        made = one_by_one(
            order, lambda no, of: work.told(100 * no // of), lambda: work.reached(work.progress)
        )
        content = zipped(made.files)
        if not work.tools.parcels.keep(work.job, content):
            raise Lost
        kept: dict[str, Any] = msgspec.to_builtins(Kept(len(content), len(made.files), made.through))
        return kept

    return make


def zipped(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, content in files.items():
            folder.writestr(zipfile.ZipInfo(name, DAY), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()

"""Everything at once: asked for on the report's page, made by a worker, fetched when it is there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count
from typing import Any, Literal, NamedTuple

import msgspec
from flask import Blueprint, Response, render_template
from flask import redirect as lead_to
from flask.typing import ResponseReturnValue

from workshop.core.clock import MINUTE, SECOND
from workshop.errors import Conflict, NotFound
from workshop.exporting.everything import KIND, Kept
from workshop.exporting.formats import FORMATS, WORDS
from workshop.jobs.job import DONE, FAILED, RUNNING, WAITING, Job
from workshop.jobs.parcels import KEPT, There
from workshop.web.downloads import called
from workshop.web.errands import asked
from workshop.web.kit import page, services
from workshop.web.readers import Reader, reader_of
from workshop.web.reading import NOT_YET

blueprint = Blueprint("everything", __name__)

MAKING = [WORDS[each.name] for each in FORMATS.values() if each.in_all]
# How long something may wait until people are told that nobody may be there to do it.
PATIENCE = 15 * SECOND
NAME = "everything.zip"


class Standing(NamedTuple):
    """How far it is. ``percent`` is None where nothing moves; ``there``: what can be fetched."""

    state: Literal["none", "waiting", "nobody", "making", "failed", "ready"]
    words: str = ""
    percent: int | None = None
    there: There | None = None


@blueprint.get("/w/<code>/everything")
def look(code: str) -> Response:
    """How far it is. Reload it, or come back: what is being made goes on."""
    reader = _reader(code)
    return page("everything.html", **_shown(reader))


@blueprint.get("/w/<code>/everything/now")
def now(code: str) -> Response:
    """The part of that page that changes."""
    response = Response(render_template("everything-now.html", **_shown(_reader(code))))
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.post("/w/<code>/everything")
def ask(code: str) -> ResponseReturnValue:
    """Whoever asks while it is made waits for the same; what is there and up to date is not made again."""
    asked()
    reader = _reader(code)
    job = _job(reader)
    if job is None or _there(reader, job) is None or _older(reader, job):
        services().crew.put(KIND, reader.cafe.id, _what(reader), {"what": _what(reader)})
    return lead_to(f"/w/{reader.cafe.code}/everything{reader.query}", 303)


@blueprint.get(f"/w/<code>/{NAME}")
def fetch(code: str) -> Response:
    reader = _reader(code)
    job = _job(reader)
    there = _there(reader, job) if job is not None else None
    if job is None or there is None:
        raise NotFound("This file is not kept any more. Ask for it again on the page of the report.", "gone")
    response = Response(_pieces(job.id), content_type="application/zip")
    response.headers["Content-Length"] = str(there.bytes)
    response.headers["Content-Disposition"] = f'attachment; filename="{called(reader, NAME)}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _pieces(job_id: str) -> Iterator[bytes]:
    """One after the other, so that a server never holds the whole."""
    crew, parcels = services().crew, services().parcels

    def each() -> Iterator[bytes]:
        for no in count():
            piece = crew.apart(partial(parcels.piece, job_id, no))
            if piece is None:
                return
            yield piece

    return each()


def _reader(code: str) -> Reader:
    reader = reader_of(code)
    if not reader.hosts and not reader.closed:
        raise Conflict(NOT_YET, "not-closed")
    return reader


def _what(reader: Reader) -> str:
    return "draft" if reader.full else "published"


def _job(reader: Reader) -> Job | None:
    return services().crew.latest(KIND, reader.cafe.id, _what(reader))


def _there(reader: Reader, job: Job) -> There | None:
    """What this reader may have of it: somebody may have taken back their yes since it was made."""
    known = services()
    if job.state != DONE or (not reader.full and reader.closed and _older(reader, job)):
        return None
    found: There | None = known.crew.apart(lambda: known.parcels.there(job.id))
    return found


def _older(reader: Reader, job: Job) -> bool:
    """Whether the café has gone on since it was made."""
    newest = services().ledger.newest([reader.cafe.id]).get(reader.cafe.id, 0)
    return msgspec.convert(job.result or {"bytes": 0, "files": 0, "through": 0}, Kept).through < newest


def standing(reader: Reader) -> Standing:
    job = _job(reader)
    if job is None:
        return Standing("none")
    if job.state == RUNNING:
        no = -(-job.progress * len(MAKING) // 100)
        return Standing("making", f"Making {MAKING[no]}, {no + 1} of {len(MAKING)}", job.progress)
    if job.state == WAITING:
        return _waiting(job)
    if job.state == FAILED:
        return Standing("failed")
    there = _there(reader, job)
    return Standing("none") if there is None else Standing("ready", there=there)


def _waiting(job: Job) -> Standing:
    known = services()
    late = known.conductor.now() - job.at > PATIENCE
    if late and not known.crew.apart(known.crew.jobs.counts)[RUNNING]:
        return Standing("nobody")
    return Standing("waiting", "Waiting for its turn", 0)


def _shown(reader: Reader) -> dict[str, Any]:
    so_far = standing(reader)
    job = _job(reader) if so_far.state == "ready" else None
    here = f"/w/{reader.cafe.code}"
    return {
        "now": so_far,
        "size": _size(so_far.there.bytes) if so_far.there else "",
        "minutes": max(1, so_far.there.left // MINUTE) if so_far.there else KEPT // MINUTE,
        "older": job is not None and _older(reader, job),
        "full": reader.full,
        "title": reader.cafe.title,
        "action": f"{here}/everything{reader.query}",
        "again": f"{here}/everything/now{reader.query}",
        "file": f"{here}/{NAME}{reader.query}",
        "report": f"{here}/report{reader.query}",
        "name": called(reader, NAME),
    }


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(size / 1_000, 0.1):.1f} KB"

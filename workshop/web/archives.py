"""A whole café as one file: hosts take it along, and whoever holds a server's home brings one in."""

from __future__ import annotations

import hmac
import logging
import subprocess
from typing import Any

import msgspec
from flask import Blueprint, Response, request

from workshop.archive.beside import TakenIn, take_in
from workshop.archive.shape import MOST_BYTES
from workshop.errors import NotAllowed, Refused, Unavailable
from workshop.exporting.beside import Archive
from workshop.web.downloads import made_in_turn, taken_along
from workshop.web.errands import asked, upload
from workshop.web.home import csrf, only_home
from workshop.web.kit import services
from workshop.web.readers import host_of

blueprint = Blueprint("archives", __name__)
log = logging.getLogger(__name__)


@blueprint.get("/w/<code>/archive.zip")
def archive(code: str) -> Response:
    """Every entry and every name: for hosts alone."""
    reader = host_of(code)
    content = made_in_turn(Archive(services().config.database_url, reader.cafe.id))
    return taken_along(content, "application/zip", f"archive-{reader.cafe.code}.zip")


@blueprint.post("/home/archives")
def bring_in() -> Response:
    """The file as it is, with the word of the page in ``X-Csrf``. Answers in JSON: a script has sent it."""
    try:
        only_home()
        asked()
        if not hmac.compare_digest(request.headers.get("X-Csrf", ""), csrf()):
            raise NotAllowed("This page has grown old. Load it again, then bring the file in.", "csrf")
        with upload(MOST_BYTES) as file:
            return _json(_told(_taken_in(file)), 200)
    except Refused as refused:
        return _json({"code": refused.code, "message": refused.message}, refused.status)


def _taken_in(file: Any) -> TakenIn:
    try:
        return take_in(file, services().config)
    except (subprocess.SubprocessError, OSError) as problem:
        log.warning("an archive could not be taken in")
        raise Unavailable(
            "The file could not be taken in just now. Look whether the café is on your list; if it is not, "
            "try again in a minute.",
            "no-import",
        ) from problem


def _told(cafe: TakenIn) -> dict[str, Any]:
    page = "report" if cafe.status == "closed" else "host"
    told: dict[str, Any] = msgspec.to_builtins(cafe)
    return told | {"link": f"/w/{cafe.code}/{page}"}


def _json(content: object, status: int) -> Response:
    body = msgspec.json.encode(content)
    return Response(body, status, {"Cache-Control": "no-store"}, content_type="application/json")

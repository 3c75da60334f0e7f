"""What a reader gets: the report and the blueprint, as pages and to take along."""

from __future__ import annotations

import gzip
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from flask import Blueprint, Response, render_template, request
from flask.blueprints import BlueprintSetupState

from workshop.core.people import HOST, PARTICIPANT, SCREEN, Role
from workshop.errors import Conflict, NotAllowed, Refused
from workshop.harvest import DOCUMENTS, Harvest, draft, pressed, read
from workshop.harvest.writers.jinja import teach, values
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Listing
from workshop.web.cafe import holds_home
from workshop.web.join import cookie
from workshop.web.kit import find_cafe, page, services

blueprint = Blueprint("reading", __name__)

# Stands in kept pages where each reader's own key belongs. Nobody can write it, for nobody knows it.
KEY = f"key-{secrets.token_hex(16)}"
NOT_YET = "The report is made when the host closes the café. Try again afterwards."
# Below this, packing costs more than it saves.
WORTH_PACKING = 2_000
TYPES = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "zip": "application/zip",
}
# A document that travels alone has its style inside; here it may do nothing else.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


class File(NamedTuple):
    """Something to take along, with what it is good for."""

    name: str
    address: str
    use: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone who may read. ``key`` is theirs, or empty where a cookie is enough."""

    cafe: Listing
    hosts: bool
    key: str

    @property
    def query(self) -> str:
        return f"?key={self.key}" if self.key else ""

    @property
    def closed(self) -> bool:
        return self.cafe.status == "closed"


@blueprint.record_once
def _teach(state: BlueprintSetupState) -> None:
    teach(state.app.jinja_env)


@blueprint.get("/w/<code>/report")
@blueprint.get("/w/<code>/report/<key>")
def report(code: str, key: str = "") -> Response:
    return _document(_reader(code, key), "report")


@blueprint.get("/w/<code>/blueprint")
@blueprint.get("/w/<code>/blueprint/<key>")
def blueprint_page(code: str, key: str = "") -> Response:
    return _document(_reader(code, key), "blueprint")


@blueprint.get(f"/w/<code>/<any({','.join(map(repr, DOCUMENTS))}):name>")
def download(code: str, name: str) -> Response:
    reader = _reader(code, "")
    if not reader.hosts and not reader.closed:
        raise Conflict(NOT_YET, "not-closed")
    response = Response(_file(reader, name), content_type=TYPES[name.rpartition(".")[2]])
    stem, _, kind = name.rpartition(".")
    response.headers["Content-Disposition"] = f'attachment; filename="{stem}-{reader.cafe.code}.{kind}"'
    response.headers["Content-Security-Policy"] = ALONE
    response.headers["Cache-Control"] = "no-store"
    return response


def _reader(code: str, key: str) -> Reader:
    """Whoever has a place in the café, this server's home, or the readers' link; others are refused."""
    cafe = find_cafe(code)
    key = key or request.args.get("key", "")
    roles = set(_places(cafe))
    hosts = holds_home() or HOST in roles
    try:
        services().tokens.read_reader(key, cafe.id)
    except Refused:
        if not hosts and not roles:
            raise NotAllowed(_who_may_read(key), "reader") from None
        key = ""
    return Reader(cafe, hosts, key)


def _who_may_read(key: str) -> str:
    if key:
        return "This link is not complete, too old, or for another café. Ask the host for the report’s link."
    return "This is for the people who were there. Open it where you took part, or ask the host for its link."


def _places(cafe: Listing) -> Iterator[Role]:
    """The roles that this browser has in the café."""
    for role in (PARTICIPANT, HOST, SCREEN):
        try:
            workshop_id, person_id = services().tokens.read_person(request.cookies.get(cookie(role), ""))
        except Refused:
            continue
        if workshop_id == cafe.id and (found := _role(cafe, person_id)) is not None:
            yield found


def _role(cafe: Listing, person_id: str) -> Role | None:
    person = services().conductor.person(cafe.id, person_id)
    return person.role if person is not None and not person.gone else None


def _document(reader: Reader, what: str) -> Response:
    if not reader.hosts and not reader.closed:
        return page("report-waiting.html", title=reader.cafe.title, what=what, back=f"/w/{reader.cafe.code}")
    return _sent(_html(reader, what).replace(KEY, reader.query))


def _html(reader: Reader, what: str) -> str:
    cafe = reader.cafe
    if not reader.closed:
        return _drawn(draft(services().ledger, cafe.id), what, cafe.code)
    return _kept_page(services().ledger, cafe.id, pressed(services().ledger, cafe.id).id, what, cafe.code)


@lru_cache(maxsize=16)
def _kept_page(ledger: Ledger, workshop_id: str, _pressing: str, what: str, code: str) -> str:
    """Drawn once for each pressing: when a café closes, everybody opens its report at the same moment."""
    return _drawn(read(ledger, workshop_id), what, code)


def _drawn(harvest: Harvest, what: str, code: str) -> str:
    return render_template(
        f"{what}.html",
        **values(harvest),
        report=f"/w/{code}/report{KEY}",
        blueprint=f"/w/{code}/blueprint{KEY}",
        downloads=_downloads(what, code),
    )


def _downloads(what: str, code: str) -> list[File]:
    offered = {
        "report": {
            "report.html": ("One page (HTML)", "to keep, to print, to send"),
            "report.md": ("Text (Markdown)", "to write on in any editor"),
            "report.zip": ("Tables (CSV)", "for a spreadsheet"),
            "report.json": ("Data (JSON)", "for programs"),
        },
        "blueprint": {
            "blueprint.html": ("One page (HTML)", "to keep, to print, to send"),
            "blueprint.md": ("Text (Markdown)", "to fill in"),
        },
    }
    return [File(words, f"/w/{code}/{name}{KEY}", use) for name, (words, use) in offered[what].items()]


def _file(reader: Reader, name: str) -> bytes:
    ledger, workshop_id = services().ledger, reader.cafe.id
    if not reader.closed:
        return DOCUMENTS[name](draft(ledger, workshop_id))
    return _kept_file(ledger, workshop_id, pressed(ledger, workshop_id).id, name)


@lru_cache(maxsize=32)
def _kept_file(ledger: Ledger, workshop_id: str, _pressing: str, name: str) -> bytes:
    return DOCUMENTS[name](read(ledger, workshop_id))


def _sent(html: str) -> Response:
    content = html.encode()
    response = Response(content, content_type=TYPES["html"])
    if len(content) > WORTH_PACKING and request.accept_encodings.quality("gzip"):
        response.data = gzip.compress(content, compresslevel=5, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "no-store"
    return response

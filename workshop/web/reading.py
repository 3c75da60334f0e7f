"""What a reader gets: the pages of the report and the blueprint, and what can be taken along."""

from __future__ import annotations

import gzip
import secrets
from functools import lru_cache
from typing import NamedTuple

from flask import Blueprint, Response, render_template, request
from flask.blueprints import BlueprintSetupState
from markupsafe import escape

from workshop.harvest import TABLE, Harvest, draft, pressed, published, read
from workshop.harvest.writers.jinja import teach, values
from workshop.ledger.ledger import Ledger
from workshop.web.kit import page, services
from workshop.web.quoting import own_words
from workshop.web.readers import Reader, reader_of
from workshop.web.report_checks import panel_of

blueprint = Blueprint("reading", __name__)

# Stand in kept pages where each reader's own key and choice belong. Nobody can write what nobody knows.
KEY, OWN = (f"{what}-{secrets.token_hex(16)}" for what in ("key", "own"))
NOT_YET = "The report is made when the host closes the café. Try again afterwards."
# Below this, packing costs more than it saves.
WORTH_PACKING = 2_000


class File(NamedTuple):
    """Something to take along, with what it is good for."""

    name: str
    address: str
    use: str


class Errand(NamedTuple):
    """Something that hosts may do. ``file``: what comes of it is taken along at once."""

    words: str
    address: str
    use: str
    file: bool = False


CHECK = "Does every quote, number and link still hold? Of this report, or of a file you exported before."
TEMPLATE = "The report in your organisation’s own Word file."
ARCHIVE = (
    "To bring it in on another server, or to keep. It holds every name and note, also what was deleted: keep "
    "it as safe as the server."
)


@blueprint.record_once
def _teach(state: BlueprintSetupState) -> None:
    teach(state.app.jinja_env)


@blueprint.get("/w/<code>/report")
@blueprint.get("/w/<code>/report/<key>")
def report(code: str, key: str = "") -> Response:
    return _document(reader_of(code, key), "report")


@blueprint.get("/w/<code>/blueprint")
@blueprint.get("/w/<code>/blueprint/<key>")
def blueprint_page(code: str, key: str = "") -> Response:
    return _document(reader_of(code, key), "blueprint")


def _document(reader: Reader, what: str) -> Response:
    if not reader.hosts and not reader.closed:
        return page("report-waiting.html", title=reader.cafe.title, what=what, back=f"/w/{reader.cafe.code}")
    html = _html(reader, what).replace(KEY, escape(reader.query))
    return sent(html.replace(OWN, own_words(reader) if what == "report" and reader.closed else ""))


def _html(reader: Reader, what: str) -> str:
    cafe, ledger = reader.cafe, services().ledger
    if not reader.closed:
        return _drawn((draft if reader.full else published)(ledger, cafe.id), what, reader.hosts)
    return _kept_page(ledger, cafe.id, pressed(ledger, cafe.id).id, what, reader.hosts, reader.full)


@lru_cache(maxsize=16)
def _kept_page(ledger: Ledger, workshop_id: str, _pressing: str, what: str, hosts: bool, full: bool) -> str:
    """Drawn once for each pressing: when a café closes, everybody opens its report at the same moment."""
    return _drawn((read if full else published)(ledger, workshop_id), what, hosts)


def _drawn(harvest: Harvest, what: str, hosts: bool) -> str:
    """``hosts``: they are told which of the two views it is, and what to look at before they share it."""
    checked = hosts and what == "report" and not harvest.published
    seen = {"panel": panel_of(harvest)} if checked else {}
    code = harvest.code
    return render_template(
        f"{what}.html",
        **values(harvest),
        report=f"/w/{code}/report{KEY}",
        blueprint=f"/w/{code}/blueprint{KEY}",
        in_few_words=f"/w/{code}/next{KEY}",
        downloads=_downloads(what, code),
        everything=f"/w/{code}/everything{KEY}",
        errands=_errands(code) if hosts else [],
        hosts=hosts,
        own_words=OWN,
        versions=lambda *numbers: version_address(code, *numbers),
        **seen,
    )


def version_address(code: str, *numbers: int) -> str:
    """Where a version of the blueprint is, or what changed from one to another."""
    return f"/w/{code}/blueprint/{'..'.join(map(str, numbers))}{KEY}"


def _downloads(what: str, code: str) -> list[File]:
    offered = (document for document in TABLE if document.name.startswith(f"{what}."))
    return [File(one.title, f"/w/{code}/{one.name}{KEY}", one.use) for one in offered]


def _errands(code: str) -> list[Errand]:
    """What hosts alone may do with a report."""
    return [
        Errand("Check the evidence", f"/w/{code}/evidence{KEY}", CHECK),
        Errand("Word, in your own template", f"/w/{code}/word-template{KEY}", TEMPLATE),
        Errand("The whole café as an archive", f"/w/{code}/archive.zip{KEY}", ARCHIVE, file=True),
    ]


def sent(html: str) -> Response:
    content = html.encode()
    response = Response(content, content_type="text/html; charset=utf-8")
    if len(content) > WORTH_PACKING and request.accept_encodings.quality("gzip"):
        response.data = gzip.compress(content, compresslevel=5, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "no-store"
    return response

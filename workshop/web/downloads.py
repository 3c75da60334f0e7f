"""Documents to take along: those of the report and of the blueprint, for whoever may read them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache

from flask import Blueprint, Response

from workshop.errors import Conflict
from workshop.exporting.beside import MANY, AnyRequest, Order, View, made_beside
from workshop.harvest import DOCUMENTS, TABLE, Document, Harvest, draft, pressed, published, read
from workshop.ledger.ledger import Ledger
from workshop.web.kit import services
from workshop.web.readers import Reader, reader_of
from workshop.web.reading import NOT_YET

blueprint = Blueprint("downloads", __name__)

BY_NAME = {document.name: document for document in TABLE}
# On the name of a file with the words of people who did not agree to be quoted.
FOR_HOSTS = "-for-the-hosts-only"
# A document that travels alone has its style inside; here it may do nothing else.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
Make = Callable[[Ledger, str], Harvest]
VIEWS: dict[View, Make] = {"pressed": read, "draft": draft, "published": published}
# One at a time: when a café closes many want the same, and all but the first find it made.
_ONE = threading.Lock()


@blueprint.get(f"/w/<code>/<any({','.join(map(repr, DOCUMENTS))}):name>")
def download(code: str, name: str) -> Response:
    reader = reader_of(code)
    if not reader.hosts and not reader.closed:
        raise Conflict(NOT_YET, "not-closed")
    document = BY_NAME[name]
    return taken_along(_content(reader, document), document.media, called(reader, name))


def taken_along(content: bytes, media: str, name: str) -> Response:
    """A file to keep, which no cache keeps."""
    response = Response(content, content_type=media)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = ALONE
    response.headers["Cache-Control"] = "no-store"
    return response


def made_in_turn(order: AnyRequest) -> bytes:
    """Made beside the server, and kept nowhere."""
    with _ONE:
        return made_beside(order)


def called(reader: Reader, name: str) -> str:
    """The name of the file; what has everybody's words says whom it is for."""
    stem, _, kind = name.rpartition(".")
    return f"{stem}-{reader.cafe.code}{FOR_HOSTS if reader.full else ''}.{kind}"


def _content(reader: Reader, document: Document) -> bytes:
    ledger, workshop_id = services().ledger, reader.cafe.id
    if reader.closed:
        pressing, view = pressed(ledger, workshop_id), _view(reader, "pressed")
        if not _slow(document, pressing.n):
            return _kept(ledger, workshop_id, pressing.id, document.name, view)
        return _made_once(workshop_id, pressing.id, document.name, view)
    if not _slow(document, ledger.newest([workshop_id]).get(workshop_id, 0)):
        return document.write(VIEWS[_view(reader, "draft")](ledger, workshop_id))
    return made_in_turn(Order(_database(), workshop_id, document.name, _view(reader, "draft")))


def _view(reader: Reader, full: View) -> View:
    return full if reader.full else "published"


def _slow(document: Document, entries: int) -> bool:
    return document.slow or entries > MANY


@lru_cache(maxsize=32)
def _kept(ledger: Ledger, workshop_id: str, _pressing: str, name: str, view: View) -> bytes:
    return BY_NAME[name].write(VIEWS[view](ledger, workshop_id))


def _made_once(workshop_id: str, pressing: str, name: str, view: View) -> bytes:
    with _ONE:
        return _kept_beside(_database(), workshop_id, pressing, name, view)


@lru_cache(maxsize=32)
def _kept_beside(database: str, workshop_id: str, _pressing: str, name: str, view: View) -> bytes:
    return made_beside(Order(database, workshop_id, name, view))


def _database() -> str:
    return services().config.database_url

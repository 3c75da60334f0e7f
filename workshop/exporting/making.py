"""What the process beside a server does: reads the café, or makes a file of what was read."""

from __future__ import annotations

import sys

import msgspec

from workshop.archive import archive
from workshop.aside import answer
from workshop.exporting.beside import AnyRequest, Archive, Gather, Gathered, Order, View, Write
from workshop.exporting.formats import FORMATS
from workshop.harvest import DOCUMENTS, Harvest, draft, published, read
from workshop.harvest.writers.word import word
from workshop.jobs.manners import give_way
from workshop.ledger.database import open_beside
from workshop.ledger.ledger import Ledger

VIEWS = {"pressed": read, "draft": draft, "published": published}


def main() -> int:
    """Read a request, and do it."""
    request: AnyRequest = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=AnyRequest)
    if not isinstance(request, Write) or request.gives_way:
        give_way()
    return answer(lambda: made(request))


def made(request: AnyRequest) -> bytes:
    """Raises :class:`~workshop.errors.Refused`."""
    match request:
        case Write():
            return _written(request)
        case Archive():
            return archive(Ledger(open_beside(request.database)), request.workshop)
        case Gather():
            return _gathered(_harvest(request.database, request.workshop, request.what))
        case Order(template=template) if template:
            return word(_harvest(request.database, request.workshop, request.what), template)
        case Order():
            return DOCUMENTS[request.document](_harvest(request.database, request.workshop, request.what))


def _harvest(database: str, workshop: str, what: View) -> Harvest:
    return VIEWS[what](Ledger(open_beside(database)), workshop)


def gathered(harvest: Harvest) -> Gathered:
    """What its files are made of, one after the other."""
    pieces = {each.name: list(each.pieces(harvest)) for each in FORMATS.values() if each.in_all}
    return Gathered(msgspec.msgpack.encode(harvest), harvest.through, pieces)


def _gathered(harvest: Harvest) -> bytes:
    return msgspec.msgpack.encode(gathered(harvest))


def _written(request: Write) -> bytes:
    harvest = msgspec.msgpack.decode(request.harvest, type=Harvest)
    return msgspec.msgpack.encode(dict(FORMATS[request.format].piece(harvest, request.piece)))

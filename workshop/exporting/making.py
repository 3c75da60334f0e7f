"""What the process beside a server does: reads the café, or makes a file of what was read."""

from __future__ import annotations

import sys

import msgspec

from workshop.archive import archive
from workshop.aside import answer
from workshop.exporting.beside import AnyRequest, Archive, Order, View
from workshop.harvest import DOCUMENTS, Harvest, draft, published, read
from workshop.harvest.writers.word import word
from workshop.jobs.manners import give_way
from workshop.ledger.database import open_beside
from workshop.ledger.ledger import Ledger

VIEWS = {"pressed": read, "draft": draft, "published": published}


def main() -> int:
    """Read a request, and do it."""
    request: AnyRequest = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=AnyRequest)
    give_way()
    return answer(lambda: made(request))


def made(request: AnyRequest) -> bytes:
    """Raises :class:`~workshop.errors.Refused`."""
    match request:
        case Archive():
            return archive(Ledger(open_beside(request.database)), request.workshop)
        case Order(template=template) if template:
            return word(_harvest(request.database, request.workshop, request.what), template)
        case Order():
            return DOCUMENTS[request.document](_harvest(request.database, request.workshop, request.what))


def _harvest(database: str, workshop: str, what: View) -> Harvest:
    return VIEWS[what](Ledger(open_beside(database)), workshop)

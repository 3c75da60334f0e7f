"""Documents that take long, made beside a server: in a process of their own that gives way to it.

A thread would not do: Python runs one at a time, and people would feel it in every note.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from typing import Literal

import msgspec

from workshop.errors import Unavailable

log = logging.getLogger(__name__)

# Seconds that one may take; a process that was killed is replaced so often.
LONGEST, TRIES = 300, 2
COMMAND = (sys.executable, "-m", "workshop.exporting.beside")


View = Literal["pressed", "draft", "published"]


class Order(msgspec.Struct, frozen=True):
    """Goes by a pipe: an address may hold a password. ``what``: the harvest as pressed or as it is,
    or what everyone may read of it.
    """

    database: str
    workshop: str
    document: str
    what: View


def made_beside(order: Order) -> bytes:
    """The document. Raises :class:`Unavailable` in words where it could not be made."""
    for _ in range(TRIES):
        try:
            return _made(order)
        except (subprocess.SubprocessError, OSError):
            # Not with what it said: that may be somebody's words.
            log.warning("a document could not be made", extra={"workshop": order.workshop})
    raise Unavailable(
        "This file could not be made just now. Nothing is lost: try again in a minute, or take another "
        "format in the meantime.",
        "no-document",
    )


def _made(order: Order) -> bytes:
    ran = subprocess.run(  # noqa: S603
        COMMAND,
        input=msgspec.json.encode(order),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=LONGEST,
        check=True,
    )
    return ran.stdout


def main() -> int:
    """Read an order, write the document."""
    from workshop.harvest import DOCUMENTS, draft, published, read
    from workshop.jobs.manners import give_way
    from workshop.ledger.database import open_beside
    from workshop.ledger.ledger import Ledger

    give_way()
    order = msgspec.json.decode(sys.stdin.buffer.read(), type=Order)
    ledger = Ledger(open_beside(order.database))
    views = {"pressed": read, "draft": draft, "published": published}
    harvest = views[order.what](ledger, order.workshop)
    sys.stdout.buffer.write(DOCUMENTS[order.document](harvest))
    return 0


if __name__ == "__main__":
    sys.exit(main())

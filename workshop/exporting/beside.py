"""Documents that take long, made beside a server: in a process of their own that gives way to it.

A thread would not do: Python runs one at a time, and people would feel it in every note.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from typing import Literal

import msgspec

from workshop.aside import aside, nothing
from workshop.errors import Unavailable

log = logging.getLogger(__name__)

# Seconds that one may take; a process that was killed is replaced so often.
LONGEST, TRIES = 300, 2
# From so many entries on every document is made beside, not only those that are always slow or large.
MANY = 5_000
COMMAND = (sys.executable, "-m", "workshop.exporting.beside")


View = Literal["pressed", "draft", "published"]


class Request(msgspec.Struct, frozen=True, tag=True):
    """Goes by a pipe: an address may hold a password."""


class Order(Request, frozen=True):
    """One document. ``what``: the harvest as pressed or as it is, or what everyone may read of it.

    ``template``: an organisation's own Word file, for the report in Word.
    """

    database: str
    workshop: str
    document: str
    what: View
    template: bytes = b""


class Archive(Request, frozen=True):
    """The archive of one café."""

    database: str
    workshop: str


AnyRequest = Order | Archive


def made_beside(order: AnyRequest, tick: Callable[[], None] = nothing) -> bytes:
    """What is asked for. ``tick``: called while it is made; may raise to end it.

    Raises :class:`Unavailable` in words where it could not be made, and what the process refuses with.
    """
    packed = msgspec.msgpack.encode(order)
    for _ in range(TRIES):
        try:
            return aside(COMMAND, packed, LONGEST, tick)
        except (subprocess.SubprocessError, OSError):
            # Not with what it said: that may be somebody's words.
            log.warning("a document could not be made", extra={"workshop": order.workshop})
    raise Unavailable(
        "This file could not be made just now. Nothing is lost: try again in a minute, or take another "
        "format in the meantime.",
        "no-document",
    )


if __name__ == "__main__":
    from workshop.exporting.making import main

    sys.exit(main())

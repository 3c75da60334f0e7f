"""An archive that a browser has sent, taken in by a process of its own, or refused."""

from __future__ import annotations

import os
import sys
from typing import IO

import msgspec

from workshop.aside import answer, aside
from workshop.config import Config

COMMAND = (sys.executable, "-m", "workshop.archive.beside")
# Seconds; 10,000 notes take half of one.
LONGEST = 300


class TakenIn(msgspec.Struct, frozen=True):
    """What it was. ``new``: whether it was not here before, just the same."""

    code: str
    title: str
    status: str
    entries: int
    people: int
    new: bool


def take_in(file: IO[bytes], config: Config) -> TakenIn:
    """All of it in one commit, or nothing. Raises what ``workshop import`` raises, in its words.

    Raises ``SubprocessError`` or ``OSError`` where the process came to no end: nothing was kept then, unless
    it died in its very last moment, after the commit.
    """
    # What a worker gets as well. An address may hold a password: it stands on no command line.
    known = os.environ | {"DATABASE_URL": config.database_url, "DATA": str(config.data)}
    said = aside(COMMAND, file, LONGEST, environment=known)
    return msgspec.json.decode(said, type=TakenIn)


def _taken_in() -> bytes:
    from workshop.archive.reading import record_of
    from workshop.archive.shape import MOST_BYTES
    from workshop.config import database_address, settings
    from workshop.ledger.moving import receive

    record = record_of(sys.stdin.buffer.read(MOST_BYTES + 1))
    cafe = record.listing
    assert cafe is not None
    new = receive(database_address(settings()), record)
    people = len(record.names)
    return msgspec.json.encode(TakenIn(cafe.code, cafe.title, cafe.status, len(record.entries), people, new))


if __name__ == "__main__":
    sys.exit(answer(_taken_in))

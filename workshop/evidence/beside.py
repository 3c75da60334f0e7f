"""A report held against the ledger, in a process of its own beside a server."""

from __future__ import annotations

import sys

import msgspec

from workshop.aside import answer, aside

COMMAND = (sys.executable, "-m", "workshop.evidence.beside")
# Seconds; 10,000 notes take five.
LONGEST = 300


class Asked(msgspec.Struct, frozen=True):
    """``report``: a ``harvest.json``; nothing for the report that the server keeps."""

    database: str
    workshop: str
    report: bytes = b""


class Broken(msgspec.Struct, frozen=True):
    """One thing that does not hold: see :class:`workshop.evidence.finding.Break`."""

    kind: str
    anchor: str
    where: str
    what: str
    advice: str


class Checked(msgspec.Struct, frozen=True):
    """``lines``: how many the report has; ``through``: the last entry that it knows."""

    title: str
    lines: int
    through: int
    published: bool
    broken: list[Broken]


def checked(asked: Asked) -> Checked:
    """Raises what ``workshop export --verify`` raises, in its words; ``SubprocessError`` or ``OSError``."""
    said = aside(COMMAND, msgspec.msgpack.encode(asked), LONGEST)
    return msgspec.msgpack.decode(said, type=Checked)


def _checked() -> bytes:
    from workshop.evidence.command import verified
    from workshop.evidence.lines import take_apart
    from workshop.ledger.database import open_beside
    from workshop.ledger.ledger import Ledger

    asked = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Asked)
    report, found = verified(Ledger(open_beside(asked.database)), asked.workshop, asked.report)
    broken = [Broken(one.kind, one.anchor, one.where, one.what, one.advice) for one in found]
    lines = len(take_apart(report).lines)
    return msgspec.msgpack.encode(Checked(report.title, lines, report.through, report.published, broken))


if __name__ == "__main__":
    sys.exit(answer(_checked))

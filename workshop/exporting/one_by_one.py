"""All files of a café, one after the other, by a process beside whoever wants them.

That process reads the café once and loads what writers need; each piece is made in a child of it that begins
with all that, and gives back what it takes when it ends. So the most memory is that of the largest piece.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from select import select
from time import monotonic

import msgspec

from workshop.aside import TICK, file_of, nothing, refusal
from workshop.errors import Unavailable
from workshop.exporting.beside import LONGEST, TRIES, View

log = logging.getLogger(__name__)
COMMAND = (sys.executable, "-m", "workshop.exporting.all_of_it")
# Bytes of the number before each message: how long it is.
HEAD = 8


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Goes by a pipe: an address may hold a password. ``harvest``: packed, where it was read already.

    ``gives_way``: to everybody else on the machine; not where somebody sits at its command line.
    """

    formats: list[str]
    database: str = ""
    workshop: str = ""
    what: View = "draft"
    harvest: bytes = b""
    gives_way: bool = True


class Begun(msgspec.Struct, frozen=True, tag=True):
    """One format is begun, of so many; counted from 0."""

    no: int
    of: int


class File(msgspec.Struct, frozen=True, tag=True):
    """One file, by its path in a folder."""

    name: str
    content: bytes


class Done(msgspec.Struct, frozen=True, tag=True):
    """That was all. ``through``: the last entry that the files know."""

    through: int


class Refusal(msgspec.Struct, frozen=True, tag=True):
    """Nothing can be made; as :func:`workshop.aside.refusal` takes it."""

    words: bytes


Message = Begun | File | Done | Refusal


class Made(msgspec.Struct, frozen=True):
    """All files by path, and the last entry of the café's record that they know."""

    files: dict[str, bytes]
    through: int


def one_by_one(wanted: Wanted, begun: Callable[[int, int], None], tick: Callable[[], None] = nothing) -> Made:
    """``begun``: told which format is begun, of how many. ``tick``: called now and then; may raise to end it.

    Raises :class:`Unavailable` where a process died twice, and what it refuses with.
    """
    for _ in range(TRIES):
        try:
            return _made(wanted, begun, tick)
        except (subprocess.SubprocessError, OSError, EOFError):
            log.warning("files could not be made", extra={"workshop": wanted.workshop})
    raise Unavailable(
        "The files could not be made just now. Nothing is lost: try again in a minute.", "no-files"
    )


def _made(wanted: Wanted, begun: Callable[[int, int], None], tick: Callable[[], None]) -> Made:
    files: dict[str, bytes] = {}
    for message in _messages(wanted, tick):
        match message:
            case Begun(no, of):
                begun(no, of)
            case File(name, content):
                files[name] = content
            case Done(through):
                return Made(files, through)
            case Refusal(words):
                raise refusal(words)
    raise EOFError


def _messages(wanted: Wanted, tick: Callable[[], None]) -> Iterator[Message]:
    until = monotonic() + LONGEST
    with (
        file_of(msgspec.msgpack.encode(wanted)) as read,
        subprocess.Popen(  # noqa: S603
            COMMAND, stdin=read, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process,
    ):
        assert process.stdout is not None
        try:
            while True:
                size = int.from_bytes(_read(process.stdout.fileno(), HEAD, tick, until))
                yield msgspec.msgpack.decode(_read(process.stdout.fileno(), size, tick, until), type=Message)
        finally:
            process.kill()


def _read(pipe: int, size: int, tick: Callable[[], None], until: float) -> bytes:
    """So many bytes. Raises :class:`EOFError` where they end before, and ``TimeoutExpired``."""
    read = bytearray()
    while len(read) < size:
        if not select([pipe], [], [], TICK)[0]:
            tick()
            if monotonic() > until:
                raise subprocess.TimeoutExpired(COMMAND, LONGEST)
            continue
        piece = os.read(pipe, size - len(read))
        if not piece:
            raise EOFError
        read += piece
    return bytes(read)

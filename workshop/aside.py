"""Work for a process of its own: bytes in, bytes out, and refusals come through in words.

For what takes long, or much memory: a server's loop and its memory are everybody's, and what such a process
took goes back to the system when it ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from time import monotonic, sleep
from typing import IO

import msgspec

from workshop.errors import Conflict, Invalid, NotAllowed, NotFound, Refused, TooMany, Unavailable

KINDS = {kind.__name__: kind for kind in (Conflict, Invalid, NotAllowed, NotFound, TooMany, Unavailable)}
# How such a process ends that refuses; how often, in seconds, somebody hears that it goes on.
REFUSED, TICK = 3, 0.25
LOOK = 0.02
# Where a file can be memory alone: addresses and people's words had better touch no disk.
MEMORY = hasattr(os, "memfd_create")


def nothing() -> None:
    """Nobody wants to hear that it goes on."""


def aside(
    command: tuple[str, ...],
    given: bytes | IO[bytes],
    longest: float,
    tick: Callable[[], None] = nothing,
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """What the process answers. ``given``: what it reads. ``tick``: called now and then; may raise to end it.

    Raises what it refuses with; ``SubprocessError`` or ``OSError`` where it died, never ended or never began.
    """
    with file_of(given) as read, file_of() as made_file:
        with _started(command, read, made_file, environment) as process:
            try:
                _waited(process, longest, tick)
            except BaseException:
                process.kill()
                raise
        made_file.seek(0)
        made = made_file.read()
    if process.returncode == REFUSED:
        raise refusal(made)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return made


@contextmanager
def file_of(given: bytes | IO[bytes] = b"") -> Iterator[IO[bytes]]:
    """What the process reads, or answers into: a pipe would want somebody at its other end meanwhile."""
    if not isinstance(given, bytes):
        yield given
        return
    with os.fdopen(os.memfd_create("given"), "w+b") if MEMORY else tempfile.TemporaryFile() as file:
        file.write(given)
        file.seek(0)
        yield file


def _started(
    command: tuple[str, ...], read: IO[bytes], write: IO[bytes], environment: Mapping[str, str] | None
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603
        command, stdin=read, stdout=write, stderr=subprocess.DEVNULL, env=environment
    )


def _waited(process: subprocess.Popen[bytes], longest: float, tick: Callable[[], None]) -> None:
    """Looks again and again: eventlet's own ``subprocess`` raises a time-out that is not of our class."""
    until, next_tick = monotonic() + longest, monotonic() + TICK
    while process.poll() is None:
        if monotonic() > until:
            raise subprocess.TimeoutExpired(process.args, longest)
        if monotonic() > next_tick:
            tick()
            next_tick = monotonic() + TICK
        sleep(LOOK)


def packed(refused: Refused) -> bytes:
    """For the way to :func:`refusal`."""
    return msgspec.json.encode((type(refused).__name__, refused.message, refused.code))


def refusal(words: bytes) -> Refused:
    """What a process has refused with."""
    kind, message, code = msgspec.json.decode(words, type=tuple[str, str, str])
    return KINDS.get(kind, Refused)(message, code)


def answer(work: Callable[[], bytes]) -> int:
    """In such a process: write what comes of it, or why it is refused."""
    code = 0
    try:
        made = work()
    except Refused as refused:
        made = packed(refused)
        code = REFUSED
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    return code

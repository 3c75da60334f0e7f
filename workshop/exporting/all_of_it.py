"""The process that makes all files of a café, each piece in a child of its own: see :mod:`one_by_one`."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
from collections.abc import Callable
from contextlib import closing, suppress

import msgspec

from workshop.aside import packed
from workshop.errors import Refused
from workshop.exporting.formats import FORMATS
from workshop.exporting.making import VIEWS
from workshop.exporting.one_by_one import HEAD, Begun, Done, File, Message, Refusal, Wanted
from workshop.harvest import Harvest
from workshop.jobs.manners import give_way
from workshop.ledger.database import open_beside
from workshop.ledger.ledger import Ledger

# Of prctl(2): what a process is sent when its parent dies.
PR_SET_PDEATHSIG = 1


def main() -> int:
    wanted = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Wanted)
    if wanted.gives_way:
        give_way()
    _die_with_parent()
    try:
        harvest = _harvest(wanted)
    except Refused as refused:
        _send(Refusal(packed(refused)))
        return 0
    # Children share what never moves.
    gc.collect()
    gc.freeze()
    for no, name in enumerate(wanted.formats):
        _send(Begun(no, len(wanted.formats)))
        for piece in FORMATS[name].pieces(harvest):
            _send_all(_in_child(lambda name=name, piece=piece: _packed(harvest, name, piece)))  # type: ignore[misc]
    _send(Done(harvest.through))
    return 0


def _harvest(wanted: Wanted) -> Harvest:
    if wanted.harvest:
        return msgspec.msgpack.decode(wanted.harvest, type=Harvest)
    with closing(Ledger(open_beside(wanted.database))) as ledger:
        return VIEWS[wanted.what](ledger, wanted.workshop)


def _packed(harvest: Harvest, name: str, piece: str) -> bytes:
    return msgspec.msgpack.encode(dict(FORMATS[name].piece(harvest, piece)))


def _in_child(work: Callable[[], bytes]) -> bytes:
    """What a child makes of it. One that dies ends this process too: whoever waits begins anew."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        _do(work, write)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        made = pipe.read()
    if os.waitpid(child, 0)[1]:
        sys.exit(1)
    return made


def _do(work: Callable[[], bytes], write: int) -> None:
    """Never comes back: nothing that the parent has open may be closed here a second time."""
    code = 1
    try:
        _die_with_parent()
        with os.fdopen(write, "wb") as pipe:
            pipe.write(work())
        code = 0
    finally:
        os._exit(code)


def _die_with_parent() -> None:
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _send_all(files: bytes) -> None:
    for name, content in msgspec.msgpack.decode(files, type=dict[str, bytes]).items():
        _send(File(name, content))


def _send(message: Message) -> None:
    said = msgspec.msgpack.encode(message)
    sys.stdout.buffer.write(len(said).to_bytes(HEAD) + said)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())

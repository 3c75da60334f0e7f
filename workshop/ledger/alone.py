"""One server for one SQLite file: a second would refuse half of what the first one is told."""

from __future__ import annotations

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from workshop.errors import Unavailable

log = logging.getLogger(__name__)


@contextmanager
def alone(url: str) -> Iterator[None]:
    """Hold this database for one server, as long as its process lives. Backups may be taken all the while.

    A database that is no file is not held: it knows by itself how to serve several. Raises
    :class:`Unavailable`, naming the process that has it.
    """
    path = _lock_file(url)
    if path is None:
        yield
        return
    # Not "w": what the other one has written must not be lost by looking.
    with path.open("a+") as file:
        _take(file, path)
        yield


def _lock_file(url: str) -> Path | None:
    try:
        address = make_url(url)
    except ArgumentError:
        return None  # opening it will say what is wrong with it
    named = address.get_backend_name() == "sqlite" and address.database
    if not named or named == ":memory:" or not Path(named).parent.is_dir():
        return None
    return Path(f"{named}.lock")


def _take(file: IO[str], path: Path) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as problem:
        raise Unavailable(_taken(file, path), "in-use") from problem
    except OSError:
        # Some network file systems know no locks: no reason not to serve.
        log.warning("the data folder cannot be locked: see that only one server uses it", exc_info=True)
        return
    file.truncate(0)
    file.write(f"{os.getpid()}\n")
    file.flush()


def _taken(file: IO[str], path: Path) -> str:
    file.seek(0)
    who = file.read().strip()
    return (
        f"The data folder {path.parent} is being served already, by process {who or 'unknown'}. "
        "Stop that server first, or give another folder with --data."
    )

"""What takes the server long, asked for in the browser: not too often, one large upload at a time."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep
from typing import IO

from flask import request
from werkzeug.exceptions import ClientDisconnected

from workshop.errors import Conflict, Invalid, TooMany
from workshop.web.kit import address, only_from_here, services

PIECE = 64_000
_ONE = threading.Lock()


def asked() -> None:
    """A form of our own, and not too often. Raises :class:`NotAllowed` and :class:`TooMany`."""
    only_from_here()
    if not services().errands.take(address()):
        raise TooMany(
            "Too much was asked of this server from here in the last minute. Wait a minute, then try again.",
            "errands",
        )


def allow(most: int) -> None:
    """Take up to so many bytes with this request. Raises :class:`Invalid` before any of them is read."""
    request.max_content_length = most
    if not request.content_length:
        raise Invalid("No file came. Choose it once more.", "no-file")
    if request.content_length > most:
        raise Invalid(f"This file is larger than {most // 1_000_000} MB. Nothing was read.", "too-large")


def form_file(name: str, most: int) -> bytes:
    """The file of a form; empty where none was chosen. Raises :class:`Invalid` for one that is too large."""
    file = request.files.get(name)
    content = b"" if file is None else file.stream.read(most + 1)
    if len(content) > most:
        raise Invalid(f"This file is larger than {most // 1_000_000} MB. Choose a smaller one.", "too-large")
    return content


@contextmanager
def upload(most: int) -> Iterator[IO[bytes]]:
    """What a browser sends as it is, in a file without a name: nothing of it can be left behind.

    Raises :class:`Conflict` while another one is on its way, and :class:`Invalid` for one that is cut off.
    """
    allow(most)
    if not _ONE.acquire(blocking=False):
        raise Conflict("Another file is being brought in just now. Try again in a minute.", "busy")
    try:
        with tempfile.TemporaryFile(dir=services().config.data) as file:
            _take(file)
            yield file
    finally:
        _ONE.release()


def _take(file: IO[bytes]) -> None:
    lacking = request.content_length or 0
    while lacking:
        try:
            piece = request.stream.read(min(PIECE, lacking))
        except ClientDisconnected:
            piece = b""
        if not piece:
            raise Invalid("The file did not come whole. Nothing was kept. Try again.", "cut-off")
        lacking -= len(piece)
        file.write(piece)
        # On a fast line nothing would ever wait, and a server has others to look after.
        sleep(0)
    file.seek(0)

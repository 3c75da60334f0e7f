"""Another system that is told things: a little HTTP server on this machine."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

SOON = 20.0


class Got(NamedTuple):
    """One message as it came in. ``headers`` in small letters."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def said(self) -> Any:
        return json.loads(self.body)


class Receiver:
    """``answers``: a status for each message, 204 when they are used up; None: no answer at all."""

    def __init__(self) -> None:
        self.answers: list[int | None] = []
        self.got: list[Got] = []
        self.elsewhere = ""
        self.quiet = threading.Event()
        self._news = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/hooks/cafe?of=council"

    def heard(self, got: Got) -> int | None:
        with self._news:
            self.got.append(got)
            self._news.notify_all()
            return self.answers.pop(0) if self.answers else 204

    def until(self, count: int) -> list[Got]:
        """Wait for so many messages."""
        end = time.monotonic() + SOON
        with self._news:
            while len(self.got) < count:
                assert self._news.wait(end - time.monotonic()), f"only {len(self.got)} messages came"
            return list(self.got)

    def close(self) -> None:
        self.quiet.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            shown = {name.lower(): value for name, value in self.headers.items()}
            status = receiver.heard(Got(self.path, shown, body))
            if status is None:
                receiver.quiet.wait(SOON)
                return
            self.send_response(status)
            if receiver.elsewhere:
                self.send_header("Location", receiver.elsewhere)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    return Handler


@contextmanager
def receiving() -> Iterator[Receiver]:
    receiver = Receiver()
    try:
        yield receiver
    finally:
        receiver.close()


def verified(secret: str, got: Got) -> bool:
    """As the page of Standard Webhooks says a receiver should do it, written anew here."""
    kind, _, key = secret.partition("_")
    assert kind == "whsec"
    signed = f"{got.headers['webhook-id']}.{got.headers['webhook-timestamp']}.".encode() + got.body
    mine = base64.b64encode(hmac.new(base64.b64decode(key), signed, hashlib.sha256).digest()).decode()
    fresh = abs(time.time() - int(got.headers["webhook-timestamp"])) < 300
    return fresh and f"v1,{mine}" in got.headers["webhook-signature"].split(" ")

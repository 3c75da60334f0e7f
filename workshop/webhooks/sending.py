"""One attempt to tell somebody: connected to an address that was looked at, within seconds, and no redirects.

Workers do this, and the command that tries a webhook out; a process that serves people never does.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from time import monotonic
from typing import Any

import msgspec

from workshop.errors import Invalid
from workshop.webhooks.targets import Target, Targets, may_connect, read_target

# Seconds for everything together; of those to connect.
LONGEST, CONNECT = 10.0, 5.0


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """What a worker is to send. It needs no secret: it is signed already."""

    url: str
    headers: dict[str, str]
    body: str
    targets: Targets


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """``status``: as the other side answered; 0 if it did not: then ``problem`` is a code that says why."""

    status: int = 0
    problem: str = ""

    @property
    def heard(self) -> bool:
        return 200 <= self.status < 300

    @property
    def words(self) -> str:
        return self.problem or str(self.status)


class Forbidden(Exception):
    """The name leads only to addresses that may not be connected to."""


def send(attempt: Attempt) -> Outcome:
    """Try it once. Never raises, and never takes longer than :data:`LONGEST` seconds."""
    try:
        target = read_target(attempt.url, attempt.targets)
    except Invalid as wrong:
        return Outcome(problem=wrong.code)
    line = _Line(target, attempt.targets)
    found: list[Outcome] = []
    # In a thread: looking up a name and reading an answer that trickles know no end of their own.
    thread = threading.Thread(target=lambda: found.append(_tried(line, target, attempt)), daemon=True)
    thread.start()
    thread.join(LONGEST)
    if not found:
        line.cut()
        return Outcome(problem="timeout")
    return found[0]


def _tried(line: _Line, target: Target, attempt: Attempt) -> Outcome:
    try:
        line.request("POST", target.path, attempt.body.encode(), attempt.headers)
        # The answer's content is nobody's business here, and is not read.
        return Outcome(status=line.getresponse().status)
    except Exception as problem:
        return Outcome(problem=_named(problem))
    finally:
        line.cut()


def _named(problem: Exception) -> str:
    """A code: what an exception says may hold anything."""
    known: Mapping[type[Exception], str] = {
        Forbidden: "forbidden-address",
        socket.gaierror: "unknown-name",
        ssl.SSLError: "tls",
        TimeoutError: "timeout",
        ConnectionRefusedError: "refused",
        OSError: "unreachable",
    }
    return next((code for kind, code in known.items() if isinstance(problem, kind)), "no-answer")


class _Line(http.client.HTTPConnection):
    """Connects to the address it has looked at, not to the name: a second look-up might find another."""

    def __init__(self, target: Target, allowed: Targets) -> None:
        super().__init__(target.host, target.port, timeout=LONGEST)
        self._secure, self._allowed = target.secure, allowed
        self.default_port = 443 if target.secure else 80
        self._over = False

    def connect(self) -> None:
        self.sock = plain = _connected(self.host, self.port, self._allowed)
        if self._over:
            raise TimeoutError
        if self._secure:
            self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)

    def cut(self) -> None:
        """End it at once, also for a thread that is waiting for it: nothing is sent any more."""
        self._over, line = True, self.sock
        if line is not None:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        self.close()


def _connected(host: str, port: int, allowed: Targets) -> socket.socket:
    """The first address of a name that may be connected to and answers."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    may = [one for one in found if may_connect(str(one[4][0]), allowed)]
    if not may:
        raise Forbidden
    end = monotonic() + CONNECT
    problem: OSError = TimeoutError()
    for family, kind, proto, _, address in may:
        if (left := end - monotonic()) <= 0:
            break
        one = socket.socket(family, kind, proto)
        one.settimeout(left)
        try:
            one.connect(address)
        except OSError as failed:
            one.close()
            problem = failed
        else:
            one.settimeout(LONGEST)
            return one
    raise problem


def deliver(_work: Any, payload: dict[str, Any]) -> dict[str, Any]:
    """As a worker does it. ``payload``: an :class:`Attempt`; gives an :class:`Outcome`."""
    made: dict[str, Any] = msgspec.to_builtins(send(msgspec.convert(payload, Attempt)))
    return made

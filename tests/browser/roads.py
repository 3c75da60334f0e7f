"""A road to the server, on which things go wrong as they do between an office and the world."""

from __future__ import annotations

import socket
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Literal

PIECE = 65_536
LIVE_WORDS = b"transport=websocket"
FORBIDDEN = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@dataclass
class Line:
    """One connection of a browser, and the server's end of it."""

    near: socket.socket
    far: socket.socket
    live: bool
    asleep: bool = False
    closed: bool = False

    def close(self) -> None:
        self.closed = True
        for end in (self.near, self.far):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


@dataclass
class Road:
    """Between browsers and the server at ``port`` of this machine.

    ``websockets``: what becomes of them. ``swallowed``: the browser waits, and hears neither yes nor no.
    """

    port: int
    websockets: Literal["open", "refused", "swallowed"] = "open"
    lines: list[Line] = field(default_factory=list)
    turned_away: int = 0

    def __post_init__(self) -> None:
        self._free = Event()
        self._free.set()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        Thread(target=self._open, daemon=True).start()

    def jam(self) -> None:
        """Nothing comes back from the server any more, and what it sends piles up."""
        self._free.clear()

    def clear(self) -> None:
        self._free.set()

    def sleep(self) -> None:
        """The server sees every line go, and the browser hears nothing: a laptop with its lid closed."""
        for line in self.lines:
            line.asleep = True
            with suppress(OSError):
                line.far.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._free.set()
        self._door.close()
        for line in self.lines:
            line.close()

    def live_lines(self) -> int:
        """WebSockets that were let through, and are open still."""
        return sum(line.live and not line.closed and not line.asleep for line in self.lines)

    def _open(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._door.accept()
                Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        with suppress(OSError):
            first = near.recv(PIECE)
            live = LIVE_WORDS in first
            if live and self.websockets != "open":
                return self._turn_away(near)
            line = Line(near, self._onwards(), live)
            self.lines.append(line)
            line.far.sendall(first)
            Thread(target=self._back, args=(line,), daemon=True).start()
            self._forth(line)

    def _onwards(self) -> socket.socket:
        """In small packets, and few at a time: otherwise a jam reaches the server after megabytes."""
        far = socket.socket()
        far.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 1_400)
        far.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        far.connect(("127.0.0.1", self.port))
        return far

    def _turn_away(self, near: socket.socket) -> None:
        self.turned_away += 1
        if self.websockets == "refused":
            near.sendall(FORBIDDEN)
        else:
            while near.recv(PIECE):
                pass
        near.close()

    def _forth(self, line: Line) -> None:
        with suppress(OSError):
            while words := line.near.recv(PIECE):
                if not line.asleep:
                    line.far.sendall(words)
        line.close()

    def _back(self, line: Line) -> None:
        with suppress(OSError):
            while self._free.wait() and (words := line.far.recv(PIECE)):
                line.near.sendall(words)
        if not line.asleep:
            line.close()

"""A bare line to the server, below Socket.IO: what a program of bad manners can send."""

from __future__ import annotations

import json
from typing import Any

import websocket

from tests.stories.person import WAIT, Doc, Person

CLOSED = None
# How a line ends: with Engine.IO's word for it, with nothing more to read, or in the middle of a frame.
HANGING_UP = ("1", "")
GONE = (
    websocket.WebSocketConnectionClosedException,
    websocket.WebSocketProtocolException,
    ConnectionError,
)


class Line:
    """One WebSocket. ``answer`` gives the next acknowledgement, or CLOSED once the server has hung up."""

    def __init__(self, base: str, auth: str | None = None) -> None:
        address = base.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
        self.socket = websocket.create_connection(address, timeout=WAIT)
        self._plain = self.socket.sock
        self.socket.recv()
        if auth is not None:
            self.says(f"40{auth}")

    @classmethod
    def of(cls, person: Person) -> Line:
        """One more tab of somebody who may come in, once it has been welcomed."""
        line = cls(person.base, json.dumps({"token": person.boot["token"]}))
        first = line.hears("42")[1]
        assert first[0] == "welcome", f"before the welcome came {str(first)[:300]}"
        return line

    def says(self, packet: str) -> None:
        self.socket.send(packet)

    def hears(self, *kinds: str) -> tuple[str, Any]:
        """The next packet of one of these kinds, as its kind and its content."""
        while True:
            packet = self.socket.recv()
            if packet in HANGING_UP:
                raise ConnectionError
            if packet == "2":
                self.says("3")
            for kind in kinds:
                if packet.startswith(kind):
                    return kind, json.loads(packet[len(kind) :])

    def asks(self, packet: str) -> Doc | None:
        """Say something that wants an answer; its number must be 1."""
        self.says(packet)
        return self.answer()

    def answer(self) -> Doc | None:
        try:
            found: Doc = self.hears("431")[1][0]
        except GONE:
            return CLOSED
        return found

    def is_cut(self) -> bool:
        """Wait until the server hangs up; fails when it does not."""
        try:
            while self.socket.recv() not in HANGING_UP:
                pass
        except GONE:
            pass
        return True

    def __enter__(self) -> Line:
        return self

    def __exit__(self, *_problem: object) -> None:
        self.close()

    def close(self) -> None:
        self.socket.shutdown()
        self._plain.close()

"""One connected person: a socket that does not block, from the handshake to the last frame."""

from __future__ import annotations

import socket
from collections.abc import Callable

from bench.wire import CLOSE, END_OF_HEAD, PONG, TEXT, UPGRADE, Frames, knock

MOST_READ = 1 << 18
# What a real network makes of a segment; without it loopback gives every connection megabytes of room.
SEGMENT = 1_460
SMALL_ROOM = 8_192

Heard = Callable[["Line", bytes], None]


class Line:
    """``heard`` is called with every packet but those that open and keep a line.

    ``person``: their id. ``table``, ``step``: where they sit in which round, since when (``seated``).
    ``welcomed``: when the snapshots were here; both by the crowd's clock, or 0. ``snapshot``: their bytes.
    ``marks``: how many marked texts this person has heard. ``closed``: the server has hung up.
    ``narrow``: as on a real network with little room, where what is not read soon fills up.
    """

    __slots__ = (
        "_frames",
        "_heard",
        "_token",
        "_upgraded",
        "closed",
        "counts",
        "fd",
        "marks",
        "person",
        "seated",
        "snapshot",
        "sock",
        "step",
        "table",
        "welcomed",
    )

    def __init__(
        self, address: tuple[str, int], token: str, heard: Heard, *, counts: bool = True, narrow: bool = False
    ) -> None:
        self._token, self._heard, self.counts = token, heard, counts
        self._frames, self._upgraded = Frames(), False
        self.person, self.table, self.step, self.seated = b"", b"", "", 0.0
        self.snapshot, self.welcomed = 0, 0.0
        self.marks, self.closed = 0, False
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.sock.setblocking(False)
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if narrow:
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, SEGMENT)
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_ROOM)
        self.fd = self.sock.fileno()
        self.sock.connect_ex(address)

    def greet(self) -> None:
        """The connection stands: ask for a WebSocket."""
        problem = self.sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if problem:
            raise OSError(problem, "connect")
        self.sock.send(UPGRADE)

    def send(self, frame: bytes) -> None:
        """All of it or nothing: a server that reads so little that a command does not fit is a failure.

        On a line that the server has cut it is lost, and will be missed.
        """
        if self.closed:
            return
        try:
            sent = self.sock.send(frame)
        except ConnectionError:
            return
        if sent != len(frame):
            raise BlockingIOError("the server does not read")

    def read(self) -> None:
        """Take in what has come."""
        try:
            data = self.sock.recv(MOST_READ)
        except BlockingIOError:
            return
        except ConnectionError:
            data = b""
        if not data:
            self.closed = True
            return
        if not self._upgraded:
            data = self._after_head(data)
        for opcode, packet in self._frames.take(data):
            self._take(opcode, packet)

    def _after_head(self, data: bytes) -> bytes:
        """The answer to the handshake comes in one piece: it is far smaller than a segment."""
        head, found, rest = data.partition(END_OF_HEAD)
        if not found or b" 101 " not in head.split(b"\r\n", 1)[0]:
            raise ConnectionRefusedError(head[:200].decode(errors="replace"))
        self._upgraded = True
        return rest

    def _take(self, opcode: int, packet: bytes) -> None:
        if opcode == CLOSE:
            self.closed = True
        elif opcode != TEXT:
            return
        elif packet == b"2":
            self.send(PONG)
        elif packet.startswith(b"0{"):
            self.send(knock(self._token))
        elif packet.startswith(b"44"):
            raise ConnectionRefusedError(packet[:200].decode())
        else:
            self._heard(self, packet)

    def close(self) -> None:
        self.sock.close()

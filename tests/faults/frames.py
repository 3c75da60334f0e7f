"""WebSocket frames byte by byte, most of them against the rules; and HTTP that is none."""

from __future__ import annotations

import base64
import os
import socket
import struct
from random import Random

PATIENCE = 30.0
TEXT, CLOSE, PING = 1, 8, 9


def frame(opcode: int, payload: bytes, *, fin: int = 1, rsv: int = 0, masked: bool = True) -> bytes:
    return header(opcode, len(payload), fin=fin, rsv=rsv, masked=masked) + (
        b"\x00\x00\x00\x00" + payload if masked else payload
    )


def header(opcode: int, length: int, *, fin: int = 1, rsv: int = 0, masked: bool = True) -> bytes:
    """The first bytes, which may promise any length."""
    first, mask = fin << 7 | rsv << 4 | opcode, masked << 7
    if length < 126:
        return struct.pack("!BB", first, mask | length)
    if length < 1 << 16:
        return struct.pack("!BBH", first, mask | 126, length)
    return struct.pack("!BBQ", first, mask | 127, length)


class Wire:
    """A WebSocket below any library: bytes go out as they are."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n".encode()
        )
        got = b""
        while b"\r\n\r\n" not in got and (more := self.socket.recv(4096)):
            got += more
        assert got.startswith(b"HTTP/1.1 101"), got

    def says(self, raw: bytes) -> None:
        """The server may hang up in the middle, which is its right."""
        try:
            self.socket.sendall(raw)
        except (BrokenPipeError, ConnectionResetError):
            return

    def ends(self) -> None:
        """Say no more, and wait until the server has hung up too; a TimeoutError when it does not."""
        drain(self.socket)


def drain(line: socket.socket) -> bytes:
    got = b""
    try:
        line.shutdown(socket.SHUT_WR)
        while more := line.recv(65_536):
            got += more
    except TimeoutError:
        raise
    except OSError:
        pass
    line.close()
    return got


def against_the_rules(chance: Random, token: str) -> bytes:
    """Frames of one kind of misbehaviour, some of them after a proper greeting."""
    greeting = frame(TEXT, f'40{{"token":"{token}"}}'.encode()) if chance.random() < 0.5 else b""
    said = b'421["time"]'
    kinds = (
        lambda: frame(TEXT, said[:5], fin=0) + frame(0, said[5:]),  # in two parts, which is allowed
        lambda: b"".join(frame(1 if no == 0 else 0, b"4", fin=0) for no in range(3_000)),
        lambda: frame(TEXT, said[:5], fin=0) + frame(PING, b"") + frame(TEXT, said),
        lambda: frame(0, said),
        lambda: frame(TEXT, said, masked=False),
        lambda: frame(chance.choice((3, 4, 5, 6, 7, 11, 12, 13, 14, 15)), said),
        lambda: frame(TEXT, said, rsv=chance.randrange(1, 8)),
        lambda: header(TEXT, 2**63) + b"\x00\x00\x00\x00",
        lambda: header(TEXT, 2**64 - 1) + b"\x00\x00\x00\x00x",
        lambda: header(TEXT, 64_001) + b"\x00\x00\x00\x00" + b"4" * 64_001,
        lambda: header(TEXT, 1_000_000) + b"\x00\x00\x00\x00" + b"4" * 1_000_000,
        lambda: frame(PING, b"x" * 126),
        lambda: frame(PING, b"x", fin=0),
        lambda: frame(CLOSE, b"x"),
        lambda: frame(CLOSE, struct.pack("!H", chance.choice((0, 999, 1005, 1006, 5000))) + b"\xff"),
        lambda: frame(TEXT, b"4\xff\xfe\xc0\x80"),
        lambda: frame(TEXT, b""),
        lambda: frame(2, os.urandom(50)),
        lambda: frame(PING, b"ping") * 3_000,
        lambda: frame(TEXT, b"2") * 2_000,
        lambda: frame(TEXT, said) * 300,
        lambda: os.urandom(chance.randrange(1, 4_000)),
        lambda: header(TEXT, 100) + b"\x00\x00",
        lambda: header(TEXT, 70_000)[:3],
    )
    return greeting + chance.choice(kinds)()


def no_http(chance: Random, sid: str) -> bytes:
    """A request to the way in that no browser would make. ``sid``: a line over polling that is open."""
    way = f"/socket.io/?EIO=4&transport=polling&sid={chance.choice((sid, sid, 'nobody', '%00', 'a' * 3_000))}"
    wild = os.urandom(chance.randrange(1, 500))
    kinds = (
        lambda: post(way, chance.choice((b"4", b"40garbage", b"\x1e" * 500, b"b!!!", b"4\xff", wild, b""))),
        lambda: post(way, b"x", length="1000000"),
        lambda: post(way, b"x", length="9" * 30),
        lambda: post(way, b"x", length="-5"),
        lambda: post(way, b"x", length="x"),
        lambda: post(way, b"4" * 70_000),
        lambda: post(way, b"d=4", more="Content-Type: application/x-www-form-urlencoded\r\n"),
        lambda: f"POST {way} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".encode() + wild,
        lambda: f"GET {way}&j=x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode(),
        lambda: f"BREW {way} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode(),
        lambda: b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        lambda: (
            b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
            b"Connection: Upgrade\r\nSec-WebSocket-Version: 99\r\nSec-WebSocket-Key: \xff\r\n\r\n"
        ),
        lambda: b"GET /socket.io/?" + b"a=1&" * 5_000 + b" HTTP/1.1\r\n\r\n",
        lambda: b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 100_000 + b"\r\n\r\n",
        lambda: b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 5_000 + b"\r\n",
        lambda: b"GET /\xff\xfe%00%ff HTTP/1.1\r\nHost: \xff\r\nConnection: close\r\n\r\n",
        lambda: wild,
    )
    return chance.choice(kinds)()


def post(way: str, body: bytes, length: str = "", more: str = "") -> bytes:
    head = f"POST {way} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{more}"
    return f"{head}Content-Length: {length or len(body)}\r\n\r\n".encode() + body

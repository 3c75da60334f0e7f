"""WebSocket and Socket.IO as bytes, as little of it as a measuring client needs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

UPGRADE = (
    b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n"
    b"Host: bench\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: c3RvcnktY2FmZS1iZW5jaA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
END_OF_HEAD = b"\r\n\r\n"
MASK = bytes.fromhex("37fa213d")
TEXT, CLOSE = 0x1, 0x8


def masked(payload: bytes) -> bytes:
    """One text frame as a client must send it."""
    size = len(payload)
    if size < 126:
        head = bytes((0x81, 0x80 | size))
    elif size < 1 << 16:
        head = b"\x81\xfe" + size.to_bytes(2, "big")
    else:
        head = b"\x81\xff" + size.to_bytes(8, "big")
    key = (MASK * (size // 4 + 1))[:size]
    return head + MASK + (int.from_bytes(payload, "big") ^ int.from_bytes(key, "big")).to_bytes(size, "big")


def unmasked(payload: bytes, mask: bytes) -> bytes:
    """What a client meant. The same operation, the other way."""
    size = len(payload)
    key = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(payload, "big") ^ int.from_bytes(key, "big")).to_bytes(size, "big")


def plain(payload: bytes) -> bytes:
    """One text frame as a server sends it."""
    size = len(payload)
    if size < 126:
        return bytes((0x81, size)) + payload
    if size < 1 << 16:
        return b"\x81\x7e" + size.to_bytes(2, "big") + payload
    return b"\x81\x7f" + size.to_bytes(8, "big") + payload


def knock(token: str) -> bytes:
    """The packet that asks to come in."""
    return masked(b"40" + json.dumps({"token": token}).encode())


def command(ack: int, content: Mapping[str, object]) -> bytes:
    """A command that wants an acknowledgement with this number."""
    return masked(f'42{ack}["command",{json.dumps(json.dumps(content))}]'.encode())


def question(ack: int, event: str) -> bytes:
    """An event without content that wants an acknowledgement with this number."""
    return masked(f'42{ack}["{event}"]'.encode())


PONG = masked(b"3")


class Frames:
    """Cuts what a connection brings into frames. Keeps what is not complete yet."""

    __slots__ = ("_rest",)

    def __init__(self) -> None:
        self._rest = b""

    def take(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        """The opcode and the payload of each complete frame. Raises :class:`ValueError` for fragments."""
        buffer = self._rest + data if self._rest else data
        at, end = 0, len(buffer)
        while end - at >= 2:
            start, length = at + 2, buffer[at + 1] & 0x7F
            if length > 125:
                start += 2 if length == 126 else 8
                length = int.from_bytes(buffer[at + 2 : start], "big")
            mask = b""
            if buffer[at + 1] & 0x80:
                mask = buffer[start : start + 4]
                start += 4
            stop = start + length
            if stop > end:
                break
            if not buffer[at] & 0x80:
                raise ValueError("a fragment: nobody here sends those")
            payload = buffer[start:stop]
            yield buffer[at] & 0x0F, unmasked(payload, mask) if mask else payload
            at = stop
        self._rest = buffer[at:]

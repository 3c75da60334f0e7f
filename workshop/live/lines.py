"""Lines: one for each open connection. What is sent over a line arrives in order, and sending never waits.

A line sends directly where the server library lets it (``direct.py``), and through the queue of Engine.IO
otherwise: over long polling, during an upgrade, and under the other server libraries.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import cached_property
from typing import Any, Protocol

import msgspec
from engineio import packet

from workshop import metrics
from workshop.live.wire import Refusal

log = logging.getLogger(__name__)

# The most that waits for a browser that does not keep up: packets in a queue, bytes beside a socket.
MOST_PACKETS = 1_000
MOST_BYTES_WAITING = 512 * 1024
# How long such a browser has for its last words, in seconds.
LAST_WORDS = 5.0


class Packed:
    """One Socket.IO packet, encoded once for everybody it is sent to."""

    def __init__(self, packet: bytes) -> None:
        self._packet = packet

    @cached_property
    def frame(self) -> bytes:
        """As an Engine.IO message in one WebSocket text frame (RFC 6455, section 5.2)."""
        size = len(self._packet) + 1
        if size < 126:
            head = bytes((0x81, size))
        elif size < 65_536:
            head = b"\x81\x7e" + size.to_bytes(2, "big")
        else:
            head = b"\x81\x7f" + size.to_bytes(8, "big")
        return head + b"4" + self._packet

    @cached_property
    def queued(self) -> Any:
        """As Engine.IO queues it."""
        return packet.Packet(packet.MESSAGE, data=self._packet.decode())


def event(name: str, data: Any) -> Packed:
    return Packed(b'2["%s",%s]' % (name.encode(), msgspec.json.encode(data)))


def ack(number: int, data: Any) -> Packed:
    return Packed(b"3%d[%s]" % (number, msgspec.json.encode(data)))


def _too_slow() -> Packed:
    message = "This connection could not keep up. It begins again by itself, and nothing is lost."
    return event("bye", Refusal(code="slow", message=message, again=True))


TOO_SLOW = _too_slow()


class Direct(Protocol):
    """A line that sends by itself. See :mod:`workshop.live.direct`."""

    @property
    def ready(self) -> bool:
        """Whether everything that was queued before has been sent."""

    @property
    def waiting(self) -> int:
        """Bytes that the other end has not taken yet."""

    def write(self, frame: bytes) -> None: ...


class Lines:
    """Every line of this process, by Engine.IO's id."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self.direct: dict[str, Direct] = {}

    def send(self, line: str, packed: Packed) -> None:
        direct = self.direct.get(line)
        if direct is not None and direct.ready:
            direct.write(packed.frame)
        else:
            self._queue(line, packed)

    def send_all(self, lines: Iterable[str], packed: Packed) -> None:
        for line in lines:
            self.send(line, packed)

    def busy(self, line: str) -> bool:
        """Whether something waits for this line already: what can be left out is."""
        direct = self.direct.get(line)
        return direct is not None and direct.waiting > 0

    def waiting(self) -> int:
        """Bytes that wait for browsers that do not keep up, all in all."""
        return sum(direct.waiting for direct in list(self.direct.values()))

    def hang_up(self, line: str) -> None:
        self._engine.disconnect(line)

    def _queue(self, line: str, packed: Packed) -> None:
        socket = self._engine.sockets.get(line)
        if socket is None or socket.closing or socket.closed:
            return
        if socket.queue.qsize() < MOST_PACKETS:
            socket.queue.put(packed.queued)
        else:
            self._let_go(line, socket)

    def _let_go(self, line: str, socket: Any) -> None:
        """It will come back and be given a snapshot, which is shorter than all that it has missed."""
        log.info("a line is let go: its browser does not keep up")
        metrics.dropped_slow()
        while not socket.queue.empty():
            socket.queue.get_nowait()
            socket.queue.task_done()
        socket.queue.put(TOO_SLOW.queued)
        self.hang_up(line)

"""Sending straight to the sockets that eventlet serves: all that knows the innards of the libraries below.

Stock, each packet goes through a queue to a green thread of its client, which packs and sends it: 65 µs a
recipient. Here it is packed once and handed to the kernel, which takes it at once from almost everybody.
What the kernel does not take waits beside the socket, in order and within bounds.

``tests/engine/test_direct.py`` fails when a new version of a library moves what is used here.
"""

from __future__ import annotations

import logging
from collections import deque
from typing import Any

import eventlet
from engineio.async_drivers.eventlet import WebSocketWSGI

from workshop import metrics
from workshop.live.lines import LAST_WORDS, MOST_BYTES_WAITING, TOO_SLOW, Lines

log = logging.getLogger(__name__)

# What one call takes from a socket: a message and what may have come right behind it.
READ = 16_384
# After so many pieces (a frame has four at most) the others get their turn: a flood is one line's own affair.
PIECES = 64


def send_directly(engine: Any, lines: Lines) -> None:
    """Let this Engine.IO server send by direct lines from now on."""

    class WebSocket(WebSocketWSGI):  # type: ignore[misc]
        def __init__(self, handler: Any, server: Any) -> None:
            super().__init__(handler, server)
            self._socket = handler.__self__
            self._listen = handler
            self.handler = self._handle

        def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
            # Browsers always offer to compress, which costs more than it saves for frames this small.
            environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
            return super().__call__(environ, start_response)

        def _handle(self, websocket: Any) -> None:
            line = lines.direct[self._socket.sid] = DirectLine(self._socket, websocket)
            try:
                self._listen(line)
            finally:
                del lines.direct[self._socket.sid]
                line.over = True

    engine._async = {**engine._async, "websocket": WebSocket}


class DirectLine:
    """One WebSocket. Engine.IO uses it as its own: ``wait``, ``send`` and ``close``."""

    def __init__(self, socket: Any, websocket: Any) -> None:
        self.over = False
        self.waiting = 0
        self._engine_socket = socket
        self._websocket = websocket
        self._green = websocket.socket
        self._take = self._green.fd.send
        self._kept: deque[bytes] = deque()
        websocket.socket = Inbox(self._green)
        websocket._apply_mask = unmask
        # Pongs and closing frames take their turn as well.
        websocket._send = self.write
        self.wait = websocket.wait

    @property
    def ready(self) -> bool:
        socket = self._engine_socket
        return socket.upgraded and not socket.upgrading and socket.queue.empty()

    def send(self, message: str | bytes) -> None:
        self.write(self._websocket._pack_message(message))

    def close(self) -> None:
        """Not by closing the file: whoever waits to read from it would wait for ever."""
        self._websocket._send_closing_frame(ignore_send_errors=True)
        self.over = True
        if self._kept:
            eventlet.spawn_after(LAST_WORDS, self._hang_up)
        else:
            self._hang_up()

    def write(self, frame: bytes) -> None:
        """Hand a frame to the kernel, or keep what it does not take."""
        if self.over:
            return
        if self._kept:
            return self._keep(frame)
        try:
            taken = self._take(frame)
        except BlockingIOError:
            taken = 0
        except OSError:
            # The line is dead; whoever reads from it is about to learn it too.
            self.over = True
            return
        if taken < len(frame):
            self._keep(frame[taken:])
            eventlet.spawn_n(self._send_kept)

    def _keep(self, frame: bytes) -> None:
        self._kept.append(frame)
        self.waiting += len(frame)
        # The first may be of any size: a snapshot is as large as it is, and has to arrive in the end.
        if self.waiting - len(self._kept[0]) > MOST_BYTES_WAITING:
            self._let_go()

    def _send_kept(self) -> None:
        """The first frame stays in its place until all of it is taken: others must not overtake it."""
        try:
            while self._kept:
                self._green.sendall(self._kept[0])
                self.waiting -= len(self._kept.popleft())
        except OSError:
            self.over = True
        if self.over:
            self._hang_up()

    def _let_go(self) -> None:
        """What has begun is sent to its end, then a last word: a snapshot is shorter than what it missed."""
        log.info("a line is let go: its browser does not keep up")
        metrics.dropped_slow()
        begun = self._kept[0]
        self._kept.clear()
        self._kept += (begun, TOO_SLOW.frame)
        self.waiting = len(begun) + len(TOO_SLOW.frame)
        self.over = True
        eventlet.spawn_after(LAST_WORDS, self._hang_up)

    def _hang_up(self) -> None:
        try:
            self._green.shutdown(2)
        except OSError:
            log.debug("a line was closed already")


class Inbox:
    """A socket that is read in large pieces and gives small ones: a frame is four reads of the library."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._held = b""
        self._at = 0
        self._pieces = 0

    def recv(self, size: int) -> bytes:
        self._pieces += 1
        if self._pieces % PIECES == 0:
            eventlet.sleep(0)
        if self._at == len(self._held):
            self._held, self._at = self._socket.recv(READ), 0
        piece = self._held[self._at : self._at + size]
        self._at += len(piece)
        return piece

    def __getattr__(self, name: str) -> Any:
        return getattr(self._socket, name)


def unmask(data: bytes, mask: tuple[int, ...], length: int | None = None, offset: int = 0) -> bytes:
    """XOR with the repeated mask (RFC 6455, section 5.3): the library's own way takes 16 ms for 50 KB."""
    size = len(data) if length is None else length
    turned = bytes(mask[(offset + place) % 4] for place in range(4))
    key = turned * (size // 4 + 1)
    mixed = int.from_bytes(data[:size], "little") ^ int.from_bytes(key[:size], "little")
    return mixed.to_bytes(size, "little")

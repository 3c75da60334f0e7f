"""What direct lines use of the libraries' innards is where it was. If not, mend ``live/direct.py``."""

from __future__ import annotations

import inspect
import subprocess
import sys
from typing import Any

import pytest
from engineio.socket import Socket

from workshop.live.lines import MOST_PACKETS, Lines, Packed, event

# Run apart: importing eventlet changes nothing here, and yet this process shall never know it.
PROBE = """
import inspect, warnings
warnings.simplefilter("ignore")
from workshop.live import direct
from engineio.async_drivers import eventlet as driver
from eventlet import websocket
from eventlet.greenio import GreenSocket
import engineio

server = engineio.Server(async_mode="eventlet")
assert server._async["websocket"] is driver.WebSocketWSGI, "the class of websockets is chosen elsewhere"
direct.send_directly(server, None)
assert issubclass(server._async["websocket"], driver.WebSocketWSGI)
assert list(inspect.signature(driver.WebSocketWSGI.__init__).parameters) == ["self", "handler", "server"]
assert "self.handler(ws)" in inspect.getsource(websocket.WebSocketWSGI.__call__)
library = websocket.RFC6455WebSocket
assert "self.socket.recv(" in inspect.getsource(library._get_bytes)
read = inspect.getsource(library._recv_frame)
assert "self.socket.recv(length - received)" in read
assert "self._apply_mask(d, mask, length=dlen, offset=received)" in read
assert "self._send(payload)" in inspect.getsource(library.send)
assert "self.iterator" in inspect.getsource(library.wait)
assert list(inspect.signature(library._apply_mask).parameters) == ["data", "mask", "length", "offset"]
assert list(inspect.signature(library._send_closing_frame).parameters)[:2] == ["self", "ignore_send_errors"]
assert "self.fd = fd" in inspect.getsource(GreenSocket.__init__)
for size in (0, 1, 3, 4, 5, 125, 126, 70_000):
    for offset in (0, 1, 2, 3):
        data = bytes(n % 251 for n in range(size))
        mask = (1, 200, 77, 255)
        assert direct.unmask(data, mask, size, offset) == library._apply_mask(data, mask, size, offset)
sock = websocket.RFC6455WebSocket(None, {})
for size in (0, 1, 120, 124, 125, 126, 65_533, 65_534, 65_535, 70_000):
    text = "x" * size
    assert direct.TOO_SLOW.__class__(text.encode()).frame == sock._pack_message("4" + text), size
print("all is where it was")
"""


def test_the_libraries_are_as_direct_lines_need_them() -> None:
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", PROBE], capture_output=True, text=True, timeout=60, check=False
    )
    assert told.stdout == "all is where it was\n", told.stderr


def test_engine_io_drives_a_websocket_by_these_calls_alone() -> None:
    source = inspect.getsource(Socket._websocket_handler)
    assert "self._async['websocket'](" in inspect.getsource(Socket._upgrade_websocket).replace("server.", "")
    for call in ("ws.wait()", "ws.send(", "ws.close()", "self.upgraded = True", "self.queue.put(None)"):
        assert call in source


class Queued:
    """A line of Engine.IO's own, by long polling."""

    def __init__(self) -> None:
        import queue

        self.queue: queue.Queue[Any] = queue.Queue()
        self.closing = self.closed = False


class Engine:
    """As much of an Engine.IO server as a queue needs."""

    def __init__(self) -> None:
        self.sockets = {"slow": Queued()}
        self.gone: list[str] = []

    def disconnect(self, line: str) -> None:
        self.gone.append(line)


def test_who_does_not_fetch_what_waits_is_told_and_let_go() -> None:
    engine = Engine()
    lines = Lines(engine)
    for no in range(MOST_PACKETS + 1):
        lines.send("slow", event("events", {"no": no}))
    left = engine.sockets["slow"].queue
    assert engine.gone == ["slow"]
    assert left.qsize() == 1
    assert '"slow"' in left.get_nowait().data


def test_nobody_minds_a_line_that_is_gone() -> None:
    Lines(Engine()).send("nobody", event("events", {}))


@pytest.mark.parametrize("size", [0, 124, 125, 126, 65_534, 65_535, 200_000])
def test_a_packet_is_one_frame_whatever_its_size(size: int) -> None:
    frame = Packed(b"x" * size).frame
    assert frame[0] == 0x81
    assert len(frame) - size - 1 in (2, 4, 10)


SLOW = """
import socket, warnings
warnings.simplefilter("ignore")
from types import SimpleNamespace
from eventlet.greenio import GreenSocket
from workshop.live.direct import DirectLine
from workshop.live.lines import MOST_BYTES_WAITING

near, far = socket.socketpair()
line = DirectLine(SimpleNamespace(), SimpleNamespace(socket=GreenSocket(near), wait=None))
line.write(b"s" * 3 * MOST_BYTES_WAITING)
line.write(b"x" * 1000)
assert not line.over, "a large snapshot that is still on its way is no reason to let anybody go"
line.write(b"y" * MOST_BYTES_WAITING)
assert line.over, "whoever does not keep up is let go"
print("let go in the end")
"""


def test_a_large_snapshot_may_take_its_time_and_what_comes_after_it_may_not_grow_for_ever() -> None:
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", SLOW], capture_output=True, text=True, timeout=60, check=False
    )
    assert told.stdout == "let go in the end\n", told.stderr

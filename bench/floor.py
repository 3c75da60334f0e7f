"""What the machine itself needs: the kernel's ``send()`` over loopback, and a synced write to disk."""

from __future__ import annotations

import os
import socket
import tempfile
import threading
import time
from pathlib import Path

FRAME = b"x" * 400
SENDS = 50_000
SYNCS = 200


def send_us() -> float:
    """Microseconds of CPU for one ``send()`` of 400 bytes, as Python makes it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        near = socket.create_connection(server.getsockname())
        far, _ = server.accept()
        drain = threading.Thread(target=_drain, args=(far,))
        drain.start()
        began = time.thread_time()
        for _ in range(SENDS):
            near.sendall(FRAME)
        spent = time.thread_time() - began
        near.close()
        drain.join()
        far.close()
    return spent / SENDS * 1e6


def _drain(far: socket.socket) -> None:
    while far.recv(1 << 20):
        pass


def sync_ms() -> float:
    """Median milliseconds for one small write with ``fdatasync``."""
    with tempfile.TemporaryDirectory() as folder, Path(folder, "probe").open("wb") as file:
        times = []
        for _ in range(SYNCS):
            file.write(FRAME)
            file.flush()
            began = time.perf_counter()
            os.fdatasync(file.fileno())
            times.append(time.perf_counter() - began)
    return sorted(times)[SYNCS // 2] * 1e3

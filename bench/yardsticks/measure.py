"""Measures the yardsticks, with the same crowd on the same cores as the café."""

from __future__ import annotations

import os
import select
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.crowd import Crowd
from bench.figures import Figures
from bench.server import Process, spawn, words_until
from bench.shots import say, text, write

PEOPLE = 1_000
# As it comes, the stock server lets few wait at its door.
AT_ONCE = 40
RATE, LEAN_RATES, SECONDS = 400, (400, 1_600), 4.0
LINES_RATE, LINES = 5.0, 25
SYNCS = 200


def yardsticks(people: int = PEOPLE) -> Figures:
    return {
        "people": people,
        "send_us": send_us(people),
        "fdatasync_ms": sync_ms(),
        "lean": _server("bench.yardsticks.lean", people, LEAN_RATES),
        "stock": _server("bench.yardsticks.stock", people, (RATE,)),
    }


def send_us(people: int) -> float:
    """Microseconds of CPU for one ``send()`` of 300 bytes, in turn to sockets that this process reads."""
    with (
        tempfile.TemporaryDirectory() as folder,
        socket.create_server(("127.0.0.1", 0), backlog=4_096) as door,
    ):
        log = Path(folder, "log")
        process = spawn("-m", "bench.yardsticks.sender", str(door.getsockname()[1]), str(people), log=log)
        lines = [door.accept()[0] for _ in range(people)]
        _drain(lines)
        words = words_until(process, "done", log)
        process.wait()
        assert process.stdout is not None
        process.stdout.close()
    return round(float(words.split()[0]), 2)


def _drain(lines: list[socket.socket]) -> None:
    """Read everything until all have hung up."""
    epoll, by_fd = select.epoll(), {line.fileno(): line for line in lines}
    for fd in by_fd:
        epoll.register(fd, select.EPOLLIN)
    while by_fd:
        for fd, _ in epoll.poll():
            if not by_fd[fd].recv(65_536):
                epoll.unregister(fd)
                by_fd.pop(fd).close()


def sync_ms() -> float:
    """Median milliseconds for one small write with ``fdatasync``."""
    with tempfile.TemporaryDirectory() as folder, Path(folder, "probe").open("wb", buffering=0) as file:
        times = []
        for _ in range(SYNCS):
            file.write(b"x" * 400)
            began = time.perf_counter()
            os.fdatasync(file.fileno())
            times.append(time.perf_counter() - began)
    return round(sorted(times)[SYNCS // 2] * 1e3, 2)


@contextmanager
def running(module: str) -> Iterator[Process]:
    """A yardstick server on the café's core."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        process = spawn("-m", module, log=log)
        server = Process(process, int(words_until(process, "port", log).split()[-1]))
        try:
            yield server
        finally:
            server.kill()


def _server(module: str, people: int, rates: tuple[int, ...]) -> Figures:
    with running(module) as server:
        crowd = Crowd(server.address)
        _fill(crowd, people)
        found: Figures = {
            "notes": [write(crowd, server, "s1", rate, SECONDS) for rate in rates],
            "plenary": say(crowd, server, "s1", LINES_RATE, LINES, words=text(200), lines=crowd.lines),
        }
        crowd.hang_up(crowd.everyone)
    return found


def _fill(crowd: Crowd, people: int) -> None:
    """Table after table, and few at a time. A server that has just begun to start may refuse the first."""
    while True:
        try:
            socket.create_connection(crowd.address).close()
            break
        except ConnectionRefusedError:
            time.sleep(0.05)
    for no in range(0, people, AT_ONCE):
        crowd.come_in("x" * min(AT_ONCE, people - no))
    crowd.linger(1.0)

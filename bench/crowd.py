"""Everybody's connections in one loop: sends what is due, notes when each person has heard it, and no more.

It looks for the mark that a text carries instead of reading documents, so that one core can play thousands.
"""

from __future__ import annotations

import re
import select
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.line import Line
from bench.wire import command, question
from workshop.core.ids import new_id

clock = time.perf_counter

MARK = re.compile(rb"~(\d+)~")
STREAM = re.compile(rb'"stream":\s?"(\w+)/?(\w*)')
TABLE = re.compile(rb'"stream":\s?"table/(\d+)"')
ROUND = re.compile(rb'"round":\s?"([\w-]+)"')
PERSON = re.compile(rb'"person":\s?"([\w-]+)"')
ACK = re.compile(rb"43(\d+)\[")
CLEARED = re.compile(rb'"clear":\s?true')
GOOD = re.compile(rb'"ok":\s?true')
EVENTS, WELCOME, FOLLOW = (f'42["{name}"'.encode() for name in ("events", "welcome", "follow"))
PATIENCE = 10.0
MOST_AT_ONCE = 256
# A command that leaves so many seconds after it was due shows that the crowd itself is too slow.
LATE = 0.01


@dataclass(slots=True)
class Shot:
    """One command: when it is due (seconds from the start), who must hear it on which kind of stream.

    Times are seconds by :data:`clock`, 0 until it has happened. ``heard``: how many have.
    """

    id: str
    line: Line
    frame: bytes
    due: float
    stream: bytes = b""
    audience: int = 0
    sent: float = 0.0
    acked: float = 0.0
    last: float = 0.0
    heard: int = 0
    answer: bytes = b""

    @property
    def done(self) -> bool:
        return self.acked > 0 and self.heard >= self.audience

    @property
    def ok(self) -> bool:
        return GOOD.search(self.answer) is not None


class Crowd:
    """The lines of many people, on one ``epoll``."""

    def __init__(self, address: tuple[str, int]) -> None:
        self.address = address
        self.shots: list[Shot] = []
        self._epoll = select.epoll()
        self._by_fd: dict[int, Line] = {}
        self._waiting: set[int] = set()
        self.overheard: list[bytes] = []
        self.late = 0

    @property
    def lines(self) -> list[Line]:
        """Those who take part in what is measured: not the host, not the probe."""
        return [line for line in self._by_fd.values() if line.counts]

    @property
    def everyone(self) -> list[Line]:
        return list(self._by_fd.values())

    def call(self, token: str, *, counts: bool = True, narrow: bool = False) -> Line:
        """Begin to connect."""
        line = Line(self.address, token, self._hear, counts=counts, narrow=narrow)
        self._by_fd[line.fd] = line
        self._epoll.register(line.fd, select.EPOLLOUT)
        return line

    def come_in(self, tokens: Iterable[str], patience: float = 120.0, *, counts: bool = True) -> list[Line]:
        """Everybody connects in the same moment; returns when all of them have their snapshots."""
        lines = [self.call(token, counts=counts) for token in tokens]
        self.until(lambda: all(line.welcomed for line in reversed(lines)), patience)
        return lines

    def hang_up(self, lines: Iterable[Line]) -> None:
        for line in list(lines):
            self._by_fd.pop(line.fd)
            line.close()

    def stop_reading(self, lines: Iterable[Line]) -> None:
        for line in lines:
            self._epoll.unregister(line.fd)

    def read_again(self, lines: Iterable[Line]) -> None:
        for line in lines:
            self._epoll.register(line.fd, select.EPOLLIN)

    def prepare(
        self, line: Line, due: float, content: Mapping[str, object], *, stream: str = "", audience: int = 0
    ) -> Shot:
        """A command for later. In every text of ``content``, ``~`` stands for the mark to look for."""
        ack = len(self.shots)
        marked = {k: v.replace("~", f"~{ack}~") if isinstance(v, str) else v for k, v in content.items()}
        own = new_id()
        shot = Shot(own, line, command(ack, {"id": own, **marked}), due, stream.encode(), audience)
        self.shots.append(shot)
        return shot

    def prepare_probe(self, line: Line, due: float) -> Shot:
        """A question that needs no decision: how long it takes is how long the loop makes people wait."""
        shot = Shot("", line, question(len(self.shots), "time"), due)
        self.shots.append(shot)
        return shot

    def fire(self, shots: Sequence[Shot], patience: float = PATIENCE) -> None:
        """Send each when it is due, whatever has become of those before; wait until all are heard."""
        self._waiting = {id(shot) for shot in shots}
        began = clock() + 0.02
        for shot in sorted(shots, key=lambda shot: shot.due):
            wait = began + shot.due - clock()
            self._turn(max(0.0, wait))
            while (wait := began + shot.due - clock()) > 0:
                self._turn(wait)
            self.late += wait < -LATE
            shot.sent = clock()
            shot.line.send(shot.frame)
        self.until(lambda: not self._waiting, patience, must=False)

    def ask(self, line: Line, **content: object) -> Shot:
        """Send one command and wait for its acknowledgement. Raises :class:`RuntimeError` if refused."""
        shot = self.prepare(line, 0.0, content)
        self.fire([shot], patience=60.0)
        if not shot.ok:
            raise RuntimeError(f"{content.get('type')} was refused: {shot.answer.decode()[:300]}")
        return shot

    def until(self, true: Callable[[], bool], patience: float, *, must: bool = True) -> bool:
        """Turn the loop until something is so. Raises :class:`TimeoutError` where it ``must`` be."""
        end = clock() + patience
        while not true():
            if clock() > end:
                if must:
                    raise TimeoutError(f"not within {patience:g} s; {self._state()}")
                return False
            self._turn(0.05)
        return True

    def _state(self) -> str:
        states = Counter(
            "closed" if line.closed else "in" if line.welcomed else "waiting" for line in self._by_fd.values()
        )
        return ", ".join(f"{count} {state}" for state, count in states.items())

    def linger(self, seconds: float) -> None:
        """Only read and answer pings."""
        self.until(lambda: False, seconds, must=False)

    def _turn(self, wait: float) -> None:
        for fd, event in self._epoll.poll(wait, MOST_AT_ONCE):
            line = self._by_fd[fd]
            if event & select.EPOLLOUT:
                line.greet()
                self._epoll.modify(fd, select.EPOLLIN)
                continue
            line.read()
            if line.closed:
                self._epoll.unregister(fd)

    def _hear(self, line: Line, packet: bytes) -> None:
        if packet.startswith(b"43"):
            self._acked(packet)
        elif packet.startswith(EVENTS):
            self._events(line, packet)
        elif packet.startswith((WELCOME, FOLLOW)):
            if packet.startswith(WELCOME):
                self._welcomed(line, packet)
            self._seated(line, packet)

    @staticmethod
    def _welcomed(line: Line, packet: bytes) -> None:
        line.welcomed, line.snapshot = clock(), len(packet)
        person = PERSON.search(packet)
        line.person = person[1] if person else b""

    def _acked(self, packet: bytes) -> None:
        found = ACK.match(packet)
        assert found is not None, packet[:80]
        shot = self.shots[int(found[1])]
        shot.acked, shot.answer = clock(), packet
        if shot.done:
            self._waiting.discard(id(shot))

    def _events(self, line: Line, packet: bytes) -> None:
        now = clock()
        stream = STREAM.search(packet, 10)
        assert stream is not None, packet[:80]
        if stream[1] == b"table" and CLEARED.search(packet):
            self._seated(line, packet)
        if not line.counts:
            self.overheard.append(packet)
            return
        for mark in set(MARK.findall(packet)):
            shot = self.shots[int(mark)]
            line.marks += 1
            if shot.stream == stream[1]:
                shot.heard, shot.last = shot.heard + 1, now
                if shot.done:
                    self._waiting.discard(id(shot))

    def _seated(self, line: Line, packet: bytes) -> None:
        """A snapshot of a table counts when this person sits there: their last table is told anew as well."""
        if line.person not in packet:
            return
        table, step = TABLE.search(packet), ROUND.search(packet)
        if table is not None:
            line.table = table[1]
            line.seated = clock()
            line.step = step[1].decode() if step else line.step

"""Frames on their way out. A quiet stream's leave at once; those of a busy one that many hear, as one bundle.

A table must feel immediate, so its frames never wait. The desk hears of everything, and a hall or a wall is
heard by hundreds: there, what comes within a moment of the last frame is gathered into the next.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from workshop.core import streams
from workshop.live.wire import Frame

# In seconds. Below what anybody notices, far above what sending takes.
GATHER = 0.04
# From so many listeners on it pays.
MANY = 24


@dataclass(slots=True)
class _Stream:
    last: float = 0.0
    held: list[Frame] = field(default_factory=list)


class Bundles:
    """``send``: workshop and frame, to all who hear it. ``later``: calls something after so many seconds.

    Thread-safe; what it sends of one stream is in order.
    """

    def __init__(
        self,
        send: Callable[[str, Frame], None],
        size: Callable[[str, str], int],
        later: Callable[[float, Callable[[], None]], None],
    ) -> None:
        self._send = send
        self._size = size
        self._later = later
        self._lock = threading.Lock()
        # By workshop and stream.
        self._busy: dict[str, dict[str, _Stream]] = {}

    def add(self, workshop: str, frame: Frame) -> None:
        with self._lock:
            if not self._pays(workshop, frame.stream):
                self._flush(workshop, frame.stream)
                self._send(workshop, frame)
                return
            stream = self._busy.setdefault(workshop, {}).setdefault(frame.stream, _Stream())
            stream.held.append(frame)
            if len(stream.held) > 1:
                return
            wait = stream.last + GATHER - monotonic()
            if wait <= 0:
                self._flush(workshop, frame.stream)
            else:
                self._later(wait, lambda: self.flush(workshop, frame.stream))

    def _pays(self, workshop: str, stream: str) -> bool:
        return stream == streams.DESK or self._size(workshop, stream) >= MANY

    def flush(self, workshop: str, stream: str) -> None:
        """Send what is held of a stream: when its time has come, or the audience is about to change."""
        if stream in self._busy.get(workshop, ()):
            with self._lock:
                self._flush(workshop, stream)

    def _flush(self, workshop: str, stream: str) -> None:
        busy = self._busy.get(workshop, {}).get(stream)
        if busy is not None and busy.held:
            held, busy.held = busy.held, []
            busy.last = monotonic()
            self._send(workshop, _one(held))

    def flush_all(self, workshop: str) -> None:
        """Send what is held of any stream of this workshop."""
        for stream in list(self._busy.get(workshop, ())):
            self.flush(workshop, stream)

    def forget(self, workshop: str) -> None:
        """Nobody is left to hear of this workshop."""
        with self._lock:
            self._busy.pop(workshop, None)


def _one(frames: list[Frame]) -> Frame:
    if len(frames) == 1:
        return frames[0]
    events = [event for frame in frames for event in frame.events]
    return Frame(stream=frames[0].stream, from_=frames[0].from_, to=frames[-1].to, events=events)

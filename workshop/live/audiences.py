"""Who follows which stream, by the lines they are on."""

from __future__ import annotations

import threading

from workshop.live.presence import Connection


class Audiences:
    """Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lines: dict[tuple[str, str], dict[str, None]] = {}

    def enter(self, connection: Connection, stream: str, n: int) -> bool:
        """Whether this line hears the stream from now on: not if it has just been hung up."""
        with self._lock:
            if not connection.open:
                return False
            connection.streams[stream] = n
            self._lines.setdefault((connection.workshop, stream), {})[connection.line] = None
            return True

    def leave(self, connection: Connection, stream: str) -> None:
        with self._lock:
            self._leave(connection, stream)

    def leave_all(self, connection: Connection, *, for_good: bool = False) -> None:
        with self._lock:
            connection.open = connection.open and not for_good
            for stream in list(connection.streams):
                self._leave(connection, stream)

    def _leave(self, connection: Connection, stream: str) -> None:
        connection.streams.pop(stream, None)
        lines = self._lines.get((connection.workshop, stream), {})
        lines.pop(connection.line, None)
        if not lines:
            self._lines.pop((connection.workshop, stream), None)

    def of(self, workshop: str, stream: str) -> list[str]:
        """The lines that hear a stream now."""
        return list(self._lines.get((workshop, stream), ()))

    def size(self, workshop: str, stream: str) -> int:
        return len(self._lines.get((workshop, stream), ()))

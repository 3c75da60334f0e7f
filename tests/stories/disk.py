"""The disk of a server, which can be full."""

from __future__ import annotations

import resource

from tests.stories.server import Server


class Disk:
    """The system lets the server's files grow no further, or again."""

    def __init__(self, server: Server) -> None:
        self._pid = server.process.pid
        self._log = server.data / "cafe.db-wal"

    def fills_up(self) -> None:
        self._limit(self._log.stat().st_size)

    def has_room(self) -> None:
        self._limit(resource.RLIM_INFINITY)

    def _limit(self, most: int) -> None:
        resource.prlimit(self._pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

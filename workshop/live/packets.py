"""What comes over a line before it is an event: what is no packet of ours ends the line it came over."""

from __future__ import annotations

import logging
from typing import Any

import socketio

log = logging.getLogger(__name__)

# The first signs of Socket.IO packets that ask to come in, and that announce binary attachments.
KNOCK, ATTACHING = "0", ("5", "6")


def cut_the_unfit(server: socketio.Server) -> None:
    """Whoever sends what is no packet at all cannot be answered: their line is cut, and nobody else's."""
    read = server.eio.handlers["message"]

    def reading(line: str, packet: Any) -> None:
        try:
            _must_be_fit(server, line, packet)
            read(line, packet)
        except Exception as problem:
            log.info("a line was cut for what came over it: %s", type(problem).__name__)
            server.eio.disconnect(line)

    server.eio.on("message", reading)


def _must_be_fit(server: socketio.Server, line: str, packet: Any) -> None:
    """Attachments would be gathered without an end, and nothing here has any. A knock comes first."""
    if not isinstance(packet, str) or packet.startswith(ATTACHING):
        raise ValueError("binary")
    if not packet.startswith(KNOCK) and server.manager.sid_from_eio_sid(line, "/") is None:
        raise ValueError("not yet in")


def must_be_real(server: socketio.Server, sid: str) -> None:
    """A browser may call an event of its own "connect" or "disconnect": that is neither."""
    if server.manager.is_connected(sid, "/"):
        raise ValueError("not a change of connection")

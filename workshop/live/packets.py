"""What comes over a line before it is an event: what is no packet of ours ends the line it came over.

Events are read here and not by the Socket.IO library, which makes a packet object, and a Flask request or a
thread, of each. Connecting and disconnecting are left to it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Any

import msgspec
import socketio

log = logging.getLogger(__name__)

# The first signs of Socket.IO packets: somebody asks to come in, says something, announces attachments.
KNOCK, EVENT, ATTACHING = "0", "2", ("5", "6")
_HEAD = re.compile(r"2(?:/,)?(\d{0,15})(?=\[)")
_read = msgspec.json.Decoder(list[Any])

# An event: the line it came over, its name, what it says, and the number under which it is to be acked.
Heard = Callable[[str, str, list[Any], int | None], None]


def take_events(server: socketio.Server, heard: Heard) -> None:
    """Give every event to ``heard``. Whoever sends what is no packet at all cannot be answered: their line is
    cut, and nobody else's."""
    connect = server.eio.handlers["message"]

    def reading(line: str, packet: Any) -> None:
        try:
            _must_be_fit(server, line, packet)
            if packet.startswith(EVENT):
                heard(line, *_event(packet))
            else:
                connect(line, packet)
        except Exception as problem:
            log.info("a line was cut for what came over it: %s", type(problem).__name__)
            server.eio.disconnect(line)

    server.eio.on("message", reading)


def _event(packet: str) -> tuple[str, list[Any], int | None]:
    head = _HEAD.match(packet)
    if head is None:
        raise ValueError("not an event")
    name, *data = _read.decode(packet[head.end() :])
    return name if isinstance(name, str) else "", data, int(head[1]) if head[1] else None


def _must_be_fit(server: socketio.Server, line: str, packet: Any) -> None:
    """Attachments would be gathered without an end, and nothing here has any. A knock comes first."""
    if not isinstance(packet, str) or packet.startswith(ATTACHING):
        raise ValueError("binary")
    if not packet.startswith(KNOCK) and server.manager.sid_from_eio_sid(line, "/") is None:
        raise ValueError("not yet in")

"""How the lines of the Socket.IO library end: at once, whatever the browser at their other end does.

The library waits until a line has sent all it had. A browser that polls, and has stopped polling, never
fetches it: whoever closes its line would wait for ever. And what is no text would be logged as a fault.
"""

from __future__ import annotations

from typing import Any

import engineio
from engineio.exceptions import EngineIOError

_polled = engineio.socket.Socket.handle_post_request


def end_at_once(eio: engineio.Server) -> None:
    """Nobody waits for a line to end, and a request that cannot be read is refused."""
    engineio.socket.Socket.handle_post_request = _refusing

    def disconnect(line: str | None = None) -> None:
        for sid in list(eio.sockets) if line is None else [line]:
            known = eio.sockets.get(sid)
            if known is not None:
                known.close(wait=False, reason=eio.reason.SERVER_DISCONNECT)
                eio.sockets.pop(sid, None)

    eio.disconnect = disconnect


def _refusing(line: engineio.socket.Socket, environ: dict[str, Any]) -> None:
    try:
        _polled(line, environ)
    except (ValueError, OSError) as problem:
        raise EngineIOError("This is no payload.") from problem

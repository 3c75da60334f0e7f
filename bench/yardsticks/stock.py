"""Flask-SocketIO with eventlet as they come: whoever speaks is heard by their room."""

from __future__ import annotations

import warnings

warnings.filterwarnings("ignore", message=r"\nEventlet is deprecated")

import eventlet  # noqa: E402

eventlet.monkey_patch()

import json  # noqa: E402
import socket  # noqa: E402
from typing import Any  # noqa: E402

from flask import Flask, request  # noqa: E402
from flask_socketio import SocketIO, emit, join_room  # noqa: E402

from bench.yardsticks.frames import TABLE_SIZE, event, stream_of, welcome  # noqa: E402

web = Flask(__name__)
live = SocketIO(web, async_mode="eventlet")
tables: dict[str, int] = {}


@live.on("connect")  # type: ignore[untyped-decorator]
def connect(_auth: Any) -> None:
    table = tables[request.sid] = len(tables) // TABLE_SIZE + 1  # type: ignore[attr-defined]
    join_room("hall")
    join_room(f"table/{table}")
    emit("welcome", welcome(table))


@live.on("command")  # type: ignore[untyped-decorator]
def command(raw: str) -> dict[str, Any]:
    content = json.loads(raw)
    stream = stream_of(tables[request.sid], content)  # type: ignore[attr-defined]
    emit("events", event(stream, 0, content), to=stream)
    return {"ok": True, "n": 1}


def main() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    print(f"port {port}", flush=True)
    live.run(web, host="127.0.0.1", port=port)


if __name__ == "__main__":
    main()

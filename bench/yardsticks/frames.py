"""What both yardstick servers send: as large as what the café sends, and nothing behind it."""

from __future__ import annotations

import json
from typing import Any

TABLE_SIZE = 4


def event(stream: str, n: int, content: dict[str, Any]) -> dict[str, Any]:
    """One note or one line, as the café would tell it on this stream."""
    kind = "note" if content["type"] == "note.add" else "chat"
    document = {
        "id": content["id"],
        "step": content["step"],
        "table": 1,
        "kind": content["kind"],
        "text": content["text"],
        "by": content["id"],
        "name": "Person 1",
        "anonymous": False,
        "at": 1795336362906,
    }
    told = {
        "n": n + 1,
        "type": f"{kind}.said",
        "at": 1795336362906,
        "put": {f"{kind}/{content['id']}": document},
    }
    return {"stream": stream, "from": n, "to": n + 1, "events": [told]}


def stream_of(table: int, content: dict[str, Any]) -> str:
    """Who must hear it: the author's table, or everyone."""
    return f"table/{table}" if content["type"] == "note.add" else "hall"


def welcome(table: int) -> dict[str, Any]:
    return {
        "streams": [
            {"stream": "hall", "n": 0, "state": {}},
            {"stream": f"table/{table}", "n": 0, "state": {}},
        ]
    }


def packet(name: str, content: dict[str, Any]) -> bytes:
    return b"42" + json.dumps([name, content], separators=(",", ":")).encode()

"""Reading what a browser asks, and writing what it is answered."""

from __future__ import annotations

from typing import Any

import msgspec

from workshop.errors import Invalid, Refused, TooMany, Unavailable
from workshop.live.wire import Refusal, Wire

MOST_STREAMS = 50


def plain(wire: Wire) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(wire)
    return found


def refusal(refused: Refused) -> Refusal:
    # A table that is full stays full: of all that is too many, only haste passes by itself.
    again = isinstance(refused, Unavailable) or refused.code == TooMany.code
    return Refusal(code=refused.code, message=refused.message, again=again)


def known_numbers(data: Any) -> dict[str, int]:
    asked = data.get("streams") if isinstance(data, dict) else None
    if not isinstance(asked, dict) or len(asked) > MOST_STREAMS:
        raise Invalid(f"Say which streams, at most {MOST_STREAMS}, and the number of the last event of each.")
    return msgspec.convert(asked, dict[str, int])


def stream_named(data: Any) -> str:
    stream = data.get("stream") if isinstance(data, dict) else None
    if not isinstance(stream, str):
        raise Invalid("Say which stream.")
    return stream

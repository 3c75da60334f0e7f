"""Reading what a browser asks, and writing what it is answered."""

from __future__ import annotations

import logging
from typing import Any

import msgspec

from workshop.errors import Invalid, Refused, TooMany, Unavailable
from workshop.live.wire import Refusal, Wire

log = logging.getLogger(__name__)

MOST_STREAMS = 50


def plain(wire: Wire) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(wire)
    return found


def refusal(refused: Refused) -> Refusal:
    # A table that is full stays full: of all that is too many, only haste passes by itself.
    again = isinstance(refused, Unavailable) or refused.code == TooMany.code
    return Refusal(code=refused.code, message=refused.message, again=again)


def answer_to(problem: BaseException) -> Refusal:
    """Nothing a browser sends raises beyond this point."""
    if isinstance(problem, Refused):
        return refusal(problem)
    if isinstance(problem, msgspec.DecodeError | RecursionError | TypeError | ValueError):
        return refusal(Invalid(f"This message cannot be read: {problem}.", "unreadable"))
    log.error("a handler failed", exc_info=problem)
    return Refusal(code="broken", message="Something went wrong on the server. Please try once more.")


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

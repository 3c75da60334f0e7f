"""Lists page by page: how many at once, and where to go on."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from workshop.errors import Conflict, Invalid

T = TypeVar("T")
USUAL, MOST = 50, 100
LONGEST = 400


def read_limit(given: str | None) -> int:
    """How many at once. Raises :class:`Invalid`."""
    if given is None:
        return USUAL
    if not (given.isascii() and given.isdigit() and len(given) <= 3 and 1 <= int(given) <= MOST):
        raise Invalid(f"The limit is a number from 1 to {MOST}.", "limit")
    return int(given)


def cursor_of(kind: str, at: int | str, mark: str) -> str:
    """Where a page ended, in words that mean something to us alone."""
    return urlsafe_b64encode(msgspec.json.encode([kind, at, mark])).decode().rstrip("=")


def read_cursor(kind: str, given: str) -> tuple[int, str]:
    """Number and mark. Raises :class:`Invalid` for one that is no cursor of this list."""
    try:
        raw = urlsafe_b64decode(given.encode()[:LONGEST] + b"=" * (-len(given) % 4))
        of, at, mark = msgspec.json.decode(raw, type=tuple[str, int, str])
    except (ValueError, msgspec.DecodeError) as bad:
        raise _no_cursor() from bad
    if of != kind or not 0 <= at < 2**62:
        raise _no_cursor()
    return at, mark


def _no_cursor() -> Invalid:
    return Invalid(
        "This cursor is not from this list. Take `next` of the page before as it is, or begin without one.",
        "cursor",
    )


def page(
    kind: str, lines: Sequence[T], given: str | None, limit: int, mark: str
) -> tuple[list[T], str | None]:
    """Some of the lines, and the cursor of what follows. ``mark``: the version of the whole list."""
    start, of = (0, mark) if given is None else read_cursor(kind, given)
    if of != mark:
        raise Conflict(
            "The harvest was made anew since the page before. Begin again without a cursor.", "cursor-stale"
        )
    end = start + limit
    return list(lines[start:end]), cursor_of(kind, end, mark) if end < len(lines) else None

"""Whether a quote says what somebody wrote; what it leaves out or adds stands in ``[ ]``."""

from __future__ import annotations

import re

_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"\w")
SHOWN = 40


def is_quote_of(quote: str, words: str) -> bool:
    """Whether what stands outside of ``[ ]`` is passages of ``words``, to the letter and in order."""
    return first_difference(quote, words) is None


def first_difference(quote: str, words: str) -> str | None:
    """Where a quote stops saying what was written: its words from there on; None if it never does.

    White space counts as one space. A passage begins and ends with whole words, but where it touches ``[ ]``.
    """
    plain, at = " ".join(words.split()), 0
    pieces = _pieces(" ".join(quote.split()))
    if not pieces:
        return quote
    for piece, joined_before, joined_behind in pieces:
        end = _found(piece, plain, at, joined_before, joined_behind)
        if end < 0:
            return _begin_of_difference(piece, plain, at, joined_before)
        at = end
    return None


def _pieces(quote: str) -> list[tuple[str, bool, bool]]:
    """What stands outside of brackets, and whether a bracket is joined to its beginning and to its end."""
    found, at = [], 0
    ends = [*((b.start(), b.end()) for b in _BRACKETS.finditer(quote)), (len(quote), len(quote))]
    for start, end in ends:
        raw = quote[at:start]
        if raw.strip():
            before, behind = at > 0 and not raw[0].isspace(), start < end and not raw[-1].isspace()
            found.append((raw.strip(), before, behind))
        at = end
    return found


def _found(piece: str, words: str, begin: int, joined_before: bool, joined_behind: bool) -> int:
    """Where the first such passage ends; -1 if there is none."""
    at = words.find(piece, begin)
    while at >= 0:
        end = at + len(piece)
        if (joined_before or _breaks(words, at)) and (joined_behind or _breaks(words, end)):
            return end
        at = words.find(piece, at + 1)
    return -1


def _breaks(words: str, at: int) -> bool:
    """Whether no word goes on over this place."""
    inside = 0 < at < len(words)
    return not (inside and _WORD.match(words[at - 1]) and _WORD.match(words[at]))


def _begin_of_difference(piece: str, words: str, begin: int, joined_before: bool) -> str:
    """The end of the piece, from the first word that does not follow."""
    parts = piece.split(" ")
    for n in range(len(parts) - 1, 0, -1):
        if _found(" ".join(parts[:n]), words, begin, joined_before, joined_behind=False) >= 0:
            return " ".join(parts[n:])
    return piece

"""How wide words are, without a font at hand: estimates on the safe side, and lines made by them.

Widths are in em, measured on Atkinson Hyperlegible Next and rounded up; other scripts by what Unicode says.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# Every sign of a size, with the width of the widest among them.
SIZES = (
    (0.3, "ijl.,:;'’‘|!()`· "),
    (0.38, 'ftr-_/\\"“”[]{}I1'),
    (0.5, "acekosvyzJTx7?*–"),
    (0.67, "wUNGHCDKAX…√0#"),
    (0.71, "OQ&"),
    (0.84, "mMW@—"),
    (0.9, "%"),
)
WIDTHS = {char: width for width, chars in SIZES for char in chars}
SMALL, CAPITAL = 0.54, 0.6
# Bold letters are so much wider.
BOLD = 1.07
LEADING = 1.13


class Fit(NamedTuple):
    """Words in a box. ``whole``: every word of them is there, and none was broken."""

    size: float
    lines: list[str]
    whole: bool


def em(words: str) -> float:
    """The width of words in em."""
    return sum(map(_letter, words))


def _letter(char: str) -> float:
    known = WIDTHS.get(char)
    if known is not None:
        return known
    if char.isascii():
        return CAPITAL if char.isupper() or char.isdigit() else SMALL
    return _foreign(char)


def _foreign(char: str) -> float:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(char) in ("W", "F") or ord(char) > 0xFFFF:
        return 1.4 if ord(char) > 0xFFFF else 1.05
    return 0.75 if char.isupper() else 0.62


def is_rtl(words: str) -> bool:
    """Whether words run from right to left: by their first letter that has a direction."""
    for char in words:
        way = unicodedata.bidirectional(char)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False


def wrap(words: str, width: float, most: int) -> tuple[list[str], bool]:
    """Lines of at most ``width`` em, at most ``most`` of them; and whether all words stand whole in them."""
    made: list[str] = []
    whole = True
    for word, is_part in _pieces(words.split(), width):
        whole = whole and not is_part
        if made and em(f"{made[-1]} {word}") <= width:
            made[-1] = f"{made[-1]} {word}"
        elif len(made) < most:
            made.append(word)
        else:
            made[-1] = shorten(f"{made[-1]} {word}…", width)
            return made, False
    return made, whole


def _pieces(words: Iterable[str], width: float) -> Iterator[tuple[str, bool]]:
    """Words, those that are too long for a line in parts."""
    for word in words:
        if em(word) <= width:
            yield word, False
            continue
        part = ""
        for sign in _signs(word):
            if part and em(part + sign) > width:
                yield part, True
                part = ""
            part += sign
        yield part, True


def _signs(word: str) -> Iterator[str]:
    """What is seen as one sign: a letter with its accents, an emoji with all that is joined to it."""
    sign = ""
    for char in word:
        joined = unicodedata.category(char) in ("Mn", "Me", "Cf") or sign.endswith("\u200d")
        if sign and not joined and unicodedata.category(char) != "Sk":
            yield sign
            sign = ""
        sign += char
    if sign:
        yield sign


def shorten(words: str, width: float) -> str:
    """The words, or as much of their beginning as fits, with an ellipsis."""
    if em(words) <= width:
        return words
    kept = ""
    for sign in _signs(words):
        if em(kept + sign) + WIDTHS["…"] > width:
            break
        kept += sign
    return f"{kept.rstrip(' …')}…"


def fit(words: str, width: float, height: float, sizes: Iterable[float], *, bold: bool = False) -> Fit:
    """The largest of these sizes, given from large to small, in which all words stand whole in the box."""
    found = Fit(0, [], False)
    for size in sizes:
        most = int(height / (size * LEADING))
        found = Fit(size, *wrap(words, width / size / (BOLD if bold else 1), max(1, most)))
        if found.whole and most:
            break
    return found

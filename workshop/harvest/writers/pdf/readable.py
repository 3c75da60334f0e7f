"""People's words so that every sign of them can be drawn, and every line be broken.

A PDF for everyone may hold no sign without a drawing: one emoji too many would stop the whole report. What no
font has is written out, as ``[name of the sign]``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from workshop.harvest.writers.pdf.signs import FAMILIES, drawn

# Nothing to see and nothing to read in them; some would turn round the words beside them.
_SILENT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]")
_BREAK = re.compile("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
# Without a drawing of their own: they say how their neighbours are drawn.
_JOINERS = re.compile("[\u00ad\u034f\u200b-\u200f\u2060-\u2065\ufe00-\ufe0f\U000e0000-\U000e0fff]")
_LONG = re.compile(r"[^\s\u200b]{41,}")
PIECE = 20
ZERO_WIDTH_SPACE = "\u200b"


def readable(text: str) -> tuple[str, bool]:
    """The text as it can be drawn, and whether that took stand-ins."""
    text = _SILENT.sub("", _BREAK.sub("\n", text))
    if is_plain(text):
        return text, False
    signs = list(clusters(text))
    if all(map(_drawable, signs)):
        return text, False
    return "".join(sign if _drawable(sign) else _stand_in(sign) for sign in signs), True


def is_visible(text: str) -> bool:
    """Whether there is anything to see."""
    return any(unicodedata.category(char)[0] not in "ZC" for char in text)


def breakable(text: str) -> str:
    """Places to break a line in words that are longer than any line, unseen where they are not needed."""
    return _LONG.sub(lambda found: ZERO_WIDTH_SPACE.join(_pieces(found.group())), text)


def _pieces(word: str) -> Iterator[str]:
    piece, signs = "", 0
    for sign in clusters(word):
        if signs == PIECE:
            yield piece
            piece, signs = "", 0
        piece, signs = piece + sign, signs + 1
    yield piece


def clusters(text: str) -> Iterator[str]:
    """What is drawn as one: a letter with its marks, an emoji with all that is joined to it."""
    sign = ""
    for char in text:
        joined = unicodedata.category(char).startswith("M") or _JOINERS.match(char) or sign.endswith("\u200d")
        if sign and not joined and unicodedata.category(char) != "Sk":
            yield sign
            sign = ""
        sign += char
    if sign:
        yield sign


def is_plain(text: str) -> bool:
    """Whether the first font draws all of it, letter by letter."""
    return _plain().fullmatch(text) is not None


def _has(family: int, sign: str) -> bool:
    return all(ord(char) in drawn()[family] for char in _JOINERS.sub("", sign))


@lru_cache(maxsize=1)
def _plain() -> re.Pattern[str]:
    """Text that the first font draws by itself: nearly all of it, and quick to tell."""
    letters = "".join(re.escape(chr(code)) for code in sorted(drawn()[0]) if not 0xD800 <= code <= 0xDFFF)
    return re.compile(f"[{letters}\n\t]*")


@lru_cache(maxsize=10_000)
def _drawable(sign: str) -> bool:
    """Whether one font has all of it: signs that are drawn as one cannot be shared between two."""
    return sign in ("\n", "\t") or any(_has(family, sign) for family in range(len(FAMILIES)))


def _stand_in(sign: str) -> str:
    """The same in plainer signs if there are any, else its name."""
    alike = unicodedata.normalize("NFKC", sign)
    if alike != sign and all(map(_drawable, clusters(alike))):
        return alike
    return "".join(_one(char, no) for no, char in enumerate(_JOINERS.sub("", sign)))


def _one(char: str, no: int) -> str:
    """A sign that could not stay in its company: the first alone if that can be drawn, the rest by name."""
    if no == 0 and _drawable(char):
        return char
    name = unicodedata.name(char, "")
    return f"[{name.lower()}]" if name else f"[U+{ord(char):04X}]"

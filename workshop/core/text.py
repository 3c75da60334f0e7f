"""Words people write, made safe to keep: trimmed, without control characters, within a length."""

from __future__ import annotations

import re
import unicodedata

from workshop.errors import Invalid

# Marks, overrides, embeddings and isolates: left open, they turn round what stands beside the words.
_TURNING = (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
# What no XML file may hold, and Word and Excel files are XML.
_NO_SIGNS = (0xFFFE, 0xFFFF)
_DROPPED = dict.fromkeys((*_TURNING, *_NO_SIGNS), None)
# All that ends a line: Windows, old Macs, Word's soft break, a page, and what Unicode has besides.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")
# Letters and signs that show nothing.
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def line(text: str, most: int, what: str) -> str:
    """One line of at most ``most`` characters, or :class:`Invalid` saying what is wrong with ``what``."""
    clean = _SPACES.sub(" ", _without_controls(text).replace("\n", " ")).strip()
    return _measured(clean, most, what)


def passage(text: str, most: int, what: str) -> str:
    """Several lines, at most ``most`` characters in all, or :class:`Invalid`."""
    clean = _BLANK_LINES.sub("\n\n", _without_controls(text)).strip()
    return _measured(clean, most, what)


def _without_controls(text: str) -> str:
    kept = (c for c in _LINE_ENDS.sub("\n", text) if _keeps(c))
    return "".join(kept).translate(_DROPPED)


def _keeps(char: str) -> bool:
    return char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs")


def _measured(clean: str, most: int, what: str) -> str:
    if not visible(clean):
        raise Invalid(f"{what} is empty. Write a few words first.", "empty")
    over = len(clean) - most
    if over > 0:
        raise Invalid(
            f"{what} is too long by {over} {'character' if over == 1 else 'characters'} "
            f"(at most {most}). Nothing is lost. Shorten it and send it again.",
            "too-long",
        )
    return clean


def visible(text: str) -> bool:
    """Whether there is anything to see."""
    return any(map(_shows, _without_controls(text)))


def _shows(char: str) -> bool:
    """Whether this sign alone can be seen: accents and joiners need another one."""
    return not char.isspace() and char not in _BLANKS and unicodedata.category(char) not in ("Cf", "Mn", "Me")

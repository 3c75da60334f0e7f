"""Which signs the shipped fonts can draw: read from the fonts themselves."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
# From first to last: a sign is drawn by the first family that has it.
FAMILIES = (
    "Atkinson Hyperlegible Next",
    "Noto Sans",
    "Noto Sans Hebrew",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Noto Sans Gujarati",
    "Noto Sans Tamil",
    "Noto Sans Telugu",
    "Noto Sans Kannada",
    "Noto Sans Malayalam",
    "Noto Sans Sinhala",
    "Noto Sans Thai",
    "Noto Sans Lao",
    "Noto Sans Khmer",
    "Noto Sans Myanmar",
    "Noto Sans Ethiopic",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Emoji",
    "Noto Sans Symbols",
    "Noto Sans Symbols2",
    "Droid Sans Fallback",
)


def file_of(family: str) -> Path:
    """The font file of a family; the plain weight, which is there for all of them."""
    name = family.replace(" ", "")
    plain = FONTS / f"{name}-Regular.ttf"
    return plain if plain.is_file() else FONTS / f"{name}.ttf"


@lru_cache(maxsize=1)
def drawn() -> tuple[frozenset[int], ...]:
    """The code points of each family, in the order of the families."""
    return tuple(code_points(file_of(family).read_bytes()) for family in FAMILIES)


def code_points(font: bytes) -> frozenset[int]:
    """Every code point that a TrueType font maps to a glyph (tables ``cmap``, formats 4 and 12)."""
    at = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, at + 2)
    found: set[int] = set()
    for no in range(count):
        platform, _, offset = struct.unpack_from(">HHI", font, at + 4 + 8 * no)
        if platform in (0, 3):
            found.update(_mapped(font, at + offset))
    return frozenset(found)


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for no in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * no)
        if tag == name:
            return int(offset)
    raise ValueError("not a TrueType font: it has no cmap table")


def _mapped(font: bytes, at: int) -> Iterator[int]:
    (kind,) = struct.unpack_from(">H", font, at)
    if kind == 4:
        yield from _segments(font, at)
    elif kind == 12:
        (groups,) = struct.unpack_from(">I", font, at + 12)
        for no in range(groups):
            start, end, glyph = struct.unpack_from(">III", font, at + 16 + 12 * no)
            yield from range(start if glyph else start + 1, end + 1)


def _segments(font: bytes, at: int) -> Iterator[int]:
    """Format 4: ranges with a step to their glyphs, or with a list of them."""
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    ends, starts = at + 14, at + 16 + doubled
    for no in range(0, doubled, 2):
        (end,) = struct.unpack_from(">H", font, ends + no)
        (start,) = struct.unpack_from(">H", font, starts + no)
        (delta,) = struct.unpack_from(">H", font, starts + doubled + no)
        place = starts + 2 * doubled + no
        (listed,) = struct.unpack_from(">H", font, place)
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if listed:
                (glyph,) = struct.unpack_from(">H", font, place + listed + 2 * (code - start))
                if not glyph:
                    continue
            if (glyph + delta) & 0xFFFF:
                yield code

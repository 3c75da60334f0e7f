"""Words of a drawing in scripts that only a typesetter can set: taken out of it, to be set on top.

What draws SVG knows neither how the letters of many scripts join nor which font has them; a PDF for everyone
may not hold what comes of that. What the first font draws by itself stays where it is.
"""

from __future__ import annotations

import re
from html import unescape

from workshop.harvest.writers.pdf.readable import is_plain
from workshop.harvest.writers.pdf.tree import Label

# As our own writer of SVG writes them: no element inside, every value in quotes.
_TEXT = re.compile(r"<text((?: [\w-]+=\"[^\"]*\")*)>([^<]*)</text>")
_VALUE = re.compile(r' ([\w-]+)="([^"]*)"')
_MOVED = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\) rotate\(-90\)")


def apart(svg: str) -> tuple[str, tuple[Label, ...]]:
    """The drawing without these words, and the words with their places in the drawing's units."""
    labels: list[Label] = []

    def taken(found: re.Match[str]) -> str:
        words = unescape(found.group(2))
        if is_plain(words):
            return found.group()
        labels.append(_label(words, dict(_VALUE.findall(found.group(1)))))
        return ""

    return _TEXT.sub(taken, svg), tuple(labels)


def _label(words: str, of: dict[str, str]) -> Label:
    moved = _MOVED.match(of.get("transform", ""))
    x, y = moved.groups() if moved else (of.get("x", "0"), of.get("y", "0"))
    anchor = of.get("text-anchor", "start")
    # Words from right to left start at their right end.
    if of.get("direction") == "rtl" and anchor != "middle":
        anchor = {"start": "end", "end": "start"}[anchor]
    return Label(
        words,
        x=float(x),
        y=float(y),
        size=float(of.get("font-size", "19")),
        fill=of.get("fill", "#2a1a2e"),
        anchor=anchor,
        bold="font-weight" in of,
        turned=moved is not None,
    )

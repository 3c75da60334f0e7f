"""A small SVG writer: everything that comes in is escaped; lengths have one decimal.

Shapes name their paint by a class, which ``static/styles/pictures.css`` gives the colours of light, dark and
contrast themes. They carry the light colour besides, so that a picture that travels alone is legible too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from workshop.pictures.letters import is_rtl

# What no XML document may hold, and what would turn round the words beside it.
_NOT_XML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


class Drawn(str):
    """Markup that is safe as it is."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Paint:
    """One way to fill and to draw a line, by name; the colours are those of the light theme."""

    name: str
    fill: str = "none"
    stroke: str = "none"


INK = Paint("pic-ink", fill="#2a1a2e")
SOFT = Paint("pic-soft", fill="#4d3a4b")
PAPER = Paint("pic-paper", fill="#fffcfa", stroke="#80666d")
BAND = Paint("pic-band", fill="#ebdcd6")
RULE = Paint("pic-rule", stroke="#d3bdb7")
EDGE = Paint("pic-edge", stroke="#80666d")
DOT = Paint("pic-dot", fill="#5a1b45")
OPEN = Paint("pic-open", fill="#f5eae6", stroke="#5a1b45")
# Groups on a map. Each has a shape of its own as well, and a thread to its name.
GROUPS = tuple(
    Paint(f"pic-group-{no}", fill=colour, stroke=colour)
    for no, colour in enumerate(("#5a1b45", "#0b5458", "#7a4d00", "#1f4f86", "#97360f", "#1b6537"), 1)
)

Value = str | float | None


def tag(element: str, *inside: str, paint: Paint | None = None, **attributes: Value) -> Drawn:
    """One element. Attributes that are None are left out; ``stroke_width`` becomes ``stroke-width``."""
    if paint is not None:
        attributes = _painted(paint) | attributes
    named = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    content = "".join(map(safe, inside))
    return Drawn(f"<{element}{named}>{content}</{element}>" if content else f"<{element}{named}/>")


def _painted(paint: Paint) -> dict[str, Value]:
    return {
        "class": paint.name,
        "fill": paint.fill,
        "stroke": None if paint.stroke == "none" else paint.stroke,
    }


def _value(value: str | float) -> str:
    return safe(value) if isinstance(value, str) else number(value)


def safe(words: str) -> str:
    """Text as it may stand in an element or an attribute; what is drawn already, as it is."""
    return words if isinstance(words, Drawn) else escape(_NOT_XML.sub("", words))


def number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def text(
    x: float,
    y: float,
    words: str,
    size: float,
    *,
    paint: Paint = INK,
    anchor: str = "start",
    bold: bool = False,
    width: float = 0,
) -> Drawn:
    """One line of words on the line ``y``. Given a ``width``, Hebrew and Arabic begin at its right end."""
    rtl = is_rtl(words)
    if rtl and width and anchor == "start":
        x += width
    return tag(
        "text",
        words,
        paint=paint,
        x=x,
        y=y,
        font_size=size,
        font_weight=700 if bold else None,
        text_anchor=anchor if anchor != "start" else None,
        direction="rtl" if rtl else None,
    )


def lines(
    x: float, y: float, words: list[str], size: float, *, leading: float = 1.13, **how: object
) -> Drawn:
    """Several lines of words, the first on the line ``y``."""
    return Drawn(
        "".join(
            text(x, y + no * size * leading, line, size, **how)  # type: ignore[arg-type]
            for no, line in enumerate(words)
        )
    )


def box(
    x: float, y: float, width: float, height: float, paint: Paint, radius: float = 0, **more: Value
) -> Drawn:
    return tag("rect", paint=paint, x=x, y=y, width=width, height=height, rx=radius or None, **more)


def note(x: float, y: float, width: float, height: float, paint: Paint, soft: float, **more: Value) -> Drawn:
    """Paper: three sharp corners, and a soft one below on the right."""
    r, sharp = min(soft, width / 2, height / 2), min(4, width / 4, height / 4)
    right, bottom = x + width, y + height
    path = (
        f"M{number(x + sharp)} {number(y)}H{number(right - sharp)}q{sharp} 0 {sharp} {sharp}"
        f"V{number(bottom - r)}q0 {number(r)} {number(-r)} {number(r)}H{number(x + sharp)}"
        f"q{-sharp} 0 {-sharp} {-sharp}V{number(y + sharp)}q0 {-sharp} {sharp} {-sharp}Z"
    )
    return tag("path", paint=paint, d=path, **more)


def group(*inside: Drawn) -> Drawn:
    return tag("g", *inside)

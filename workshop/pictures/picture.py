"""A finished picture, what it says in words, and the shapes it can have."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workshop.pictures.letters import fit
from workshop.pictures.svg import SOFT, Drawn, lines, tag


@dataclass(frozen=True, slots=True)
class Shape:
    """A place for a picture. All in the same units; ``size`` is that of plain text.

    ``height`` is 0 where a picture may be as high as it needs.
    """

    name: str
    width: float
    height: float
    size: float


# For the back of a room, for a sheet or a desk, and for a hand.
WALL = Shape("wall", 1600, 790, 34)
PAGE = Shape("page", 700, 0, 19)
PHONE = Shape("phone", 350, 0, 18)
SHAPES = {shape.name: shape for shape in (WALL, PAGE, PHONE)}


@dataclass(frozen=True, slots=True)
class Equivalent:
    """The facts of a picture as a table: every row as long as ``head``, its first cell names it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and the same in words. ``says``: whole sentences, the most important first.

    ``of``: what it shows, such as the id of a board; empty for the workshop as a whole.
    """

    name: str
    of: str
    title: str
    says: tuple[str, ...]
    tables: tuple[Equivalent, ...]
    body: Drawn
    width: float
    height: float

    @property
    def key(self) -> str:
        """An id for pages, unlike that of any other picture of the workshop."""
        return re.sub(r"[^\w-]+", "-", f"{self.name}-{self.of}" if self.of else self.name)

    @property
    def svg(self) -> str:
        """The picture alone. Whoever cannot see it hears its title and its first sentences."""
        title, desc = f"picture-{self.key}-title", f"picture-{self.key}-desc"
        return tag(
            "svg",
            tag("title", self.title, id=title),
            tag("desc", " ".join(self.says) or self.title, id=desc),
            self.body,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {self.width:g} {self.height:g}",
            class_="pic",
            role="img",
            aria_labelledby=title,
            aria_describedby=desc,
            font_family="Atkinson Hyperlegible Next Variable, Atkinson Hyperlegible, Verdana, sans-serif",
        )


def empty(name: str, of: str, title: str, why: str, shape: Shape) -> Picture:
    """A picture of something that has not begun: it says so."""
    height = shape.height or shape.size * 11
    found = fit(why, shape.width * 0.8, height, (shape.size * 1.4, shape.size))
    top = height / 2 - (len(found.lines) - 1) * found.size * 0.6
    body = lines(shape.width / 2, top, found.lines, found.size, paint=SOFT, anchor="middle")
    return Picture(name, of, title, (why,), (), body, shape.width, height)

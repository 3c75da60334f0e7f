"""The sheets of the theme wall, and beneath them the voices that stand alone."""

from __future__ import annotations

from math import sqrt

from workshop.pictures.data import ThemesData, ThemeTile
from workshop.pictures.letters import BOLD, Fit, em, fit, shorten
from workshop.pictures.picture import Shape
from workshop.pictures.svg import (
    BAND,
    DOT,
    EDGE,
    INK,
    PAPER,
    SOFT,
    Drawn,
    box,
    group,
    lines,
    note,
    tag,
    text,
)
from workshop.pictures.treemap import Piece, divide
from workshop.pictures.wording import count, reach

# So many are drawn; the rest are in the table beneath.
MOST = 40
# A sheet is legible as a square of this side, on a wall and near at hand, in sizes of the text. Where that
# takes too much room, none is smaller than this part of the mean.
SIDE, SIDE_NEAR = 5.4, 7.2
SMALLEST = 0.8


def weight(tile: ThemeTile) -> float:
    """How far a theme carries: at least 1 for whatever stands."""
    if tile.tables:
        return sqrt(tile.tables * tile.conversations)
    return float(max(tile.people or 0, 1))


def draw_wall(data: ThemesData, shape: Shape, what: str) -> tuple[Drawn, float]:
    """The wall and its height."""
    sheets = [tile for tile in data.themes if not tile.single_voice][:MOST]
    alone = [tile for tile in data.themes if tile.single_voice]
    strip = _Strip(data, alone, shape, what)
    top = shape.height - strip.height if shape.height else _height(sheets, shape)
    return group(
        _wall(sheets, Piece(0, 0, shape.width, top), shape, what), strip.drawn(top)
    ), top + strip.height


def _height(sheets: list[ThemeTile], shape: Shape) -> float:
    """On a sheet or in a hand there is room for as many as there are."""
    each = (shape.size * 9.2) ** 2
    return max(shape.size * 9, len(sheets) * each / shape.width) if sheets else 0


def _wall(sheets: list[ThemeTile], room: Piece, shape: Shape, what: str) -> Drawn:
    if not sheets:
        return group()
    side = shape.size * (SIDE if shape.name == "wall" else SIDE_NEAR)
    areas = _areas([weight(tile) for tile in sheets], room.width * room.height, side**2)
    drawn = (
        _Sheet(tile, piece, shape, what).drawn()
        for tile, piece in zip(sheets, divide(areas, room), strict=True)
    )
    return group(*drawn)


def _areas(weights: list[float], room: float, legible: float) -> list[float]:
    """Areas as the weights are, but none too small to read: the more sheets, the less they may differ."""
    least = min(legible, SMALLEST * room / len(weights))
    small = 0
    while small < len(weights):
        scale = (room - least * small) / sum(weights[: len(weights) - small])
        if weights[len(weights) - small - 1] * scale >= least:
            break
        small += 1
    return [*(each * scale for each in weights[: len(weights) - small]), *[least] * small]


class _Sheet:
    """One theme: its name, how far it carries, and a round mark for each table."""

    def __init__(self, tile: ThemeTile, piece: Piece, shape: Shape, what: str) -> None:
        gap = shape.size * 0.16
        self.tile, self.size, self.wall = tile, shape.size, shape.name == "wall"
        self.x, self.y = piece.x + gap, piece.y + gap
        self.width, self.height = piece.width - 2 * gap, piece.height - 2 * gap
        self.pad = min(shape.size * 0.45, self.width * 0.07)
        self.inner = max(self.width - 2 * self.pad, 1)
        words = reach(tile.notes, tile.tables, *_more(tile), what=what)
        self.small, self.below = self._below(words, (0.74, 0.6) if self.wall else (0.88,))
        dotted = self.height > shape.size * 5
        self.foot = len(self.below) * self.small * 1.25 + self.pad + (shape.size * 0.6 if dotted else 0)
        self.dots = dotted

    def _below(self, words: str, parts: tuple[float, ...]) -> tuple[float, list[str]]:
        """How far it carries, on one line, or on two where the sheet is narrow."""
        sizes = [self.size * part for part in parts]
        for small in sizes:
            if em(words) * small <= self.inner:
                return small, [words]
        first, *rest = words.split(" · ")
        width = self.inner / sizes[-1]
        return sizes[-1], [shorten(first, width), *([shorten(" · ".join(rest), width)] if rest else [])]

    def drawn(self) -> Drawn:
        left, bottom = self.x + self.pad, self.y + self.height
        name = self._name()
        end = bottom - self.foot + self.small * 0.95
        return group(
            note(self.x, self.y, self.width, self.height, PAPER, self.size * 0.9, stroke_width=1.5),
            lines(
                left,
                self.y + self.pad + name.size * 0.8,
                name.lines,
                name.size,
                paint=INK,
                bold=True,
                width=self.inner,
            ),
            lines(left, end, self.below, self.small, leading=1.25, paint=SOFT),
            self._dots(left, bottom - self.pad - self.size * 0.2),
        )

    def _name(self) -> Fit:
        """As large as there is room, up to a size that goes with the sheet."""
        largest = min(self.size * 3.2, max(self.size * 1.3, (self.width * self.height) ** 0.5 * 0.16))
        sizes = [largest * part for part in (1, 0.85, 0.72, 0.6, 0.5)]
        smallest = [
            self.size * part for part in ((0.85, 0.7, 0.6, 0.52) if self.wall else (0.95, 0.85, 0.75))
        ]
        legible = [size for size in sizes if size > self.size * 0.95]
        room = max(self.height - self.foot - 1.3 * self.pad, self.size * 0.8)
        return fit(
            self.tile.name,
            self.inner,
            room,
            [*legible, *smallest],
            bold=True,
        )

    def _dots(self, x: float, y: float) -> Drawn:
        """One mark for each table: one and nine look different at once."""
        if not self.dots or not self.tile.tables:
            return group()
        step = min(self.size * 0.48, self.inner / self.tile.tables)
        r = min(self.size * 0.16, step * 0.4)
        return group(
            *(tag("circle", paint=DOT, cx=x + step * no + r, cy=y, r=r) for no in range(self.tile.tables))
        )


def _more(tile: ThemeTile) -> list[str]:
    groups = [count(tile.groups, "group")] if tile.groups and tile.groups > 1 else []
    return [*groups, *(["with an opposite view"] if tile.differing else [])]


class _Strip:
    """Beneath the wall: voices that stand alone, and what is not grouped yet."""

    def __init__(self, data: ThemesData, alone: list[ThemeTile], shape: Shape, what: str) -> None:
        self.shape = shape
        self.size = shape.size * 0.8
        self.line = self.size * 1.9
        self.chips = [(tile.name, True) for tile in alone]
        left = (
            f"{count(data.not_grouped, what)} not grouped yet"
            if data.not_grouped
            else f"All {what}s are grouped"
        )
        over = sum(not tile.single_voice for tile in data.themes) - MOST
        self.words = [left, *([f"{count(over, 'more theme')} in the list"] if over > 0 else [])]
        self.rows = self._arranged()
        self.height = len(self.rows) * self.line + self.size * 0.7

    def _arranged(self) -> list[list[tuple[str, bool, float]]]:
        """Chips and words in rows; beyond two rows of voices only how many more there are."""
        most = 2 if self.shape.name == "wall" else 6
        rows: list[list[tuple[str, bool, float]]] = [[]]
        room = self.shape.width
        shown = self._shortened()
        for no, (words, chip) in enumerate(shown):
            width = em(words) * self.size * (1 if chip else BOLD) + self.size * (2 if chip else 0.6)
            if width > room and rows[-1]:
                if len(rows) == most and chip:
                    rows[-1][-1] = self._more(len(self.chips) - no + 1)
                    break
                rows.append([])
                room = self.shape.width
            rows[-1].append((words, chip, width))
            room -= width + self.size * 0.6
        return rows

    def _shortened(self) -> list[tuple[str, bool]]:
        widest = min(22.0, self.shape.width / self.size - 4)
        return [(words, False) for words in self.words] + [
            (shorten(w, widest), chip) for w, chip in self.chips
        ]

    def _more(self, n: int) -> tuple[str, bool, float]:
        words = count(n, "more single voice")
        return words, False, em(words) * self.size

    def drawn(self, top: float) -> Drawn:
        parts: list[Drawn] = []
        for no, row in enumerate(self.rows):
            x, y = self.size * 0.2, top + self.size * 0.7 + no * self.line
            for words, chip, width in row:
                parts.append(self._chip(words, x, y, width) if chip else self._plain(words, x, y))
                x += width + self.size * 0.6
        return group(*parts)

    def _chip(self, words: str, x: float, y: float, width: float) -> Drawn:
        """One voice: a ring, and its words."""
        size = self.size
        cx, cy = x + size * 0.85, y + size * 0.8
        return group(
            box(x, y, width, size * 1.6, BAND, radius=size * 0.8),
            tag("circle", paint=EDGE, cx=cx, cy=cy, r=size * 0.3, stroke_width=size * 0.14),
            text(x + size * 1.4, y + size * 1.12, words, size, width=width - size * 1.8),
        )

    def _plain(self, words: str, x: float, y: float) -> Drawn:
        return text(x, y + self.size * 1.12, words, self.size, paint=SOFT, bold=True)

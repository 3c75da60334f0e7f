"""What is drawn on the map: threads, notes, names."""

from __future__ import annotations

from math import cos, pi, sin
from typing import NamedTuple

from workshop.pictures.data import MapData
from workshop.pictures.letters import BOLD, em, wrap
from workshop.pictures.picture import Shape
from workshop.pictures.svg import (
    EDGE,
    GROUPS,
    INK,
    PAPER,
    SOFT,
    Drawn,
    Paint,
    box,
    group,
    lines,
    number,
    tag,
    text,
)
from workshop.pictures.wording import count


class Spot(NamedTuple):
    x: float
    y: float


class Plate(NamedTuple):
    """A theme's name on the map."""

    x: float
    y: float
    width: float
    height: float
    lines: list[str]
    size: float

    def meets(self, other: Plate) -> bool:
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )


def _spread(places: list[int]) -> list[float]:
    """Places from 0 to 1, half as they are and half by rank: a crowd is drawn apart, nobody changes sides."""
    ranks = {place: no for no, place in enumerate(sorted(set(places)))}
    last = max(len(ranks) - 1, 1)
    return [(place / 1000 + ranks[place] / last) / 2 for place in places]


class Sheet:
    def __init__(self, data: MapData, shape: Shape) -> None:
        self.data, self.shape, self.size = data, shape, shape.size
        self.height = shape.height or shape.width * (0.75 if shape.name == "page" else 1.25)
        self.mark = shape.size * (0.3 if len(data.notes) <= 300 else 0.2)
        across, down = _spread([n.x for n in data.notes]), _spread([n.y for n in data.notes])
        self.spots = [self._spot(x, y) for x, y in zip(across, down, strict=True)]
        self.middles = [self._middle(no) for no in range(len(data.themes))]

    def _spot(self, x: float, y: float) -> Spot:
        pad, foot = self.size * 1.5, self.size * 3
        across, down = self.shape.width - 2 * pad, self.height - pad - foot
        return Spot(pad + across * x, pad + down * y)

    def _middle(self, no: int) -> Spot | None:
        there = [spot for spot, note in zip(self.spots, self.data.notes, strict=True) if no in note.themes]
        if not there:
            return None
        return Spot(sum(s.x for s in there) / len(there), sum(s.y for s in there) / len(there))

    def threads(self) -> Drawn:
        """From each note to the middle of each of its themes."""
        paths: dict[int, list[str]] = {}
        for spot, note in zip(self.spots, self.data.notes, strict=True):
            for no in note.themes:
                if (middle := self.middles[no]) is not None:
                    line = f"M{number(spot.x)} {number(spot.y)}L{number(middle.x)} {number(middle.y)}"
                    paths.setdefault(no, []).append(line)
        return group(
            *(
                tag(
                    "path",
                    paint=paint_of(no),
                    d="".join(made),
                    fill="none",
                    stroke_width=self.size * 0.05,
                    opacity=0.45,
                )
                for no, made in paths.items()
            )
        )

    def notes(self) -> Drawn:
        """A note in a theme has the theme's shape; one in none is an empty ring."""
        loose = [
            tag("circle", paint=EDGE, cx=s.x, cy=s.y, r=self.mark, stroke_width=self.size * 0.07)
            for s, note in zip(self.spots, self.data.notes, strict=True)
            if not note.themes
        ]
        held = [
            mark(s, self.mark, note.themes[0])
            for s, note in zip(self.spots, self.data.notes, strict=True)
            if note.themes
        ]
        return group(*loose, *held)

    def plates(self) -> list[tuple[int, Plate]]:
        """Names at the middle of their themes, the largest first, moved up or down where two would meet.

        Single voices, and names that have no room, stand in the list beneath alone.
        """
        sizes = [sum(no in note.themes for note in self.data.notes) for no in range(len(self.data.themes))]
        laid: list[tuple[int, Plate]] = []
        for no in sorted(range(len(sizes)), key=lambda no: (-sizes[no], no)):
            middle = None if self.data.themes[no].single_voice else self.middles[no]
            plate = self._placed(no, middle, [other for _, other in laid]) if middle is not None else None
            if plate is not None:
                laid.append((no, plate))
        return laid

    def _placed(self, no: int, middle: Spot, laid: list[Plate]) -> Plate | None:
        small = self.size * 0.78
        made, _ = wrap(self.data.themes[no].name, 15, 2)
        width = max(map(em, made), default=0) * small * BOLD + small * 1.9
        height = len(made) * small * 1.15 + small * 0.5
        for turn in range(9):
            y = middle.y + (turn + 1) // 2 * height * 0.6 * (-1 if turn % 2 else 1)
            x = min(max(middle.x, width / 2), self.shape.width - width / 2)
            plate = Plate(
                x,
                min(max(y, height / 2), self.height - height / 2 - self.size * 2),
                width,
                height,
                made,
                small,
            )
            if not any(plate.meets(other) for other in laid):
                return plate
        return None

    def names(self) -> Drawn:
        return group(*(self._plate(no, plate) for no, plate in self.plates()))

    def _plate(self, no: int, plate: Plate) -> Drawn:
        left, top, small = plate.x - plate.width / 2, plate.y - plate.height / 2, plate.size
        return group(
            box(left, top, plate.width, plate.height, PAPER, radius=small * 0.35, stroke_width=1.5),
            mark(Spot(left + small * 0.8, plate.y), small * 0.33, no),
            lines(
                left + small * 1.4,
                top + small * 1.05,
                plate.lines,
                small,
                leading=1.15,
                paint=INK,
                bold=True,
                width=plate.width - small * 1.8,
            ),
        )

    def key(self) -> Drawn:
        y, small = self.height - self.size * 0.6, self.size * 0.85
        loose = sum(not note.themes for note in self.data.notes)
        words = "Only a guess: notes worded alike lie near one another"
        if self.shape.name == "phone":
            words = "Only a guess by the words"
        ring = tag("circle", paint=EDGE, cx=small * 0.6, cy=y - small * 1.55, r=small * 0.3, stroke_width=2)
        return group(
            *(
                [ring, text(small * 1.3, y - small * 1.25, f"{count(loose, 'note')} not grouped yet", small)]
                if loose
                else []
            ),
            text(small * 0.3, y, words, small, paint=SOFT),
        )


def paint_of(no: int) -> Paint:
    return GROUPS[no % len(GROUPS)]


def mark(at: Spot, r: float, no: int) -> Drawn:
    """The sign of a theme: six colours and five shapes, so that thirty themes have each their own."""
    paint, shape = paint_of(no), no % 5
    if shape == 0:
        return tag("circle", paint=paint, cx=at.x, cy=at.y, r=r)
    corners, turn = ((4, pi / 4), (3, -pi / 2), (4, 0.0), (6, 0.0))[shape - 1]
    far = r * (1.35 if corners < 6 else 1.15)
    points = (
        f"{number(at.x + far * cos(angle))},{number(at.y + far * sin(angle))}"
        for angle in (turn + 2 * pi * corner / corners for corner in range(corners))
    )
    return tag("polygon", paint=paint, points=" ".join(points), stroke="none")

"""A box divided among weights, so that areas are as the weights and pieces are near to squares.

The squarified treemap of Bruls, Huizing and van Wijk (2000).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    x: float
    y: float
    width: float
    height: float


def divide(weights: Sequence[float], box: Piece) -> list[Piece]:
    """One piece for each weight, in the same order. Weights are above 0 and come from large to small."""
    if not weights:
        return []
    scale = box.width * box.height / sum(weights)
    areas = [weight * scale for weight in weights]
    made: list[Piece] = []
    while len(made) < len(areas):
        row = _row(areas[len(made) :], min(box.width, box.height))
        pieces, box = _lay(row, box)
        made += pieces
    return made


def _row(areas: Sequence[float], side: float) -> list[float]:
    """As many areas as make a row along ``side`` in which the worst piece is nearest to a square."""
    row = [areas[0]]
    for area in areas[1:]:
        if _worst([*row, area], side) > _worst(row, side):
            break
        row.append(area)
    return row


def _worst(row: Sequence[float], side: float) -> float:
    depth = sum(row) / side
    return max(max(depth / (area / depth), (area / depth) / depth) for area in row)


def _lay(row: Sequence[float], box: Piece) -> tuple[list[Piece], Piece]:
    """The row along the shorter side of the box, and what is left of the box."""
    x, y, width, height = box
    pieces: list[Piece] = []
    if width >= height:
        depth = sum(row) / height
        for area in row:
            pieces.append(Piece(x, y, depth, area / depth))
            y += area / depth
        return pieces, Piece(x + depth, box.y, width - depth, height)
    depth = sum(row) / width
    for area in row:
        pieces.append(Piece(x, y, area / depth, depth))
        x += area / depth
    return pieces, Piece(box.x, y + depth, width, height - depth)

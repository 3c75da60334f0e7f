"""Places in a list that people order by hand: between two ranks a place is always found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

# Ranks halve with each move into the same gap; before floats run out of room everything is spaced anew.
NARROW = 1e-6


def moved(thing: str, others: Sequence[tuple[str, float]], place: int) -> Iterator[tuple[str, float]]:
    """The ranks that put ``thing`` at ``place`` (0 is first) among ``others``: (id, rank), in order."""
    before = others[place - 1][1] if place else None
    behind = others[place][1] if place < len(others) else None
    if before is not None and behind is not None and behind - before < NARROW:
        order = [other for other, _ in others]
        order.insert(place, thing)
        yield from ((each, float(rank)) for rank, each in enumerate(order, 1))
    elif before is None:
        yield thing, behind - 1 if behind is not None else 1.0
    else:
        yield thing, (before + behind) / 2 if behind is not None else before + 1

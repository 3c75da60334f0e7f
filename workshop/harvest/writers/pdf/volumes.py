"""How much people wrote, and into how many papers it goes: the memory of setting one goes by its letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workshop.harvest.model import Harvest, NoteLine

WHOLE = "report.pdf"
# Letters in one paper, at some 280 bytes of memory each; of them what is said of each note below it.
MOST_LETTERS, BELOW = 500_000, 60


class Volume(NamedTuple):
    """A paper with a part of what people wrote: the numbers of its first and its last note."""

    name: str
    first: int
    last: int


def volumes(h: Harvest) -> tuple[Volume, ...]:
    """None where everything goes into the report itself."""
    starts = list(_starts(h))
    if len(starts) < 2:
        return ()
    ends = [*(start - 1 for start in starts[1:]), sum(len(round_.notes) for round_ in h.rounds)]
    parts = enumerate(zip(starts, ends, strict=True), 1)
    return tuple(Volume(f"report-words-{no}.pdf", first, last) for no, (first, last) in parts)


def _starts(h: Harvest) -> Iterator[int]:
    room = 0
    notes: Iterator[NoteLine] = (note for round_ in h.rounds for note in round_.notes)
    for no, note in enumerate(notes, 1):
        letters = len(note.text) + BELOW
        if no == 1 or letters > room:
            yield no
            room = MOST_LETTERS
        room -= letters


def papers(h: Harvest) -> Sequence[str]:
    """The files that the report comes in, as PDF."""
    return (WHOLE, *(volume.name for volume in volumes(h)))

"""A map of notes: like notes lie near one another. Its axes mean nothing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workshop.sensemaking.groups import NoteText
from workshop.sensemaking.likeness import likeness
from workshop.sensemaking.vectors import Vectors
from workshop.sensemaking.words import plain

WIDE = 1_000


def positions(notes: Sequence[NoteText], vectors: Vectors | None) -> list[tuple[int, int]]:
    """Across and down, 0 to 1,000, for each note in the order given. The order does not change them."""
    order = sorted(range(len(notes)), key=lambda i: (plain(notes[i].text), notes[i].text, notes[i].id))
    texts = [notes[i].text for i in order]
    rows = likeness(texts, vectors).rows
    rows = rows - rows.mean(axis=0) if len(rows) else rows
    found = [(WIDE // 2, WIDE // 2)] * len(notes)
    if len(rows) > 1:
        places = rows @ np.linalg.svd(rows, full_matrices=False)[2][:2].T
        low, high = places.min(axis=0), places.max(axis=0)
        places = (places - low) / np.maximum(high - low, 1e-9) * WIDE
        for i, (across, down) in zip(order, places.round().astype(int).tolist(), strict=True):
            found[i] = (across, down)
    return found

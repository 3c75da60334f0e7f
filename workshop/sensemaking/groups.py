"""Groups of notes, with what a person needs to judge them: key phrases, a real note, what they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workshop.sensemaking.grouping import grouped
from workshop.sensemaking.labels import Labels
from workshop.sensemaking.likeness import Likeness, likeness, spread
from workshop.sensemaking.vectors import Vectors
from workshop.sensemaking.words import plain

MOST_COMPARED = 60  # notes of a group that each of its notes is compared with


@dataclass(frozen=True, slots=True)
class NoteText:
    id: str
    text: str
    kind: str = ""
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Notes that may belong together. ``keywords``: 1 to 3 key phrases; ``example``: the note most like the
    others; ``likeness``: 0 to 100 for each note, in the order of ``notes``: how like the rest it is;
    ``shared``: words that several of them use."""

    notes: tuple[str, ...]
    keywords: tuple[str, ...]
    example: str
    likeness: tuple[int, ...]
    shared: tuple[str, ...]


def groups_of(notes: Sequence[NoteText], level: int, vectors: Vectors | None) -> tuple[Group, ...]:
    """Largest first. ``notes`` in a settled order. Notes that say the same word for word stand for one,
    and stay together; one that says nothing is in no group."""
    same: dict[str, list[NoteText]] = {}
    for note in notes:
        if not plain(note.text):
            continue
        same.setdefault(plain(note.text), []).append(note)
    heads = list(same.values())
    texts = [held[0].text for held in heads]
    alike, labels = likeness(texts, vectors), Labels(texts)
    parts: dict[int, list[int]] = {}
    for head, number in enumerate(grouped(alike, level)):
        if number >= 0 or len(heads[head]) > 1:
            parts.setdefault(number if number >= 0 else -1 - head, []).append(head)
    found = [_group(part, heads, alike, labels) for part in parts.values()]
    return tuple(sorted(found, key=lambda group: (-len(group.notes), group.notes)))


def _group(
    part: Sequence[int], heads: Sequence[Sequence[NoteText]], alike: Likeness, labels: Labels
) -> Group:
    among = np.array(part)[spread(len(part), MOST_COMPARED)]
    scores = {head: _to_rest(head, among, alike) for head in part}
    # The best example is like the rest, and no longer than it must be.
    best = max(part, key=lambda head: (scores[head], -len(heads[head][0].text), -head))
    percents = {note.id: alike.percent(scores[head]) for head in part for note in heads[head]}
    notes = tuple(sorted(percents, key=lambda note: (-percents[note], note)))
    return Group(
        notes,
        labels.keywords(part),
        heads[best][0].id,
        tuple(percents[note] for note in notes),
        labels.shared(part),
    )


def _to_rest(head: int, among: np.ndarray[tuple[int], np.dtype[np.intp]], alike: Likeness) -> float:
    """How like one is to the others, in the mean; 1 where there is only one."""
    others = among[among != head]
    return round(float(alike.of(head, others).mean()), 4) if len(others) else 1.0

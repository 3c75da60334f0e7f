"""The one question the café asks: which notes belong together, and where may a new note belong?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from workshop.sensemaking.groups import Group, NoteText, groups_of
from workshop.sensemaking.languages import several_languages
from workshop.sensemaking.nearness import belonging
from workshop.sensemaking.vectors import Floats, Vectors
from workshop.sensemaking.words import plain, shared_words, telling

__all__ = ["Group", "KnownTheme", "Near", "NoteText", "Suggestions", "suggest", "theme_text"]

FEW = 8  # notes below which there is little to compare
MOST_NEAR, LEAST_SCORE = 3, 15


@dataclass(frozen=True, slots=True)
class KnownTheme:
    """A theme that people made. ``notes``: ids of its notes, whose texts are among those given."""

    id: str
    name: str
    statement: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A theme that a note may belong to. ``score``: 0 to 100, shared out among all themes and none of them;
    ``words``: of the note, what the theme says too."""

    theme: str
    score: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """``method``: whether the language model took part, or words alone. ``near``: by note, at most three
    themes, best first, where there is something to say. ``remark``: what people should know before they
    trust it: notes in several languages, or too few of them."""

    method: Literal["model", "words"]
    groups: tuple[Group, ...]
    near: dict[str, tuple[Near, ...]]
    remark: Literal["", "languages", "few"]


def theme_text(theme: KnownTheme) -> str:
    """What a theme says of itself."""
    return f"{theme.name}. {theme.statement}" if theme.statement else theme.name


def suggest(
    notes: Sequence[NoteText],
    themes: Sequence[KnownTheme],
    *,
    level: int = 3,
    vectors: Vectors | None,
) -> Suggestions:
    """Groups of the notes that are in no theme, and the themes near them. The order of ``notes`` does not
    matter. ``level``: 1 for few large groups to 5 for many small ones. ``vectors``: by the digest of a text,
    of the notes and of what themes say of themselves; None where there is no model."""
    notes = sorted(notes, key=lambda note: (plain(note.text), note.text, note.id))
    placed = {note for theme in themes for note in theme.notes}
    free = [note for note in notes if note.id not in placed]
    return Suggestions(
        "words" if vectors is None else "model",
        groups_of(free, level, vectors),
        _near(notes, free, themes, vectors),
        "few"
        if 0 < len(free) < FEW
        else "languages"
        if several_languages([note.text for note in free])
        else "",
    )


def _near(
    notes: Sequence[NoteText], free: Sequence[NoteText], themes: Sequence[KnownTheme], vectors: Vectors | None
) -> dict[str, tuple[Near, ...]]:
    if not themes or not free:
        return {}
    place = {note.id: i for i, note in enumerate(notes)}
    held = [[place[note] for note in theme.notes if note in place] for theme in themes]
    said = [theme_text(theme) for theme in themes]
    shares = belonging([note.text for note in notes], said, held, vectors)
    theirs = [
        set(telling(" ".join([words, *(notes[i].text for i in members)])))
        for words, members in zip(said, held, strict=True)
    ]
    nearest = {note.id: _nearest(note, shares[place[note.id]], themes, theirs) for note in free}
    return {note: found for note, found in nearest.items() if found}


def _nearest(
    note: NoteText, shares: Floats, themes: Sequence[KnownTheme], theirs: Sequence[set[str]]
) -> tuple[Near, ...]:
    scores = np.round(100 * shares[:-1]).astype(int)
    order = np.argsort(-scores, kind="stable")[:MOST_NEAR].tolist()
    return tuple(
        Near(themes[i].id, int(scores[i]), shared_words(note.text, theirs[i]))
        for i in order
        if scores[i] >= LEAST_SCORE
    )

"""What each kind of job does: it reads a board from the ledger, and gives what the server can hand in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from workshop.activities.boards.board import board, items, parts, standing, standing_notes
from workshop.core.state import Workshop
from workshop.jobs.work import Handler, Work
from workshop.sensemaking.layout import positions
from workshop.sensemaking.suggest import KnownTheme, NoteText, suggest, theme_text
from workshop.sensemaking.vectors import Embedder, Vectors, digest, packed, unpacked

# So many texts are embedded and kept at a time, between two looks whether to go on; some 150 ms.
SOME = 32
# How far a job is, in percent, when everything is embedded.
EMBEDDED = 80


def suggestions(work: Work, payload: dict[str, Any]) -> dict[str, Any]:
    """The fields of a ``FoundSuggestions``. ``payload``: the id of a ``board``."""
    state, place = work.hall.state, payload["board"]
    here, notes, themes = board(state, place), _notes(state, place), _themes(state, place)
    vectors = _vectors(work, notes, themes)
    work.reached(EMBEDDED)
    found = suggest(notes, themes, level=here.level, vectors=vectors)
    work.reached(99)
    step, question = parts(place)
    about = {"step": step, "question": question, "version": here.version, "level": here.level}
    given: dict[str, Any] = msgspec.to_builtins(found)
    return about | given


def places(work: Work, payload: dict[str, Any]) -> dict[str, Any]:
    """Where each note of a ``board`` lies on the map, across and down, 0 to 1,000."""
    state, place = work.hall.state, payload["board"]
    notes = _notes(state, place)
    vectors = _vectors(work, notes, [])
    work.reached(EMBEDDED)
    found = positions(notes, vectors)
    by_note = {note.id: list(at) for note, at in zip(notes, found, strict=True)}
    return {"board": place, "version": board(state, place).version, "places": by_note}


KINDS: Mapping[str, Handler] = {"suggest": suggestions, "map": places}


def _notes(state: Workshop, place: str) -> list[NoteText]:
    return [
        NoteText(id=each.id, text=each.text, kind=each.kind, prompt=_prompt(state, each.step, place))
        for each in items(state, place)
    ]


def _prompt(state: Workshop, step: str, place: str) -> str:
    """What was asked when this was written."""
    settings, (_, question) = state.steps[step].settings, parts(place)
    if question is None:
        return str(getattr(settings, "prompt", ""))
    return str(getattr(settings, "questions", [""])[question])


def _themes(state: Workshop, place: str) -> list[KnownTheme]:
    return [
        KnownTheme(
            id=theme.id, name=theme.name, statement=theme.statement, notes=standing_notes(state, theme)
        )
        for theme in standing(state, place)
    ]


def _vectors(work: Work, notes: list[NoteText], themes: list[KnownTheme]) -> Vectors | None:
    """The rows of all texts, from the store where it has them. None without a model."""
    embedder = work.tools.embedder
    if embedder is None:
        return None
    words = {note.id: note.text for note in notes} | {theme.id: theme_text(theme) for theme in themes}
    stored = work.tools.embeddings.of(work.job.workshop_id, embedder.name)
    known = {
        one: (mark, vector)
        for one, (mark, vector) in stored.items()
        if one in words and mark == digest(words[one])
    }
    lacking = [one for one in words if one not in known]
    for at in range(0, len(lacking), SOME):
        work.reached(EMBEDDED * at // len(lacking))
        known |= _made(work, embedder, {one: words[one] for one in lacking[at : at + SOME]})
    return {mark: unpacked(vector) for mark, vector in known.values()}


def _made(work: Work, embedder: Embedder, words: Mapping[str, str]) -> dict[str, tuple[str, bytes]]:
    rows = embedder.vectors(words.values())
    made = {one: (digest(text), packed(rows[digest(text)])) for one, text in words.items()}
    if not work.tools.embeddings.keep(work.job, embedder.name, made):
        work.lost = True
    return made

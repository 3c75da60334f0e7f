"""``workshop themes``: proposes themes for notes in a file, sorts notes into themes, measures the method."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workshop.sensemaking.files import BadFile, Line, Sorted, read_labelled, read_notes, read_themes
from workshop.sensemaking.measuring import report
from workshop.sensemaking.nearness import belonging
from workshop.sensemaking.suggest import NoteText, Suggestions, suggest
from workshop.sensemaking.vectors import Embedder, NoModel, Vectors

SOME = 500  # notes between two words on how far it is
MOST_NEAR = 3
REMARKS = {
    "few": "There are few notes: their groups may be chance.",
    "languages": "Notes are in several languages. Groups go by language as much as by subject.",
}


def themes(given: Namespace) -> int:
    """0: done; 2: not understood, or a file cannot be used."""
    if bool(given.notes) == bool(given.score):
        print(
            "Name a file of notes, or --score and a labelled file. See: workshop themes --help",
            file=sys.stderr,
        )
        return 2
    try:
        _hand_over(_answer(given), given.out)
    except BadFile as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def _answer(given: Namespace) -> str:
    if given.score:
        labelled = read_labelled(given.score)
        return report(labelled, _vectors([one.text for one in labelled]), given.level)
    notes = read_notes(given.notes)
    found = _sorted(notes, read_themes(given.into)) if given.into else _proposed(notes, given.level)
    return json.dumps(found, ensure_ascii=False, indent=1)


def _proposed(notes: Sequence[Line], level: int) -> dict[str, Any]:
    vectors = _vectors([note.text for note in notes])
    found = suggest(
        [NoteText(str(i), note.text) for i, note in enumerate(notes)], [], level=level, vectors=vectors
    )
    _say(REMARKS.get(found.remark, ""))
    grouped = {int(note) for group in found.groups for note in group.notes}
    return {
        "method": found.method,
        "themes": _themes(found, notes),
        "ungrouped": [note.id for i, note in enumerate(notes) if i not in grouped],
    }


def _themes(found: Suggestions, notes: Sequence[Line]) -> list[dict[str, Any]]:
    return [
        {
            "name": ", ".join(group.keywords) or notes[int(group.example)].text[:60],
            "keywords": list(group.keywords),
            "example": notes[int(group.example)].text,
            "notes": [notes[i].id for i in sorted(int(note) for note in group.notes)],
        }
        for group in found.groups
    ]


def _sorted(notes: Sequence[Line], themes: Sequence[Sorted]) -> dict[str, Any]:
    """For each note its three best themes. A score is the theme's part of 1, which it shares with the other
    themes and with none of them."""
    texts = [note.text for note in notes]
    known = {note.id: note.text for note in notes}
    held: list[list[int]] = []
    for theme in themes:
        examples = theme.texts(known)
        held.append(list(range(len(texts), len(texts) + len(examples))))
        texts += examples
    said = [theme.said for theme in themes]
    vectors = _vectors([*texts, *said])
    shares = belonging(texts, said, held, vectors)[: len(notes), :-1]
    order = (-shares.round(4)).argsort(axis=1, kind="stable")[:, :MOST_NEAR]
    return {
        "method": "words" if vectors is None else "model",
        "notes": [
            {
                "note": note.id,
                "themes": [
                    {"theme": themes[k].name, "score": round(float(shares[i, k]), 4)} for k in order[i]
                ],
            }
            for i, note in enumerate(notes)
        ],
    }


def _vectors(texts: Sequence[str]) -> Vectors | None:
    try:
        embedder = Embedder.load()
    except NoModel as problem:
        _say(f"{problem} Going by words alone.")
        return None
    once = list(dict.fromkeys(texts))
    found: dict[str, Any] = {}
    for at in range(0, len(once), SOME):
        if at:
            _say(f"{at} of {len(once)} texts read")
        found |= embedder.vectors(once[at : at + SOME])
    return found


def _hand_over(answer: str, out: Path | None) -> None:
    """Raises BadFile where the file cannot be written."""
    if out is None:
        print(answer)
        return
    try:
        out.write_text(answer + "\n", "utf-8")
    except OSError as problem:
        raise BadFile(f"{out} cannot be written: {problem.strerror}.") from problem


def _say(words: str) -> None:
    if words:
        print(words, file=sys.stderr, flush=True)

"""``workshop themes --score``: how groups agree with the themes that people gave, set by set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from workshop.sensemaking.files import Labelled
from workshop.sensemaking.score import scores
from workshop.sensemaking.suggest import NoteText, suggest
from workshop.sensemaking.vectors import Vectors

NONE = "(none)"  # as labelled: in no theme
MEASURES = {"ami": "AMI", "ari": "ARI", "pair_f1": "pair F1", "v": "V"}
SHUFFLES = 5
Scores = dict[str, float]


def measured(labelled: Sequence[Labelled], vectors: Vectors | None, level: int) -> dict[str, Scores]:
    """Three readings of one set: ``themed``: of the notes that people gave a theme, though all were grouped
    together; ``all``: with each note in no theme as one of its own; ``shuffled``: themed notes in groups of
    the same sizes by chance. A note left ungrouped is a group of its own."""
    notes = [NoteText(str(i), one.text) for i, one in enumerate(labelled)]
    groups = suggest(notes, [], level=level, vectors=vectors).groups
    by_note = {note: number for number, group in enumerate(groups) for note in group.notes}
    found = [by_note.get(note.id, -1 - i) for i, note in enumerate(notes)]
    themes = [f"{NONE} {i}" if one.theme == NONE else one.theme for i, one in enumerate(labelled)]
    themed = [i for i, one in enumerate(labelled) if one.theme != NONE]
    true, mine = [themes[i] for i in themed], [found[i] for i in themed]
    return {
        "themed": scores(true, mine),
        "all": scores(themes, found),
        "shuffled": mean([scores(true, _shuffled(mine, seed)) for seed in range(SHUFFLES)]),
    }


def _shuffled(groups: Sequence[int], seed: int) -> list[int]:
    return Random(seed).sample(groups, len(groups))  # noqa: S311 - a yardstick, not a secret


def mean(some: Sequence[Mapping[str, float]]) -> Scores:
    return {measure: sum(one[measure] for one in some) / len(some) for measure in MEASURES}


def report(labelled: Sequence[Labelled], vectors: Vectors | None, level: int) -> str:
    sets: dict[str, list[Labelled]] = {}
    for one in labelled:
        sets.setdefault(one.set, []).append(one)
    found = {name: measured(held, vectors, level) for name, held in sets.items()}
    readings = {
        name: ("themed", "all") if _some_unthemed(held) else ("themed",) for name, held in sets.items()
    }
    rows = [
        _row(name if reading == "themed" else f"  {name}, with {NONE}", len(sets[name]), found[name][reading])
        for name in sets
        for reading in readings[name]
    ]
    every = list(found.values())
    rows += [
        _row("mean", len(labelled), mean([one["themed"] for one in every])),
        _row(f"  mean, with {NONE}", len(labelled), mean([one["all"] for one in every])),
        _row("  mean, shuffled", len(labelled), mean([one["shuffled"] for one in every])),
    ]
    head = f"{'set':<32}{'notes':>7}" + "".join(f"{words:>9}" for words in MEASURES.values())
    return "\n".join([f"method: {'words' if vectors is None else 'model'}", head, *rows, NOTE])


def _some_unthemed(held: Sequence[Labelled]) -> bool:
    return any(one.theme == NONE for one in held)


def _row(name: str, notes: int, found: Scores) -> str:
    return f"{name or 'all notes':<32}{notes:>7}" + "".join(f"{found[one]:>9.3f}" for one in MEASURES)


NOTE = f"""
All notes are grouped together; the first line of a set counts those that people gave a theme.
With {NONE}: each note in no theme counts as a theme of its own. Shuffled: groups of the same
sizes by chance. A note left ungrouped is a group of its own."""

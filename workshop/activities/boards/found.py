"""From what a worker found to what is different from before, as little as possible of it.

A suggestion keeps its id while most of its notes stay: what somebody is reading does not jump.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from workshop.activities.suggestions.messages import FoundSuggestions, GuessFound, GuessKept, NearFound
from workshop.core.things import Board, Guess

# As sets: what two groups have in common, over all that is in either.
SAME = 0.5
# At most so many themes are offered for one note.
CHIPS = 3
# Themes are offered for at most so many notes, the nearest first: everyone at the wall is told of each.
OFFERED = 1000

Near = dict[str, tuple[NearFound, ...]]
# Guesses by the notes in them, and by their ids.
ByNote = dict[str, dict[str, Guess]]
Found = TypeVar("Found", bound=GuessFound)


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """Of two sets: 0 for nothing in common, 1 for equal. Source: Jaccard, 1901."""
    a, b = set(one), set(other)
    return len(a & b) / len(a | b) if a | b else 1.0


def wanted(groups: Iterable[GuessFound], board: Board, loose: set[str]) -> Iterator[GuessFound]:
    """What is still worth saying: of notes in no theme, two at least, and not dismissed before."""
    no = _by_note(board.dismissed.values())
    for group in groups:
        left = loose_of(group, loose)
        if len(left.notes) > 1 and not any(score >= SAME for score, _ in _like(left, no)):
            yield left


def _by_note(guesses: Iterable[Guess]) -> ByNote:
    found: ByNote = {}
    for guess in guesses:
        for note in guess.notes:
            found.setdefault(note, {})[guess.id] = guess
    return found


def _like(group: GuessFound, known: ByNote) -> Iterator[tuple[float, str]]:
    """How like a group each guess is that shares a note with it. A desk waits for this: no other is asked."""
    sharing = {of: guess for note in group.notes for of, guess in known.get(note, {}).items()}
    return ((likeness(group.notes, guess.notes), of) for of, guess in sharing.items())


def loose_of(group: Found, loose: set[str]) -> Found:
    """The part of a group that is in no theme."""
    pairs = [(n, near) for n, near in zip(group.notes, group.likeness, strict=True) if n in loose]
    notes = tuple(n for n, _ in pairs)
    example = group.example if group.example in loose else next(iter(notes), "")
    likeness = tuple(near for _, near in pairs)
    return msgspec.structs.replace(group, notes=notes, example=example, likeness=likeness)


def matched(groups: Sequence[GuessFound], board: Board) -> list[GuessKept]:
    """Each with the id of the guess it goes on from, or a new one."""
    known, taken = _by_note(board.guesses.values()), set[str]()
    kept = []
    for group in groups:
        of = _goes_on_from(group, known, taken) or _new_id(group, taken | set(board.dismissed))
        taken.add(of)
        kept.append(GuessKept(id=of, **msgspec.structs.asdict(group)))
    return kept


def _goes_on_from(group: GuessFound, known: ByNote, taken: set[str]) -> str | None:
    best = max((like for like in _like(group, known) if like[1] not in taken), default=(0.0, ""))
    return best[1] if best[0] >= SAME else None


def _new_id(group: GuessFound, taken: set[str]) -> str:
    words = " ".join(sorted(group.notes))
    while True:
        found = hashlib.blake2s(words.encode(), digest_size=8).hexdigest()
        if found not in taken:
            return found
        words = found


def is_news(guess: GuessKept, board: Board) -> bool:
    """Other figures for the same notes under the same words are not worth telling everyone."""
    before = board.guesses.get(guess.id)
    return before is None or (before.notes, before.keywords) != (guess.notes, guess.keywords)


def nearness(command: FoundSuggestions, board: Board, loose: set[str], themes: set[str]) -> Near:
    """For each note whose nearest themes, or their order, have changed: which they are now."""
    said = {
        note: _worth_saying(note, found, board, themes)
        for note, found in command.near.items()
        if note in loose
    }
    now = dict(_nearest(said)[:OFFERED])
    gone = {note: () for note in board.near if note not in now}
    before = {note: tuple(n.theme for n in near) for note, near in board.near.items()}
    fresh = {n: found for n, found in now.items() if tuple(f.theme for f in found) != before.get(n, ())}
    return {**gone, **fresh}


def _nearest(near: Near) -> list[tuple[str, tuple[NearFound, ...]]]:
    return sorted(near.items(), key=lambda each: (-max((f.score for f in each[1]), default=0), each[0]))


def _worth_saying(
    note: str, found: Sequence[NearFound], board: Board, themes: set[str]
) -> tuple[NearFound, ...]:
    fitting = (f for f in found if f.theme in themes and (note, f.theme) not in board.refused)
    return tuple(fitting)[:CHIPS]

"""Suggestions that people have overtaken: their notes lie in a theme now, or are gone, or a theme is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import msgspec

from workshop.activities.boards.board import board, is_grouped, item, parts, walls_with
from workshop.activities.boards.found import loose_of
from workshop.activities.closing_questions.messages import QuestionAnswered
from workshop.activities.notes.messages import NoteDeleted
from workshop.activities.suggestions.messages import (
    GuessKept,
    NearFound,
    SuggestionsChanged,
    SuggestionsDismissed,
)
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.state import Workshop
from workshop.core.things import Guess, board_id


@dataclass(frozen=True, slots=True)
class _Turn:
    """What an event was about on one board: notes, and a theme that stands no more.

    ``wordless``: words of these notes may not be repeated any more.
    """

    place: str
    notes: frozenset[str]
    gone: str = ""
    wordless: bool = False


def overtaken(state: Workshop, event: Any, _moment: Moment) -> Iterator[Event]:
    """What was suggested of notes goes as soon as they lie in a theme: nobody is offered what is done."""
    for turn in _turns(state, event):
        less = [guess for guess in map(_kept, _guesses(state, turn)) if not _is_whole(state, turn, guess)]
        near = _nearness(state, turn)
        if less or near:
            yield _changed(state, turn, less, near)


def _turns(state: Workshop, event: Any) -> Iterator[_Turn]:
    if isinstance(event, NoteDeleted):
        for wall in walls_with(state, state.notes[event.note].step):
            yield _Turn(wall, frozenset([event.note]), wordless=True)
    elif isinstance(event, QuestionAnswered):
        yield _Turn(board_id(event.step, event.question), frozenset([event.answer]), wordless=True)
    elif isinstance(event, SuggestionsDismissed):
        place = board_id(event.step, event.question)
        back = (board(state, place).guesses.get(each) for each in event.suggestions)
        yield _Turn(place, frozenset(note for guess in back if guess is not None for note in guess.notes))
    else:
        theme = state.themes[event.theme]
        other = state.themes[getattr(event, "out_of", event.theme)]
        gone = next((each.id for each in (theme, other) if not each.stands), "")
        yield _Turn(theme.board, frozenset((*theme.notes, *getattr(event, "notes", ()))), gone)


def _guesses(state: Workshop, turn: _Turn) -> list[Guess]:
    here = board(state, turn.place).guesses.values()
    return [guess for guess in here if not turn.notes.isdisjoint(guess.notes)]


def _kept(guess: Guess) -> GuessKept:
    return GuessKept(**asdict(guess))


def _is_loose(state: Workshop, place: str, note: str) -> bool:
    return not is_grouped(state, place, note) and item(state, place, note) is not None


def _is_whole(state: Workshop, turn: _Turn, guess: GuessKept) -> bool:
    return all(_is_loose(state, turn.place, note) for note in guess.notes)


def _nearness(state: Workshop, turn: _Turn) -> dict[str, tuple[NearFound, ...]]:
    """Of notes that are near to fewer themes now: to which."""
    near = board(state, turn.place).near
    gone = {note: () for note in turn.notes if note in near and not _is_loose(state, turn.place, note)}
    less = {
        note: tuple(
            NearFound(theme=each.theme, score=each.score, words=each.words)
            for each in themes
            if each.theme != turn.gone
        )
        for note, themes in (near.items() if turn.gone else ())
        if any(each.theme == turn.gone for each in themes)
    }
    return {**less, **gone}


def _changed(
    state: Workshop, turn: _Turn, guesses: list[GuessKept], near: dict[str, tuple[NearFound, ...]]
) -> SuggestionsChanged:
    here, (step, question) = board(state, turn.place), parts(turn.place)
    loose = {note for guess in guesses for note in guess.notes if _is_loose(state, turn.place, note)}
    left = [loose_of(guess, loose) for guess in guesses]
    if turn.wordless:
        left = [msgspec.structs.replace(guess, keywords=(), shared=()) for guess in left]
    return SuggestionsChanged(
        step=step,
        question=question,
        version=here.guessed,
        level=here.guessed_level,
        method=here.method or "words",
        remark=here.remark,
        put=tuple(guess for guess in left if len(guess.notes) > 1),
        drop=tuple(guess.id for guess in left if len(guess.notes) < 2),
        near=near,
    )

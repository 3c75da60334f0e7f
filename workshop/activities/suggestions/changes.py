"""What the computer found on a board, what people made of it, and when it has to look again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from workshop.activities.boards.board import walls_with
from workshop.activities.closing_questions.messages import QuestionAnswered
from workshop.activities.notes.messages import NoteAdded, NoteDeleted, NoteEdited, NoteRestored
from workshop.activities.suggestions.messages import (
    GuessKept,
    LevelSet,
    NearFound,
    NearnessRefused,
    SuggestionsChanged,
    SuggestionsDismissed,
)
from workshop.activities.themes.messages import (
    NotesPut,
    NotesTaken,
    ThemeNamed,
    ThemesMerged,
    ThemeStarted,
    ThemeUnmerged,
)
from workshop.core.messages import Event
from workshop.core.state import Workshop
from workshop.core.things import Board, Guess, Nearness, board_id

Change = Callable[[Workshop, Any, int, str | None], None]


def _board(state: Workshop, board: str) -> Board:
    return state.boards.setdefault(board, Board())


def changed(state: Workshop, event: SuggestionsChanged, _at: int, _by: str | None) -> None:
    board = _board(state, board_id(event.step, event.question))
    board.guessed, board.guessed_level = event.version, event.level
    board.method, board.remark = event.method, event.remark
    for gone in event.drop:
        del board.guesses[gone]
    board.guesses.update((each.id, _kept(each)) for each in event.put)
    for note, themes in event.near.items():
        if themes:
            board.near[note] = tuple(map(_near, themes))
        else:
            board.near.pop(note, None)


def _kept(guess: GuessKept) -> Guess:
    return Guess(**msgspec.structs.asdict(guess))


def _near(found: NearFound) -> Nearness:
    return Nearness(theme=found.theme, score=found.score, words=found.words)


def dismissed(state: Workshop, event: SuggestionsDismissed, _at: int, _by: str | None) -> None:
    board = _board(state, board_id(event.step, event.question))
    here, there = (board.guesses, board.dismissed) if event.on else (board.dismissed, board.guesses)
    for each in event.suggestions:
        there[each] = here.pop(each)


def refused(state: Workshop, event: NearnessRefused, _at: int, _by: str | None) -> None:
    board = _board(state, state.themes[event.theme].board)
    near = board.near.pop(event.note, ())
    if event.on:
        no = next(each for each in near if each.theme == event.theme)
        board.refused[event.note, event.theme] = no
        left = tuple(each for each in near if each is not no)
    else:
        again = board.refused.pop((event.note, event.theme))
        left = tuple(sorted((*near, again), key=lambda each: -each.score))
    if left:
        board.near[event.note] = left


def level_set(state: Workshop, event: LevelSet, _at: int, _by: str | None) -> None:
    board = _board(state, board_id(event.step, event.question))
    board.level = event.level
    board.version += 1


def _look_again(state: Workshop, board: str) -> None:
    _board(state, board).version += 1


def note_changed(
    state: Workshop, event: NoteAdded | NoteEdited | NoteDeleted | NoteRestored, _at: int, _by: str | None
) -> None:
    for wall in walls_with(state, state.notes[event.note].step):
        _look_again(state, wall)


def answered(state: Workshop, event: QuestionAnswered, _at: int, _by: str | None) -> None:
    _look_again(state, board_id(event.step, event.question))


def theme_changed(state: Workshop, event: Any, _at: int, _by: str | None) -> None:
    _look_again(state, state.themes[event.theme].board)


CHANGES: dict[type[Event], Change] = {
    SuggestionsChanged: changed,
    SuggestionsDismissed: dismissed,
    NearnessRefused: refused,
    LevelSet: level_set,
    **dict.fromkeys((NoteAdded, NoteEdited, NoteDeleted, NoteRestored), note_changed),
    QuestionAnswered: answered,
    **dict.fromkeys(
        (ThemeStarted, NotesPut, NotesTaken, ThemeNamed, ThemesMerged, ThemeUnmerged), theme_changed
    ),
}

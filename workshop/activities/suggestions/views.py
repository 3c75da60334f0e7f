"""Suggestions on a board: of notes in no theme alone, and always as what they are, a guess."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from workshop.activities.boards.board import board
from workshop.activities.suggestions.messages import (
    LevelSet,
    NearFound,
    NearnessRefused,
    SuggestionsChanged,
    SuggestionsDismissed,
)
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.things import board_id
from workshop.core.views import Touch, View, key, one


class SuggestingDoc(Doc, frozen=True, kw_only=True):
    """How the computer looked: ``method`` is empty until it has, ``words`` without its language model.

    ``version``: grows whenever it has looked again. ``level``: 1 for fewer groups to 5 for more, as people
    set it; ``shown_level``: as it is on the board. ``dismissed``: suggestions that can be brought back.
    """

    version: int
    method: str
    remark: str
    level: int
    shown_level: int
    dismissed: tuple[str, ...]


class GuessDoc(Doc, frozen=True, kw_only=True):
    """Notes that may belong together. ``likeness``: how like the others each is, 0 to 100.

    ``keywords``: what they may be about; ``example``: the note that speaks for them; ``shared``: words that
    several of them have.
    """

    id: str
    notes: tuple[str, ...]
    keywords: tuple[str, ...]
    example: str
    likeness: tuple[int, ...]
    shared: tuple[str, ...]


class NearDoc(Doc, frozen=True, kw_only=True):
    """Themes that a note may belong to, the nearest first."""

    note: str
    themes: tuple[NearFound, ...]


def _guess_keys(state: Workshop, board_id: str) -> Iterator[str]:
    return iter(board(state, board_id).guesses)


def _guess(state: Workshop, board_id: str, guess_id: str) -> GuessDoc | None:
    guess = board(state, board_id).guesses.get(guess_id)
    if guess is None:
        return None
    return GuessDoc(**asdict(guess))


def _near_keys(state: Workshop, board_id: str) -> Iterator[str]:
    return iter(board(state, board_id).near)


def _near(state: Workshop, board_id: str, note: str) -> NearDoc | None:
    near = board(state, board_id).near.get(note)
    if near is None:
        return None
    found = (NearFound(theme=each.theme, score=each.score, words=each.words) for each in near)
    return NearDoc(note=note, themes=tuple(found))


def _suggesting(state: Workshop, board_id: str, _id: str) -> SuggestingDoc:
    here = board(state, board_id)
    return SuggestingDoc(
        version=here.guessed,
        method=here.method or "",
        remark=here.remark,
        level=here.level,
        shown_level=here.guessed_level,
        dismissed=tuple(here.dismissed),
    )


VIEWS = (
    View("wall", "suggesting", SuggestingDoc, one, _suggesting),
    View("wall", "guess", GuessDoc, _guess_keys, _guess),
    View("wall", "near", NearDoc, _near_keys, _near),
)


def _changed(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, SuggestionsChanged)
    wall = streams.wall(board_id(event.step, event.question))
    yield wall, key("suggesting")
    for guess in (*event.drop, *(each.id for each in event.put)):
        yield wall, key("guess", guess)
    for note in event.near:
        yield wall, key("near", note)


def _dismissed(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, SuggestionsDismissed)
    wall = streams.wall(board_id(event.step, event.question))
    yield wall, key("suggesting")
    yield from ((wall, key("guess", each)) for each in event.suggestions)


def _refused(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, NearnessRefused)
    yield streams.wall(state.themes[event.theme].board), key("near", event.note)


def _level(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, LevelSet)
    yield streams.wall(board_id(event.step, event.question)), key("suggesting")


TOUCHES = {
    SuggestionsChanged: _changed,
    SuggestionsDismissed: _dismissed,
    NearnessRefused: _refused,
    LevelSet: _level,
}

"""What people may do with suggestions, and which boards want new ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workshop.activities.boards.board import board, boards, grouped, is_grouped, items, standing
from workshop.activities.boards.found import is_news, matched, nearness, wanted
from workshop.activities.boards.hands import may_group, on_the_board, room_left, standing_theme
from workshop.activities.boards.overtaken import overtaken
from workshop.activities.closing_questions.messages import QuestionAnswered
from workshop.activities.notes.messages import NoteDeleted
from workshop.activities.suggestions.messages import (
    AcceptSuggestions,
    DismissSuggestions,
    FoundSuggestions,
    LevelSet,
    NearnessRefused,
    PutSuggested,
    RefuseNearness,
    SetLevel,
    SuggestionsChanged,
    SuggestionsDismissed,
)
from workshop.activities.themes.messages import (
    NotesPut,
    NotesTaken,
    Themes,
    ThemesMerged,
    ThemeStarted,
    ThemeUnmerged,
)
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Workshop
from workshop.core.things import Guess, Theme, board_id
from workshop.errors import Conflict, Invalid, NotFound


@dataclass(frozen=True, slots=True)
class Wanting:
    """A board that has changed since it was last looked at. ``live``: people are grouping there now."""

    step: str
    question: int | None
    version: int
    live: bool


def wanting(state: Workshop) -> list[Wanting]:
    """Every board where the computer should look again."""
    if state.status == "closed":
        return []
    return [
        Wanting(step=step, question=question, version=version, live=state.open_wall == step)
        for step, question in boards(state)
        if (version := board(state, board_id(step, question)).version) > _looked_at(state, step, question)
    ]


def _looked_at(state: Workshop, step: str, question: int | None) -> int:
    settings = state.steps[step].settings
    here = board(state, board_id(step, question))
    off = isinstance(settings, Themes) and not settings.suggestions
    return here.version if off else here.guessed


def found(command: FoundSuggestions, state: Workshop, _by: None, _moment: Moment) -> Iterator[Event]:
    """A result may come late: what has been grouped, merged or dismissed meanwhile is left out of it."""
    place = board_id(command.step, command.question)
    if (command.step, command.question) not in boards(state):
        return
    here = board(state, place)
    taken = grouped(state, place)
    loose = {each.id for each in items(state, place)} - taken
    kept = matched(list(wanted(command.groups, here, loose)), here)
    ids = {guess.id for guess in kept}
    changed = SuggestionsChanged(
        step=command.step,
        question=command.question,
        version=max(here.guessed, min(command.version, here.version)),
        level=command.level,
        method=command.method,
        remark=command.remark,
        put=tuple(guess for guess in kept if is_news(guess, here)),
        drop=tuple(each for each in here.guesses if each not in ids),
        near=nearness(command, here, loose, {t.id for t in standing(state, place)}),
    )
    if changed.version > here.guessed or changed.put or changed.drop or changed.near:
        yield changed


def accept(command: AcceptSuggestions, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    place = may_group(state, command.step, command.question, by)
    chosen = [_shown(state, place, each) for each in dict.fromkeys(command.suggestions)]
    if command.notes and len(chosen) > 1:
        raise Invalid("Choose notes of one suggestion at a time.")
    room_left(state, place, len(chosen))
    for no, guess in enumerate(chosen):
        yield ThemeStarted(
            theme=command.id if no == 0 else f"{command.id}-{no}",
            step=command.step,
            question=command.question,
            notes=_some_of(guess, command.notes),
            suggested=True,
            hints=guess.keywords,
        )


def _shown(state: Workshop, place: str, suggestion: str) -> Guess:
    guess = board(state, place).guesses.get(suggestion)
    if guess is None:
        raise Conflict("This suggestion is not there any more: its notes have moved on.", "suggestion-gone")
    return guess


def _some_of(guess: Guess, wanted: list[str]) -> tuple[str, ...]:
    if not set(wanted) <= set(guess.notes):
        raise Conflict("One of these notes has moved on from this suggestion.", "suggestion-gone")
    return tuple(n for n in guess.notes if n in wanted or not wanted)


def dismiss(command: DismissSuggestions, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    place = may_group(state, command.step, command.question, by)
    here = board(state, place)
    there = here.guesses if command.on else here.dismissed
    known = tuple(each for each in dict.fromkeys(command.suggestions) if each in there)
    if known:
        yield SuggestionsDismissed(
            step=command.step, question=command.question, suggestions=known, on=command.on
        )


def put_suggested(command: PutSuggested, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    theme = standing_theme(state, command.theme, by)
    notes = on_the_board(state, theme.board, command.notes)
    coming = tuple(n for n in notes if n not in theme.notes)
    for note in coming:
        if not _is_near(state, theme, note):
            raise Conflict(
                "Someone has just put one of these notes elsewhere. Look again.", "suggestion-gone"
            )
    if coming:
        yield NotesPut(theme=theme.id, notes=coming, suggested=True)


def _is_near(state: Workshop, theme: Theme, note: str) -> bool:
    return theme.id in {near.theme for near in board(state, theme.board).near.get(note, ())}


def refuse(command: RefuseNearness, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    theme = standing_theme(state, command.theme, by)
    (note,) = on_the_board(state, theme.board, [command.note])
    refused = (note, theme.id) in board(state, theme.board).refused
    if not command.on and refused and is_grouped(state, theme.board, note):
        raise Conflict("Someone has just put this note into a theme.", "suggestion-gone")
    if refused if not command.on else _is_near(state, theme, note):
        yield NearnessRefused(theme=theme.id, note=note, on=command.on)


def set_level(command: SetLevel, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    place = may_group(state, command.step, command.question, by)
    settings = state.steps[command.step].settings
    if isinstance(settings, Themes) and not settings.suggestions:
        raise NotFound("This step has no suggestions. Your host can switch them on in the agenda.")
    if board(state, place).level != command.level:
        yield LevelSet(step=command.step, question=command.question, level=command.level)


RULES = {
    AcceptSuggestions: accept,
    DismissSuggestions: dismiss,
    PutSuggested: put_suggested,
    RefuseNearness: refuse,
    SetLevel: set_level,
}
SERVER_RULES = {FoundSuggestions: found}
AFTER = dict.fromkeys(
    (
        *(ThemeStarted, NotesPut, NotesTaken, ThemesMerged, ThemeUnmerged),
        *(NoteDeleted, QuestionAnswered, SuggestionsDismissed),
    ),
    overtaken,
)

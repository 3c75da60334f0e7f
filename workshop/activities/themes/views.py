"""The wall: themes and the notes in them, the same for everyone in the workshop."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.notes.messages import NoteDeleted, NoteRestored
from workshop.activities.steps.messages import StepOpened
from workshop.activities.themes.messages import (
    NotesPut,
    NotesTaken,
    SingleVoiceMarked,
    ThemeNamed,
    ThemesMerged,
    ThemeStarted,
    ThemeUnmerged,
)
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.things import Theme
from workshop.core.views import EVERYTHING, Touch, View, key

LABEL_LENGTH = 60


class ThemeDoc(Doc, frozen=True, kw_only=True):
    """``notes`` are those that still stand; ``tables`` where they were written."""

    id: str
    name: str
    statement: str
    notes: tuple[str, ...]
    tables: tuple[int, ...]
    single_voice: bool
    at: int


def standing_notes(state: Workshop, theme: Theme) -> tuple[str, ...]:
    return tuple(n for n in theme.notes if not state.notes[n].deleted)


def tables_of(state: Workshop, theme: Theme) -> tuple[int, ...]:
    return tuple(sorted({state.notes[n].table for n in standing_notes(state, theme)}))


def label(state: Workshop, theme: Theme) -> str:
    """What to call a theme: its name or, without one, the beginning of its first note."""
    if theme.name:
        return theme.name
    first = next((state.notes[n].text for n in standing_notes(state, theme)), "a theme without a name")
    words = " ".join(first.split())
    return words if len(words) <= LABEL_LENGTH else words[: LABEL_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _keys(state: Workshop, step_id: str) -> Iterator[str]:
    return (t.id for t in state.themes.values() if t.step == step_id and t.stands)


def _doc(state: Workshop, _step_id: str, theme_id: str) -> ThemeDoc | None:
    theme = state.themes[theme_id]
    if not theme.stands:
        return None
    return ThemeDoc(
        id=theme.id,
        name=theme.name,
        statement=theme.statement,
        notes=standing_notes(state, theme),
        tables=tables_of(state, theme),
        single_voice=theme.single_voice,
        at=theme.at,
    )


VIEWS = (View("wall", "theme", ThemeDoc, _keys, _doc),)


def _one(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, ThemeStarted | NotesPut | NotesTaken | ThemeNamed | SingleVoiceMarked)
    yield streams.wall(state.themes[event.theme].step), key("theme", event.theme)


def _two(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, ThemesMerged | ThemeUnmerged)
    wall = streams.wall(state.themes[event.theme].step)
    yield wall, key("theme", event.theme)
    yield wall, key("theme", event.into if isinstance(event, ThemesMerged) else event.out_of)


def _note(state: Workshop, event: Event) -> Iterator[Touch]:
    """A note that is taken away, or comes back, changes every theme that holds it."""
    assert isinstance(event, NoteDeleted | NoteRestored)
    for theme in state.themes.values():
        if theme.stands and event.note in theme.notes and state.steps[theme.step].opened_at is not None:
            yield streams.wall(theme.step), key("theme", theme.id)


def _opened(state: Workshop, event: Event) -> Iterator[Touch]:
    """While its step was pushed back nobody heard the wall: it is told as a whole when it opens again."""
    assert isinstance(event, StepOpened)
    if state.step_of_kind(event.step, "themes") is not None:
        yield streams.wall(event.step), EVERYTHING


TOUCHES = {
    ThemeStarted: _one,
    NotesPut: _one,
    NotesTaken: _one,
    ThemeNamed: _one,
    SingleVoiceMarked: _one,
    ThemesMerged: _two,
    ThemeUnmerged: _two,
    StepOpened: _opened,
    NoteDeleted: _note,
    NoteRestored: _note,
}

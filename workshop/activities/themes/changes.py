"""How themes come together and apart, who did it, and which wall everyone stands at."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.activities.boards.board import standing_items
from workshop.activities.notes.messages import NoteDeleted
from workshop.activities.steps.messages import StepClosed, StepOpened, StepReopened
from workshop.activities.themes.messages import (
    DifferingMarked,
    NamingOpened,
    NotesPut,
    NotesTaken,
    SingleVoiceMarked,
    ThemeNamed,
    ThemesMerged,
    ThemeStarted,
    ThemeUnmerged,
)
from workshop.core.messages import Event
from workshop.core.state import Workshop
from workshop.core.things import Board, Deed, Theme


def started(state: Workshop, event: ThemeStarted, at: int, by: str | None) -> None:
    theme = state.themes[event.theme] = Theme(
        id=event.theme,
        step=event.step,
        question=event.question,
        at=at,
        by=by or "",
        name=event.name,
        suggested=event.notes if event.suggested else (),
        hints=event.hints,
        split_from=event.split_from,
    )
    _lay(state, theme, event.notes)
    did = "started from a suggestion" if event.suggested else "started"
    _did(state, event.theme, did, at, by, " ".join(event.notes))


def put(state: Workshop, event: NotesPut, at: int, by: str | None) -> None:
    did = "put as suggested" if event.suggested else "put"
    theme = _did(state, event.theme, did, at, by, " ".join(event.notes))
    _lay(state, theme, tuple(dict.fromkeys((*theme.notes, *event.notes))))
    if event.suggested:
        theme.suggested = tuple(dict.fromkeys((*theme.suggested, *event.notes)))


def taken(state: Workshop, event: NotesTaken, at: int, by: str | None) -> None:
    theme = _did(state, event.theme, "took", at, by, " ".join(event.notes))
    _take(state, theme, event.notes)


def named(state: Workshop, event: ThemeNamed, at: int, by: str | None) -> None:
    theme = _did(state, event.theme, "named", at, by, event.name)
    theme.name, theme.statement = event.name, event.statement
    theme.includes, theme.excludes = event.includes, event.excludes


def single_voice_marked(state: Workshop, event: SingleVoiceMarked, at: int, by: str | None) -> None:
    theme = _did(state, event.theme, "single voice" if event.on else "several voices", at, by)
    theme.single_voice = event.on


def differing_marked(state: Workshop, event: DifferingMarked, at: int, by: str | None) -> None:
    did = "marked as differing" if event.on else "marked as agreeing"
    theme = _did(state, event.theme, did, at, by, event.note)
    others = tuple(n for n in theme.differing if n != event.note)
    theme.differing = (*others, event.note) if event.on else others


def merged(state: Workshop, event: ThemesMerged, at: int, by: str | None) -> None:
    """What was marked in a theme stays marked in the one it goes into."""
    theme = _did(state, event.theme, "merged into", at, by, event.into)
    into = _did(state, event.into, "took in", at, by, event.theme)
    theme.merged_into, theme.brought = event.into, event.brought
    _lay(state, theme, theme.notes)
    _lay(state, into, (*into.notes, *event.brought))
    into.suggested = tuple(dict.fromkeys((*into.suggested, *_of(theme.suggested, event.brought))))
    into.differing = tuple(dict.fromkeys((*into.differing, *_of(theme.differing, event.brought))))


def unmerged(state: Workshop, event: ThemeUnmerged, at: int, by: str | None) -> None:
    theme = _did(state, event.theme, "taken out of", at, by, event.out_of)
    host = _did(state, event.out_of, "let go", at, by, event.theme)
    _take(state, host, theme.brought)
    theme.merged_into, theme.brought = None, ()
    _lay(state, theme, event.notes)


def _take(state: Workshop, theme: Theme, notes: Iterable[str]) -> None:
    """A theme left without notes is dissolved."""
    gone = set(notes)
    _lay(state, theme, tuple(n for n in theme.notes if n not in gone))
    theme.suggested = _of(theme.suggested, theme.notes)
    theme.differing = _of(theme.differing, theme.notes)
    if not standing_items(state, theme):
        theme.dissolved = True
        _lay(state, theme, theme.notes)


def _lay(state: Workshop, theme: Theme, notes: tuple[str, ...]) -> None:
    """These are the theme's notes now; the board knows which themes hold a note."""
    held = state.boards.setdefault(theme.board, Board()).held
    for note in theme.notes:
        held.get(note, set()).discard(theme.id)
    theme.notes = notes
    for note in notes if theme.stands else ():
        held.setdefault(note, set()).add(theme.id)


def _of(marked: Iterable[str], notes: Iterable[str]) -> tuple[str, ...]:
    here = set(notes)
    return tuple(n for n in marked if n in here)


def _did(state: Workshop, theme_id: str, did: str, at: int, by: str | None, what: str = "") -> Theme:
    theme = state.themes[theme_id]
    theme.lineage.append(Deed(at=at, by=by or "", did=did, what=what))
    return theme


def note_deleted(state: Workshop, event: NoteDeleted, _at: int, _by: str | None) -> None:
    """Its words may be among the key phrases that were offered for a name."""
    for theme in state.themes.values():
        if event.note in theme.notes:
            theme.hints = ()


def naming_opened(state: Workshop, event: NamingOpened, _at: int, _by: str | None) -> None:
    state.boards.setdefault(event.step, Board()).naming = event.on


def stand_at_the_wall(state: Workshop, _event: Event, _at: int, _by: str | None) -> None:
    """Everyone hears the wall of a themes step while it is on."""
    step = state.current_step()
    wall = step.id if step is not None and step.live and step.activity == "themes" else None
    if wall != state.open_wall:
        state.open_wall = wall
        state.audience += 1


CHANGES = {
    ThemeStarted: started,
    NotesPut: put,
    NotesTaken: taken,
    ThemeNamed: named,
    SingleVoiceMarked: single_voice_marked,
    DifferingMarked: differing_marked,
    ThemesMerged: merged,
    ThemeUnmerged: unmerged,
    NamingOpened: naming_opened,
    NoteDeleted: note_deleted,
    StepOpened: stand_at_the_wall,
    StepClosed: stand_at_the_wall,
    StepReopened: stand_at_the_wall,
}

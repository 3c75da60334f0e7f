"""How themes come together and apart, who did it, and which wall everyone stands at."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.activities.steps.messages import StepClosed, StepOpened, StepReopened
from workshop.activities.themes.messages import (
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
from workshop.core.things import Deed, Theme


def started(state: Workshop, event: ThemeStarted, at: int, by: str | None) -> None:
    state.themes[event.theme] = Theme(
        id=event.theme,
        step=event.step,
        at=at,
        by=by or "",
        name=event.name,
        notes=event.notes,
        split_from=event.split_from,
    )
    _did(state, event.theme, "started", at, by, " ".join(event.notes))


def put(state: Workshop, event: NotesPut, at: int, by: str | None) -> None:
    theme = _did(state, event.theme, "put", at, by, " ".join(event.notes))
    theme.notes = tuple(dict.fromkeys((*theme.notes, *event.notes)))


def taken(state: Workshop, event: NotesTaken, at: int, by: str | None) -> None:
    theme = _did(state, event.theme, "took", at, by, " ".join(event.notes))
    _take(state, theme, event.notes)


def named(state: Workshop, event: ThemeNamed, at: int, by: str | None) -> None:
    theme = _did(state, event.theme, "named", at, by, event.name)
    theme.name, theme.statement = event.name, event.statement


def single_voice_marked(state: Workshop, event: SingleVoiceMarked, at: int, by: str | None) -> None:
    theme = _did(state, event.theme, "single voice" if event.on else "several voices", at, by)
    theme.single_voice = event.on


def merged(state: Workshop, event: ThemesMerged, at: int, by: str | None) -> None:
    theme = _did(state, event.theme, "merged into", at, by, event.into)
    into = _did(state, event.into, "took in", at, by, event.theme)
    theme.merged_into, theme.brought = event.into, event.brought
    into.notes = (*into.notes, *event.brought)


def unmerged(state: Workshop, event: ThemeUnmerged, at: int, by: str | None) -> None:
    theme = _did(state, event.theme, "taken out of", at, by, event.out_of)
    host = _did(state, event.out_of, "let go", at, by, event.theme)
    _take(state, host, theme.brought)
    theme.notes, theme.merged_into, theme.brought = event.notes, None, ()


def _take(state: Workshop, theme: Theme, notes: Iterable[str]) -> None:
    """A theme left without notes is dissolved."""
    theme.notes = tuple(n for n in theme.notes if n not in set(notes))
    theme.dissolved = all(state.notes[n].deleted for n in theme.notes)


def _did(state: Workshop, theme_id: str, did: str, at: int, by: str | None, what: str = "") -> Theme:
    theme = state.themes[theme_id]
    theme.lineage.append(Deed(at=at, by=by or "", did=did, what=what))
    return theme


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
    ThemesMerged: merged,
    ThemeUnmerged: unmerged,
    StepOpened: stand_at_the_wall,
    StepClosed: stand_at_the_wall,
    StepReopened: stand_at_the_wall,
}

"""A table sees its own priorities, the hosts see how many; in the plenary everyone does, theme by theme."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from workshop.activities.notes.messages import NoteEdited
from workshop.activities.people.views import table_touches
from workshop.activities.plenary.messages import SlotsMade
from workshop.activities.priorities.messages import PriorityDropped, PriorityPicked
from workshop.activities.themes.messages import (
    NotesPut,
    NotesTaken,
    ThemeNamed,
    ThemesMerged,
    ThemeStarted,
    ThemeUnmerged,
)
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.things import Priority, Theme
from workshop.core.views import Touch, View, key, one


class PriorityDoc(Doc, frozen=True, kw_only=True):
    note: str
    kind: str
    text: str
    why: str
    at: int


class BroughtGroupDoc(msgspec.Struct, frozen=True, kw_only=True):
    """Ideas that one theme holds, and the tables that bring them. ``name`` is empty where it has none."""

    theme: str
    name: str
    tables: tuple[int, ...]
    notes: tuple[str, ...]


class BroughtDoc(Doc, frozen=True, kw_only=True):
    """What all tables bring, by the themes that hold it; those of most tables first, level ones by name.

    An idea in two themes stands in both; ``alone`` are those in none. The words are with each table's turn.
    """

    groups: tuple[BroughtGroupDoc, ...]
    alone: tuple[str, ...]


def brought_by(state: Workshop, table: int) -> list[Priority]:
    """What a table brings to everyone, in the order it was chosen."""
    chosen = (p for p in state.priorities.values() if p.table == table)
    return sorted((p for p in chosen if not state.notes[p.note].deleted), key=lambda p: (p.at, p.note))


def priority_doc(state: Workshop, priority: Priority) -> PriorityDoc:
    note = state.notes[priority.note]
    return PriorityDoc(note=note.id, kind=note.kind, text=note.text, why=priority.why, at=priority.at)


def _keys(state: Workshop, table: str) -> Iterator[str]:
    return (p.note for p in brought_by(state, int(table)))


def _doc(state: Workshop, table: str, note_id: str) -> PriorityDoc | None:
    priority = state.priorities.get((int(table), note_id))
    if priority is None or state.notes[note_id].deleted:
        return None
    return priority_doc(state, priority)


def _for_everyone(state: Workshop) -> dict[str, int]:
    """What tables bring that have a turn, by note: from then on everybody may see it."""
    heard = dict.fromkeys(no for _, no in state.slots)
    return {priority.note: no for no in sorted(heard) for priority in brought_by(state, no)}


def _brought(state: Workshop, _stream_id: str, _id: str) -> BroughtDoc | None:
    if not state.slots:
        return None
    ideas = _for_everyone(state)
    groups = [_group(theme, ideas) for theme in state.themes.values() if theme.stands]
    groups = sorted(
        (g for g in groups if g.notes), key=lambda g: (-len(g.tables), g.name.casefold(), g.theme)
    )
    grouped = {note for group in groups for note in group.notes}
    return BroughtDoc(groups=tuple(groups), alone=tuple(note for note in ideas if note not in grouped))


def _group(theme: Theme, ideas: dict[str, int]) -> BroughtGroupDoc:
    notes = tuple(note for note in ideas if note in theme.notes)
    tables = tuple(sorted({ideas[note] for note in notes}))
    return BroughtGroupDoc(theme=theme.id, name=theme.name, tables=tables, notes=notes)


VIEWS = (
    View("table", "priority", PriorityDoc, _keys, _doc),
    View("hall", "brought", BroughtDoc, one, _brought),
)


def _changed(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, PriorityPicked | PriorityDropped)
    yield streams.table(event.table), key("priority", event.note)
    yield from table_touches(state, event.table)
    if any(no == event.table for _, no in state.slots):
        yield streams.HALL, "brought"


def _slots(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, SlotsMade)
    yield streams.HALL, "brought"


def _theme(state: Workshop, event: Event) -> Iterator[Touch]:
    """A theme takes in or lets go what a table brings, or is called something else."""
    assert isinstance(event, OfATheme)
    moved = event.notes if isinstance(event, NotesPut | NotesTaken) else state.themes[event.theme].notes
    if state.slots and not _for_everyone(state).keys().isdisjoint(moved):
        yield streams.HALL, "brought"


OfATheme = ThemeStarted | NotesPut | NotesTaken | ThemeNamed | ThemesMerged | ThemeUnmerged


def _note(state: Workshop, event: Event) -> Iterator[Touch]:
    """A note that changes late changes what its table brings."""
    assert isinstance(event, NoteEdited)
    note = state.notes[event.note]
    if (note.table, note.id) in state.priorities:
        yield streams.table(note.table), key("priority", note.id)
        yield from table_touches(state, note.table)


TOUCHES = {
    PriorityPicked: _changed,
    PriorityDropped: _changed,
    NoteEdited: _note,
    SlotsMade: _slots,
    **dict.fromkeys((ThemeStarted, NotesPut, NotesTaken, ThemeNamed, ThemesMerged, ThemeUnmerged), _theme),
}

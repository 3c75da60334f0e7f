"""How notes come to lie on a table, and change."""

from __future__ import annotations

import msgspec

from workshop.activities.notes.messages import (
    NoteAdded,
    NoteDeleted,
    NoteEdited,
    NoteHighlighted,
    NoteMoved,
    NoteRestored,
    NotesLinked,
)
from workshop.core.state import Workshop
from workshop.core.things import Note


def added(state: Workshop, event: NoteAdded, at: int, _by: str | None) -> None:
    fields = msgspec.structs.asdict(event)
    note = Note(id=fields.pop("note"), at=at, **fields)
    state.notes[note.id] = note
    state.laid.setdefault(note.table, []).append(note)
    state.written.setdefault(note.by, []).append(note)
    state.tables[note.table].last_activity = at
    _ranked(state, note)


def _ranked(state: Workshop, note: Note) -> None:
    place = (note.step, note.table)
    state.last_rank[place] = max(note.rank, state.last_rank.get(place, note.rank))


def edited(state: Workshop, event: NoteEdited, at: int, _by: str | None) -> None:
    note = _touched(state, event.note, at)
    note.text, note.kind = event.text, event.kind
    note.edited += 1


def deleted(state: Workshop, event: NoteDeleted, at: int, by: str | None) -> None:
    note = _touched(state, event.note, at)
    note.deleted, note.deleted_by = True, by


def restored(state: Workshop, event: NoteRestored, at: int, _by: str | None) -> None:
    note = _touched(state, event.note, at)
    note.deleted, note.deleted_by = False, None


def moved(state: Workshop, event: NoteMoved, at: int, _by: str | None) -> None:
    note = _touched(state, event.note, at)
    note.rank = event.rank
    _ranked(state, note)


def linked(state: Workshop, event: NotesLinked, at: int, _by: str | None) -> None:
    _touched(state, event.note, at).builds_on = event.builds_on


def highlighted(state: Workshop, event: NoteHighlighted, at: int, _by: str | None) -> None:
    _touched(state, event.note, at).highlighted = event.on


def _touched(state: Workshop, note_id: str, at: int) -> Note:
    note = state.notes[note_id]
    state.tables[note.table].last_activity = at
    return note


CHANGES = {
    NoteAdded: added,
    NoteEdited: edited,
    NoteDeleted: deleted,
    NoteRestored: restored,
    NoteMoved: moved,
    NotesLinked: linked,
    NoteHighlighted: highlighted,
}

"""Who sees which notes.

At a table: the notes of the round that is on, and what was highlighted there before, without its authors.
To each person: their own notes, and those they saw at earlier tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.activities.notes.messages import (
    NoteAdded,
    NoteDeleted,
    NoteEdited,
    NoteHighlighted,
    NoteMoved,
    NoteRestored,
    NotesLinked,
)
from workshop.activities.people.messages import PersonRenamed
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.things import Note
from workshop.core.views import Touch, View, key


class NoteDoc(Doc, frozen=True, kw_only=True):
    """``by`` and ``name`` are None when the author is not to be shown. ``earlier``: from a round before."""

    id: str
    step: str
    table: int
    kind: str
    text: str
    by: str | None
    name: str | None
    entered_by: str | None
    anonymous: bool
    builds_on: tuple[str, ...]
    brought_from: int | None
    highlighted: bool
    edited: int
    rank: float
    at: int
    late: bool
    earlier: bool


def note_doc(state: Workshop, note: Note, *, named: bool) -> NoteDoc:
    named = named and not note.anonymous
    source = state.notes.get(note.brought_from or "")
    return NoteDoc(
        id=note.id,
        step=note.step,
        table=note.table,
        kind=note.kind,
        text=note.text,
        by=note.by if named else None,
        name=state.people[note.by].name if named else None,
        entered_by=state.people[note.entered_by].name if named and note.entered_by else None,
        anonymous=note.anonymous,
        builds_on=note.builds_on,
        brought_from=source.table if source else None,
        highlighted=note.highlighted,
        edited=note.edited,
        rank=note.rank,
        at=note.at,
        late=note.late,
        earlier=note.step != state.round_step,
    )


def _lies_on(state: Workshop, note: Note, table: int) -> bool:
    on_now = note.step == state.round_step or note.highlighted
    return note.table == table and on_now and not note.deleted


def _table_keys(state: Workshop, table: str) -> Iterator[str]:
    return (n.id for n in state.notes_at(int(table)) if _lies_on(state, n, int(table)))


def _table_doc(state: Workshop, table: str, note_id: str) -> NoteDoc | None:
    note = state.notes[note_id]
    if not _lies_on(state, note, int(table)):
        return None
    return note_doc(state, note, named=note.step == state.round_step)


def _own_keys(state: Workshop, person: str) -> Iterator[str]:
    return (n.id for n in state.notes_by(person) if not n.deleted)


def _own_doc(state: Workshop, person: str, note_id: str) -> NoteDoc | None:
    note = state.notes[note_id]
    if note.by != person or note.deleted:
        return None
    return note_doc(state, note, named=True)


def saw(state: Workshop, person: str, note: Note) -> bool:
    """Whether this person sat at the note's table in the note's round, and had not moved on before."""
    place = (note.step, note.table)
    left = state.moved_on.get(place, {}).get(person)
    return person in state.sat.get(place, ()) and (left is None or note.at < left)


def may_see(state: Workshop, table: int | None, person: str, note: Note) -> bool:
    """Whether this person knows of a note: it lies before them, is their own, or they saw it earlier."""
    before_them = note.table == table and (note.step == state.round_step or note.highlighted)
    return before_them or note.by == person or saw(state, person, note)


def _is_past_for(state: Workshop, person: str, note: Note) -> bool:
    over = note.step != state.round_step
    return over and note.by != person and not note.deleted and saw(state, person, note)


def _past_keys(state: Workshop, person: str) -> Iterator[str]:
    tables = {table for _, table in state.places.get(person, ())}
    seen = (note for table in sorted(tables) for note in state.notes_at(table))
    return (n.id for n in seen if _is_past_for(state, person, n))


def _past_doc(state: Workshop, person: str, note_id: str) -> NoteDoc | None:
    note = state.notes[note_id]
    return note_doc(state, note, named=True) if _is_past_for(state, person, note) else None


VIEWS = (
    View("table", "note", NoteDoc, _table_keys, _table_doc),
    View("person", "note", NoteDoc, _own_keys, _own_doc),
    View("person", "past", NoteDoc, _past_keys, _past_doc),
)

NoteEvent = NoteAdded | NoteEdited | NoteDeleted | NoteRestored | NoteMoved | NotesLinked | NoteHighlighted


def touches(state: Workshop, event: Event) -> Iterable[Touch]:
    """Heard at its table, by its author, on the desk (counts only) and, once over, by those who saw it."""
    assert isinstance(event, NoteEvent)
    note = state.notes[event.note]
    doc = key("note", note.id)
    yield from _people_touches(state, note)
    yield streams.DESK, key("table", str(note.table))
    if note.step == state.round_step or note.highlighted or isinstance(event, NoteHighlighted):
        yield streams.table(note.table), doc


def _renamed(state: Workshop, event: Event) -> Iterator[Touch]:
    """Their notes bear the new name. An anonymous note does not move, or it would say whose it is."""
    assert isinstance(event, PersonRenamed)
    for note in state.notes.values():
        if event.person in (note.by, note.entered_by) and not (note.anonymous or note.deleted):
            yield from _people_touches(state, note)
            if note.step == state.round_step:
                yield streams.table(note.table), key("note", note.id)


def _people_touches(state: Workshop, note: Note) -> Iterator[Touch]:
    """Its author, and once its round is over those who saw it, have the note with them."""
    yield streams.person(note.by), key("note", note.id)
    if note.step != state.round_step:
        for person in sorted(state.sat.get((note.step, note.table), ())):
            if person != note.by and saw(state, person, note):
                yield streams.person(person), key("past", note.id)


TOUCHES = {
    **dict.fromkeys(
        (NoteAdded, NoteEdited, NoteDeleted, NoteRestored, NoteMoved, NotesLinked, NoteHighlighted), touches
    ),
    PersonRenamed: _renamed,
}

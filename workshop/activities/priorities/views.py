"""A table sees its own priorities, the hosts see how many; everyone sees them in the plenary."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.notes.messages import NoteEdited
from workshop.activities.people.views import table_touches
from workshop.activities.priorities.messages import PriorityDropped, PriorityPicked
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.things import Priority
from workshop.core.views import Touch, View, key


class PriorityDoc(Doc, frozen=True, kw_only=True):
    note: str
    kind: str
    text: str
    why: str
    at: int


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


VIEWS = (View("table", "priority", PriorityDoc, _keys, _doc),)


def _changed(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, PriorityPicked | PriorityDropped)
    yield streams.table(event.table), key("priority", event.note)
    yield from table_touches(state, event.table)


def _note(state: Workshop, event: Event) -> Iterator[Touch]:
    """A note that changes late changes what its table brings."""
    assert isinstance(event, NoteEdited)
    note = state.notes[event.note]
    if (note.table, note.id) in state.priorities:
        yield streams.table(note.table), key("priority", note.id)
        yield from table_touches(state, note.table)


TOUCHES = {PriorityPicked: _changed, PriorityDropped: _changed, NoteEdited: _note}

"""What a table may bring to everyone: chosen by whoever looks after it, while its step is on."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.hosting.rules import may_lead, only_leads
from workshop.activities.notes.messages import NoteDeleted
from workshop.activities.priorities.messages import (
    DropPriority,
    PickPriority,
    Priorities,
    PriorityDropped,
    PriorityPicked,
)
from workshop.core import text
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Step, Workshop
from workshop.core.things import Note
from workshop.errors import Conflict, NotFound, TooMany

WHY_LENGTH = 300


def pick(command: PickPriority, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    step, settings = _step_on(state)
    note = _led_note(state, by, command.note)
    if note.deleted or not (note.step == state.round_step or note.highlighted):
        raise NotFound("This note does not lie on the table now.", "note-gone")
    why = text.passage(command.why, WHY_LENGTH, "The reason") if command.why.strip() else ""
    before = state.priorities.get((note.table, note.id))
    if before is None:
        _room_left(state, step, settings, note.table)
    if before is None or before.why != why:
        yield PriorityPicked(note=note.id, table=note.table, step=step.id, why=why)


def drop(command: DropPriority, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    _step_on(state)
    note = _led_note(state, by, command.note)
    if (note.table, note.id) in state.priorities:
        yield PriorityDropped(note=note.id, table=note.table)


def _step_on(state: Workshop) -> tuple[Step, Priorities]:
    step = state.current_step()
    if step is None or not step.live or not isinstance(step.settings, Priorities):
        raise Conflict("Tables choose what to bring to everyone only while that step is on.", "not-on")
    return step, step.settings


def _led_note(state: Workshop, by: Person, note_id: str) -> Note:
    """A note of the table that ``by`` looks after. Who sits elsewhere is not told that it exists."""
    note = state.notes.get(note_id)
    seat = state.seats.get(by.id)
    here = note is not None and seat is not None and seat.table == note.table
    if note is None or not (here or may_lead(state, by, state.tables[note.table])):
        raise NotFound("This note does not lie on your table.")
    only_leads(state, by, state.tables[note.table])
    return note


def _room_left(state: Workshop, step: Step, settings: Priorities, table: int) -> None:
    chosen = sum(p.table == table and p.step == step.id for p in state.priorities.values())
    if chosen >= settings.most:
        raise TooMany(f"A table brings at most {settings.most} to everyone. Take one back first.", "enough")


def drop_with_its_note(state: Workshop, event: NoteDeleted, _moment: Moment) -> Iterator[Event]:
    """A note that is taken away is no priority any more: put back, it has to be chosen again."""
    note = state.notes[event.note]
    if (note.table, note.id) in state.priorities:
        yield PriorityDropped(note=note.id, table=note.table)


RULES = {PickPriority: pick, DropPriority: drop}
AFTER = {NoteDeleted: drop_with_its_note}

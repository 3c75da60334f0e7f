"""What people may do with notes: the only place where this is decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workshop.activities.hosting.rules import may_lead
from workshop.activities.notes.messages import (
    AddNote,
    DeleteNote,
    EditNote,
    HighlightNote,
    LinkNotes,
    MoveNote,
    NoteAdded,
    NoteDeleted,
    NoteEdited,
    NoteHighlighted,
    NoteMoved,
    NoteRestored,
    NotesLinked,
    RestoreNote,
)
from workshop.activities.notes.views import may_see
from workshop.activities.story_round.messages import StoryRound
from workshop.core import ranks, text
from workshop.core.access import is_late, not_ended, step_of, table_of
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Step, Workshop
from workshop.core.things import Note
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound, TooMany

MOST_AT_A_TABLE = 500


@dataclass(frozen=True, slots=True)
class Place:
    """Where a note goes: the round with its settings, and the table."""

    step: Step
    settings: StoryRound
    table: int


def add_note(command: AddNote, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    step, settings = step_of(state, command.step, StoryRound)
    late = is_late(state, step, moment)
    author = _author(command, state, by)
    place = _place(state, step, settings, author)
    _room_left(state, place)
    yield NoteAdded(
        note=command.id,
        step=step.id,
        table=place.table,
        kind=_kind(settings, command.kind),
        text=text.passage(command.text, settings.note_length, "This note"),
        by=author.id,
        rank=state.last_rank.get((step.id, place.table), 0.0) + 1,
        entered_by=by.id if by.id != author.id else None,
        anonymous=command.anonymous,
        builds_on=_links(state, by, command.builds_on),
        brought_from=_brought(state, author, command.brings),
        late=late,
    )


def _author(command: AddNote, state: Workshop, by: Person) -> Person:
    if command.on_behalf_of is None or command.on_behalf_of == by.id:
        return by
    person = state.people.get(command.on_behalf_of)
    table = state.leads.get(by.id)
    if person is None or person.gone or table is None or _sat(state, command.step, person) != table:
        raise NotAllowed("You can write only for people at the table you lead.")
    return person


def _place(state: Workshop, step: Step, settings: StoryRound, author: Person) -> Place:
    table = _sat(state, step.id, author)
    if table is None:
        raise NotAllowed(
            "You have no seat at a table in this round, so the note has no place to lie.", "no-seat"
        )
    return Place(step, settings, table)


def _sat(state: Workshop, step_id: str, person: Person) -> int | None:
    """Where somebody sits in this round, or sat last in it."""
    tables = [table for step, table in state.places.get(person.id, ()) if step == step_id]
    now = table_of(state, person.id) if step_id == state.round_step else None
    return now or (tables[-1] if tables else None)


def _kind(settings: StoryRound, kind: str) -> str:
    if kind not in settings.note_kinds:
        raise Invalid(
            f"A note here is one of: {', '.join(settings.note_kinds)}. Choose one of them.", "unknown-kind"
        )
    return kind


def _room_left(state: Workshop, place: Place) -> None:
    # Looked into only where it may be so: a note must not cost more the more there are.
    if len(state.notes_at(place.table)) >= MOST_AT_A_TABLE and len(_lying(state, place)) >= MOST_AT_A_TABLE:
        raise TooMany(
            f"This table holds {MOST_AT_A_TABLE} notes already. Edit or build on one of them.", "table-full"
        )


def _lying(state: Workshop, place: Place) -> list[Note]:
    return [n for n in state.notes_at(place.table) if n.step == place.step.id and not n.deleted]


def _links(state: Workshop, by: Person, wanted: Iterable[str]) -> tuple[str, ...]:
    for note_id in wanted:
        note = state.notes.get(note_id)
        if note is None or note.deleted or not may_see(state, table_of(state, by.id), by.id, note):
            raise NotFound("The note you build on is not there any more.", "link-gone")
    return tuple(dict.fromkeys(wanted))


def _brought(state: Workshop, author: Person, wanted: str | None) -> str | None:
    if wanted is None:
        return None
    note = state.notes.get(wanted)
    if note is None or note.deleted or not may_see(state, None, author.id, note):
        raise NotFound("You can bring only notes that you saw at your own tables.", "link-gone")
    return note.id


def _the_note(state: Workshop, note_id: str, by: Person) -> Note:
    """A note this person may know of, or :class:`NotFound`."""
    note = state.notes.get(note_id)
    if note is None or not (by.hosts or may_see(state, table_of(state, by.id), by.id, note)):
        raise NotFound("This note is not there any more.")
    return note


def _removable(state: Workshop, note_id: str, by: Person, moment: Moment) -> Note:
    """Like what may be changed; and a host may take away any note, or put it back, until the café closes."""
    if by.hosts:
        not_ended(state)
        return _the_note(state, note_id, by)
    return _changeable(state, note_id, by, moment)


def _changeable(state: Workshop, note_id: str, by: Person, moment: Moment) -> Note:
    note = _the_note(state, note_id, by)
    if by.id not in (note.by, note.entered_by) and state.leads.get(by.id) != note.table:
        raise NotAllowed("Only its author, or the facilitator of its table, can change this note.")
    is_late(state, state.steps[note.step], moment)
    return note


def _may_put_back(by: Person, note: Note) -> None:
    """Whoever took a note away puts it back; or a host, but never against its author."""
    own = (note.by, note.entered_by)
    if note.deleted_by in own and by.id not in own:
        raise NotAllowed("Its author took this note away, so only its author can put it back.")
    if note.deleted_by not in (*own, by.id) and not by.hosts:
        raise NotAllowed("You did not take this note away yourself. Ask a host to put it back.")


def _must_lie(note: Note) -> None:
    if note.deleted:
        raise Conflict("This note has been taken away. Put it back first.", "deleted")


def edit_note(command: EditNote, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    note = _changeable(state, command.note, by, moment)
    _must_lie(note)
    _, settings = step_of(state, note.step, StoryRound)
    words = text.passage(command.text, settings.note_length, "This note")
    kind = _kind(settings, command.kind)
    if (words, kind) != (note.text, note.kind):
        yield NoteEdited(note=note.id, text=words, kind=kind)


def delete_note(command: DeleteNote, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    note = _removable(state, command.note, by, moment)
    if not note.deleted:
        yield NoteDeleted(note=note.id)


def restore_note(command: RestoreNote, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    note = _removable(state, command.note, by, moment)
    step, settings = step_of(state, note.step, StoryRound)
    if note.deleted:
        _may_put_back(by, note)
        _room_left(state, Place(step, settings, note.table))
        yield NoteRestored(note=note.id)


def move_note(command: MoveNote, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    """Anyone at the table may order its notes while the round is on."""
    note = _the_note(state, command.note, by)
    step, settings = step_of(state, note.step, StoryRound)
    if not step.live or table_of(state, by.id) != note.table:
        raise NotAllowed("Notes can be moved only at your own table, while its round is on.")
    _must_lie(note)
    lying = sorted(_lying(state, Place(step, settings, note.table)), key=lambda n: (n.rank, n.id))
    others = [(n.id, n.rank) for n in lying if n.id != note.id]
    ids = [other for other, _ in others]
    if command.after is not None and command.after not in ids:
        raise NotFound("The note before this place is not there any more.", "link-gone")
    place = 0 if command.after is None else ids.index(command.after) + 1
    for moved, rank in ranks.moved(note.id, others, place):
        if rank != state.notes[moved].rank:
            yield NoteMoved(note=moved, rank=rank)


def link_notes(command: LinkNotes, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    note = _changeable(state, command.note, by, moment)
    _must_lie(note)
    if note.id in command.builds_on:
        raise Invalid("A note cannot build on itself.")
    links = _links(state, by, command.builds_on)
    if links != note.builds_on:
        yield NotesLinked(note=note.id, builds_on=links)


def highlight_note(command: HighlightNote, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    note = _the_note(state, command.note, by)
    not_ended(state)
    if not may_lead(state, by, state.tables[note.table]):
        raise NotAllowed(f"Only the facilitator of table {note.table} highlights its notes.")
    if note.highlighted != command.on and not note.deleted:
        yield NoteHighlighted(note=note.id, on=command.on)


RULES = {
    AddNote: add_note,
    EditNote: edit_note,
    DeleteNote: delete_note,
    RestoreNote: restore_note,
    MoveNote: move_note,
    LinkNotes: link_notes,
    HighlightNote: highlight_note,
}

"""Sticky notes at a table."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.messages import Command, Event, Id, Text
from workshop.core.plan import Kind

Links = Annotated[list[Id], Meta(max_length=10)]


class AddNote(Command, frozen=True, kw_only=True, tag="note.add"):
    """Lay a note on the table where its author sat in ``step``. The command's id becomes the note's id."""

    step: Id
    kind: Kind
    text: Text
    anonymous: bool = False
    builds_on: Links = []
    brings: Id | None = None
    # A facilitator writes for someone: whose idea it is.
    on_behalf_of: Id | None = None


class EditNote(Command, frozen=True, kw_only=True, tag="note.edit"):
    note: Id
    text: Text
    kind: Kind


class DeleteNote(Command, frozen=True, kw_only=True, tag="note.delete"):
    note: Id


class RestoreNote(Command, frozen=True, kw_only=True, tag="note.restore"):
    """Undo a deletion."""

    note: Id


class MoveNote(Command, frozen=True, kw_only=True, tag="note.move"):
    """Put a note after another of its kind, or first."""

    note: Id
    after: Id | None


class LinkNotes(Command, frozen=True, kw_only=True, tag="note.link"):
    """All the notes that this one builds on."""

    note: Id
    builds_on: Links


class HighlightNote(Command, frozen=True, kw_only=True, tag="note.highlight"):
    note: Id
    on: bool


class NoteAdded(Event, frozen=True, kw_only=True, tag="note.added"):
    note: str
    step: str
    table: int
    kind: str
    text: str
    by: str
    rank: float
    entered_by: str | None = None
    anonymous: bool = False
    builds_on: tuple[str, ...] = ()
    brought_from: str | None = None
    late: bool = False


class NoteEdited(Event, frozen=True, kw_only=True, tag="note.edited"):
    note: str
    text: str
    kind: str


class NoteDeleted(Event, frozen=True, kw_only=True, tag="note.deleted"):
    note: str


class NoteRestored(Event, frozen=True, kw_only=True, tag="note.restored"):
    note: str


class NoteMoved(Event, frozen=True, kw_only=True, tag="note.moved"):
    note: str
    rank: float


class NotesLinked(Event, frozen=True, kw_only=True, tag="note.linked"):
    note: str
    builds_on: tuple[str, ...]


class NoteHighlighted(Event, frozen=True, kw_only=True, tag="note.highlighted"):
    note: str
    on: bool

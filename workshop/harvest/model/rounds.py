"""Who was there, and what they wrote."""

from __future__ import annotations

from workshop.harvest.model.lines import Line, Part, Seconds


class Attendance(Line, frozen=True, kw_only=True):
    """Who took part at all. ``support`` are facilitators and hosts, also part of ``people``.

    Taking part: having done something here, or having sat at a table without leaving for good within a
    minute. ``only_joined`` came in and left no other trace.
    """

    text: str
    people: int
    participants: int
    support: int
    facilitators: int
    hosts: int
    only_joined: int


class TableSeats(Part, frozen=True, kw_only=True):
    """How many sat at one table in one round; who moved counts where they sat last."""

    table: int
    participants: int
    support: int


class KindCount(Part, frozen=True, kw_only=True):
    kind: str
    notes: int
    tables: int


class NoteLine(Line, frozen=True, kw_only=True):
    """A note, word for word. ``builds_on`` and ``brought_from`` are ids of notes.

    ``by``: a group or a first name, in what goes out, where its author agreed to that. Else empty, and always
    in what is kept.
    """

    id: str
    step: str
    round: int
    table: int
    kind: str
    text: str
    highlighted: bool
    late: bool
    edited: int
    builds_on: tuple[str, ...]
    brought_from: str | None
    by: str


class RoundLine(Line, frozen=True, kw_only=True):
    """One round: who sat, what was asked, what was written. ``tables``: how many had anyone at them."""

    step: str
    no: int
    title: str
    prompt: str
    planned_minutes: int
    taken_seconds: Seconds
    people: int
    participants: int
    support: int
    tables: int
    seats: tuple[TableSeats, ...]
    repeat_meetings: int
    least_possible: int
    unmet: tuple[str, ...]
    kinds: tuple[KindCount, ...]
    note_tables: int
    notes: tuple[NoteLine, ...]

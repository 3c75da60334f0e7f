"""Joining, leaving, names, and who wants to sit with whom."""

from __future__ import annotations

from typing import Literal

from workshop.core.messages import Command, Event, Id, Private, TableNo, Text
from workshop.core.people import Role
from workshop.core.plan import Attribution


class Join(Command, frozen=True, kw_only=True, tag="person.join"):
    """Made by the join page, never by a browser's socket. The command's id becomes the person's id."""

    name: Text
    role: Role = "participant"
    group: Text = ""
    quoting: bool = False


class Rename(Command, frozen=True, kw_only=True, tag="person.rename"):
    name: Text


class SetGroup(Command, frozen=True, kw_only=True, tag="person.group"):
    """Which group somebody is from, as a host knows it, or as the person says. Empty: none is said."""

    person: Id
    group: Text


class SetQuoting(Command, frozen=True, kw_only=True, tag="person.quoting"):
    """Whether short sentences that somebody wrote may be quoted: one's own, unless ``on_behalf_of`` is given.

    Until some days after the close. Then the report is as it is.
    """

    on: bool
    on_behalf_of: Id | None = None


class Leave(Command, frozen=True, kw_only=True, tag="person.leave"):
    """Leave the workshop for good."""


class Remove(Command, frozen=True, kw_only=True, tag="person.remove"):
    """A host takes somebody out of the workshop."""

    person: Id


class Return(Command, frozen=True, kw_only=True, tag="person.return"):
    """Made by the server when someone is connected: for the first time, or after being away."""

    person: Id


class Away(Command, frozen=True, kw_only=True, tag="person.away"):
    """Made by the server when someone's connection has been gone past the grace period."""

    person: Id


class ReleaseSeat(Command, frozen=True, kw_only=True, tag="person.release"):
    """Made by the server when a held seat has waited long enough."""

    person: Id


class MovePerson(Command, frozen=True, kw_only=True, tag="person.move"):
    """A host moves someone to another table. Their notes stay where they were written."""

    person: Id
    table: TableNo


class MakeWish(Command, frozen=True, kw_only=True, tag="wish.make"):
    how: Literal["together", "apart"]
    people: list[Id]


class DropWish(Command, frozen=True, kw_only=True, tag="wish.drop"):
    wish: Id


class PersonNamed(Private, frozen=True, kw_only=True, tag="person.named"):
    pass


class PersonJoined(Event, frozen=True, kw_only=True, tag="person.joined"):
    """``quoting``: whether they said at the door that they may be quoted, with this ``attribution``."""

    person: str
    role: Role
    group: str = ""
    quoting: bool = False
    attribution: Attribution = "anonymous"


class PersonRenamed(Event, frozen=True, kw_only=True, tag="person.renamed"):
    """The new name is in the person table; this says only that it changed."""

    person: str


class PersonGrouped(Event, frozen=True, kw_only=True, tag="person.grouped"):
    person: str
    group: str


class QuotingSaid(Event, frozen=True, kw_only=True, tag="person.quoting-said"):
    """Whether this person's words may be quoted from now on, those written before included.

    ``attribution``: what stands with them, as the question was put.
    """

    person: str
    on: bool
    attribution: Attribution = "anonymous"


class PersonLeft(Event, frozen=True, kw_only=True, tag="person.left"):
    """``table``: where the seat was. ``led``: the table that has no facilitator now."""

    person: str
    removed: bool = False
    table: int | None = None
    led: int | None = None


class PersonAway(Event, frozen=True, kw_only=True, tag="person.went-away"):
    person: str
    table: int | None = None


class PersonBack(Event, frozen=True, kw_only=True, tag="person.came-back"):
    person: str
    table: int | None = None


class SeatReleased(Event, frozen=True, kw_only=True, tag="seat.released"):
    person: str
    table: int


class SeatTaken(Event, frozen=True, kw_only=True, tag="seat.taken"):
    """One person sits down at a table: late, back, or moved by a host."""

    person: str
    table: int
    was: int | None = None
    why: Literal["late", "back", "moved"] = "late"


class WishMade(Event, frozen=True, kw_only=True, tag="wish.made"):
    wish: str
    how: Literal["together", "apart"]
    people: tuple[str, ...]


class WishDropped(Event, frozen=True, kw_only=True, tag="wish.dropped"):
    wish: str

"""What hosts say to everyone, what tables ask of hosts, and who looks after a table."""

from __future__ import annotations

from workshop.core.messages import Command, Event, Id, TableNo, Text


class SayToAll(Command, frozen=True, kw_only=True, tag="say.all"):
    text: Text


class TakeDown(Command, frozen=True, kw_only=True, tag="say.take-down"):
    saying: Id


class AskForHelp(Command, frozen=True, kw_only=True, tag="help.ask"):
    text: Text


class AnswerCall(Command, frozen=True, kw_only=True, tag="help.answer"):
    call: Id
    text: Text = ""


class NameSpokesperson(Command, frozen=True, kw_only=True, tag="table.spokesperson"):
    table: TableNo
    person: Id | None


class AppointFacilitator(Command, frozen=True, kw_only=True, tag="table.appoint"):
    """A host gives a table to somebody, who moves there; None: the table goes on without a facilitator."""

    table: TableNo
    person: Id | None


class LinkTable(Command, frozen=True, kw_only=True, tag="table.link"):
    """The address of the video call beside this table; empty takes it away."""

    table: TableNo
    link: Text


class SaidToAll(Event, frozen=True, kw_only=True, tag="say.said"):
    saying: str
    text: str


class TakenDown(Event, frozen=True, kw_only=True, tag="say.taken-down"):
    saying: str


class HelpAsked(Event, frozen=True, kw_only=True, tag="help.asked"):
    call: str
    table: int | None
    text: str


class CallAnswered(Event, frozen=True, kw_only=True, tag="help.answered"):
    call: str
    text: str = ""


class SpokespersonNamed(Event, frozen=True, kw_only=True, tag="table.spokesperson-named"):
    table: int
    person: str | None


class TableLed(Event, frozen=True, kw_only=True, tag="table.led"):
    """``was`` facilitated the table before; ``left`` is the table that ``person`` facilitated before.

    ``sat``: the table where ``person`` had a seat before.
    """

    table: int
    person: str | None
    was: str | None = None
    left: int | None = None
    sat: int | None = None


class TableLinked(Event, frozen=True, kw_only=True, tag="table.linked"):
    table: int
    link: str

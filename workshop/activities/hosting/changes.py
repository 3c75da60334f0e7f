"""How words to all, calls for help and the care of tables change."""

from __future__ import annotations

from workshop.activities.hosting.messages import (
    CallAnswered,
    HelpAsked,
    SaidToAll,
    SpokespersonNamed,
    TableLed,
    TableLinked,
    TakenDown,
)
from workshop.activities.people.changes import sit
from workshop.core.state import Table, Workshop
from workshop.core.things import Call, Saying


def said(state: Workshop, event: SaidToAll, at: int, by: str | None) -> None:
    state.saying = Saying(id=event.saying, text=event.text, by=by or "", at=at)


def taken_down(state: Workshop, _event: TakenDown, _at: int, _by: str | None) -> None:
    state.saying = None


def help_asked(state: Workshop, event: HelpAsked, at: int, by: str | None) -> None:
    state.calls[event.call] = Call(id=event.call, table=event.table, by=by or "", text=event.text, at=at)


def call_answered(state: Workshop, event: CallAnswered, _at: int, by: str | None) -> None:
    call = state.calls[event.call]
    call.answered_by, call.answer = by, event.text


def spokesperson_named(state: Workshop, event: SpokespersonNamed, _at: int, _by: str | None) -> None:
    state.tables[event.table].spokesperson = event.person


def table_led(state: Workshop, event: TableLed, at: int, _by: str | None) -> None:
    table = state.tables.setdefault(event.table, Table(no=event.table))
    if event.was is not None:
        state.leads.pop(event.was, None)
    if event.left is not None:
        state.tables[event.left].facilitator = None
    table.facilitator = event.person
    if event.person is not None:
        state.leads[event.person] = table.no
        sit(state, event.person, table.no, at)
    state.audience += 1


def table_linked(state: Workshop, event: TableLinked, _at: int, _by: str | None) -> None:
    state.tables[event.table].link = event.link


CHANGES = {
    SaidToAll: said,
    TakenDown: taken_down,
    HelpAsked: help_asked,
    CallAnswered: call_answered,
    SpokespersonNamed: spokesperson_named,
    TableLed: table_led,
    TableLinked: table_linked,
}

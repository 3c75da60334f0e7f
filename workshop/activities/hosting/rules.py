"""Who may speak to everyone, call for help, answer, and look after a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshop.activities.hosting.messages import (
    AnswerCall,
    AppointFacilitator,
    AskForHelp,
    CallAnswered,
    HelpAsked,
    LinkTable,
    NameSpokesperson,
    SaidToAll,
    SayToAll,
    SpokespersonNamed,
    TableLed,
    TableLinked,
    TakeDown,
    TakenDown,
)
from workshop.activities.people.messages import PersonJoined
from workshop.activities.people.rules import held_if_away, only_hosts, someone
from workshop.core import text
from workshop.core.access import not_a_screen, not_ended, table_of
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Table, Workshop
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound

SAYING_LENGTH = 200
HELP_LENGTH = 300
LINK_LENGTH = 500
_LINK = re.compile(r"https://[^\s<>\"']{3,}")


def say_to_all(command: SayToAll, _state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    yield SaidToAll(saying=command.id, text=text.line(command.text, SAYING_LENGTH, "The message"))


def take_down(command: TakeDown, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    if state.saying is not None and state.saying.id == command.saying:
        yield TakenDown(saying=command.saying)


def ask_for_help(command: AskForHelp, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    """At any time, and after the café as well: a worry may come late."""
    not_a_screen(by)
    words = text.line(command.text, HELP_LENGTH, "The message") if command.text.strip() else ""
    yield HelpAsked(call=command.id, table=table_of(state, by.id), text=words)


def answer_call(command: AnswerCall, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    call = state.calls.get(command.call)
    if call is None:
        raise NotFound("There is no such call.")
    if call.answered_by is not None:
        raise Conflict(f"{state.people[call.answered_by].name} is on the way already.", "answered")
    words = text.line(command.text, HELP_LENGTH, "The answer") if command.text.strip() else ""
    yield CallAnswered(call=call.id, text=words)


def _table(state: Workshop, no: int) -> Table:
    not_ended(state)
    if no not in state.tables:
        raise NotFound(f"There is no table {no} in this café.")
    return state.tables[no]


def may_lead(state: Workshop, by: Person, table: Table) -> bool:
    """Whether this person looks after the table: its facilitator, a host, or anyone there if it has none."""
    here = table_of(state, by.id) == table.no
    return by.hosts or table.facilitator == by.id or (here and table.facilitator is None)


def only_leads(state: Workshop, by: Person, table: Table) -> None:
    if not may_lead(state, by, table):
        raise NotAllowed(f"Only the facilitator of table {table.no} can do this.")


def name_spokesperson(
    command: NameSpokesperson, state: Workshop, by: Person, _moment: Moment
) -> Iterator[Event]:
    table = _table(state, command.table)
    only_leads(state, by, table)
    if command.person is not None and table_of(state, someone(state, command.person).id) != table.no:
        raise Invalid(f"The speaker must sit at table {table.no}.")
    if command.person != table.spokesperson:
        yield SpokespersonNamed(table=table.no, person=command.person)


def appoint(command: AppointFacilitator, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    table = _table(state, command.table)
    who = command.person
    if who is not None and not someone(state, who).sits:
        raise Invalid("Hosts and screens cannot lead a table.")
    if who != table.facilitator:
        left, sat = (state.leads.get(who), table_of(state, who)) if who is not None else (None, None)
        yield TableLed(table=table.no, person=who, was=table.facilitator, left=left, sat=sat)
        if who is not None:
            yield from held_if_away(moment, who, table.no)


def lead_a_table(state: Workshop, event: Event, moment: Moment) -> Iterator[Event]:
    """A facilitator who joins gets a table that has none: one with people first, or else the next new one."""
    assert isinstance(event, PersonJoined)
    if event.role == "facilitator":
        free = (no for no in range(1, len(state.tables) + 2) if _free(state, no))
        table = min(free, key=lambda no: (not state.at_table(no), no))
        yield TableLed(table=table, person=event.person)
        yield from held_if_away(moment, event.person, table)


def _free(state: Workshop, no: int) -> bool:
    return no not in state.tables or state.tables[no].facilitator is None


def link_table(command: LinkTable, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    table = _table(state, command.table)
    only_leads(state, by, table)
    link = command.link.strip()
    if link and not (_LINK.fullmatch(link) and link.isprintable() and len(link) <= LINK_LENGTH):
        raise Invalid(
            f"The link must start with https://, hold no spaces or quotation marks, "
            f"and have at most {LINK_LENGTH} characters."
        )
    if link != table.link:
        yield TableLinked(table=table.no, link=link)


RULES = {
    SayToAll: say_to_all,
    TakeDown: take_down,
    AskForHelp: ask_for_help,
    AnswerCall: answer_call,
    NameSpokesperson: name_spokesperson,
    AppointFacilitator: appoint,
    LinkTable: link_table,
}
AFTER = {PersonJoined: lead_a_table}

"""Which tables get a turn, who gives the floor, and who may say what meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.people.rules import only_hosts
from workshop.activities.plenary.messages import (
    CallTable,
    ChatRemoved,
    ChatSaid,
    Plenary,
    React,
    Reacted,
    RemoveChat,
    SayInChat,
    SkipTable,
    SlotsMade,
    TableCalled,
    TableSkipped,
)
from workshop.activities.steps.messages import StepClosed, StepOpened, StepReopened
from workshop.core import text
from workshop.core.access import live_step, not_a_screen, not_ended
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Table, Workshop
from workshop.core.things import Slot
from workshop.errors import Conflict, NotAllowed, NotFound

CHAT_LENGTH = 500
SHORTEST_TURN = 20


def make_slots(state: Workshop, event: StepOpened, _moment: Moment) -> Iterator[Event]:
    """A turn for each table where there is anything to hear of; an empty table is passed over.

    A plenary that was pushed back and opens again keeps what was heard before.
    """
    if state.step_of_kind(event.step, "plenary") is None:
        return
    tables = tuple(
        no
        for no in sorted(state.tables)
        if (event.step, no) not in state.slots and _has_something(state, state.tables[no])
    )
    if tables:
        yield SlotsMade(step=event.step, tables=tables)


def _has_something(state: Workshop, table: Table) -> bool:
    notes = any(n.step == state.round_step and not n.deleted for n in state.notes_at(table.no))
    brings = any(no == table.no for no, _ in state.priorities)
    return notes or brings or bool(state.at_table(table.no))


def call_table(command: CallTable, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    step, settings = live_step(state, command.step, Plenary)
    if command.table is not None:
        _slot(state, step.id, command.table)
    speaking = speaking_now(state, step.id)
    if command.table != speaking:
        seconds = _seconds(state, step.id, settings) if command.table is not None else 0
        yield TableCalled(step=step.id, table=command.table, seconds=seconds, was=speaking)


def _seconds(state: Workshop, step_id: str, settings: Plenary) -> int:
    """What the plan gives each table, or an equal share of the minutes."""
    if settings.seconds_each is not None:
        return settings.seconds_each
    turns = sum(step == step_id for step, _ in state.slots)
    return max(SHORTEST_TURN, settings.minutes * 60 // turns)


def _slot(state: Workshop, step_id: str, table: int) -> Slot:
    slot = state.slots.get((step_id, table))
    if slot is None:
        raise NotFound(f"Table {table} has no turn in this plenary.")
    return slot


def speaking_now(state: Workshop, step_id: str) -> int | None:
    """The number of the table that has the floor."""
    turns = ((no, slot) for (step, no), slot in state.slots.items() if step == step_id)
    return next((no for no, slot in turns if slot.phase == "speaking"), None)


def skip_table(command: SkipTable, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    step, _ = live_step(state, command.step, Plenary)
    slot = _slot(state, step.id, command.table)
    if slot.phase == "speaking" and command.on:
        raise Conflict(f"Table {slot.table} is speaking. Give the floor to another table first.", "speaking")
    if slot.phase == "heard":
        raise Conflict(f"Table {slot.table} has spoken already.", "heard")
    if command.on != (slot.phase == "skipped"):
        yield TableSkipped(step=step.id, table=slot.table, on=command.on)


def say(command: SayInChat, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    not_a_screen(by)
    step, _ = live_step(state, command.step, Plenary)
    seat = state.seats.get(by.id)
    yield ChatSaid(
        chat=command.id,
        step=step.id,
        kind=command.kind,
        text=text.passage(command.text, CHAT_LENGTH, "This line"),
        by=by.id,
        table=seat.table if seat else None,
        anonymous=command.anonymous,
    )


def remove_chat(command: RemoveChat, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    """Whoever wrote a line may take it away and put it back; what a host took away only a host puts back."""
    not_ended(state)
    line = state.chat.get(command.chat)
    if line is None:
        raise NotFound("This line is not in the chat.")
    if not by.hosts and line.by != by.id:
        raise NotAllowed("Only its author or a host can take this line away.")
    if not command.on and not by.hosts and line.removed_by not in (None, by.id):
        raise NotAllowed("A host took this line away, so only a host can put it back.")
    if command.on != line.removed:
        yield ChatRemoved(chat=line.id, on=command.on)


def react(command: React, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    not_a_screen(by)
    step, _ = live_step(state, command.step, Plenary)
    slot = _slot(state, step.id, command.table)
    if command.on != (by.id in slot.reactions.get(command.reaction, ())):
        yield Reacted(step=step.id, table=slot.table, person=by.id, reaction=command.reaction, on=command.on)


def end_turn(state: Workshop, event: StepClosed, _moment: Moment) -> Iterator[Event]:
    yield from _nobody_speaks(state, event.step)


def end_turn_of_the_step_pushed_back(
    state: Workshop, event: StepReopened, _moment: Moment
) -> Iterator[Event]:
    yield from _nobody_speaks(state, event.instead_of)


def _nobody_speaks(state: Workshop, step_id: str | None) -> Iterator[Event]:
    speaking = speaking_now(state, step_id) if step_id is not None else None
    if step_id is not None and speaking is not None:
        yield TableCalled(step=step_id, table=None, seconds=0, was=speaking)


RULES = {
    CallTable: call_table,
    SkipTable: skip_table,
    SayInChat: say,
    RemoveChat: remove_chat,
    React: react,
}
AFTER = {StepOpened: make_slots, StepClosed: end_turn, StepReopened: end_turn_of_the_step_pushed_back}

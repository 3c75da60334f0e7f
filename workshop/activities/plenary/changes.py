"""How turns pass from table to table, and what people say and give meanwhile."""

from __future__ import annotations

import msgspec

from workshop.activities.plenary.messages import (
    ChatRemoved,
    ChatSaid,
    Reacted,
    SlotsMade,
    TableCalled,
    TableSkipped,
)
from workshop.core.clock import SECOND
from workshop.core.state import Workshop
from workshop.core.things import Chat, Slot


def slots_made(state: Workshop, event: SlotsMade, _at: int, _by: str | None) -> None:
    for table in event.tables:
        state.slots[event.step, table] = Slot(table=table)


def called(state: Workshop, event: TableCalled, at: int, _by: str | None) -> None:
    if event.was is not None:
        before = state.slots[event.step, event.was]
        before.took += at - (before.started_at or at)
        before.phase, before.deadline = "heard", None
    if event.table is not None:
        slot = state.slots[event.step, event.table]
        slot.phase, slot.started_at, slot.deadline = "speaking", at, at + event.seconds * SECOND


def skipped(state: Workshop, event: TableSkipped, _at: int, _by: str | None) -> None:
    state.slots[event.step, event.table].phase = "skipped" if event.on else "waiting"


def said(state: Workshop, event: ChatSaid, at: int, _by: str | None) -> None:
    fields = msgspec.structs.asdict(event)
    line = Chat(id=fields.pop("chat"), at=at, **fields)
    state.chat[line.id] = line


def removed(state: Workshop, event: ChatRemoved, _at: int, by: str | None) -> None:
    state.chat[event.chat].removed_by = (by or "") if event.on else None


def reacted(state: Workshop, event: Reacted, _at: int, _by: str | None) -> None:
    people = state.slots[event.step, event.table].reactions.setdefault(event.reaction, set())
    if event.on:
        people.add(event.person)
    else:
        people.discard(event.person)


CHANGES = {
    SlotsMade: slots_made,
    TableCalled: called,
    TableSkipped: skipped,
    ChatSaid: said,
    ChatRemoved: removed,
    Reacted: reacted,
}

"""What everyone sees while the tables speak: turns, what each table brings, reactions, the chat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from workshop.activities.people.messages import PersonRenamed
from workshop.activities.plenary.messages import (
    ChatKind,
    ChatRemoved,
    ChatSaid,
    Reacted,
    SlotsMade,
    TableCalled,
    TableSkipped,
)
from workshop.activities.priorities.views import PriorityDoc, brought_by, priority_doc
from workshop.activities.story_round.messages import SeatsMade
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.views import Touch, View, key


class SlotDoc(Doc, frozen=True, kw_only=True):
    """One table's turn. ``speaker`` is the spokesperson's name; ``people`` the names of the others."""

    step: str
    table: int
    phase: Literal["waiting", "speaking", "heard", "skipped"]
    started_at: int | None
    deadline: int | None
    speaker: str | None
    people: tuple[str, ...]
    brings: tuple[PriorityDoc, ...]


class ReactionsDoc(Doc, frozen=True, kw_only=True):
    """How many people gave each reaction to a table."""

    step: str
    table: int
    counts: dict[str, int]


class ReactedDoc(Doc, frozen=True, kw_only=True):
    """My own reactions in one plenary: table number (as text) to reactions."""

    step: str
    tables: dict[str, tuple[str, ...]]


class ChatDoc(Doc, frozen=True, kw_only=True):
    """``name`` is None where the author is not to be shown. ``by`` lets a browser know its own line."""

    id: str
    step: str
    kind: ChatKind
    text: str
    by: str | None
    name: str | None
    table: int | None
    at: int


def _slot_id(doc_id: str) -> tuple[str, int]:
    step, _, table = doc_id.rpartition("/")
    return step, int(table)


def _slot_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return (f"{step}/{table}" for step, table in state.slots)


def _slot(state: Workshop, _stream_id: str, doc_id: str) -> SlotDoc | None:
    step, no = _slot_id(doc_id)
    slot = state.slots.get((step, no))
    if slot is None:
        return None
    speaker = state.tables[no].spokesperson
    others = [state.people[p].name for p in state.at_table(no) if p != speaker]
    return SlotDoc(
        step=step,
        table=no,
        phase=slot.phase,
        started_at=slot.started_at,
        deadline=slot.deadline,
        speaker=state.people[speaker].name if speaker else None,
        people=tuple(sorted(others, key=str.casefold)),
        brings=tuple(priority_doc(state, p) for p in brought_by(state, no)),
    )


def _reactions(state: Workshop, _stream_id: str, doc_id: str) -> ReactionsDoc | None:
    step, no = _slot_id(doc_id)
    slot = state.slots.get((step, no))
    if slot is None:
        return None
    counts = {reaction: len(people) for reaction, people in sorted(slot.reactions.items()) if people}
    return ReactionsDoc(step=step, table=no, counts=counts)


def _reacted_keys(state: Workshop, _person: str) -> Iterable[str]:
    return dict.fromkeys(step for step, _ in state.slots)


def _reacted(state: Workshop, person: str, step_id: str) -> ReactedDoc | None:
    mine: dict[str, tuple[str, ...]] = {}
    for (step, table), slot in state.slots.items():
        given = tuple(sorted(r for r, people in slot.reactions.items() if person in people))
        if step == step_id and given:
            mine[str(table)] = given
    return ReactedDoc(step=step_id, tables=mine) if mine else None


def _chat_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return (line.id for line in state.chat.values() if not line.removed)


def _chat(state: Workshop, _stream_id: str, chat_id: str) -> ChatDoc | None:
    line = state.chat[chat_id]
    if line.removed:
        return None
    return ChatDoc(
        id=line.id,
        step=line.step,
        kind=line.kind,
        text=line.text,
        by=None if line.anonymous else line.by,
        name=None if line.anonymous else state.people[line.by].name,
        table=None if line.anonymous else line.table,
        at=line.at,
    )


def _own_chat_keys(state: Workshop, person: str) -> Iterator[str]:
    return (c.id for c in state.chat.values() if c.by == person and c.anonymous and not c.removed)


def _own_chat(state: Workshop, person: str, chat_id: str) -> ChatDoc | None:
    line = state.chat[chat_id]
    return _chat(state, "", chat_id) if line.by == person and line.anonymous else None


VIEWS = (
    View("hall", "slot", SlotDoc, _slot_keys, _slot),
    View("hall", "reactions", ReactionsDoc, _slot_keys, _reactions),
    View("hall", "chat", ChatDoc, _chat_keys, _chat),
    View("person", "reacted", ReactedDoc, _reacted_keys, _reacted),
    # An anonymous line is known to its author alone, who may take it back.
    View("person", "chat", ChatDoc, _own_chat_keys, _own_chat),
)


def _slots(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, SlotsMade)
    for table in event.tables:
        yield streams.HALL, key("slot", f"{event.step}/{table}")
        yield streams.HALL, key("reactions", f"{event.step}/{table}")


def _called(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, TableCalled)
    for table in (event.was, event.table):
        if table is not None:
            yield streams.HALL, key("slot", f"{event.step}/{table}")


def _skipped(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, TableSkipped)
    yield streams.HALL, key("slot", f"{event.step}/{event.table}")


def _reacts(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, Reacted)
    yield streams.HALL, key("reactions", f"{event.step}/{event.table}")
    yield streams.person(event.person), key("reacted", event.step)


def _said(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, ChatSaid | ChatRemoved)
    line = state.chat[event.chat]
    yield streams.HALL, key("chat", line.id)
    if line.anonymous:
        yield streams.person(line.by), key("chat", line.id)


def _renamed(state: Workshop, event: Event) -> Iterator[Touch]:
    """The lines that bear the name. An anonymous line does not move, or it would say whose it is."""
    assert isinstance(event, PersonRenamed)
    for line in state.chat.values():
        if line.by == event.person and not (line.anonymous or line.removed):
            yield streams.HALL, key("chat", line.id)


def _seated_anew(state: Workshop, _event: Event) -> Iterator[Touch]:
    """Each turn names the people who sit at its table now."""
    for step, table in state.slots:
        yield streams.HALL, key("slot", f"{step}/{table}")


TOUCHES = {
    SlotsMade: _slots,
    TableCalled: _called,
    TableSkipped: _skipped,
    Reacted: _reacts,
    ChatSaid: _said,
    ChatRemoved: _said,
    PersonRenamed: _renamed,
    SeatsMade: _seated_anew,
}

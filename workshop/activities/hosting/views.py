"""Words to everyone; each table's people for that table; all tables and calls for help for the hosts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.activities.hosting.messages import (
    CallAnswered,
    HelpAsked,
    SaidToAll,
    SpokespersonNamed,
    TableLed,
    TableLinked,
    TakenDown,
)
from workshop.activities.people.messages import PersonRenamed
from workshop.activities.people.views import place_touches, table_touches
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.people import Role
from workshop.core.state import Table, Workshop
from workshop.core.views import EVERYTHING, Touch, View, key, one


class SayingDoc(Doc, frozen=True, kw_only=True):
    id: str
    text: str
    at: int


class SeatDoc(Doc, frozen=True, kw_only=True):
    person: str
    name: str
    role: Role
    leads: bool
    held_since: int | None


class TableDoc(Doc, frozen=True, kw_only=True):
    no: int
    round: str | None
    link: str
    spokesperson: str | None
    seats: tuple[SeatDoc, ...]


class DeskTableDoc(Doc, frozen=True, kw_only=True):
    """``notes``: in the round that is on. ``people``: who has a seat, the facilitator included."""

    no: int
    facilitator: str | None
    people: tuple[str, ...]
    notes: int
    highlights: int
    priorities: int
    spokesperson: str | None
    link: str
    last_activity: int | None


class CallDoc(Doc, frozen=True, kw_only=True):
    id: str
    table: int | None
    by: str
    name: str
    text: str
    at: int
    answered_by: str | None
    answer: str


def _saying(state: Workshop, _stream_id: str, _doc_id: str) -> SayingDoc | None:
    said = state.saying
    return None if said is None else SayingDoc(id=said.id, text=said.text, at=said.at)


def _table(state: Workshop, table: str, _doc_id: str) -> TableDoc | None:
    place = state.tables.get(int(table))
    if place is None:
        return None
    seats = [_seat(state, place, who) for who in state.at_table(place.no)]
    return TableDoc(
        no=place.no,
        round=state.round_step,
        link=place.link,
        spokesperson=place.spokesperson,
        seats=tuple(sorted(seats, key=lambda seat: (not seat.leads, seat.name.casefold(), seat.person))),
    )


def _seat(state: Workshop, place: Table, who: str) -> SeatDoc:
    seat = state.seats[who]
    person = state.people[who]
    return SeatDoc(
        person=who,
        name=person.name,
        role=person.role,
        leads=place.facilitator == who,
        held_since=seat.held_since,
    )


def _desk_table_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return (str(no) for no in state.tables)


def _desk_table(state: Workshop, _stream_id: str, table: str) -> DeskTableDoc | None:
    place = state.tables.get(int(table))
    if place is None:
        return None
    lying = [
        n for n in state.notes_at(place.no) if not n.deleted and (n.step == state.round_step or n.highlighted)
    ]
    return DeskTableDoc(
        no=place.no,
        facilitator=place.facilitator,
        people=tuple(sorted(state.at_table(place.no))),
        notes=sum(n.step == state.round_step for n in lying),
        highlights=sum(n.highlighted for n in lying),
        priorities=sum(p.table == place.no for p in state.priorities.values()),
        spokesperson=place.spokesperson,
        link=place.link,
        last_activity=place.last_activity,
    )


def _call_keys(state: Workshop, _stream_id: str) -> Iterable[str]:
    return state.calls


def _call(state: Workshop, _stream_id: str, call_id: str) -> CallDoc | None:
    call = state.calls[call_id]
    return CallDoc(
        id=call.id,
        table=call.table,
        by=call.by,
        name=state.people[call.by].name,
        text=call.text,
        at=call.at,
        answered_by=state.people[call.answered_by].name if call.answered_by else None,
        answer=call.answer,
    )


def _own_call_keys(state: Workshop, person: str) -> Iterator[str]:
    return (call.id for call in state.calls.values() if call.by == person)


def _own_call(state: Workshop, person: str, call_id: str) -> CallDoc | None:
    return _call(state, person, call_id) if state.calls[call_id].by == person else None


VIEWS = (
    View("hall", "saying", SayingDoc, one, _saying),
    View("table", "table", TableDoc, one, _table),
    View("desk", "table", DeskTableDoc, _desk_table_keys, _desk_table),
    View("desk", "call", CallDoc, _call_keys, _call),
    View("person", "call", CallDoc, _own_call_keys, _own_call),
)


def _said(_state: Workshop, _event: Event) -> Iterator[Touch]:
    yield streams.HALL, "saying"


def _called(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, HelpAsked | CallAnswered)
    yield streams.DESK, key("call", event.call)
    yield streams.person(state.calls[event.call].by), key("call", event.call)


def _spoken_for(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, SpokespersonNamed)
    yield from table_touches(state, event.table)


def _linked(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, TableLinked)
    yield from place_touches(event.table)


def _led(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, TableLed)
    if event.was is not None:
        yield streams.person(event.was), "me"
    if event.person is not None:
        # Sitting down changes which earlier notes this person has seen.
        yield streams.person(event.person), EVERYTHING
        yield streams.DESK, key("person", event.person)
    for table in dict.fromkeys((event.table, event.left, event.sat)):
        if table is not None:
            yield from table_touches(state, table)


def _renamed(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, PersonRenamed)
    for call in state.calls.values():
        if event.person in (call.by, call.answered_by):
            yield streams.DESK, key("call", call.id)
            yield streams.person(call.by), key("call", call.id)


TOUCHES = {
    SaidToAll: _said,
    TakenDown: _said,
    HelpAsked: _called,
    CallAnswered: _called,
    SpokespersonNamed: _spoken_for,
    TableLed: _led,
    TableLinked: _linked,
    PersonRenamed: _renamed,
}

"""How the people and their seats change."""

from __future__ import annotations

from workshop.activities.people.messages import (
    PersonAway,
    PersonBack,
    PersonGrouped,
    PersonJoined,
    PersonLeft,
    PersonNamed,
    PersonRenamed,
    QuotingSaid,
    SeatReleased,
    SeatTaken,
    WishDropped,
    WishMade,
)
from workshop.core.access import table_of
from workshop.core.people import Person
from workshop.core.state import Seat, Table, Wish, Workshop

NAMELESS = "Someone"


def named(state: Workshop, event: PersonNamed, _at: int, _by: str | None) -> None:
    state.rename(event.person, event.name)


def joined(state: Workshop, event: PersonJoined, at: int, _by: str | None) -> None:
    name = state.names.get(event.person, NAMELESS)
    state.people[event.person] = Person(
        id=event.person,
        role=event.role,
        name=name,
        joined_at=at,
        group=event.group,
        quoting=event.quoting,
        attribution=event.attribution,
    )
    state.audience += 1


def renamed(_state: Workshop, _event: PersonRenamed, _at: int, _by: str | None) -> None:
    """The name itself came with :class:`PersonNamed`."""


def grouped(state: Workshop, event: PersonGrouped, _at: int, _by: str | None) -> None:
    state.people[event.person].group = event.group


def quoting_said(state: Workshop, event: QuotingSaid, _at: int, _by: str | None) -> None:
    person = state.people[event.person]
    person.quoting, person.attribution = event.on, event.attribution


def left(state: Workshop, event: PersonLeft, _at: int, _by: str | None) -> None:
    state.people[event.person].gone = True
    stand_up(state, event.person)
    table = state.leads.pop(event.person, None)
    if table is not None:
        state.tables[table].facilitator = None
    state.audience += 1


def went_away(state: Workshop, event: PersonAway, at: int, _by: str | None) -> None:
    state.seats[event.person].held_since = at
    state.held.add(event.person)


def came_back(state: Workshop, event: PersonBack, _at: int, _by: str | None) -> None:
    if event.person in state.seats:
        state.seats[event.person].held_since = None
    state.held.discard(event.person)


def seat_released(state: Workshop, event: SeatReleased, _at: int, _by: str | None) -> None:
    stand_up(state, event.person)
    state.audience += 1


def seat_taken(state: Workshop, event: SeatTaken, at: int, _by: str | None) -> None:
    sit(state, event.person, event.table, at)
    state.audience += 1


def stand_up(state: Workshop, person: str) -> None:
    """Give up a seat, and with it the word for the table."""
    seat = state.seats.pop(person, None)
    state.held.discard(person)
    if seat is not None:
        only_who_sits_here_speaks(state, state.tables[seat.table])


def only_who_sits_here_speaks(state: Workshop, table: Table) -> None:
    """Whoever speaks for a table sits at it."""
    seat = state.seats.get(table.spokesperson or "")
    if seat is None or seat.table != table.no:
        table.spokesperson = None


def sit(state: Workshop, person: str, table: int, at: int) -> None:
    """Give a person a seat, and remember that they sat here in the round that is on."""
    state.tables.setdefault(table, Table(no=table))
    if table_of(state, person) != table:
        stand_up(state, person)
    state.held.discard(person)
    state.seats[person] = Seat(table=table, since=at)
    if state.round_step is None:
        return
    here = (state.round_step, table)
    state.sat.setdefault(here, set()).add(person)
    # Each place once, in the order in which people sat down there last: the last one is where they are.
    before = [place for place in state.places.get(person, ()) if place != here]
    state.places[person] = [*before, here]
    state.moved_on.get(here, {}).pop(person, None)
    for place in before:
        if place[0] == state.round_step:
            state.moved_on.setdefault(place, {}).setdefault(person, at)


def wish_made(state: Workshop, event: WishMade, _at: int, _by: str | None) -> None:
    state.wishes[event.wish] = Wish(id=event.wish, how=event.how, people=frozenset(event.people))


def wish_dropped(state: Workshop, event: WishDropped, _at: int, _by: str | None) -> None:
    state.wishes.pop(event.wish, None)


CHANGES = {
    PersonNamed: named,
    PersonJoined: joined,
    PersonRenamed: renamed,
    PersonGrouped: grouped,
    QuotingSaid: quoting_said,
    PersonLeft: left,
    PersonAway: went_away,
    PersonBack: came_back,
    SeatReleased: seat_released,
    SeatTaken: seat_taken,
    WishMade: wish_made,
    WishDropped: wish_dropped,
}

"""Who may join, move, be held a seat for, or be taken out."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.people.messages import (
    Away,
    DropWish,
    Join,
    Leave,
    MakeWish,
    MovePerson,
    PersonAway,
    PersonBack,
    PersonJoined,
    PersonLeft,
    PersonNamed,
    PersonRenamed,
    ReleaseSeat,
    Remove,
    Rename,
    Return,
    SeatReleased,
    SeatTaken,
    WishDropped,
    WishMade,
)
from workshop.core import text
from workshop.core.access import not_ended, table_of
from workshop.core.clock import SECOND, Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Workshop
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound, TooMany

NAME_LENGTH = 60
MOST_PEOPLE = 3_000


def only_hosts(by: Person) -> None:
    if not by.hosts:
        raise NotAllowed("Only a host can do this.")


def someone(state: Workshop, person_id: str) -> Person:
    """The person with this id, or :class:`NotFound`."""
    person = state.people.get(person_id)
    if person is None or person.gone:
        raise NotFound("This person is not in the café, or has left it.")
    return person


def join(command: Join, state: Workshop, _by: None, _moment: Moment) -> Iterator[Event]:
    if state.status == "closed":
        raise Conflict("This café has ended, so nobody can join it any more.", "ended")
    if sum(not p.gone for p in state.people.values()) >= MOST_PEOPLE:
        raise TooMany(f"This café is full: it holds {MOST_PEOPLE} people.", "full")
    name = text.line(command.name, NAME_LENGTH, "The name")
    yield PersonNamed(person=command.id, name=name)
    yield PersonJoined(person=command.id, role=command.role)


def rename(command: Rename, _state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    name = text.line(command.name, NAME_LENGTH, "The name")
    if name != by.name:
        yield PersonNamed(person=by.id, name=name)
        yield PersonRenamed(person=by.id)


def leave(_command: Leave, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    yield PersonLeft(person=by.id, table=table_of(state, by.id), led=state.leads.get(by.id))


def remove(command: Remove, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    person = someone(state, command.person)
    if person.id == by.id:
        raise Invalid("You cannot take yourself out. Leave instead.")
    led = state.leads.get(person.id)
    yield PersonLeft(person=person.id, removed=True, table=table_of(state, person.id), led=led)


def away(command: Away, state: Workshop, _by: None, moment: Moment) -> Iterator[Event]:
    """Hold the seat, unless the news is old and the person is back already."""
    seat = state.seats.get(command.person)
    if seat is not None and seat.held_since is None and command.person not in moment.present:
        yield PersonAway(person=command.person, table=seat.table)


def come_back(command: Return, state: Workshop, _by: None, _moment: Moment) -> Iterator[Event]:
    """Back to the held seat. Whoever has none any more is seated by the round itself, like a late joiner."""
    person, seat = state.people.get(command.person), state.seats.get(command.person)
    if seat is not None and seat.held_since is not None:
        yield PersonBack(person=command.person, table=seat.table)
    elif person is not None and person.sits and seat is None and state.needs_seats:
        yield PersonBack(person=person.id)


def release(command: ReleaseSeat, state: Workshop, _by: None, moment: Moment) -> Iterator[Event]:
    """A held seat is given up after its time. A facilitator's is not: the table stays theirs."""
    seat = state.seats.get(command.person)
    if seat is None or seat.held_since is None or command.person in state.leads:
        return
    if moment.at >= seat.held_since + state.times.seat_held * SECOND:
        yield SeatReleased(person=command.person, table=seat.table)


def move(command: MovePerson, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    not_ended(state)
    person = someone(state, command.person)
    if not person.sits:
        raise Invalid("Hosts and screens have no seat at a table.")
    if command.table not in state.tables:
        raise NotFound(f"There is no table {command.table}. The tables are {_table_list(state)}.")
    if person.id in state.leads:
        raise Conflict(
            f"{person.name} leads table {state.leads[person.id]}. Give that table to someone else first."
        )
    was = table_of(state, person.id)
    if was != command.table:
        yield SeatTaken(person=person.id, table=command.table, was=was, why="moved")
        yield from held_if_away(moment, person.id, command.table)


def held_if_away(moment: Moment, person_id: str, table: int) -> Iterator[Event]:
    """A seat that is given to somebody who is not connected is held, and released in time."""
    if person_id not in moment.present:
        yield PersonAway(person=person_id, table=table)


def _table_list(state: Workshop) -> str:
    return f"1 to {max(state.tables)}" if state.tables else "set up when the first round opens"


def make_wish(command: MakeWish, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    not_ended(state)
    people = tuple(sorted({someone(state, p).id for p in command.people}))
    if len(people) < 2:
        raise Invalid("Choose two people or more.")
    yield WishMade(wish=command.id, how=command.how, people=people)


def drop_wish(command: DropWish, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    if command.wish not in state.wishes:
        raise NotFound("This wish has been taken back already.")
    yield WishDropped(wish=command.wish)


RULES = {
    Rename: rename,
    Leave: leave,
    Remove: remove,
    MovePerson: move,
    MakeWish: make_wish,
    DropWish: drop_wish,
}
SERVER_RULES = {Join: join, Return: come_back, Away: away, ReleaseSeat: release}

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
    PersonGrouped,
    PersonJoined,
    PersonLeft,
    PersonNamed,
    PersonRenamed,
    QuotingSaid,
    ReleaseSeat,
    Remove,
    Rename,
    Return,
    SeatReleased,
    SeatTaken,
    SetGroup,
    SetQuoting,
    WishDropped,
    WishMade,
)
from workshop.core import text
from workshop.core.access import not_a_screen, not_ended, speaks_for, table_of
from workshop.core.clock import SECOND, Moment
from workshop.core.messages import Event
from workshop.core.people import HOST, Person
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
    if state.status == "closed" and command.role != HOST:
        raise Conflict("This café has ended, so nobody can join it any more.", "ended")
    if sum(not p.gone for p in state.people.values()) >= MOST_PEOPLE:
        raise TooMany(f"This café is full: it holds {MOST_PEOPLE} people.", "full")
    name = text.line(command.name, NAME_LENGTH, "The name")
    yield PersonNamed(person=command.id, name=name)
    yield PersonJoined(
        person=command.id,
        role=command.role,
        group=_group(state, command.group),
        quoting=command.quoting,
        attribution=state.quoting.attribution if command.quoting else "anonymous",
    )


def _group(state: Workshop, given: str) -> str:
    """A group as the plan calls it; none, where none is said."""
    named = {text.same_words(name): name for name in state.people_settings.groups}
    plain = text.same_words(given)
    if plain and plain not in named:
        there = ", ".join(f"“{name}”" for name in named.values()) or "none at all"
        raise Invalid(f"No group here has this name. The groups are: {there}. Or say none.", "unknown-group")
    return named.get(plain, "")


def set_group(command: SetGroup, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    if command.person != by.id:
        only_hosts(by)
    person = someone(state, command.person)
    group = _group(state, command.group)
    if group != person.group:
        yield PersonGrouped(person=person.id, group=group)


def set_quoting(command: SetQuoting, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    not_a_screen(by)
    person = speaks_for(state, by, command.on_behalf_of)
    if command.on and person.id != by.id and person.id in moment.present:
        raise NotAllowed(f"{person.name} is here, so only {person.name} can say yes to this.")
    until = state.quoting_until
    if until is not None and moment.at > until:
        days = f"{state.quoting.days} days" if state.quoting.days != 1 else "1 day"
        raise Conflict(
            f"This could be changed until {days} after the café closed, and that time is over. "
            "Ask a host: they can still leave words out of what they pass on.",
            "too-late",
        )
    if command.on != person.quoting:
        agreed = state.quoting.attribution if command.on else "anonymous"
        yield QuotingSaid(person=person.id, on=command.on, attribution=agreed)


def rename(command: Rename, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    """Not after the close: first names may stand in the report, and are looked for in all that goes out."""
    if not by.hosts:
        not_ended(state)
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
    SetGroup: set_group,
    SetQuoting: set_quoting,
    Leave: leave,
    Remove: remove,
    MovePerson: move,
    MakeWish: make_wish,
    DropWish: drop_wish,
}
SERVER_RULES = {Join: join, Return: come_back, Away: away, ReleaseSeat: release}

"""What people see of themselves, and what the hosts see of everyone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from workshop.activities.people.messages import (
    PersonAway,
    PersonBack,
    PersonGrouped,
    PersonJoined,
    PersonLeft,
    PersonRenamed,
    QuotingSaid,
    SeatReleased,
    SeatTaken,
    WishDropped,
    WishMade,
)
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.people import SCREEN, Role
from workshop.core.state import Workshop
from workshop.core.views import EVERYTHING, Touch, View, key, one

# So many people are counted together.
FEW = 5


class MeDoc(Doc, frozen=True, kw_only=True):
    """``table``: where I sit. ``leads``: the table I facilitate. ``sat_at``: my tables so far, in order.

    ``group``: where I said I am from; besides me only the hosts know. ``quoting``: whether my words may be
    quoted; besides me nobody knows.
    """

    id: str
    name: str
    role: Role
    table: int | None
    leads: int | None
    checks: tuple[str, ...]
    sat_at: tuple[tuple[str, int], ...]
    group: str
    quoting: bool


class DeskPersonDoc(Doc, frozen=True, kw_only=True):
    id: str
    name: str
    role: Role
    joined_at: int
    table: int | None
    held_since: int | None
    checks: tuple[str, ...]
    group: str


class QuotingDoc(Doc, frozen=True, kw_only=True):
    """How many said that their words may be quoted, of the first ``people`` who joined.

    People are counted in fives, whether they are still here or not: so no two counts show what one person
    said. None while there are fewer than five.
    """

    people: int
    agreed: int | None


class WishDoc(Doc, frozen=True, kw_only=True):
    id: str
    how: Literal["together", "apart"]
    people: tuple[str, ...]


def _me(state: Workshop, person_id: str, _doc_id: str) -> MeDoc | None:
    person = state.people[person_id]
    seat = state.seats.get(person_id)
    return MeDoc(
        id=person.id,
        name=person.name,
        role=person.role,
        table=seat.table if seat else None,
        leads=state.leads.get(person_id),
        checks=tuple(sorted(person.checks)),
        sat_at=tuple(state.places.get(person_id, ())),
        group=person.group,
        quoting=person.quoting,
    )


def _desk_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return (p.id for p in state.people.values() if not p.gone)


def _desk_person(state: Workshop, _stream_id: str, person_id: str) -> DeskPersonDoc | None:
    person = state.people[person_id]
    seat = state.seats.get(person_id)
    if person.gone:
        return None
    return DeskPersonDoc(
        id=person.id,
        name=person.name,
        role=person.role,
        joined_at=person.joined_at,
        table=seat.table if seat else None,
        held_since=seat.held_since if seat else None,
        checks=tuple(sorted(person.checks)),
        group=person.group,
    )


def _quoting(state: Workshop, _stream_id: str, _doc_id: str) -> QuotingDoc:
    said = [person.quoting for person in state.people.values() if person.role != SCREEN]
    counted = said[: len(said) // FEW * FEW]
    return QuotingDoc(people=len(counted), agreed=sum(counted) if counted else None)


def _wish_keys(state: Workshop, _stream_id: str) -> Iterable[str]:
    return state.wishes


def _wish(state: Workshop, _stream_id: str, wish_id: str) -> WishDoc | None:
    wish = state.wishes.get(wish_id)
    if wish is None:
        return None
    return WishDoc(id=wish.id, how=wish.how, people=tuple(sorted(wish.people)))


VIEWS = (
    View("person", "me", MeDoc, one, _me),
    View("desk", "person", DeskPersonDoc, _desk_keys, _desk_person),
    View("desk", "quoting", QuotingDoc, one, _quoting),
    View("desk", "wish", WishDoc, _wish_keys, _wish),
)


def _joined(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, PersonJoined)
    yield streams.DESK, key("person", event.person)
    yield streams.DESK, "quoting"


def _left(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, PersonLeft)
    yield streams.DESK, key("person", event.person)
    for table in dict.fromkeys((event.table, event.led)):
        if table is not None:
            yield from table_touches(state, table)


def _away_or_back(_state: Workshop, event: Event) -> Iterator[Touch]:
    """The seat is held, or taken again. Whoever comes back without a seat is about to get one."""
    assert isinstance(event, PersonAway | PersonBack)
    if event.table is not None:
        yield streams.DESK, key("person", event.person)
        yield streams.table(event.table), "table"


def place_touches(table: int) -> Iterator[Touch]:
    """What shows a table: itself, and the desk."""
    yield streams.table(table), "table"
    yield streams.DESK, key("table", str(table))


def table_touches(state: Workshop, table: int) -> Iterator[Touch]:
    """What shows who sits at a table: the table itself, the desk, and its turn in the plenary."""
    yield from place_touches(table)
    for step, no in state.slots:
        if no == table:
            yield streams.HALL, key("slot", f"{step}/{no}")


def _renamed(state: Workshop, event: Event) -> Iterator[Touch]:
    """The name stands in more places: each room says where it shows names."""
    assert isinstance(event, PersonRenamed)
    yield streams.DESK, key("person", event.person)
    yield streams.person(event.person), "me"
    seat = state.seats.get(event.person)
    if seat is not None:
        yield from table_touches(state, seat.table)


def _grouped(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, PersonGrouped)
    yield streams.DESK, key("person", event.person)
    yield streams.person(event.person), "me"


def _quoting_said(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, QuotingSaid)
    yield streams.person(event.person), "me"
    yield streams.DESK, "quoting"


def _seat(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, SeatTaken | SeatReleased)
    yield streams.DESK, key("person", event.person)
    # Sitting down changes which earlier notes this person has seen.
    yield streams.person(event.person), EVERYTHING
    yield from table_touches(state, event.table)
    if isinstance(event, SeatTaken) and event.was is not None and event.was != event.table:
        yield from table_touches(state, event.was)


def _wished(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, WishMade | WishDropped)
    yield streams.DESK, key("wish", event.wish)


TOUCHES = {
    PersonJoined: _joined,
    PersonLeft: _left,
    PersonAway: _away_or_back,
    PersonBack: _away_or_back,
    PersonRenamed: _renamed,
    PersonGrouped: _grouped,
    QuotingSaid: _quoting_said,
    SeatTaken: _seat,
    SeatReleased: _seat,
    WishMade: _wished,
    WishDropped: _wished,
}

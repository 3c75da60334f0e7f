"""Seats, found by person and by table: however they change, both say the same."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from workshop.core.state import Seat, Seats

PEOPLE = st.sampled_from("abcde")
TABLES = st.integers(1, 3)
Change = Callable[[Seats], object]


def _sits(person: str, table: int) -> Change:
    return lambda seats: seats.__setitem__(person, Seat(table=table, since=0))


def _move(person: str, other: str, table: int) -> Change:
    return lambda seats: seats.update({person: Seat(table=table, since=0), other: Seat(table=table, since=0)})


def _stays_or_sits(person: str, table: int) -> Change:
    return lambda seats: seats.setdefault(person, Seat(table=table, since=0))


def _goes(person: str) -> Change:
    return lambda seats: seats.pop(person, None)


def _is_deleted(person: str) -> Change:
    return lambda seats: seats.__delitem__(person) if person in seats else None


def _all_go() -> Change:
    return lambda seats: seats.clear()


CHANGES = st.one_of(
    st.builds(_sits, PEOPLE, TABLES),
    st.builds(_move, PEOPLE, PEOPLE, TABLES),
    st.builds(_stays_or_sits, PEOPLE, TABLES),
    st.builds(_goes, PEOPLE),
    st.builds(_is_deleted, PEOPLE),
    st.builds(_all_go),
)


@given(st.lists(CHANGES, max_size=30))
def test_whoever_has_a_seat_is_at_its_table_and_nobody_else(changes: list[Change]) -> None:
    seats = Seats()
    for change in changes:
        change(seats)
        for table in (1, 2, 3):
            assert sorted(seats.at(table)) == sorted(who for who in seats if seats[who].table == table)

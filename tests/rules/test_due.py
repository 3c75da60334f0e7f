"""What the clock alone brings about: in order, each thing once, and nothing that nobody waits for."""

from __future__ import annotations

from tests.rules.cast import Cafe, story
from workshop.activities.due import due
from workshop.activities.pause.messages import Break
from workshop.activities.people.messages import Leave, ReleaseSeat
from workshop.activities.steps.messages import EndEarly, FinishClosing, Hold, Next
from workshop.core.clock import SECOND


def in_a_round() -> Cafe:
    """Fay, Ann, Bob and Eve at table 1, Flo, Cleo, Dan and Gil at 2."""
    return Cafe.at_two_tables(story(), Break(title="Break", minutes=5), story("Two"))


def coming(cafe: Cafe) -> tuple[float, str] | None:
    """In how many seconds what is due, about which step or person."""
    thing = due(cafe.state)
    if thing is None:
        return None
    at, command = thing
    assert isinstance(command, FinishClosing | ReleaseSeat)
    about = command.step if isinstance(command, FinishClosing) else command.person
    return (at - cafe.at) / SECOND, about


def test_in_a_round_that_is_on_nothing_is_due_however_long_it_runs() -> None:
    cafe = in_a_round()
    assert coming(cafe) is None
    cafe.do("Hal", Hold, step="s1", on=True)
    assert coming(cafe) is None
    cafe.wait(7_200)
    assert coming(cafe) is None


def test_the_end_of_a_closing_call_and_of_a_held_seat_are_due_the_sooner_one_first() -> None:
    cafe = in_a_round()
    cafe.away("Ann")
    cafe.wait(100)
    cafe.do("Hal", EndEarly, step="s1")
    assert coming(cafe) == (60, "s1")
    cafe.wait(30)
    cafe.away("Bob")
    assert coming(cafe) == (30, "s1")
    cafe.pass_time(30)
    assert coming(cafe) == (20, "ann")
    cafe.pass_time(20)
    assert coming(cafe) == (130, "bob")
    cafe.pass_time(130)
    assert coming(cafe) is None


def test_what_was_due_while_the_server_was_down_is_due_at_once_and_in_order() -> None:
    cafe = in_a_round()
    cafe.away("Ann")
    cafe.wait(10)
    cafe.do("Hal", Next, after="s1")
    cafe.wait(86_400)
    assert coming(cafe) == (60 - 86_400, "s1")
    cafe.pass_time(0)
    assert (cafe.state.current, cafe.table_of("Ann"), coming(cafe)) == ("s2", None, None)


def test_nothing_is_due_for_somebody_who_is_back_has_left_or_leads_a_table() -> None:
    cafe = in_a_round()
    cafe.away("Ann", "Bob", "Fay")
    cafe.back("Ann")
    cafe.do("Bob", Leave)
    assert coming(cafe) is None


def test_seats_of_the_last_round_are_not_due_in_the_next() -> None:
    cafe = in_a_round()
    cafe.away("Ann")
    cafe.go_to("Two")
    assert coming(cafe) is None


def test_each_thing_that_is_due_has_a_command_of_its_own() -> None:
    cafe = in_a_round()
    cafe.away("Ann")
    first, second = due(cafe.state), due(cafe.state)
    assert first is not None
    assert second is not None
    assert first[0] == second[0]
    assert first[1].id != second[1].id

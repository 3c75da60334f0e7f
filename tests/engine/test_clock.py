"""What the clock alone brings about, on a clock that stands still until it is moved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.engine.kit import SHORT, SOON, Engine
from workshop.activities import rooms
from workshop.activities.hosting.messages import SayToAll
from workshop.activities.people.messages import Away, Return
from workshop.activities.steps.messages import EndEarly, KeepOpen, Next, StepClosed
from workshop.core.clock import SECOND
from workshop.core.state import Workshop
from workshop.errors import Refused

Make = Callable[..., Engine]


@pytest.fixture
def cafe(make: Make) -> Engine:
    """In its round, with Ann and Bob at a table."""
    engine = make(times=SHORT)
    engine.ann, engine.bob = engine.join("Ann"), engine.join("Bob")  # type: ignore[attr-defined]
    engine.round()
    return engine


def later(engine: Engine, seconds: float) -> Any:
    """So much later, once the clock has given its orders: the state."""
    engine.clock.at += round(seconds * SECOND)
    engine.ask(lambda hall: None)
    return engine.ask(lambda hall: hall.state)


def goes_away(engine: Engine, person: str) -> None:
    engine.ears.here.discard(person)
    engine.do(None, Away, person=person)


def test_a_closing_call_ends_by_itself(cafe: Engine) -> None:
    cafe.do(cafe.hal, EndEarly, step="s2")
    assert later(cafe, 0.9).steps["s2"].phase == "closing"
    assert later(cafe, 0.2).steps["s2"].phase == "closed"


def test_what_was_to_come_next_opens_after_the_call(make: Make) -> None:
    engine = make(
        *make().ask(lambda hall: [s.settings for s in hall.state.steps.values()])[::-1], times=SHORT
    )
    engine.do(engine.hal, Next, after=None)
    engine.do(engine.hal, Next, after="s1")
    state = later(engine, 1.1)
    assert (state.current, state.steps["s1"].phase, state.steps["s2"].phase) == ("s2", "closed", "open")


def test_a_call_that_was_taken_back_ends_nothing(cafe: Engine) -> None:
    cafe.do(cafe.hal, EndEarly, step="s2")
    cafe.do(cafe.hal, KeepOpen, step="s2")
    assert later(cafe, 60).steps["s2"].phase == "open"


def test_a_seat_is_held_for_its_time_and_then_given_up(cafe: Engine) -> None:
    goes_away(cafe, cafe.ann)
    assert cafe.ann in later(cafe, 4.9).seats
    assert cafe.ann not in later(cafe, 0.2).seats


def test_whoever_comes_back_in_time_keeps_the_seat(cafe: Engine) -> None:
    goes_away(cafe, cafe.ann)
    later(cafe, 4)
    cafe.do(None, Return, person=cafe.ann)
    assert cafe.ann in later(cafe, 60).seats


def test_a_facilitators_seat_is_never_given_up(make: Make) -> None:
    engine = make(times=SHORT)
    fay = engine.join("Fay", "facilitator")
    goes_away(engine, fay)
    assert fay in later(engine, 600).seats


def test_a_restart_in_the_middle_of_a_call_still_ends_it(cafe: Engine) -> None:
    cafe.do(cafe.hal, EndEarly, step="s2")
    cafe.clock.at += 2 * SECOND
    twin = cafe.twin()
    assert later(twin, 0).steps["s2"].phase == "closed"
    twin.close()


def test_late_notes_are_welcome_for_a_while(cafe: Engine) -> None:
    cafe.do(cafe.hal, EndEarly, step="s2", call=False)
    later(cafe, 2)
    assert cafe.note(cafe.ann, "Just in time")
    later(cafe, 0.1)
    with pytest.raises(Refused, match="has closed"):
        cafe.note(cafe.ann, "Too late")


def test_an_order_of_the_clock_that_breaks_is_not_given_again_at_once(
    cafe: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []

    def break_it(_state: Workshop, event: StepClosed, at: int, _by: str | None) -> None:
        if event.step == "s2":
            tried.append(at)
            raise ZeroDivisionError

    cafe.do(cafe.hal, EndEarly, step="s2")
    monkeypatch.setitem(rooms.CHANGES, StepClosed, (*rooms.CHANGES[StepClosed], break_it))
    later(cafe, 1.5)
    assert [cafe.says(f"Number {no}") for no in range(5)]
    assert len(tried) == 1
    monkeypatch.undo()
    assert later(cafe, 3).steps["s2"].phase == "closed"


def test_many_orders_at_the_same_moment_are_each_answered_once(cafe: Engine) -> None:
    once = [cafe.later(cafe.hal, EndEarly, step="s2", call=False) for _ in range(20)]
    taken = [one for one in once if one.exception(SOON) is None]
    assert len(taken) == 1


def test_a_busy_queue_does_not_keep_the_clock_waiting(cafe: Engine) -> None:
    cafe.do(cafe.hal, EndEarly, step="s2")
    with cafe.busy():
        cafe.clock.at += 2 * SECOND
        sent = [cafe.later(cafe.hal, SayToAll, text=f"Number {no}") for no in range(5)]
        cafe.waiting(5)
    first = min(one.result(SOON) for one in sent)
    assert [entry.n for entry in cafe.entries() if entry.type == "step.closed"][-1] < first

"""Decide, record, tell: in this order, one at a time, and nobody is ever left without an answer."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from tests.engine.kit import SOON, Engine
from workshop.activities import rooms
from workshop.activities.hosting.messages import SaidToAll, SayToAll
from workshop.activities.people.messages import Join, Leave, Remove, Rename
from workshop.core.ids import new_id
from workshop.core.state import Workshop
from workshop.errors import Invalid, Unavailable


def commits(engine: Engine) -> list[int]:
    """Grows by one with every commit that writes."""
    counted: list[int] = []
    event.listen(engine.ledger._engine, "commit", lambda _connection: counted.append(1))
    return counted


def test_an_ack_means_that_it_is_on_the_disk(engine: Engine) -> None:
    n = engine.says("Good morning")
    kept = engine.sql("select type, body from entry where n = ?", n)
    assert kept == [("say.said", kept[0][1])]
    assert "Good morning" in kept[0][1]


def test_what_has_arrived_together_is_committed_together(engine: Engine) -> None:
    counted = commits(engine)
    with engine.busy():
        sent = [engine.later(engine.hal, SayToAll, text=f"Number {no}") for no in range(50)]
        engine.waiting(50)
    assert sorted(one.result(SOON) for one in sent) == list(range(3, 53))
    assert len(counted) == 1


def test_a_refused_command_of_a_batch_refuses_only_itself(engine: Engine) -> None:
    with engine.busy():
        before = engine.later(engine.hal, SayToAll, text="Before")
        empty = engine.later(engine.hal, SayToAll, text="  ")
        after = engine.later(engine.hal, SayToAll, text="After")
        engine.waiting(3)
    assert isinstance(empty.exception(SOON), Invalid)
    assert {before.result(SOON), after.result(SOON)} == {3, 4}


def test_a_command_without_a_rule_refuses_only_itself(engine: Engine) -> None:
    with engine.busy():
        before = engine.later(engine.hal, SayToAll, text="Before")
        nonsense = engine.later(engine.hal, Join, name="Mallory", role="host")
        after = engine.later(None, Leave)
        last = engine.later(engine.hal, SayToAll, text="Last")
        engine.waiting(4)
    assert [one.exception(SOON).code for one in (nonsense, after)] == ["broken", "broken"]  # type: ignore[union-attr]
    assert {before.result(SOON), last.result(SOON)} == {3, 4}


def test_a_change_that_breaks_half_way_leaves_no_trace(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_it(state: Workshop, _event: Any, _at: int, _by: str | None) -> None:
        state.saying = None
        raise ZeroDivisionError

    engine.says("Before")
    monkeypatch.setitem(rooms.CHANGES, SaidToAll, (*rooms.CHANGES[SaidToAll], break_it))
    assert engine.refused(engine.hal, SayToAll, text="Broken").code == "broken"
    monkeypatch.undo()
    assert engine.saying() == "Before"
    assert engine.says("After") == engine.entries()[-1].n == 4


def test_the_same_command_again_gets_the_same_answer(engine: Engine) -> None:
    once = new_id()
    first = engine.says("Once", id=once)
    engine.says("Twice")
    assert engine.says("Once", id=once) == first
    assert len(engine.entries()) == 4


def test_a_repeat_of_what_changed_nothing_changes_nothing_later(engine: Engine) -> None:
    ann, once = engine.join("Ann"), new_id()
    assert engine.do(ann, Rename, name="Ann", id=once) == 0
    engine.do(ann, Rename, name="Anna")
    assert engine.do(ann, Rename, name="Ann", id=once) == 0
    assert engine.ask(lambda hall: hall.state.people[ann].name) == "Anna"


def test_somebody_elses_command_id_is_taken(engine: Engine) -> None:
    once, ann = new_id(), engine.join("Ann")
    engine.says("Once", id=once)
    assert engine.refused(ann, Rename, name="Anna", id=once).code == "id-taken"


def test_a_repeat_is_known_after_a_restart_as_well(engine: Engine, twin: Engine) -> None:
    once = new_id()
    first = engine.says("Once", id=once)
    assert twin.says("Once", id=once) == first


def test_whoever_has_left_gives_no_orders(engine: Engine) -> None:
    ann = engine.join("Ann")
    engine.do(engine.hal, Remove, person=ann)
    assert engine.refused(ann, Rename, name="Anna").code == "gone"
    assert engine.refused("nobody", Rename, name="Anna").code == "gone"


def test_told_is_exactly_what_was_committed_in_its_order(engine: Engine) -> None:
    for no in range(5):
        engine.says(f"Number {no}")
    engine.refused(engine.hal, SayToAll, text="")
    told = [e.n for frame in engine.ears.frames if frame.stream == "hall" for e in frame.events]
    assert told == list(range(1, len(told) + 1))
    assert told[-1] == engine.ask(lambda hall: hall.numbers["hall"])


def test_when_it_stops_what_was_handed_in_is_finished_and_no_more_is_taken(engine: Engine) -> None:
    sent = [engine.later(engine.hal, SayToAll, text=f"Number {no}") for no in range(20)]
    engine.conductor.stop()
    answers = [one.exception(SOON) for one in sent]
    assert all(answer is None or isinstance(answer, Unavailable) for answer in answers)
    assert answers.count(None) == len(engine.entries()) - 2
    assert isinstance(engine.refused(engine.hal, SayToAll, text="Too late"), Unavailable)


def test_a_workshop_that_nobody_uses_leaves_the_memory_and_comes_back(engine: Engine) -> None:
    engine.says("Still there")
    engine.ears.here.clear()
    engine.retires()
    assert engine.saying() == "Still there"


def test_a_workshop_with_people_in_it_stays_in_memory(engine: Engine) -> None:
    engine.says("We are here")
    assert not engine.conductor.retire(engine.conductor._desks[engine.id])


def test_two_workshops_do_not_wait_for_each_other(engine: Engine) -> None:
    with engine.busy():
        other = engine.hands.submit(engine.conductor.ask, "another", lambda hall: hall.state.n)
        assert other.result(SOON) == 0

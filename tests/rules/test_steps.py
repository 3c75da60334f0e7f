"""The day: steps follow one another by the clock of the server, and by what hosts press."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.cast import Cafe, arrival, refold, story
from workshop.activities.due import due
from workshop.activities.hosting.messages import SayToAll
from workshop.activities.pause.messages import Break
from workshop.activities.plan import Plan
from workshop.activities.plenary.messages import Plenary
from workshop.activities.steps.messages import (
    AgendaEdited,
    ClockHeld,
    CloseWorkshop,
    ClosingTakenBack,
    EditAgenda,
    EndEarly,
    Extend,
    FinishClosing,
    Hold,
    KeepOpen,
    Next,
    OpenWorkshop,
    Reopen,
    StepClosed,
    StepClosing,
    StepExtended,
    StepOpened,
    WorkshopClosed,
)
from workshop.activities.story_round.messages import SeatsMade
from workshop.core.clock import MINUTE, SECOND
from workshop.core.messages import Command, Event
from workshop.core.plan import TimeSettings
from workshop.core.state import Step
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound, Refused


def a_day(**settings: Any) -> Cafe:
    """A round of 30 minutes is on (s1), then a break (s2) and another round (s3) come. Hal and Hana host."""
    cafe = Cafe.at_two_tables(story(), Break(title="Break", minutes=5), story("Again"), **settings)
    cafe.join("Hana")
    return cafe


def on(cafe: Cafe) -> Step:
    step = cafe.state.current_step()
    assert step is not None
    return step


def left(cafe: Cafe) -> float:
    """The minutes that the clock of the step that is on still has."""
    step = on(cafe)
    ms = step.deadline - cafe.at if step.deadline is not None else step.held_left
    assert ms is not None
    return ms / MINUTE


def kinds(told: list[Event]) -> list[type[Event]]:
    return [type(event) for event in told]


# Opening.


def test_a_workshop_opens_once() -> None:
    cafe = a_day()
    refusal = cafe.refused(None, OpenWorkshop, code="X", plan=_plan())
    assert isinstance(refusal, Conflict)
    assert cafe.state.code == "ABCD"


def _plan() -> Plan:
    return Plan(name="Another", purpose="To try", minutes=5, steps=[arrival()])


def test_the_first_step_begins_the_day_and_its_clock() -> None:
    cafe = Cafe(arrival(), story())
    cafe.join("Hal")
    assert (cafe.state.status, cafe.state.current) == ("lobby", None)
    assert cafe.next() == [StepOpened(step="s1")]
    assert (cafe.state.status, cafe.state.started_at, left(cafe)) == ("running", cafe.at, 10)
    cafe.wait(60)
    cafe.next()
    assert cafe.state.started_at == cafe.at - 60 * SECOND


def test_the_next_step_closes_the_one_that_is_on_with_what_its_clock_had_left() -> None:
    cafe = a_day()
    cafe.wait(600)
    assert cafe.next() == [StepClosed(step="s1", left=20 * MINUTE), StepOpened(step="s2")]
    assert [step.phase for step in cafe.state.steps.values()] == ["closed", "open", "planned"]
    assert cafe.state.steps["s1"].spent == 10 * MINUTE


def test_a_clock_that_runs_out_closes_nothing() -> None:
    cafe = a_day()
    assert cafe.pass_time(7_200) == []
    assert on(cafe).phase == "open"
    assert cafe.next()[0] == StepClosed(step="s1", left=-90 * MINUTE)


def test_after_the_last_step_there_is_none() -> None:
    cafe = a_day()
    cafe.go_to("Again")
    refusal = cafe.refused("Hal", Next, after="s3")
    assert isinstance(refusal, Conflict)
    assert refusal.code == "last-step"


HOSTS_DO: list[tuple[type[Command], dict[str, Any]]] = [
    (EditAgenda, {"title": "x", "planned_minutes": 60, "table_size": 4, "steps": [arrival()]}),
    (Next, {"after": "s1"}),
    (Extend, {"step": "s1", "minutes": 5}),
    (Hold, {"step": "s1", "on": True}),
    (EndEarly, {"step": "s1"}),
    (KeepOpen, {"step": "s1"}),
    (Reopen, {"step": "s1"}),
    (CloseWorkshop, {}),
]


@pytest.mark.parametrize("who", ["Ann", "Fay", "Sol"])
@pytest.mark.parametrize(("command", "fields"), HOSTS_DO, ids=[kind.__name__ for kind, _ in HOSTS_DO])
def test_the_day_is_in_the_hands_of_hosts(who: str, command: type[Command], fields: dict[str, Any]) -> None:
    assert isinstance(a_day().refused(who, command, **fields), NotAllowed)


@pytest.mark.parametrize(
    ("command", "fields"), [(Extend, {"minutes": 5}), (Hold, {"on": True}), (EndEarly, {}), (KeepOpen, {})]
)
def test_only_the_step_that_is_on_can_be_worked_with(command: type[Command], fields: dict[str, Any]) -> None:
    cafe = a_day()
    cafe.next()
    for step in ("s1", "s3"):
        refusal = cafe.refused("Hal", command, step=step, **fields)
        assert isinstance(refusal, Conflict)
        assert refusal.code == "not-on"
    assert isinstance(cafe.refused("Hal", command, step="s9", **fields), NotFound)


# Two hosts.


def test_two_hosts_who_press_next_at_once_move_one_step() -> None:
    cafe = a_day()
    cafe.do("Hal", Next, after="s1", call=False)
    refusal = cafe.refused("Hana", Next, after="s1", call=False)
    assert isinstance(refusal, Conflict)
    assert refusal.code == "moved-on"
    assert cafe.state.current == "s2"


def test_two_hosts_who_end_a_round_at_once_end_it_once() -> None:
    cafe = a_day()
    cafe.do("Hal", EndEarly, step="s1")
    until = on(cafe).closing_until
    cafe.wait(10)
    for command, fields in ((EndEarly, {"step": "s1"}), (Next, {"after": "s1"})):
        assert cafe.refused("Hana", command, **fields).code == "closing"
    assert on(cafe).closing_until == until


def test_a_host_is_told_that_the_cafe_has_ended_whatever_they_saw_last() -> None:
    cafe = a_day()
    cafe.close()
    for after in (None, "s1", "s2"):
        assert cafe.refused("Hana", Next, after=after).code == "ended"
    assert cafe.refused("Hana", CloseWorkshop).code == "ended"


# The closing call.


def test_a_round_gets_a_closing_call_and_then_the_next_step_opens_by_itself() -> None:
    cafe = a_day()
    until = cafe.at + 60 * SECOND
    assert cafe.do("Hal", Next, after="s1") == [StepClosing(step="s1", until=until, then="s2")]
    assert cafe.docs("hall")["step/s1"]["closing_until"] == until
    assert cafe.pass_time(59) == []
    assert cafe.do(None, FinishClosing, step="s1") == []
    assert cafe.pass_time(1) == [StepClosed(step="s1", left=29 * MINUTE), StepOpened(step="s2")]
    assert due(cafe.state) is None
    assert cafe.do(None, FinishClosing, step="s1") == []


def test_ended_early_a_round_leaves_people_between_steps() -> None:
    cafe = a_day()
    assert kinds(cafe.do("Hal", EndEarly, step="s1")) == [StepClosing]
    assert kinds(cafe.pass_time(60)) == [StepClosed]
    assert (cafe.state.current, on(cafe).phase) == ("s1", "closed")
    assert cafe.do("Hal", Next, after="s1") == [StepOpened(step="s2")]


def test_a_step_that_is_no_round_ends_at_once() -> None:
    cafe = a_day()
    cafe.go_to("Break")
    assert kinds(cafe.do("Hal", EndEarly, step="s2")) == [StepClosed]
    assert kinds(cafe.do("Hal", Next, after="s2")) == [StepOpened, SeatsMade]


def test_a_plan_may_do_without_closing_calls() -> None:
    cafe = a_day(times=TimeSettings(closing_call=0))
    assert kinds(cafe.do("Hal", Next, after="s1")) == [StepClosed, StepOpened]


@pytest.mark.parametrize(
    ("command", "fields", "after"),
    [(Next, {"after": "s1"}, [StepClosed, StepOpened]), (EndEarly, {"step": "s1"}, [StepClosed])],
)
def test_a_host_need_not_wait_for_the_end_of_the_call(
    command: type[Command], fields: dict[str, Any], after: list[type[Event]]
) -> None:
    cafe = a_day()
    cafe.do("Hal", command, **fields)
    cafe.wait(5)
    assert kinds(cafe.do("Hana", command, **fields, call=False)) == after
    assert due(cafe.state) is None


def test_an_ending_can_be_taken_back_during_the_call() -> None:
    cafe = a_day()
    cafe.do("Hal", Next, after="s1")
    cafe.wait(30)
    assert cafe.do("Hana", KeepOpen, step="s1") == [ClosingTakenBack(step="s1")]
    assert cafe.pass_time(600) == []
    assert (on(cafe).id, on(cafe).phase, on(cafe).then) == ("s1", "open", None)
    assert isinstance(cafe.refused("Hal", KeepOpen, step="s1"), Conflict)


def test_a_call_that_was_taken_back_can_be_given_again_and_is_due_once() -> None:
    cafe = a_day()
    cafe.do("Hal", Next, after="s1")
    cafe.do("Hal", KeepOpen, step="s1")
    cafe.wait(600)
    cafe.do("Hal", EndEarly, step="s1")
    assert kinds(cafe.pass_time(3_600)) == [StepClosed]


# The clock.


def test_minutes_are_added_and_taken_away() -> None:
    cafe = a_day()
    cafe.wait(600)
    assert cafe.do("Hal", Extend, step="s1", minutes=5) == [StepExtended(step="s1", minutes=5)]
    assert left(cafe) == 25
    cafe.do("Hana", Extend, step="s1", minutes=-25)
    assert left(cafe) == 0


@pytest.mark.parametrize(("minutes", "words"), [(0, "how many minutes"), (-21, "is not left")])
def test_no_more_minutes_are_taken_away_than_are_left(minutes: int, words: str) -> None:
    cafe = a_day()
    cafe.wait(600)
    refusal = cafe.refused("Hal", Extend, step="s1", minutes=minutes)
    assert isinstance(refusal, Invalid)
    assert words in refusal.message


def test_five_more_minutes_are_five_minutes_from_now_when_the_step_has_run_over() -> None:
    cafe = a_day()
    cafe.wait(40 * 60)
    assert left(cafe) == -10
    assert "is not left" in cafe.refused("Hal", Extend, step="s1", minutes=-1).message
    cafe.do("Hal", Extend, step="s1", minutes=5)
    assert left(cafe) == 5


def test_a_clock_that_is_held_keeps_what_it_has_and_goes_on_from_there() -> None:
    cafe = a_day()
    cafe.wait(600)
    assert cafe.do("Hal", Hold, step="s1", on=True) == [ClockHeld(step="s1", on=True)]
    assert cafe.do("Hana", Hold, step="s1", on=True) == []
    cafe.wait(3_600)
    assert cafe.docs("hall")["step/s1"]["deadline"] is None
    assert left(cafe) == 20
    cafe.do("Hal", Hold, step="s1", on=False)
    cafe.wait(60)
    assert left(cafe) == 19
    assert cafe.do("Hal", Hold, step="s1", on=False) == []


@pytest.mark.parametrize(("waited", "minutes", "then"), [(600, 5, 25), (600, -20, 0), (2_400, 5, 5)])
def test_minutes_change_while_the_clock_is_held(waited: int, minutes: int, then: int) -> None:
    cafe = a_day()
    cafe.wait(waited)
    cafe.do("Hal", Hold, step="s1", on=True)
    cafe.wait(600)
    cafe.do("Hal", Extend, step="s1", minutes=minutes)
    assert "is not left" in cafe.refused("Hal", Extend, step="s1", minutes=-26).message
    cafe.do("Hal", Hold, step="s1", on=False)
    assert left(cafe) == then


@pytest.mark.parametrize(
    ("command", "fields", "does"),
    [(Extend, {"minutes": 5}, StepExtended), (Hold, {"on": True}, ClockHeld)],
)
def test_more_time_or_a_held_clock_takes_an_ending_back(
    command: type[Command], fields: dict[str, Any], does: type[Event]
) -> None:
    cafe = a_day()
    cafe.do("Hal", Next, after="s1")
    assert kinds(cafe.do("Hana", command, step="s1", **fields)) == [ClosingTakenBack, does]
    assert cafe.pass_time(3_600) == []
    assert on(cafe).phase == "open"


def test_less_time_or_a_clock_that_runs_again_leaves_the_ending_as_it_is() -> None:
    cafe = a_day()
    cafe.do("Hal", Hold, step="s1", on=True)
    cafe.do("Hal", EndEarly, step="s1")
    cafe.do("Hal", Extend, step="s1", minutes=-5)
    cafe.do("Hal", Hold, step="s1", on=False)
    assert on(cafe).phase == "closing"
    assert cafe.pass_time(60) == [StepClosed(step="s1", left=24 * MINUTE)]


def test_ending_a_step_whose_clock_is_held_keeps_what_was_left() -> None:
    cafe = a_day()
    cafe.wait(600)
    cafe.do("Hal", Hold, step="s1", on=True)
    cafe.wait(600)
    assert cafe.do("Hal", EndEarly, step="s1", call=False) == [StepClosed(step="s1", left=20 * MINUTE)]
    cafe.reopen("s1")
    assert (left(cafe), on(cafe).held_left) == (20, None)


# Closing the workshop.


def test_closing_the_workshop_ends_the_step_that_is_on_and_takes_words_to_all_down() -> None:
    cafe = a_day()
    cafe.do("Hal", SayToAll, text="Nearly there")
    assert cafe.do("Hal", CloseWorkshop) == [StepClosed(step="s1", left=30 * MINUTE), WorkshopClosed()]
    hall = cafe.docs("hall")
    assert (hall["cafe"]["status"], hall["cafe"]["closed_at"]) == ("closed", cafe.at)
    assert "saying" not in hall


def test_closing_the_workshop_during_a_closing_call_leaves_nothing_due() -> None:
    cafe = a_day()
    cafe.do("Hal", Next, after="s1")
    cafe.close()
    assert due(cafe.state) is None
    assert cafe.pass_time(600) == []
    assert cafe.state.current == "s1"


def test_a_workshop_closed_in_the_lobby_never_began() -> None:
    cafe = Cafe(arrival())
    cafe.join("Hal")
    assert cafe.do("Hal", CloseWorkshop) == [WorkshopClosed()]
    assert cafe.state.started_at is None


def test_the_last_step_opens_again_after_the_workshop_was_closed_by_mistake() -> None:
    cafe = a_day()
    cafe.go_to("Again")
    cafe.wait(600)
    cafe.do("Hal", EndEarly, step="s3")
    cafe.close()
    cafe.wait(100)
    cafe.reopen("s3")
    assert (cafe.state.status, cafe.state.closed_at) == ("running", None)
    assert (on(cafe).phase, on(cafe).then, left(cafe)) == ("open", None, 20)
    assert cafe.pass_time(3_600) == []
    assert cafe.do("Hal", CloseWorkshop)


# Opening again.


def test_a_step_ended_too_early_opens_again_with_what_was_left() -> None:
    cafe = a_day()
    cafe.wait(21 * 60)
    cafe.do("Hal", EndEarly, step="s1")
    cafe.pass_time(120)
    cafe.reopen("s1")
    assert left(cafe) == 8
    cafe.wait(480)
    cafe.next()
    assert (cafe.state.steps["s1"].spent, cafe.state.steps["s1"].reopened) == (30 * MINUTE, 1)


def test_a_step_that_ran_over_has_run_over_still() -> None:
    cafe = a_day()
    cafe.wait(40 * 60)
    cafe.next()
    cafe.wait(60)
    cafe.reopen("s1")
    assert left(cafe) == -10


def test_a_step_opens_again_within_its_time_and_no_later() -> None:
    cafe = a_day()
    cafe.next()
    cafe.wait(300)
    assert cafe.docs("hall")["step/s1"]["reopen_until"] == cafe.at
    cafe.wait(0.001)
    refusal = cafe.refused("Hal", Reopen, step="s1")
    assert isinstance(refusal, Conflict)
    assert refusal.code == "too-late"


def test_a_step_can_be_closed_and_opened_again_more_than_once() -> None:
    cafe = a_day()
    for times in range(1, 4):
        cafe.next()
        cafe.wait(200)
        cafe.reopen("s1")
        assert cafe.state.steps["s1"].reopened == times


@pytest.mark.parametrize(("step", "code"), [("s2", "not-closed"), ("s3", "not-closed"), ("s9", "not-found")])
def test_only_what_has_closed_opens_again(step: str, code: str) -> None:
    cafe = a_day()
    cafe.next()
    assert cafe.refused("Hal", Reopen, step=step).code == code


def test_only_the_step_just_before_opens_again() -> None:
    cafe = a_day()
    cafe.next()
    cafe.next()
    assert cafe.refused("Hal", Reopen, step="s1").code == "not-the-last"


def test_what_had_opened_meanwhile_is_planned_again_with_its_whole_time() -> None:
    cafe = a_day()
    cafe.next()
    cafe.do("Hal", Hold, step="s2", on=True)
    cafe.do("Hal", EndEarly, step="s2")
    cafe.reopen("s1")
    shown = cafe.docs("hall")["step/s2"]
    assert (shown["phase"], shown["opened_at"], shown["closed_at"], shown["held_left"]) == (
        "planned",
        None,
        None,
        None,
    )
    cafe.next()
    assert left(cafe) == 5


def test_a_closing_call_of_what_had_opened_meanwhile_is_off() -> None:
    cafe = Cafe.at_two_tables(story(), story("Again"), Plenary(title="Plenary", minutes=5))
    cafe.next()
    cafe.do("Hal", Next, after="s2")
    cafe.reopen("s1")
    assert cafe.pass_time(600) == []
    assert cafe.state.current == "s1"


# The agenda.


def edit(**fields: Any) -> dict[str, Any]:
    agenda = {"title": "Our café", "planned_minutes": 90, "table_size": 4, "steps": [arrival(), story()]}
    return {**agenda, **fields}


def lobby() -> Cafe:
    cafe = Cafe(arrival())
    cafe.join("Hal", "Ann")
    return cafe


def test_until_the_first_step_opens_a_host_changes_the_agenda() -> None:
    cafe = lobby()
    (told,) = cafe.do("Hal", EditAgenda, **edit(title="  Our\tcafé "))
    assert isinstance(told, AgendaEdited)
    shown = cafe.docs("hall")
    assert (shown["cafe"]["title"], shown["cafe"]["planned_minutes"]) == ("Our café", 90)
    assert [shown[f"step/s{no}"]["settings"]["title"] for no in (1, 2)] == ["Arriving", "Our stories"]
    cafe.next()
    assert isinstance(cafe.refused("Hal", EditAgenda, **edit()), Conflict)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"steps": []}, "needs one step"),
        ({"steps": [Plenary(title="Plenary", minutes=5)]}, "there is no round before this step"),
        ({"steps": [story(), story()]}, "an earlier round has this title already"),
        ({"steps": [story(recap=True)]}, "this is the first round"),
        ({"steps": [story(note_kinds=["a", "a"])]}, "more than once"),
        ({"steps": [Break(title="\u3164", minutes=5)]}, "title of step 1 “\u3164”: nothing can be seen here"),
        ({"title": " "}, "The title is empty"),
        ({"title": "x" * 121}, "too long by 1 character"),
    ],
)
def test_an_agenda_that_cannot_work_is_refused_with_where_and_what(
    fields: dict[str, Any], words: str
) -> None:
    refusal = lobby().refused("Hal", EditAgenda, **edit(**fields))
    assert isinstance(refusal, Invalid)
    assert words in refusal.message


def test_everything_that_is_wrong_with_an_agenda_is_said_at_once() -> None:
    wrong = [Plenary(title="Plenary", minutes=5), story(recap=True)]
    refusal = lobby().refused("Hal", EditAgenda, **edit(steps=wrong))
    assert refusal.code == "agenda"
    assert refusal.message.count("\n") == 1


def test_groups_are_edited_with_the_agenda_and_stay_when_it_says_nothing_of_them() -> None:
    cafe = lobby()
    cafe.do("Hal", EditAgenda, **edit(groups=["Families", "Schools"]))
    cafe.do("Hal", EditAgenda, **edit(table_size=5))
    assert cafe.docs("hall")["cafe"]["groups"] == ["Families", "Schools"]
    refusal = cafe.refused("Hal", EditAgenda, **edit(groups=["Schools", "schools"]))
    assert (refusal.code, "more than once" in refusal.message) == ("agenda", True)
    cafe.do("Hal", EditAgenda, **edit(groups=[]))
    assert cafe.docs("hall")["cafe"]["groups"] == []


def test_tables_of_another_size_are_allowed_and_the_plans_limits_come_back() -> None:
    cafe = lobby()
    before = cafe.state.people_settings
    for size, smallest, largest in ((2, 2, 5), (8, 3, 8), (4, before.smallest, before.largest)):
        cafe.do("Hal", EditAgenda, **edit(table_size=size))
        now = cafe.state.people_settings
        assert (now.table_size, now.smallest, now.largest) == (size, smallest, largest)


# All together: whatever hosts press, at whatever time.

PRESSES = st.lists(
    st.tuples(
        st.sampled_from([Next, EndEarly, Extend, Hold, KeepOpen, Reopen, CloseWorkshop]),
        st.booleans(),
        st.sampled_from([-7, 3, 5, 30]),
        st.sampled_from([0, 20, 60, 100, 400]),
    ),
    max_size=30,
)


def press(cafe: Cafe, command: type[Command], yes: bool, minutes: int) -> None:
    now = cafe.state.current
    before = list(cafe.state.steps)[max(0, list(cafe.state.steps).index(now) - 1)] if now else "s1"
    fields: dict[type[Command], dict[str, Any]] = {
        Next: {"after": now, "call": yes},
        EndEarly: {"step": now, "call": yes},
        Extend: {"step": now, "minutes": minutes},
        Hold: {"step": now, "on": yes},
        KeepOpen: {"step": now},
        Reopen: {"step": before if yes else now},
        CloseWorkshop: {},
    }
    with suppress(Refused):
        cafe.do("Hal", command, **fields[command])


@settings(max_examples=150)
@given(PRESSES)
def test_whatever_hosts_press_the_day_stays_in_order(presses: list[tuple[Any, bool, int, int]]) -> None:
    cafe = a_day()
    for command, yes, minutes, seconds in presses:
        press(cafe, command, yes, minutes)
        cafe.pass_time(seconds)
        _in_order(cafe)
    assert refold(cafe) == cafe.state


def _in_order(cafe: Cafe) -> None:
    """What has been is closed, what comes is planned, and the one step at most that is on has one clock."""
    steps = list(cafe.state.steps.values())
    now = steps.index(on(cafe))
    assert all(step.phase == "closed" for step in steps[:now])
    assert all(step.phase == "planned" for step in steps[now + 1 :])
    for step in steps:
        assert (step.closed_at is not None) == (step.phase == "closed")
        assert ((step.deadline is None) != (step.held_left is None)) == step.live
        assert (step.closing_until is not None) == (step.phase == "closing")
        assert step.then is None or step.phase == "closing"
    assert not (cafe.state.status == "closed" and steps[now].live)
    coming = due(cafe.state)
    assert coming is None or coming[0] > cafe.at

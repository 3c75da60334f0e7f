"""How the agenda and the clock change."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from workshop.activities.people.changes import only_who_sits_here_speaks, sit
from workshop.activities.steps.messages import (
    AgendaEdited,
    ClockHeld,
    ClosingTakenBack,
    StepClosed,
    StepClosing,
    StepExtended,
    StepOpened,
    StepReopened,
    WorkshopClosed,
    WorkshopOpened,
)
from workshop.core.clock import MINUTE
from workshop.core.plan import PeopleSettings, StepSettings
from workshop.core.state import Seats, Step, Workshop


def opened(state: Workshop, event: WorkshopOpened, at: int, _by: str | None) -> None:
    plan = event.plan
    state.code, state.practice, state.opened_at = event.code, event.practice, at
    state.title, state.plan_name, state.purpose = plan.name, plan.name, plan.purpose
    state.planned_minutes, state.notice = plan.minutes, plan.notice
    state.people_settings = state.plan_people = plan.people
    state.times, state.quoting = plan.times, plan.quoting
    state.contacts = tuple(plan.contacts)
    _set_steps(state, plan.steps)


def _set_steps(state: Workshop, steps: Iterable[StepSettings]) -> None:
    state.steps = {f"s{no}": Step(id=f"s{no}", settings=settings) for no, settings in enumerate(steps, 1)}


def agenda_edited(state: Workshop, event: AgendaEdited, _at: int, _by: str | None) -> None:
    state.title, state.planned_minutes = event.title, event.planned_minutes
    state.people_settings = edited(state, event.table_size, event.groups)
    _set_steps(state, event.steps)


def edited(state: Workshop, size: int, groups: Iterable[str] | None) -> PeopleSettings:
    """The plan's settings for tables of another size, with limits that allow it, and for other groups."""
    people = state.plan_people
    return msgspec.structs.replace(
        people,
        table_size=size,
        smallest=min(people.smallest, size),
        largest=max(people.largest, size),
        groups=state.people_settings.groups if groups is None else list(groups),
    )


def step_opened(state: Workshop, event: StepOpened, at: int, _by: str | None) -> None:
    step = state.steps[event.step]
    step.phase, step.opened_at = "open", at
    step.deadline = at + step.settings.minutes * MINUTE
    step.closed_at = step.closing_until = step.then = step.held_left = None
    state.current = step.id
    if state.status == "lobby":
        state.status, state.started_at = "running", at


def step_extended(state: Workshop, event: StepExtended, at: int, _by: str | None) -> None:
    """A step that ran over gets its minutes from now: five more minutes are five more minutes."""
    step = state.steps[event.step]
    if step.deadline is not None:
        step.deadline = max(step.deadline, at) + event.minutes * MINUTE
    if step.held_left is not None:
        step.held_left = max(step.held_left, 0) + event.minutes * MINUTE


def clock_held(state: Workshop, event: ClockHeld, at: int, _by: str | None) -> None:
    step = state.steps[event.step]
    if event.on and step.deadline is not None:
        step.held_left, step.deadline = step.deadline - at, None
    elif not event.on and step.held_left is not None:
        step.deadline, step.held_left = at + step.held_left, None


def step_closing(state: Workshop, event: StepClosing, _at: int, _by: str | None) -> None:
    step = state.steps[event.step]
    step.phase, step.closing_until, step.then = "closing", event.until, event.then


def closing_taken_back(state: Workshop, event: ClosingTakenBack, _at: int, _by: str | None) -> None:
    step = state.steps[event.step]
    step.phase, step.closing_until, step.then = "open", None, None


def step_closed(state: Workshop, event: StepClosed, at: int, _by: str | None) -> None:
    step = state.steps[event.step]
    assert step.opened_at is not None
    step.phase, step.closed_at, step.left_at_close = "closed", at, event.left
    step.spent += at - step.opened_at
    step.closing_until = step.then = step.deadline = step.held_left = None
    step.seats = {no: tuple(state.at_table(no)) for no in state.tables}


def step_reopened(state: Workshop, event: StepReopened, at: int, _by: str | None) -> None:
    step = state.steps[event.step]
    step.phase, step.opened_at, step.closed_at = "open", at, None
    step.deadline = at + step.left_at_close
    step.reopened += 1
    state.current, state.status, state.closed_at = step.id, "running", None
    if event.instead_of is not None:
        _plan_again(state, state.steps[event.instead_of])
    state.round_step = _latest_round(state, step.id)
    state.seats, state.held = Seats(), set()
    for table, people in event.tables.items():
        for person in people:
            sit(state, person, table, at)
    for place in state.tables.values():
        only_who_sits_here_speaks(state, place)
    state.audience += 1


def _plan_again(state: Workshop, step: Step) -> None:
    step.phase = "planned"
    step.opened_at = step.deadline = step.closing_until = step.then = step.held_left = step.closed_at = None
    state.seated.pop(step.id, None)


def _latest_round(state: Workshop, step_id: str) -> str | None:
    """The last round that was seated, up to and including this step."""
    latest = None
    for step in state.steps.values():
        latest = step.id if step.id in state.seated else latest
        if step.id == step_id:
            break
    return latest


def workshop_closed(state: Workshop, _event: WorkshopClosed, at: int, _by: str | None) -> None:
    state.status, state.closed_at = "closed", at
    state.saying = None
    state.audience += 1


CHANGES = {
    WorkshopOpened: opened,
    AgendaEdited: agenda_edited,
    StepOpened: step_opened,
    StepExtended: step_extended,
    ClockHeld: clock_held,
    StepClosing: step_closing,
    ClosingTakenBack: closing_taken_back,
    StepClosed: step_closed,
    StepReopened: step_reopened,
    WorkshopClosed: workshop_closed,
}

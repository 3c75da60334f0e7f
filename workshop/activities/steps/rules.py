"""When a step may open, stretch, hold, close and open again."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.flow import findings
from workshop.activities.people.rules import held_if_away, only_hosts
from workshop.activities.steps.changes import edited
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
    StepReopened,
    WorkshopClosed,
    WorkshopOpened,
)
from workshop.core import text
from workshop.core.access import not_ended
from workshop.core.clock import MINUTE, SECOND, Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Step, Workshop
from workshop.errors import Conflict, Invalid, NotFound

TITLE_LENGTH = 120


def open_workshop(command: OpenWorkshop, state: Workshop, _by: None, _moment: Moment) -> Iterator[Event]:
    if state.n:
        raise Conflict("This café is open already.")
    yield WorkshopOpened(code=command.code, plan=command.plan, practice=command.practice)


def edit_agenda(command: EditAgenda, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    if state.status != "lobby":
        raise Conflict(
            "The café has started, so its agenda stays as it is. You can still add minutes to a step."
        )
    if not command.steps:
        raise Invalid("An agenda needs one step at least.")
    people = edited(state, command.table_size, command.groups)
    wrong = [words for _, words in findings(people, command.steps)]
    if wrong:
        raise Invalid("\n".join(wrong), "agenda")
    yield AgendaEdited(
        title=text.line(command.title, TITLE_LENGTH, "The title"),
        planned_minutes=command.planned_minutes,
        table_size=command.table_size,
        steps=tuple(command.steps),
        groups=None if command.groups is None else tuple(command.groups),
    )


def next_step(command: Next, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    not_ended(state)
    if command.after != state.current:
        raise Conflict("The café has already moved on. Look at the agenda, then decide again.", "moved-on")
    now, coming = state.current_step(), state.step_after(state.current)
    if coming is None:
        raise Conflict("This was the last step. You can close the café now.", "last-step")
    if now is not None and now.live and command.call and _gets_call(state, now):
        yield _closing(state, now, moment, coming.id)
        return
    if now is not None and now.live:
        yield _closed(now, moment)
    yield StepOpened(step=coming.id)


def _gets_call(state: Workshop, step: Step) -> bool:
    """Rounds end with a closing call, so that nobody is torn from a sentence."""
    if step.phase == "closing":
        raise Conflict("The closing call is on already. You can also move at once.", "closing")
    return step.activity == "story_round" and state.times.closing_call > 0


def _closing(state: Workshop, step: Step, moment: Moment, then: str | None) -> StepClosing:
    return StepClosing(step=step.id, until=moment.at + state.times.closing_call * SECOND, then=then)


def _closed(step: Step, moment: Moment) -> StepClosed:
    left = step.held_left if step.deadline is None else step.deadline - moment.at
    return StepClosed(step=step.id, left=left or 0)


def _step(state: Workshop, step_id: str) -> Step:
    if step_id not in state.steps:
        raise NotFound("There is no such step in this café.")
    return state.steps[step_id]


def _current(state: Workshop, step_id: str) -> Step:
    step = _step(state, step_id)
    if step.id != state.current or not step.live:
        raise Conflict(f"“{step.settings.title}” is not on now.", "not-on")
    return step


def extend(command: Extend, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    step = _current(state, command.step)
    left = (step.deadline or 0) - moment.at if step.held_left is None else step.held_left
    if command.minutes == 0:
        raise Invalid("Say how many minutes to add or take away.")
    if command.minutes < 0 and left + command.minutes * MINUTE < 0:
        raise Invalid("So much time is not left. End the step instead.")
    if command.minutes > 0:
        yield from _not_ending(step)
    yield StepExtended(step=step.id, minutes=command.minutes)


def _not_ending(step: Step) -> Iterator[Event]:
    """Whoever gives a step more time, or stops its clock, does not want it to end by itself meanwhile."""
    if step.phase == "closing":
        yield ClosingTakenBack(step=step.id)


def hold(command: Hold, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    step = _current(state, command.step)
    if command.on != (step.deadline is None):
        yield from _not_ending(step) if command.on else ()
        yield ClockHeld(step=step.id, on=command.on)


def end_early(command: EndEarly, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    step = _current(state, command.step)
    if command.call and _gets_call(state, step):
        yield _closing(state, step, moment, None)
    else:
        yield _closed(step, moment)


def keep_open(command: KeepOpen, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    step = _current(state, command.step)
    if step.phase != "closing":
        raise Conflict("This step is not ending.")
    yield ClosingTakenBack(step=step.id)


def finish_closing(command: FinishClosing, state: Workshop, _by: None, moment: Moment) -> Iterator[Event]:
    step = state.steps[command.step]
    if step.phase != "closing" or step.closing_until is None or moment.at < step.closing_until:
        return
    then = step.then
    yield _closed(step, moment)
    if then is not None:
        yield StepOpened(step=then)


def reopen(command: Reopen, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    step = _step(state, command.step)
    if step.closed_at is None:
        raise Conflict("Only a step that has closed can be opened again.", "not-closed")
    if moment.at > step.closed_at + state.times.reopen * SECOND:
        raise Conflict(f"“{step.settings.title}” closed too long ago to open it again.", "too-late")
    after = state.step_after(step.id)
    instead_of = state.current if state.current != step.id else None
    if instead_of is not None and (after is None or after.id != instead_of):
        raise Conflict("Only the step just before this one can be opened again.", "not-the-last")
    seats = _seats_again(state, step)
    tables = {no: tuple(p for p, table in seats.items() if table == no) for no in sorted(set(seats.values()))}
    yield StepReopened(step=step.id, instead_of=instead_of, tables=tables)
    for person, table in seats.items():
        yield from held_if_away(moment, person, table)


def _seats_again(state: Workshop, step: Step) -> dict[str, int]:
    """The seats at the step's close, without those who have left since; newcomers keep their seat.

    Whoever leads a table now sits at that one.
    """
    seats = {person: seat.table for person, seat in state.seats.items()}
    seats |= {p: no for no, people in step.seats.items() for p in people if not state.people[p].gone}
    return {person: state.leads.get(person, table) for person, table in seats.items()}


def close_workshop(_command: CloseWorkshop, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    not_ended(state)
    step = state.current_step()
    if step is not None and step.live:
        yield _closed(step, moment)
    yield WorkshopClosed()


RULES = {
    EditAgenda: edit_agenda,
    Next: next_step,
    Extend: extend,
    Hold: hold,
    EndEarly: end_early,
    KeepOpen: keep_open,
    Reopen: reopen,
    CloseWorkshop: close_workshop,
}
SERVER_RULES = {OpenWorkshop: open_workshop, FinishClosing: finish_closing}

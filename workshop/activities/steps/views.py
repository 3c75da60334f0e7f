"""The agenda and the clock, the same for everyone; and what a seating could not do, for the hosts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.activities.plan import AnyStep
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
from workshop.activities.story_round.messages import StoryRound
from workshop.core import streams
from workshop.core.clock import SECOND
from workshop.core.messages import Doc, Event
from workshop.core.plan import Attribution, Contact, TimeSettings
from workshop.core.state import Phase, Status, Step, Workshop
from workshop.core.views import EVERYTHING, Touch, View, key, one


class CafeDoc(Doc, frozen=True, kw_only=True):
    """The workshop as everyone sees it. ``groups``: where people may be from, never who is from where.

    ``quoting_days``: so long after the close people may say whether their words may be quoted;
    ``quoting_until``: the end of that, in server milliseconds. ``attribution``: what stands with such words.
    """

    code: str
    title: str
    purpose: str
    plan: str
    status: Status
    practice: bool
    current: str | None
    planned_minutes: int
    table_size: int
    groups: tuple[str, ...]
    times: TimeSettings
    contacts: tuple[Contact, ...]
    quoting_days: int
    quoting_until: int | None
    attribution: Attribution
    started_at: int | None
    closed_at: int | None


class StepDoc(Doc, frozen=True, kw_only=True):
    """One step. ``place`` counts from 0. Times are server milliseconds; ``deadline`` is None while held.

    ``late_until``: late notes are welcome till then. ``reopen_until``: the host may still go back to it.
    """

    id: str
    place: int
    phase: Phase
    settings: AnyStep
    opened_at: int | None
    deadline: int | None
    held_left: int | None
    closing_until: int | None
    then: str | None
    closed_at: int | None
    late_until: int | None
    reopen_until: int | None
    spent: int


class SeatedDoc(Doc, frozen=True, kw_only=True):
    """What the seating of a round could and could not do."""

    step: str
    tables: int
    repeat_meetings: int
    least_possible: int
    unmet: tuple[str, ...]


def _cafe(state: Workshop, _stream_id: str, _doc_id: str) -> CafeDoc:
    return CafeDoc(
        code=state.code,
        title=state.title,
        purpose=state.purpose,
        plan=state.plan_name,
        status=state.status,
        practice=state.practice,
        current=state.current,
        planned_minutes=state.planned_minutes,
        table_size=state.people_settings.table_size,
        groups=tuple(state.people_settings.groups),
        times=state.times,
        contacts=state.contacts,
        quoting_days=state.quoting.days,
        quoting_until=state.quoting_until,
        attribution=state.quoting.attribution,
        started_at=state.started_at,
        closed_at=state.closed_at,
    )


def _step_keys(state: Workshop, _stream_id: str) -> Iterable[str]:
    return state.steps


def _step(state: Workshop, _stream_id: str, step_id: str) -> StepDoc | None:
    step = state.steps.get(step_id)
    if step is None:
        return None
    assert isinstance(step.settings, AnyStep)
    return StepDoc(
        id=step.id,
        place=list(state.steps).index(step.id),
        phase=step.phase,
        settings=step.settings,
        opened_at=step.opened_at,
        deadline=step.deadline,
        held_left=step.held_left,
        closing_until=step.closing_until,
        then=step.then,
        closed_at=step.closed_at,
        late_until=_after_close(step, state.times.late_notes) if _takes_notes(step) else None,
        reopen_until=_after_close(step, state.times.reopen),
        spent=step.spent,
    )


def _takes_notes(step: Step) -> bool:
    return isinstance(step.settings, StoryRound)


def _after_close(step: Step, seconds: int) -> int | None:
    return step.closed_at + seconds * SECOND if step.closed_at is not None else None


def _seated_keys(state: Workshop, _stream_id: str) -> Iterable[str]:
    return state.seated


def _seated(state: Workshop, _stream_id: str, step_id: str) -> SeatedDoc | None:
    seated = state.seated.get(step_id)
    if seated is None:
        return None
    return SeatedDoc(
        step=step_id,
        tables=len(seated.tables),
        repeat_meetings=seated.repeat_meetings,
        least_possible=seated.least_possible,
        unmet=seated.unmet,
    )


VIEWS = (
    View("hall", "cafe", CafeDoc, one, _cafe),
    View("hall", "step", StepDoc, _step_keys, _step),
    View("desk", "seated", SeatedDoc, _seated_keys, _seated),
)


def _all_new(_state: Workshop, _event: Event) -> Iterator[Touch]:
    yield streams.HALL, EVERYTHING
    yield streams.DESK, EVERYTHING


def _one_step(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, StepExtended | ClockHeld | StepClosing | ClosingTakenBack)
    yield streams.HALL, key("step", event.step)


def _step_and_cafe(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, StepOpened | StepClosed)
    yield streams.HALL, key("step", event.step)
    yield streams.HALL, "cafe"


def _reopened(state: Workshop, event: Event) -> Iterator[Touch]:
    yield streams.HALL, EVERYTHING
    yield from everyone_moves(state)


def everyone_moves(state: Workshop) -> Iterator[Touch]:
    """People sit elsewhere and another round lies on the tables: what they see is new."""
    for table in state.tables:
        yield streams.table(table), EVERYTHING
    for person in state.people.values():
        if not person.gone and person.role != "screen":
            yield streams.person(person.id), EVERYTHING
    yield streams.DESK, EVERYTHING


TOUCHES = {
    WorkshopOpened: _all_new,
    AgendaEdited: _all_new,
    WorkshopClosed: _all_new,
    StepOpened: _step_and_cafe,
    StepClosed: _step_and_cafe,
    StepExtended: _one_step,
    ClockHeld: _one_step,
    StepClosing: _one_step,
    ClosingTakenBack: _one_step,
    StepReopened: _reopened,
}

"""Finding and permission in one call: a rule gets what it asks for, or a refusal in plain words."""

from __future__ import annotations

from typing import TypeVar

from workshop.core.clock import SECOND, Moment
from workshop.core.people import SCREEN, Person
from workshop.core.plan import StepSettings
from workshop.core.state import Step, Workshop
from workshop.errors import Conflict, NotAllowed, NotFound

Kind = TypeVar("Kind", bound=StepSettings)


def not_ended(state: Workshop) -> None:
    if state.status == "closed":
        raise Conflict("This café has ended.", "ended")


def not_a_screen(by: Person) -> None:
    if by.role == SCREEN:
        raise NotAllowed("A screen only shows things. Join on a device of your own to take part.")


def takes_part(by: Person) -> None:
    """For what participants and facilitators do, and hosts and screens do not."""
    if not by.sits:
        raise NotAllowed(
            "This is for participants and facilitators. Hosts and screens do not take part in it."
        )


def step_of(state: Workshop, step_id: str, kind: type[Kind]) -> tuple[Step, Kind]:
    """The step and its settings, or :class:`NotFound` when there is none of this kind."""
    step = state.steps.get(step_id)
    if step is None:
        raise NotFound("There is no such step in this café.")
    if not isinstance(step.settings, kind):
        raise NotFound(f"This does not belong in “{step.settings.title}”. Look at the agenda for its step.")
    return step, step.settings


def live_step(state: Workshop, step_id: str, kind: type[Kind]) -> tuple[Step, Kind]:
    """The step, while it is on; a :class:`Conflict` before and after."""
    step, settings = step_of(state, step_id, kind)
    if not step.live:
        raise _not_on(step)
    return step, settings


def begun_step(state: Workshop, step_id: str, kind: type[Kind]) -> tuple[Step, Kind]:
    """The step, from when it opens until the workshop closes: its time is never too short for anyone."""
    step, settings = step_of(state, step_id, kind)
    not_ended(state)
    if step.phase == "planned":
        raise _not_on(step)
    return step, settings


def is_late(state: Workshop, step: Step, moment: Moment) -> bool:
    """Whether words for this step come late; a :class:`Conflict` when they are too late, or too early."""
    if step.live:
        return False
    if step.closed_at is None:
        raise _not_on(step)
    if state.status == "closed" or moment.at > step.closed_at + state.times.late_notes * SECOND:
        raise Conflict(
            f"“{step.settings.title}” has closed. Your words are kept on this device; "
            "you can add them to the round that is on.",
            "step-closed",
        )
    return True


def _not_on(step: Step) -> Conflict:
    if step.phase == "planned":
        return Conflict(f"“{step.settings.title}” has not begun.", "not-open")
    return Conflict(f"“{step.settings.title}” has closed.", "step-closed")


def table_of(state: Workshop, person_id: str) -> int | None:
    """The table where somebody has a seat now."""
    seat = state.seats.get(person_id)
    return seat.table if seat is not None else None


def speaks_for(state: Workshop, by: Person, someone: str | None) -> Person:
    """Whose dots or answer this is: one's own, or that of a person at the table that ``by`` leads."""
    if someone is None or someone == by.id:
        return by
    table = state.leads.get(by.id)
    person = state.people.get(someone)
    if table is None or person is None or person.gone or last_table(state, person.id) != table:
        raise NotAllowed("You can do this only for people at the table you lead.")
    return person


def last_table(state: Workshop, person: str) -> int | None:
    """The table someone sits at, or sat at last: whoever takes part by phone may have lost the seat."""
    places = state.places.get(person)
    last = places[-1][1] if places else None
    return table_of(state, person) or last

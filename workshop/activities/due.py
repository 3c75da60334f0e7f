"""What the clock alone brings about, with nobody pressing anything."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.people.messages import ReleaseSeat
from workshop.activities.steps.messages import FinishClosing
from workshop.core.clock import SECOND
from workshop.core.ids import new_id
from workshop.core.messages import Command
from workshop.core.state import Workshop


def due(state: Workshop) -> tuple[int, Command] | None:
    """The next thing the clock will bring about, with its time in milliseconds."""
    return min(_all(state), key=lambda thing: thing[0], default=None)


def _all(state: Workshop) -> Iterator[tuple[int, Command]]:
    step = state.current_step()
    if step is not None and step.closing_until is not None:
        yield step.closing_until, FinishClosing(id=new_id(), step=step.id)
    for person in state.held:
        seat = state.seats.get(person)
        if seat is not None and seat.held_since is not None and person not in state.leads:
            until = seat.held_since + state.times.seat_held * SECOND
            yield until, ReleaseSeat(id=new_id(), person=person)

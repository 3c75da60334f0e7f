"""Everybody sits down at the table they were given."""

from __future__ import annotations

from workshop.activities.people.changes import sit
from workshop.activities.story_round.messages import SeatsMade
from workshop.core.state import Seated, Seats, Workshop


def seated(state: Workshop, event: SeatsMade, at: int, _by: str | None) -> None:
    _forget_seating(state, event.step)
    state.round_step = event.step
    state.seated[event.step] = Seated(
        step=event.step,
        tables=event.tables,
        seed=event.seed,
        repeat_meetings=event.repeat_meetings,
        least_possible=event.least_possible,
        unmet=event.unmet,
    )
    state.seats, state.held = Seats(), set()
    for table in state.tables.values():
        table.spokesperson = None
    for no, people in event.tables.items():
        for person in people:
            sit(state, person, no, at)
    state.audience += 1


def _forget_seating(state: Workshop, step: str) -> None:
    """A round that was pushed back is seated anew: nobody sits, nor has met, where they sat for a moment."""
    for at, no in [place for place in state.sat if place[0] == step]:
        for person in state.sat.pop((at, no)):
            state.places[person].remove((at, no))


CHANGES = {SeatsMade: seated}

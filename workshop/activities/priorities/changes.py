"""How the ideas that a table brings to everyone are chosen and taken back."""

from __future__ import annotations

from workshop.activities.priorities.messages import PriorityDropped, PriorityPicked
from workshop.core.state import Workshop
from workshop.core.things import Priority


def picked(state: Workshop, event: PriorityPicked, at: int, by: str | None) -> None:
    """Picking again gives a new reason; the place among the others stays."""
    before = state.priorities.get((event.table, event.note))
    state.priorities[event.table, event.note] = Priority(
        note=event.note,
        table=event.table,
        step=event.step,
        why=event.why,
        by=by or "",
        at=before.at if before else at,
    )


def dropped(state: Workshop, event: PriorityDropped, _at: int, _by: str | None) -> None:
    state.priorities.pop((event.table, event.note), None)


CHANGES = {PriorityPicked: picked, PriorityDropped: dropped}

"""The latest version of each decision, and the lines about what is missing."""

from __future__ import annotations

from workshop.activities.decisions.messages import (
    DecisionRecorded,
    DecisionSetAside,
    MissingSaid,
    MissingTakenBack,
)
from workshop.core.state import Workshop
from workshop.core.votes import Decision, Missing


def recorded(state: Workshop, event: DecisionRecorded, at: int, _by: str | None) -> None:
    """Earlier versions stay in the ledger."""
    before = state.decisions.get(event.decision)
    state.decisions[event.decision] = Decision(
        id=event.decision,
        step=event.step,
        table=event.table,
        ballot=event.ballot,
        chosen=event.chosen,
        set_aside=event.set_aside,
        why=event.why,
        decided_by=event.decided_by,
        decider=event.decider,
        at=at,
        versions=before.versions + 1 if before is not None else 1,
    )


def set_aside(state: Workshop, event: DecisionSetAside, _at: int, _by: str | None) -> None:
    state.decisions.pop(event.decision, None)


def said(state: Workshop, event: MissingSaid, at: int, _by: str | None) -> None:
    state.missing[event.missing] = Missing(
        id=event.missing, step=event.step, table=event.table, text=event.text, by=event.by, at=at
    )


def taken_back(state: Workshop, event: MissingTakenBack, _at: int, by: str | None) -> None:
    state.missing[event.missing].removed_by = (by or "") if event.on else None


CHANGES = {
    DecisionRecorded: recorded,
    DecisionSetAside: set_aside,
    MissingSaid: said,
    MissingTakenBack: taken_back,
}

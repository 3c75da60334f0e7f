"""How the day went: planned and actual time, step by step."""

from __future__ import annotations

from workshop.core.state import Step
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.model import StepLine

SECOND = 1_000


def taken_seconds(folded: Folded, step: Step) -> int:
    """How long a step has been open in all, as far as it has closed."""
    return sum(folded.stretches.get(step.id, ())) // SECOND


def steps(folded: Folded) -> tuple[StepLine, ...]:
    return tuple(_step(folded, step) for step in folded.state.steps.values())


def _step(folded: Folded, step: Step) -> StepLine:
    return StepLine(
        anchor=anchors.step(step.id),
        entries=folded.entries(anchors.step(step.id)),
        evidence=(),
        step=step.id,
        title=step.settings.title,
        activity=step.activity,
        phase=step.phase,
        planned_minutes=step.settings.minutes,
        added_minutes=folded.added.get(step.id, 0),
        taken_seconds=taken_seconds(folded, step),
        stretches=tuple(stretch // SECOND for stretch in folded.stretches.get(step.id, ())),
        reopened=step.reopened,
    )

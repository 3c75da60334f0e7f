"""Hearing each table: turns, reactions, and the chat without those who wrote it."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.activities.plenary.messages import Plenary
from workshop.core.state import Step
from workshop.core.things import Slot
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.model import ChatLine, PlenaryLine, PriorityLine, TurnLine
from workshop.harvest.process import SECOND


def plenaries(folded: Folded, brought: Sequence[PriorityLine]) -> tuple[PlenaryLine, ...]:
    steps = (s for s in folded.state.steps.values() if s.opened_at is not None)
    return tuple(_plenary(folded, s, s.settings, brought) for s in steps if isinstance(s.settings, Plenary))


def _plenary(folded: Folded, step: Step, settings: Plenary, brought: Sequence[PriorityLine]) -> PlenaryLine:
    slots = sorted(((no, slot) for (at, no), slot in folded.state.slots.items() if at == step.id))
    turns = tuple(_turn(folded, step.id, slot, brought) for _, slot in slots)
    return PlenaryLine(
        anchor=anchors.plenary(step.id),
        entries=folded.entries(anchors.step(step.id)),
        evidence=tuple(turn.anchor for turn in turns),
        step=step.id,
        title=settings.title,
        prompt=settings.prompt,
        turns=turns,
        chat=_chat(folded, step.id),
    )


def _turn(folded: Folded, step: str, slot: Slot, brought: Sequence[PriorityLine]) -> TurnLine:
    return TurnLine(
        anchor=anchors.turn(step, slot.table),
        entries=folded.entries(anchors.turn(step, slot.table)),
        evidence=tuple(idea.anchor for idea in brought if idea.table == slot.table),
        step=step,
        table=slot.table,
        phase=slot.phase,
        taken_seconds=slot.took // SECOND,
        spokesperson=(step, slot.table) in folded.spoke_for,
        reactions={kind: len(people) for kind, people in sorted(slot.reactions.items()) if people},
    )


def _chat(folded: Folded, step: str) -> tuple[ChatLine, ...]:
    """What was said, in order. A line without its author's name shows no table either."""
    return tuple(
        ChatLine(
            anchor=anchors.chat(line.id),
            entries=folded.entries(anchors.chat(line.id)),
            evidence=(),
            id=line.id,
            step=step,
            kind=line.kind,
            text=line.text,
            table=None if line.anonymous else line.table,
        )
        for line in folded.state.chat.values()
        if line.step == step and not line.removed
    )

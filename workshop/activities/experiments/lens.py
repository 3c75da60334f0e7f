"""Which lens a blueprint is held against, and which of its entries are touched."""

from __future__ import annotations

from workshop.activities.blueprint.messages import Blueprint
from workshop.core.blueprint import Experiment
from workshop.core.lenses import FEATURES, SHIPPED
from workshop.core.state import Workshop


def lens_of(state: Workshop) -> tuple[str, ...]:
    """That of the first blueprint step of the agenda; the features where there is none."""
    for step in state.steps.values():
        if isinstance(step.settings, Blueprint):
            own = tuple(step.settings.entries)
            return own if step.settings.lens == "own" and own else SHIPPED.get(step.settings.lens, FEATURES)
    return FEATURES


def coverage(state: Workshop) -> dict[str, list[Experiment]]:
    """Each entry of the lens with the experiments that touch it, in their order; several, one or none."""
    standing = state.blueprint.standing()
    return {entry: [each for each in standing if entry in each.names("lens")] for entry in lens_of(state)}

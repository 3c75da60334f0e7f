"""How a blueprint grows, field by field."""

from __future__ import annotations

from workshop.activities.blueprint.messages import (
    BlueprintIssued,
    ContextWritten,
    ExperimentAdded,
    ExperimentMoved,
    ExperimentRemoved,
    ExperimentStarted,
    ExperimentWritten,
)
from workshop.core.blueprint import Experiment, Issue, Value, Written
from workshop.core.state import Workshop


def added(state: Workshop, event: ExperimentAdded, at: int, _by: str | None) -> None:
    made = Experiment(id=event.experiment, kind=event.kind, note=event.taken_up, rank=event.rank, at=at)
    _write(made, "idea", event.idea, event.repeats)
    if event.theme is not None:
        _write(made, "themes", (event.theme,))
    state.blueprint.experiments[made.id] = made
    state.blueprint.changes += 1


def written(state: Workshop, event: ExperimentWritten, _at: int, _by: str | None) -> None:
    _write(_touched(state, event.experiment), event.field, event.value, event.repeats)


def _touched(state: Workshop, experiment: str) -> Experiment:
    state.blueprint.changes += 1
    return state.blueprint.experiments[experiment]


def _write(experiment: Experiment, name: str, value: Value, repeats: str | None = None) -> None:
    experiment.fields[name] = Written(value, experiment.version(name) + 1, repeats)


def started(state: Workshop, event: ExperimentStarted, _at: int, _by: str | None) -> None:
    _touched(state, event.experiment).trying = event.on


def removed(state: Workshop, event: ExperimentRemoved, _at: int, _by: str | None) -> None:
    _touched(state, event.experiment).removed = event.on


def moved(state: Workshop, event: ExperimentMoved, _at: int, _by: str | None) -> None:
    _touched(state, event.experiment).rank = event.rank


def context_written(state: Workshop, event: ContextWritten, _at: int, _by: str | None) -> None:
    here = state.blueprint
    here.context, here.context_version = event.text, here.context_version + 1
    here.changes += 1


def issued(state: Workshop, event: BlueprintIssued, at: int, _by: str | None) -> None:
    state.blueprint.issued.append(Issue(no=event.no, at=at, words=event.words))
    state.blueprint.changes = 0


CHANGES = {
    ExperimentAdded: added,
    ExperimentWritten: written,
    ExperimentStarted: started,
    ExperimentRemoved: removed,
    ExperimentMoved: moved,
    ContextWritten: context_written,
    BlueprintIssued: issued,
}

"""Everyone sees the blueprint as it is written, and nobody who wrote what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from workshop.activities.blueprint.messages import (
    Blueprint,
    BlueprintIssued,
    ContextWritten,
    ExperimentAdded,
    ExperimentMoved,
    ExperimentRemoved,
    ExperimentStarted,
    ExperimentWritten,
)
from workshop.activities.experiments.lens import coverage
from workshop.activities.steps.messages import (
    AgendaEdited,
    StepClosed,
    StepOpened,
    StepReopened,
    WorkshopClosed,
)
from workshop.activities.themes.messages import (
    NotesPut,
    NotesTaken,
    ThemeNamed,
    ThemesMerged,
    ThemeStarted,
    ThemeUnmerged,
)
from workshop.core import blueprint, streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.views import Touch, View, key, one


class WrittenDoc(msgspec.Struct, frozen=True, kw_only=True):
    """``version``: what a writer says to have seen. ``themes`` and ``lens`` are lists, all others words."""

    value: str | tuple[str, ...]
    version: int


class ExperimentDoc(Doc, frozen=True, kw_only=True):
    """``place``: experiments stand in the order of these numbers. ``fields``: those ever written in.

    ``note``: the idea it takes up. ``missing``: the fields it needs before it can start. One that was
    removed is still told, so that it can be put back.
    """

    id: str
    kind: blueprint.Kind
    note: str | None
    place: float
    fields: dict[str, WrittenDoc]
    missing: tuple[str, ...]
    status: blueprint.Status
    removed: bool
    at: int


class IssuedDoc(msgspec.Struct, frozen=True, kw_only=True):
    no: int
    at: int
    words: str


class CoverageDoc(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the lens, and the experiments that touch it; none where it is untouched."""

    entry: str
    experiments: tuple[str, ...]


class NamedDoc(msgspec.Struct, frozen=True, kw_only=True):
    """A theme that stands. ``name`` is empty where it has none."""

    id: str
    name: str


class BlueprintDoc(Doc, frozen=True, kw_only=True):
    """``version``: of the context. ``open``: a step for it is on; ``writers``: who may write now.

    ``themes``: those that experiments can work on, in the order in which they were begun; told only while
    its step is on or was on last, when nobody follows a wall. ``touched``: whether something has changed
    since the last version.
    """

    context: str
    version: int
    issued: tuple[IssuedDoc, ...]
    coverage: tuple[CoverageDoc, ...]
    themes: tuple[NamedDoc, ...]
    open: bool
    writers: Literal["everyone", "facilitators", "hosts"]
    touched: bool


def _keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return iter(state.blueprint.experiments)


def _experiment(state: Workshop, _stream_id: str, experiment_id: str) -> ExperimentDoc | None:
    found = state.blueprint.experiments.get(experiment_id)
    if found is None:
        return None
    return ExperimentDoc(
        id=found.id,
        kind=found.kind,
        note=found.note,
        place=found.rank,
        fields={n: WrittenDoc(value=w.value, version=w.version) for n, w in found.fields.items()},
        missing=found.missing,
        status=found.status,
        removed=found.removed,
        at=found.at,
    )


def _blueprint(state: Workshop, _stream_id: str, _id: str) -> BlueprintDoc:
    here, step = state.blueprint, state.current_step()
    on = step.settings if step is not None and step.live and isinstance(step.settings, Blueprint) else None
    return BlueprintDoc(
        context=here.context,
        version=here.context_version,
        issued=tuple(IssuedDoc(no=i.no, at=i.at, words=i.words) for i in here.issued),
        coverage=tuple(
            CoverageDoc(entry=entry, experiments=tuple(each.id for each in touching))
            for entry, touching in coverage(state).items()
        ),
        themes=tuple(_themes(state)) if _is_its_time(state) else (),
        open=on is not None,
        writers=on.who if on is not None else "hosts",
        touched=here.changes > 0,
    )


def _is_its_time(state: Workshop) -> bool:
    """Its step is on, or was on last: then people can still read it."""
    step = state.current_step()
    return step is not None and isinstance(step.settings, Blueprint)


def _themes(state: Workshop) -> Iterator[NamedDoc]:
    """What people have seen of walls: what hosts prepare for a later one is not told."""
    for theme in sorted(state.themes.values(), key=lambda t: (t.at, t.id)):
        if theme.stands and theme.question is None and state.steps[theme.step].opened_at is not None:
            yield NamedDoc(id=theme.id, name=theme.name)


VIEWS = (
    View("hall", "blueprint", BlueprintDoc, one, _blueprint),
    View("hall", "experiment", ExperimentDoc, _keys, _experiment),
)

OfOne = ExperimentAdded | ExperimentWritten | ExperimentStarted | ExperimentRemoved | ExperimentMoved


def _one(state: Workshop, event: Event) -> Iterator[Touch]:
    """The whole is told anew for the first change after a version, and where the lens is touched."""
    assert isinstance(event, OfOne)
    yield streams.HALL, key("experiment", event.experiment)
    seen_through = isinstance(event, ExperimentRemoved | ExperimentMoved) or (
        isinstance(event, ExperimentWritten) and event.field == "lens"
    )
    if seen_through or state.blueprint.changes == 1:
        yield streams.HALL, key("blueprint")


def _whole(_state: Workshop, _event: Event) -> Iterator[Touch]:
    yield streams.HALL, key("blueprint")


def _in_its_time(state: Workshop, _event: Event) -> Iterator[Touch]:
    """Hosts may go on at the wall while the blueprint is written."""
    if _is_its_time(state):
        yield streams.HALL, key("blueprint")


TOUCHES = {
    **dict.fromkeys(
        (ExperimentAdded, ExperimentWritten, ExperimentStarted, ExperimentRemoved, ExperimentMoved), _one
    ),
    **dict.fromkeys((ContextWritten, BlueprintIssued), _whole),
    **dict.fromkeys(
        (ThemeStarted, NotesPut, NotesTaken, ThemeNamed, ThemesMerged, ThemeUnmerged), _in_its_time
    ),
    **dict.fromkeys((AgendaEdited, StepOpened, StepClosed, StepReopened, WorkshopClosed), _whole),
}

"""A blueprint that a group writes together: experiments, small changes, and the versions it issues."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.core import blueprint
from workshop.core.lenses import LensName
from workshop.core.messages import Command, Event, Id, Text
from workshop.core.plan import StepSettings

# The name of a field that is written by itself.
Field = Literal[
    "idea",
    "barrier",
    "domain",
    "designed_by",
    "owner",
    "first_step",
    "prediction",
    "measures",
    "review_on",
    "themes",
    "lens",
    "own_power",
    "possible_now",
    "no_national_rule",
]
Version = Annotated[int, Meta(ge=0, le=100_000)]
Several = Annotated[list[Annotated[str, Meta(max_length=80)]], Meta(max_length=20)]
Entry = Annotated[str, Meta(min_length=1, max_length=80)]


class Blueprint(StepSettings, frozen=True, kw_only=True, tag="blueprint"):
    """``who`` writes. ``lens``: what the experiments are held against; ``entries``: of one's own lens."""

    prompt: Annotated[str, Meta(max_length=400)] = ""
    who: Literal["everyone", "facilitators"] = "everyone"
    lens: LensName = "features"
    entries: Annotated[list[Entry], Meta(max_length=12)] = []


class AddExperiment(Command, frozen=True, kw_only=True, tag="experiment.add"):
    """Begin an experiment, or a small change. The command's id becomes the experiment's id.

    ``note``: an idea that a table chose, which it takes up. ``theme``: what it works on.
    """

    kind: blueprint.Kind
    idea: Text
    note: Id | None = None
    theme: Id | None = None


class WriteExperiment(Command, frozen=True, kw_only=True, tag="experiment.write"):
    """One field anew. ``was``: the version of this field that the writer saw; 0 where nobody had written.

    ``themes`` and ``lens`` hold lists, all other fields words; an empty one takes away what stood there.
    """

    experiment: Id
    field: Field
    value: Text | Several
    was: Version


class StartExperiment(Command, frozen=True, kw_only=True, tag="experiment.start"):
    """It is being tried from now on. ``on`` false takes that back."""

    experiment: Id
    on: bool


class RemoveExperiment(Command, frozen=True, kw_only=True, tag="experiment.remove"):
    """``on`` false puts it back."""

    experiment: Id
    on: bool = True


class MoveExperiment(Command, frozen=True, kw_only=True, tag="experiment.move"):
    """``before``: the one it comes to stand before; without it, it comes last."""

    experiment: Id
    before: Id | None = None


class WriteContext(Command, frozen=True, kw_only=True, tag="blueprint.context"):
    """What is so here, and what may not be touched, such as duties by law."""

    text: Text
    was: Version


class IssueBlueprint(Command, frozen=True, kw_only=True, tag="blueprint.issue"):
    """A host fixes a version. ``was``: the number of the last one that the host saw; 0 before the first."""

    words: Text = ""
    was: Version


class ExperimentAdded(Event, frozen=True, kw_only=True, tag="experiment.added"):
    """``taken_up``: the note of the idea it takes up; ``repeats`` as below."""

    experiment: str
    kind: blueprint.Kind
    idea: str
    rank: float
    taken_up: str | None = None
    theme: str | None = None
    repeats: str | None = None


class ExperimentWritten(Event, frozen=True, kw_only=True, tag="experiment.written"):
    """``repeats``: the note whose words stand in it to the letter; who redacts those redacts these."""

    experiment: str
    field: Field
    value: str | tuple[str, ...]
    repeats: str | None = None


class ExperimentStarted(Event, frozen=True, kw_only=True, tag="experiment.started"):
    experiment: str
    on: bool


class ExperimentRemoved(Event, frozen=True, kw_only=True, tag="experiment.removed"):
    experiment: str
    on: bool


class ExperimentMoved(Event, frozen=True, kw_only=True, tag="experiment.moved"):
    experiment: str
    rank: float


class ContextWritten(Event, frozen=True, kw_only=True, tag="blueprint.context-written"):
    text: str


class BlueprintIssued(Event, frozen=True, kw_only=True, tag="blueprint.issued"):
    no: int
    words: str = ""

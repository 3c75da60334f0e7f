"""Who writes in the blueprint, what an experiment needs before it starts, and when a version is issued."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.blueprint.messages import (
    AddExperiment,
    Blueprint,
    BlueprintIssued,
    ContextWritten,
    ExperimentAdded,
    ExperimentMoved,
    ExperimentRemoved,
    ExperimentStarted,
    ExperimentWritten,
    IssueBlueprint,
    MoveExperiment,
    RemoveExperiment,
    StartExperiment,
    WriteContext,
    WriteExperiment,
)
from workshop.activities.experiments.fields import clean, known_themes
from workshop.activities.people.rules import only_hosts
from workshop.core import ranks, text
from workshop.core.access import not_a_screen, not_ended, table_of
from workshop.core.blueprint import Experiment, Value, called, missing
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Workshop
from workshop.errors import Conflict, NotAllowed, NotFound, TooMany

CONTEXT_LENGTH = 2_000
ISSUE_LENGTH = 500
MOST_EXPERIMENTS = 60
# With those that were taken out, which can be put back.
MOST_EVER = 300


def _may_write(state: Workshop, by: Person) -> None:
    """Hosts from the beginning, and after the close; everyone else while a step for it is on."""
    not_a_screen(by)
    if by.hosts:
        if state.status == "lobby":
            raise Conflict("The café has not begun. The blueprint begins with its first step.", "not-on")
        return
    not_ended(state)
    step = state.current_step()
    if step is None or not step.live or not isinstance(step.settings, Blueprint):
        raise Conflict("The blueprint is written together only while its step is on.", "not-on")
    if step.settings.who == "facilitators" and not by.leads:
        raise NotAllowed("In this step facilitators write. Tell one of them what to put down.")


def _standing(state: Workshop, experiment_id: str) -> Experiment:
    found = _known(state, experiment_id)
    if found.removed:
        raise Conflict("Someone has just taken this experiment out. Put it back first.", "removed")
    return found


def _known(state: Workshop, experiment_id: str) -> Experiment:
    found = state.blueprint.experiments.get(experiment_id)
    if found is None:
        raise NotFound("There is no such experiment in this blueprint.")
    return found


def add(command: AddExperiment, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    _may_write(state, by)
    standing = state.blueprint.standing()
    if len(standing) >= MOST_EXPERIMENTS or len(state.blueprint.experiments) >= MOST_EVER:
        raise TooMany(f"A blueprint has at most {MOST_EXPERIMENTS} of them. Take one out first.", "enough")
    if command.note is not None:
        _free(state, by, command.note)
    if command.theme is not None:
        known_themes(state, (command.theme,))
    idea = str(clean(state, command.kind, "idea", command.idea))
    yield ExperimentAdded(
        experiment=command.id,
        kind=command.kind,
        idea=idea,
        rank=standing[-1].rank + 1 if standing else 1.0,
        taken_up=command.note,
        theme=command.theme,
        repeats=_repeats(state, command.note, idea),
    )


def _free(state: Workshop, by: Person, note: str) -> None:
    """An idea that a table chose and that this person may know of, which no experiment takes up yet."""
    chosen = [table for table, of in state.priorities if of == note]
    heard = {no for _, no in state.slots}
    if not chosen or not (by.hosts or chosen[0] in heard or chosen[0] == table_of(state, by.id)):
        raise NotFound("This is no idea that a table chose. Write the experiment without it.")
    if state.blueprint.taken_up_by(note) is not None:
        raise Conflict("Another experiment takes up this idea already. Work on that one.", "taken")


def _repeats(state: Workshop, note_id: str | None, value: Value) -> str | None:
    note = state.notes.get(note_id or "")
    again = note is not None and isinstance(value, str) and text.repeats(value, note.text)
    return note_id if again else None


def write(command: WriteExperiment, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    _may_write(state, by)
    experiment, name = _standing(state, command.experiment), command.field
    given = tuple(command.value) if isinstance(command.value, list) else command.value
    value = clean(state, experiment.kind, name, given)
    stands = experiment.fields.get(name)
    if (stands.value if stands else type(value)()) == value:
        return
    if command.was != experiment.version(name):
        raise Conflict(
            "Someone else has just written here. Read what stands there now, then change it.", "overtaken"
        )
    if experiment.trying:
        _stays_ready(experiment, name, value)
    yield ExperimentWritten(
        experiment=experiment.id,
        field=name,
        value=value,
        repeats=_repeats(state, experiment.note, value),
    )


def _stays_ready(experiment: Experiment, name: str, value: Value) -> None:
    """What is being tried keeps what it needs."""
    said = {each: experiment.says(each) for each in experiment.fields} | {name: str(value)}
    lacking = missing(experiment.kind, said)
    if lacking:
        raise Conflict(
            f"This is being tried, so it keeps {called(lacking)}. Put it in other words, "
            "or say first that it is not being tried.",
            "not-ready",
        )


def start(command: StartExperiment, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    _may_write(state, by)
    experiment = _standing(state, command.experiment)
    if command.on and experiment.missing:
        raise Conflict(f"This cannot start yet. It still needs {called(experiment.missing)}.", "not-ready")
    if experiment.trying != command.on:
        yield ExperimentStarted(experiment=experiment.id, on=command.on)


def remove(command: RemoveExperiment, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    _may_write(state, by)
    experiment = _known(state, command.experiment)
    if experiment.removed == command.on:
        return
    if not command.on and experiment.note is not None and state.blueprint.taken_up_by(experiment.note):
        raise Conflict("Another experiment has taken up its idea. Take that one out first.", "taken")
    yield ExperimentRemoved(experiment=experiment.id, on=command.on)


def move(command: MoveExperiment, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    _may_write(state, by)
    experiment = _standing(state, command.experiment)
    if command.before == experiment.id:
        return
    order = [each.id for each in state.blueprint.standing()]
    others = [(each.id, each.rank) for each in state.blueprint.standing() if each is not experiment]
    behind = _place(others, command.before)
    if order.index(experiment.id) == behind:
        return
    for moved, rank in ranks.moved(experiment.id, others, behind):
        yield ExperimentMoved(experiment=moved, rank=rank)


def _place(others: list[tuple[str, float]], before: str | None) -> int:
    if before is None:
        return len(others)
    places = {other: place for place, (other, _) in enumerate(others)}
    if before not in places:
        raise NotFound("The experiment it should stand before is not there any more.")
    return places[before]


def context(command: WriteContext, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    _may_write(state, by)
    here = state.blueprint
    words = text.passage(command.text, CONTEXT_LENGTH, "The context") if text.visible(command.text) else ""
    if words == here.context:
        return
    if command.was != here.context_version:
        raise Conflict(
            "Someone else has just written here. Read what stands there now, then change it.", "overtaken"
        )
    yield ContextWritten(text=words)


def issue(command: IssueBlueprint, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    _may_write(state, by)
    here, last = state.blueprint, len(state.blueprint.issued)
    if command.was != last:
        raise Conflict(
            f"Version {last} has just been issued. Look at it before you issue another.", "overtaken"
        )
    if not here.standing() and not here.context:
        raise Conflict("Nobody has written in the blueprint yet. Add an experiment first.", "empty")
    if not here.changes:
        raise Conflict(f"Nothing has changed since version {last}, so it still stands.", "nothing-new")
    words = text.passage(command.words, ISSUE_LENGTH, "The note") if text.visible(command.words) else ""
    yield BlueprintIssued(no=last + 1, words=words)


RULES = {
    AddExperiment: add,
    WriteExperiment: write,
    StartExperiment: start,
    RemoveExperiment: remove,
    MoveExperiment: move,
    WriteContext: context,
    IssueBlueprint: issue,
}

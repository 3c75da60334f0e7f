"""Who writes down what was decided, and who may say that something is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.activities.decisions.messages import (
    DecisionRecorded,
    DecisionSetAside,
    MissingSaid,
    MissingTakenBack,
    RecordDecision,
    SayMissing,
    TakeMissingBack,
)
from workshop.activities.dot_voting.messages import BallotSetAside, DotVoting
from workshop.activities.dot_voting.rules import ballot_of, ballots_of, only_keepers
from workshop.core import text
from workshop.core.access import begun_step, not_a_screen, not_ended, table_of
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Step, Workshop
from workshop.core.votes import Ballot
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound, TooMany

WHY_LENGTH = 500
DECIDER_LENGTH = 80
MISSING_LENGTH = 200
MISSING_EACH = 5


def record(command: RecordDecision, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    not_ended(state)
    step = _begun(state, command.step)
    ballot = _closed_ballot(state, step, command.ballot)
    table = ballot.table if ballot is not None else None
    only_keepers(state, by, table)
    chosen, set_aside = _sorted_out(command)
    _known(state, ballot, {*chosen, *set_aside})
    told = DecisionRecorded(
        decision=ballot.id if ballot is not None else step.id,
        step=step.id,
        table=table,
        ballot=ballot.id if ballot is not None else None,
        chosen=chosen,
        set_aside=set_aside,
        why=_said(command.why, WHY_LENGTH, "Say in a few words why. A decision stands with its reason."),
        decided_by=command.decided_by,
        decider=_decider(command),
    )
    if not _stands_already(state, told):
        yield told


def _begun(state: Workshop, step_id: str) -> Step:
    step = state.steps.get(step_id)
    if step is None:
        raise NotFound("There is no such step in this café.")
    if step.phase == "planned":
        raise Conflict(f"“{step.settings.title}” has not begun.", "not-open")
    return step


def _closed_ballot(state: Workshop, step: Step, ballot_id: str | None) -> Ballot | None:
    """The first ballot, where there was a second vote."""
    if ballot_id is None:
        _nothing_open(ballots_of(state, step.id))
        return None
    ballot = ballot_of(state, ballot_id)
    ballot = state.ballots[ballot.runoff_of] if ballot.runoff_of is not None else ballot
    if ballot.step != step.id:
        raise Invalid("This vote belongs to another step.")
    runoff = state.ballots.get(ballot.runoff or "")
    _nothing_open([ballot] if runoff is None else [ballot, runoff])
    return ballot


def _nothing_open(ballots: Iterable[Ballot]) -> None:
    if any(ballot.open for ballot in ballots):
        raise Conflict("The vote is still on. Close it first, then decide.", "vote-on")


def _sorted_out(command: RecordDecision) -> tuple[tuple[str, ...], tuple[str, ...]]:
    chosen = tuple(dict.fromkeys(command.chosen))
    set_aside = tuple(dict.fromkeys(command.set_aside))
    if set(chosen) & set(set_aside):
        raise Invalid("One of these is both chosen and set aside. Leave it in one place.")
    if not chosen and not set_aside:
        raise Invalid("Say what was chosen, or what was set aside.", "empty")
    return chosen, set_aside


def _known(state: Workshop, ballot: Ballot | None, options: set[str]) -> None:
    if ballot is not None:
        known = {option.id for option in ballot.options}
    else:
        themes = {theme.id for theme in state.themes.values() if theme.stands and theme.question is None}
        known = themes | {note for _, note in state.priorities}
    if not options <= known:
        raise NotFound("One of these is not among the choices here.", "unknown-option")


def _said(given: str, most: int, without: str) -> str:
    if not text.visible(given):
        raise Invalid(without, "empty")
    return text.passage(given, most, "The reason")


def _decider(command: RecordDecision) -> str:
    if command.decided_by != "someone":
        return ""
    if not text.visible(command.decider):
        raise Invalid("Say who decided: a role, such as “the steering group”.", "empty")
    return text.line(command.decider, DECIDER_LENGTH, "Who decided")


def _stands_already(state: Workshop, told: DecisionRecorded) -> bool:
    known = state.decisions.get(told.decision)
    return known is not None and (
        (known.chosen, known.set_aside, known.why, known.decided_by, known.decider)
        == (told.chosen, told.set_aside, told.why, told.decided_by, told.decider)
    )


def say_missing(command: SayMissing, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    not_a_screen(by)
    step, settings = begun_step(state, command.step, DotVoting)
    table = table_of(state, by.id) if settings.where == "table" else None
    _nothing_open(b for b in ballots_of(state, step.id) if b.table == table)
    mine = (m for m in state.missing.values() if (m.step, m.by) == (step.id, by.id) and not m.removed)
    if sum(1 for _ in mine) >= MISSING_EACH:
        raise TooMany(f"You have named {MISSING_EACH} things already. Take one back first.", "enough")
    words = text.line(command.text, MISSING_LENGTH, "This line")
    yield MissingSaid(missing=command.id, step=step.id, table=table, text=words, by=by.id)


def take_back(command: TakeMissingBack, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    """Whoever wrote a line may take it back and put it back; what a host took away only a host puts back."""
    not_ended(state)
    line = state.missing.get(command.missing)
    if line is None or not (by.hosts or line.by == by.id):
        raise NotFound("There is no such line of yours.")
    if not command.on and not by.hosts and line.removed_by not in (None, by.id):
        raise NotAllowed("A host took this line away, so only a host can put it back.")
    if command.on != line.removed:
        yield MissingTakenBack(missing=line.id, on=command.on)


def with_its_ballot(state: Workshop, event: BallotSetAside, _moment: Moment) -> Iterator[Event]:
    decision = state.decisions.get(event.ballot)
    if decision is not None:
        yield DecisionSetAside(decision=decision.id, step=decision.step, table=decision.table)


RULES = {RecordDecision: record, SayMissing: say_missing, TakeMissingBack: take_back}
AFTER = {BallotSetAside: with_its_ballot}

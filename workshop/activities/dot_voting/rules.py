"""What there is to vote on, who may place dots, and when a ballot is blind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from workshop.activities.dot_voting.messages import (
    BallotClosed,
    BallotOpened,
    BallotOption,
    BallotReopened,
    BallotSetAside,
    DotsPlaced,
    DotVoting,
    PlaceDots,
)
from workshop.activities.priorities.views import brought_by
from workshop.activities.steps.messages import StepClosed, StepOpened, StepReopened
from workshop.activities.themes.views import label, standing_notes, tables_of
from workshop.core.access import not_a_screen, speaks_for
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import PARTICIPANT, Person
from workshop.core.state import Workshop
from workshop.core.things import Ballot, Note, Priority, Theme
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound

Options = tuple[BallotOption, ...]


def place_dots(command: PlaceDots, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    not_a_screen(by)
    ballot = state.ballots.get(command.ballot)
    if ballot is None:
        raise NotFound("There is no such vote in this café.")
    person = speaks_for(state, by, command.on_behalf_of)
    _may_vote(state, ballot, person)
    if ballot.closed_at is not None:
        raise Conflict("The vote is closed, so dots stay where they are.", "ballot-closed")
    _within_the_rules(ballot, command.dots)
    if command.dots != ballot.papers.get(person.id, {}):
        yield DotsPlaced(
            ballot=ballot.id,
            person=person.id,
            dots=command.dots,
            entered_by=by.id if by.id != person.id else None,
        )


def _may_vote(state: Workshop, ballot: Ballot, person: Person) -> None:
    if ballot.voters == "participants" and person.role != PARTICIPANT:
        raise NotAllowed("In this vote only participants place dots.")
    seat = state.seats.get(person.id)
    if ballot.table is not None and (seat is None or seat.table != ballot.table):
        raise NotAllowed(f"Only the people at table {ballot.table} vote here.")


def _within_the_rules(ballot: Ballot, dots: dict[str, int]) -> None:
    if not dots.keys() <= {option.id for option in ballot.options}:
        raise NotFound("One of these choices is not part of this vote.", "unknown-option")
    if any(placed > ballot.cap for placed in dots.values()):
        raise Invalid(f"At most {_dots(ballot.cap)} can go on one choice.", "over-cap")
    total = sum(dots.values())
    if total > ballot.allowance:
        raise Invalid(
            f"You have {_dots(ballot.allowance)} and placed {total}. Take some back first.", "too-many-dots"
        )


def _dots(count: int) -> str:
    return f"{count} dot" if count == 1 else f"{count} dots"


def open_ballots(state: Workshop, event: StepOpened, _moment: Moment) -> Iterator[Event]:
    """One ballot in the hall, or one at each table; none where there is nothing to choose from."""
    settings = state.steps[event.step].settings
    if not isinstance(settings, DotVoting):
        return
    for table in [None] if settings.where == "hall" else sorted(state.tables):
        options = _options(state, event.step, settings, table)
        if options:
            yield BallotOpened(
                ballot=event.step if table is None else f"{event.step}/{table}",
                step=event.step,
                table=table,
                options=options,
                allowance=allowance(settings, len(options)),
                cap=settings.cap,
                voters=settings.voters,
            )


def allowance(settings: DotVoting, options: int) -> int:
    """A dot for every four options, 1 to 7, unless the plan says how many; never more than can be placed.

    Source of the default: facilitators' practice of one dot to four or five options.
    """
    wanted = settings.dots if settings.dots is not None else min(7, max(1, (options + 2) // 4))
    return min(wanted, settings.cap * options)


def _options(state: Workshop, step_id: str, settings: DotVoting, table: int | None) -> Options:
    match settings.over:
        case "themes":
            return tuple(_of_theme(state, t) for t in _themes_before(state, step_id))
        case "notes":
            return tuple(_of_note(n) for n in _lying_notes(state, _places(state, table)))
        case "priorities":
            brought = (p for no in _places(state, table) for p in brought_by(state, no))
            return tuple(_of_priority(state, p) for p in brought)
        case _:
            assert_never(settings.over)


def _places(state: Workshop, table: int | None) -> list[int]:
    return sorted(state.tables) if table is None else [table]


def _themes_before(state: Workshop, step_id: str) -> list[Theme]:
    """The themes of the latest themes step before this one. Notes on their own are no options."""
    wall = None
    for step in state.steps.values():
        if step.id == step_id:
            break
        wall = step.id if step.activity == "themes" else wall
    return [t for t in state.themes.values() if t.step == wall and t.stands and standing_notes(state, t)]


def _lying_notes(state: Workshop, tables: Iterable[int]) -> Iterator[Note]:
    """The notes of the last round, table by table, as they lie there."""
    for table in tables:
        lying = (n for n in state.notes_at(table) if n.step == state.round_step and not n.deleted)
        yield from sorted(lying, key=lambda n: (n.rank, n.id))


def _of_theme(state: Workshop, theme: Theme) -> BallotOption:
    return BallotOption(
        id=theme.id,
        label=label(state, theme),
        statement=theme.statement,
        notes=standing_notes(state, theme),
        tables=tables_of(state, theme),
    )


def _of_note(note: Note) -> BallotOption:
    return BallotOption(id=note.id, label=note.text, notes=(note.id,), tables=(note.table,))


def _of_priority(state: Workshop, priority: Priority) -> BallotOption:
    return BallotOption(
        id=priority.note,
        label=state.notes[priority.note].text,
        statement=priority.why,
        notes=(priority.note,),
        tables=(priority.table,),
    )


def close_ballots(state: Workshop, event: StepClosed, _moment: Moment) -> Iterator[Event]:
    for ballot in _ballots_of(state, event.step):
        if ballot.closed_at is None:
            yield BallotClosed(ballot=ballot.id)


def reopen_ballots(state: Workshop, event: StepReopened, _moment: Moment) -> Iterator[Event]:
    """The step's own ballots are blind again; those of the step pushed back make way for new ones."""
    for ballot in _ballots_of(state, event.instead_of):
        yield BallotSetAside(ballot=ballot.id, table=ballot.table, people=tuple(sorted(ballot.papers)))
    for ballot in _ballots_of(state, event.step):
        if ballot.closed_at is not None:
            yield BallotReopened(ballot=ballot.id)


def _ballots_of(state: Workshop, step_id: str | None) -> list[Ballot]:
    return [b for b in state.ballots.values() if b.step == step_id]


RULES = {PlaceDots: place_dots}
AFTER = {StepOpened: open_ballots, StepClosed: close_ballots, StepReopened: reopen_ballots}

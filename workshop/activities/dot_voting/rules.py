"""What there is to vote on, who may place dots, and when a ballot is blind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.activities.ballots.options import options_of, shuffled
from workshop.activities.dot_voting.messages import (
    BallotClosed,
    BallotNotMade,
    BallotOpened,
    BallotReopened,
    BallotSetAside,
    CloseBallot,
    DotsPlaced,
    DotVoting,
    PlaceDots,
)
from workshop.activities.hosting.rules import only_leads
from workshop.activities.people.rules import only_hosts
from workshop.activities.steps.messages import StepClosed, StepOpened, StepReopened
from workshop.core.access import last_table, not_a_screen, not_ended, speaks_for, table_of
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import PARTICIPANT, Person
from workshop.core.state import Workshop
from workshop.core.votes import MOST_OPTIONS, Ballot, suggested
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound


def ballot_of(state: Workshop, ballot_id: str) -> Ballot:
    ballot = state.ballots.get(ballot_id)
    if ballot is None:
        raise NotFound("There is no such vote in this café.")
    return ballot


def only_keepers(state: Workshop, by: Person, table: int | None) -> None:
    """Whoever looks after a vote: hosts in the hall; at a table whoever leads it, too."""
    if table is None:
        only_hosts(by)
    else:
        only_leads(state, by, state.tables[table])


def place_dots(command: PlaceDots, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    not_a_screen(by)
    ballot = ballot_of(state, command.ballot)
    person = speaks_for(state, by, command.on_behalf_of)
    _may_vote(state, ballot, person, by)
    if not ballot.open:
        raise Conflict("The vote is closed, so dots stay where they are.", "ballot-closed")
    _within_the_rules(ballot, command.dots)
    if person is by:
        _not_ones_own(state, ballot, command.dots, by)
    entered_by = by.id if by.id != person.id else None
    as_it_lies = ballot.papers.get(person.id, {}), ballot.entered.get(person.id)
    if (command.dots, entered_by if command.dots else None) != as_it_lies:
        yield from _one_paper_each(state, ballot, person.id)
        yield DotsPlaced(
            ballot=ballot.id,
            person=person.id,
            dots=command.dots,
            entered_by=entered_by,
            again=bool(command.dots) and person.id in ballot.papers,
        )


def _one_paper_each(state: Workshop, ballot: Ballot, person: str) -> Iterator[DotsPlaced]:
    """Whoever was moved to another table votes there, and does not count where they sat before."""
    for other in ballots_of(state, ballot.step):
        if other.open and other.id != ballot.id and person in other.papers:
            yield DotsPlaced(ballot=other.id, person=person, dots={})


def _may_vote(state: Workshop, ballot: Ballot, person: Person, by: Person) -> None:
    """Whoever takes part by phone may have lost the seat, and votes with the table where it was."""
    if ballot.voters == "participants" and person.role != PARTICIPANT:
        raise NotAllowed("In this vote only participants place dots.")
    here = table_of(state, person.id) if person is by else last_table(state, person.id)
    if ballot.table not in (None, here):
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


def _not_ones_own(state: Workshop, ballot: Ballot, dots: dict[str, int], by: Person) -> None:
    """Asked of the author alone: a refusal would tell a facilitator who wrote an anonymous note."""
    if not ballot.own and any(option in state.notes and state.notes[option].by == by.id for option in dots):
        raise Invalid("In this vote dots go on what others wrote. Take yours off your own note.", "own-note")


def _dots(count: int) -> str:
    return f"{count} dot" if count == 1 else f"{count} dots"


def close_ballot(command: CloseBallot, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    ballot = ballot_of(state, command.ballot)
    only_keepers(state, by, ballot.table)
    not_ended(state)
    if ballot.open:
        yield BallotClosed(ballot=ballot.id)


def open_ballots(state: Workshop, event: StepOpened, _moment: Moment) -> Iterator[Event]:
    """One ballot in the hall, or one at each table; none where there is nothing to choose from."""
    settings = state.steps[event.step].settings
    if not isinstance(settings, DotVoting):
        return
    for table in [None] if settings.where == "hall" else sorted(state.tables):
        ballot = event.step if table is None else f"{event.step}/{table}"
        options = options_of(state, event.step, settings, table)
        if not 0 < len(options) <= MOST_OPTIONS:
            yield BallotNotMade(ballot=ballot, step=event.step, table=table, options=len(options))
            continue
        yield BallotOpened(
            ballot=ballot,
            step=event.step,
            table=table,
            options=shuffled(ballot, options),
            allowance=allowance(settings, len(options)),
            cap=settings.cap,
            voters=settings.voters,
            take=settings.take,
            own=settings.own,
        )


def allowance(settings: DotVoting, options: int) -> int:
    """What the plan says, or what is suggested for so many options; never more than can be placed."""
    wanted = settings.dots if settings.dots is not None else suggested(options)
    return min(wanted, settings.cap * options)


def close_ballots(state: Workshop, event: StepClosed, _moment: Moment) -> Iterator[Event]:
    yield from closing(ballots_of(state, event.step))


def closing(ballots: Iterable[Ballot]) -> Iterator[Event]:
    return (BallotClosed(ballot=ballot.id) for ballot in ballots if ballot.open)


def reopen_ballots(state: Workshop, event: StepReopened, _moment: Moment) -> Iterator[Event]:
    """The step's own ballots are blind again; its second votes never counted, nor what was pushed back."""
    for ballot in ballots_of(state, event.instead_of):
        yield _aside(ballot)
    for name, lacking in state.not_made.items():
        if lacking.step == event.instead_of:
            yield BallotSetAside(ballot=name, table=lacking.table, step=lacking.step, made=False)
    for ballot in ballots_of(state, event.step):
        if ballot.runoff_of is not None:
            yield _aside(ballot)
        elif not ballot.open:
            yield BallotReopened(ballot=ballot.id)


def _aside(ballot: Ballot) -> BallotSetAside:
    return BallotSetAside(
        ballot=ballot.id,
        table=ballot.table,
        people=tuple(sorted(ballot.papers)),
        step=ballot.step,
        was_open=ballot.open,
        runoff_of=ballot.runoff_of,
    )


def ballots_of(state: Workshop, step_id: str | None) -> list[Ballot]:
    return [b for b in state.ballots.values() if b.step == step_id]


RULES = {PlaceDots: place_dots, CloseBallot: close_ballot}
AFTER = {StepOpened: open_ballots, StepClosed: close_ballots, StepReopened: reopen_ballots}

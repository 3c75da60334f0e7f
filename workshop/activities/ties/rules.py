"""Who may settle a tie, and how. What is level is equal: no order of a list, and no hour, ever decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from workshop.activities.ballots.options import shuffled
from workshop.activities.dot_voting.messages import BallotOpened, BallotOption
from workshop.activities.dot_voting.rules import ballot_of, closing, only_keepers
from workshop.activities.steps.messages import StepOpened, WorkshopClosed
from workshop.activities.ties.messages import SettleTie, TalkItOver, TieSettled, TieTalked, VoteAgain
from workshop.core import text
from workshop.core.access import not_ended
from workshop.core.clock import MINUTE, Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Workshop
from workshop.core.votes import Ballot, Standing, by_lot, outcome, suggested
from workshop.errors import Conflict, Invalid

REASON_LENGTH = 300
DECIDER_LENGTH = 80


def _tied(state: Workshop, ballot_id: str, by: Person) -> tuple[Ballot, Standing]:
    """A ballot that left a tie, and what is level in it now."""
    ballot = ballot_of(state, ballot_id)
    ballot = state.ballots[ballot.runoff_of] if ballot.runoff_of is not None else ballot
    only_keepers(state, by, ballot.table)
    not_ended(state)
    runoff = state.ballots.get(ballot.runoff or "")
    if ballot.open or (runoff is not None and runoff.open):
        raise Conflict(
            "The vote is still on. Close it first: until then nobody knows what is level.", "vote-on"
        )
    if ballot.settled is not None:
        raise Conflict("This tie is settled already. Look at the result.", "settled")
    now = outcome(ballot, runoff)
    if not now.level:
        raise Conflict("Nothing is level here, so there is nothing to settle.", "no-tie")
    return ballot, now


def talk(command: TalkItOver, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    ballot, _ = _tied(state, command.ballot, by)
    yield TieTalked(ballot=ballot.id, until=moment.at + command.minutes * MINUTE)


def vote_again(command: VoteAgain, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    """Pressed by two at once it is one vote."""
    first = ballot_of(state, command.ballot)
    only_keepers(state, by, first.table)
    if first.runoff is not None and state.ballots[first.runoff].open:
        return
    ballot, now = _tied(state, command.ballot, by)
    if ballot.runoff is not None:
        raise Conflict(
            "People have voted on this once more already. Now someone decides, or a lot does.", "voted-again"
        )
    name = f"{ballot.id}/again"
    yield BallotOpened(
        ballot=name,
        step=ballot.step,
        table=ballot.table,
        options=shuffled(name, _as_options(ballot, now.level)),
        allowance=suggested(len(now.level)),
        cap=1,
        voters=ballot.voters,
        take=now.places,
        own=ballot.own,
        runoff_of=ballot.id,
    )


def _as_options(ballot: Ballot, level: tuple[str, ...]) -> tuple[BallotOption, ...]:
    return tuple(BallotOption(**asdict(option)) for option in ballot.options if option.id in level)


def settle(command: SettleTie, state: Workshop, by: Person, moment: Moment) -> Iterator[Event]:
    ballot, now = _tied(state, command.ballot, by)
    why = _line(command.why, REASON_LENGTH, "Say in a few words why. It stands beside the result.")
    who, seed = "", ""
    match command.how:
        case "all":
            options = now.level
        case "lot":
            seed = f"{moment.chance:016x}"
            options = tuple(by_lot(now.level, seed)[: now.places])
        case "chosen":
            who = _line(command.decided_by, DECIDER_LENGTH, "Say who decided, such as “the table”.")
            options = _chosen(command.options, now)
    yield TieSettled(ballot=ballot.id, how=command.how, options=options, why=why, decided_by=who, seed=seed)


def _line(given: str, most: int, without: str) -> str:
    if not text.visible(given):
        raise Invalid(without, "empty")
    return text.line(given, most, "This")


def _chosen(given: list[str], now: Standing) -> tuple[str, ...]:
    options = tuple(dict.fromkeys(given))
    if not set(options) <= set(now.level):
        raise Invalid("Only what is level can be chosen here.", "unknown-option")
    if len(options) != now.places:
        places = "one" if now.places == 1 else str(now.places)
        raise Invalid(f"Choose {places} of those that are level: so many places are left.", "places")
    return options


def close_what_is_left(
    state: Workshop, event: StepOpened | WorkshopClosed, _moment: Moment
) -> Iterator[Event]:
    """A second vote may still be open when the café goes on."""
    now = event.step if isinstance(event, StepOpened) else None
    yield from closing(b for b in state.ballots.values() if b.step != now)


RULES = {TalkItOver: talk, VoteAgain: vote_again, SettleTie: settle}
AFTER = {StepOpened: close_what_is_left, WorkshopClosed: close_what_is_left}

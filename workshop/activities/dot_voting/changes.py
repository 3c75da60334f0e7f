"""How ballots open and close, and who placed which dots."""

from __future__ import annotations

import msgspec

from workshop.activities.dot_voting.messages import (
    BallotClosed,
    BallotNotMade,
    BallotOpened,
    BallotReopened,
    BallotSetAside,
    DotsPlaced,
)
from workshop.core.state import Workshop
from workshop.core.votes import Ballot, NotMade, Option


def opened(state: Workshop, event: BallotOpened, at: int, _by: str | None) -> None:
    state.ballots[event.ballot] = Ballot(
        id=event.ballot,
        step=event.step,
        table=event.table,
        options=tuple(Option(**msgspec.structs.asdict(option)) for option in event.options),
        allowance=event.allowance,
        cap=event.cap,
        voters=event.voters,
        opened_at=at,
        take=event.take,
        own=event.own,
        runoff_of=event.runoff_of,
    )
    if event.runoff_of is not None:
        state.ballots[event.runoff_of].runoff = event.ballot


def not_made(state: Workshop, event: BallotNotMade, _at: int, _by: str | None) -> None:
    state.not_made[event.ballot] = NotMade(step=event.step, table=event.table, options=event.options)


def placed(state: Workshop, event: DotsPlaced, _at: int, _by: str | None) -> None:
    """One paper per person: the latest counts, whoever entered it. Without any dot there is no paper."""
    ballot = state.ballots[event.ballot]
    ballot.papers.pop(event.person, None)
    ballot.entered.pop(event.person, None)
    if event.dots:
        ballot.papers[event.person] = event.dots
        if event.entered_by is not None:
            ballot.entered[event.person] = event.entered_by


def closed(state: Workshop, event: BallotClosed, at: int, _by: str | None) -> None:
    state.ballots[event.ballot].closed_at = at


def reopened(state: Workshop, event: BallotReopened, _at: int, _by: str | None) -> None:
    """Blind again: what was said about its tie does not hold any more."""
    ballot = state.ballots[event.ballot]
    ballot.closed_at = ballot.talk_until = ballot.settled = None


def set_aside(state: Workshop, event: BallotSetAside, _at: int, _by: str | None) -> None:
    gone = state.ballots.pop(event.ballot, None)
    state.not_made.pop(event.ballot, None)
    if gone is not None and gone.runoff_of in state.ballots:
        state.ballots[gone.runoff_of].runoff = None


CHANGES = {
    BallotOpened: opened,
    BallotNotMade: not_made,
    DotsPlaced: placed,
    BallotClosed: closed,
    BallotReopened: reopened,
    BallotSetAside: set_aside,
}

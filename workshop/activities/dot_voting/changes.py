"""How ballots open and close, and who placed which dots."""

from __future__ import annotations

from workshop.activities.dot_voting.messages import (
    BallotClosed,
    BallotOpened,
    BallotReopened,
    BallotSetAside,
    DotsPlaced,
)
from workshop.core.state import Workshop
from workshop.core.things import Ballot, Option


def opened(state: Workshop, event: BallotOpened, at: int, _by: str | None) -> None:
    state.ballots[event.ballot] = Ballot(
        id=event.ballot,
        step=event.step,
        table=event.table,
        options=tuple(
            Option(id=o.id, label=o.label, statement=o.statement, notes=o.notes, tables=o.tables)
            for o in event.options
        ),
        allowance=event.allowance,
        cap=event.cap,
        voters=event.voters,
        opened_at=at,
    )


def placed(state: Workshop, event: DotsPlaced, _at: int, _by: str | None) -> None:
    """One paper per person: the latest counts. Without any dot there is no paper."""
    papers = state.ballots[event.ballot].papers
    if event.dots:
        papers[event.person] = event.dots
    else:
        papers.pop(event.person, None)


def closed(state: Workshop, event: BallotClosed, at: int, _by: str | None) -> None:
    state.ballots[event.ballot].closed_at = at


def reopened(state: Workshop, event: BallotReopened, _at: int, _by: str | None) -> None:
    state.ballots[event.ballot].closed_at = None


def set_aside(state: Workshop, event: BallotSetAside, _at: int, _by: str | None) -> None:
    state.ballots.pop(event.ballot, None)


CHANGES = {
    BallotOpened: opened,
    DotsPlaced: placed,
    BallotClosed: closed,
    BallotReopened: reopened,
    BallotSetAside: set_aside,
}

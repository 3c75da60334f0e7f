"""A blind ballot shows its options to everyone there, each person their own dots, and nobody any tally.

The hosts see how many have voted, never what. The result appears to everyone at once, at the close.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from workshop.activities.dot_voting.messages import (
    BallotClosed,
    BallotOpened,
    BallotOption,
    BallotReopened,
    BallotSetAside,
    DotsPlaced,
)
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.things import Ballot
from workshop.core.views import Touch, View, key


class BallotDoc(Doc, frozen=True, kw_only=True):
    """``result``: dots by option, and ``voted``: how many people placed any; both None until the close."""

    id: str
    step: str
    table: int | None
    options: tuple[BallotOption, ...]
    allowance: int
    cap: int
    voters: Literal["participants", "everyone"]
    open: bool
    result: dict[str, int] | None
    voted: int | None


class DotsDoc(Doc, frozen=True, kw_only=True):
    ballot: str
    dots: dict[str, int]


class VotesDoc(Doc, frozen=True, kw_only=True):
    """How many have placed dots on an open ballot."""

    ballot: str
    step: str
    table: int | None
    voted: int


def _ballot(ballot: Ballot) -> BallotDoc:
    closed = ballot.closed_at is not None
    return BallotDoc(
        id=ballot.id,
        step=ballot.step,
        table=ballot.table,
        options=tuple(
            BallotOption(id=o.id, label=o.label, statement=o.statement, notes=o.notes, tables=o.tables)
            for o in ballot.options
        ),
        allowance=ballot.allowance,
        cap=ballot.cap,
        voters=ballot.voters,
        open=not closed,
        result=ballot.tally() if closed else None,
        voted=len(ballot.papers) if closed else None,
    )


def _hall_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return (b.id for b in state.ballots.values() if b.table is None)


def _table_keys(state: Workshop, table: str) -> Iterator[str]:
    return (b.id for b in state.ballots.values() if _lies_on(state, b, table))


def _lies_on(state: Workshop, ballot: Ballot, table: str) -> bool:
    """A new round brings other people to the table: it clears the ballot away together with the notes."""
    steps = list(state.steps)
    since = steps.index(state.round_step) if state.round_step is not None else -1
    return ballot.table == int(table) and steps.index(ballot.step) > since


def _hall_doc(state: Workshop, _stream_id: str, ballot_id: str) -> BallotDoc | None:
    ballot = state.ballots.get(ballot_id)
    return _ballot(ballot) if ballot and ballot.table is None else None


def _table_doc(state: Workshop, table: str, ballot_id: str) -> BallotDoc | None:
    ballot = state.ballots.get(ballot_id)
    return _ballot(ballot) if ballot and _lies_on(state, ballot, table) else None


def _own_keys(state: Workshop, person: str) -> Iterator[str]:
    return (b.id for b in state.ballots.values() if person in b.papers)


def _own_doc(state: Workshop, person: str, ballot_id: str) -> DotsDoc | None:
    ballot = state.ballots.get(ballot_id)
    if ballot is None or person not in ballot.papers:
        return None
    return DotsDoc(ballot=ballot_id, dots=dict(ballot.papers[person]))


def _desk_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return iter(state.ballots)


def _desk_doc(state: Workshop, _stream_id: str, ballot_id: str) -> VotesDoc | None:
    ballot = state.ballots.get(ballot_id)
    if ballot is None:
        return None
    return VotesDoc(ballot=ballot.id, step=ballot.step, table=ballot.table, voted=len(ballot.papers))


VIEWS = (
    View("hall", "ballot", BallotDoc, _hall_keys, _hall_doc),
    View("table", "ballot", BallotDoc, _table_keys, _table_doc),
    View("person", "dots", DotsDoc, _own_keys, _own_doc),
    View("desk", "votes", VotesDoc, _desk_keys, _desk_doc),
)


def _opened(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, BallotOpened)
    yield from _turned(state, event)
    yield streams.DESK, key("votes", event.ballot)


def _turned(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, BallotOpened | BallotClosed | BallotReopened)
    table = state.ballots[event.ballot].table
    yield streams.HALL if table is None else streams.table(table), key("ballot", event.ballot)


def _placed(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, DotsPlaced)
    yield streams.person(event.person), key("dots", event.ballot)
    yield streams.DESK, key("votes", event.ballot)


def _set_aside(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, BallotSetAside)
    yield streams.HALL if event.table is None else streams.table(event.table), key("ballot", event.ballot)
    yield streams.DESK, key("votes", event.ballot)
    for person in event.people:
        yield streams.person(person), key("dots", event.ballot)


TOUCHES = {
    BallotOpened: _opened,
    BallotClosed: _turned,
    BallotReopened: _turned,
    DotsPlaced: _placed,
    BallotSetAside: _set_aside,
}

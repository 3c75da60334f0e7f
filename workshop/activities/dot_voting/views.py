"""A blind ballot shows its options to everyone there, each person their own dots, and nobody any tally.

The hosts see how many have voted, over all tables together: never what, nor who. The result appears to
everyone at once, at the close. From then on a receipt says that one's dots count, not where they lie.
"""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.ballots.documents import (
    BallotDoc,
    DotsDoc,
    ReceiptDoc,
    VotesDoc,
    ballot_doc,
    receipt_doc,
    votes_doc,
)
from workshop.activities.dot_voting.messages import (
    BallotClosed,
    BallotNotMade,
    BallotOpened,
    BallotReopened,
    BallotSetAside,
    DotsPlaced,
)
from workshop.activities.notes.messages import NoteDeleted, NoteRestored
from workshop.activities.people.messages import PersonRenamed
from workshop.activities.themes.messages import (
    NotesTaken,
    ThemeNamed,
    ThemesMerged,
    ThemeStarted,
    ThemeUnmerged,
)
from workshop.core import streams
from workshop.core.afterwards import became, path
from workshop.core.messages import Event
from workshop.core.state import Workshop
from workshop.core.views import Touch, View, key
from workshop.core.votes import Ballot


def lies_on(state: Workshop, step: str, table: int | None, at: int) -> bool:
    """A new round brings other people to the table: it clears votes away together with the notes."""
    steps = list(state.steps)
    since = steps.index(state.round_step) if state.round_step is not None else -1
    return table == at and step in steps and steps.index(step) > since


def place_of(state: Workshop, step: str, table: int | None) -> Iterator[str]:
    """The stream that shows what belongs to a vote: none, once other people sit at its table."""
    if table is None:
        yield streams.HALL
    elif lies_on(state, step, table, table):
        yield streams.table(table)


def _hall_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return (b.id for b in state.ballots.values() if b.table is None)


def _table_keys(state: Workshop, table: str) -> Iterator[str]:
    return (b.id for b in state.ballots.values() if lies_on(state, b.step, b.table, int(table)))


def _hall_doc(state: Workshop, _stream_id: str, ballot_id: str) -> BallotDoc | None:
    ballot = state.ballots.get(ballot_id)
    return ballot_doc(state, ballot) if ballot and ballot.table is None else None


def _table_doc(state: Workshop, table: str, ballot_id: str) -> BallotDoc | None:
    ballot = state.ballots.get(ballot_id)
    here = ballot is not None and lies_on(state, ballot.step, ballot.table, int(table))
    return ballot_doc(state, ballot) if ballot and here else None


def _dots_keys(state: Workshop, person: str) -> Iterator[str]:
    return (b.id for b in state.ballots.values() if b.open and person in b.papers)


def _dots_doc(state: Workshop, person: str, ballot_id: str) -> DotsDoc | None:
    ballot = state.ballots.get(ballot_id)
    if ballot is None or not ballot.open or person not in ballot.papers:
        return None
    return DotsDoc(ballot=ballot_id, dots=dict(ballot.papers[person]))


def _receipt_keys(state: Workshop, person: str) -> Iterator[str]:
    return (b.id for b in state.ballots.values() if person in b.papers)


def _steps(state: Workshop, _stream_id: str) -> Iterator[str]:
    lacking = (each.step for each in state.not_made.values())
    return iter(dict.fromkeys([*(b.step for b in state.ballots.values()), *lacking]))


VIEWS = (
    View("hall", "ballot", BallotDoc, _hall_keys, _hall_doc),
    View("table", "ballot", BallotDoc, _table_keys, _table_doc),
    View("person", "dots", DotsDoc, _dots_keys, _dots_doc),
    View("person", "receipt", ReceiptDoc, _receipt_keys, receipt_doc),
    View("desk", "votes", VotesDoc, _steps, votes_doc),
)


def shown(state: Workshop, ballot: Ballot) -> Iterator[Touch]:
    """Where a ballot is shown, and with a second vote the first one."""
    for stream in place_of(state, ballot.step, ballot.table):
        yield stream, key("ballot", ballot.id)
        if ballot.runoff_of is not None:
            yield stream, key("ballot", ballot.runoff_of)
    yield streams.DESK, key("votes", ballot.step)


def _turned(state: Workshop, event: Event) -> Iterator[Touch]:
    """When dots can change, each person has theirs before them; when they cannot, there is the receipt."""
    assert isinstance(event, BallotOpened | BallotClosed | BallotReopened)
    ballot = state.ballots[event.ballot]
    yield from shown(state, ballot)
    for person in ballot.papers:
        yield streams.person(person), key("dots", ballot.id)


def _not_made(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, BallotNotMade)
    yield streams.DESK, key("votes", event.step)


def _placed(state: Workshop, event: Event) -> Iterator[Touch]:
    """The desk hears of it when one more has voted, and not when somebody changes their mind."""
    assert isinstance(event, DotsPlaced)
    yield streams.person(event.person), key("dots", event.ballot)
    yield streams.person(event.person), key("receipt", event.ballot)
    if not event.again:
        yield streams.DESK, key("votes", state.ballots[event.ballot].step)


def _set_aside(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, BallotSetAside)
    yield streams.DESK, key("votes", event.step)
    if not event.made:
        return
    for stream in place_of(state, event.step, event.table):
        yield stream, key("ballot", event.ballot)
    for person in event.people:
        yield streams.person(person), key("receipt", event.ballot)
        if event.was_open:
            yield streams.person(person), key("dots", event.ballot)


def _renamed(state: Workshop, event: Event) -> Iterator[Touch]:
    """Whoever placed dots for others stands on their receipts."""
    assert isinstance(event, PersonRenamed)
    for ballot in state.ballots.values():
        for person, entered_by in ballot.entered.items():
            if entered_by == event.person:
                yield streams.person(person), key("receipt", ballot.id)


def _theme(state: Workshop, event: Event) -> Iterator[Touch]:
    """A theme that was voted on went into another, came apart, or what it went into has another name."""
    for ballot in state.ballots.values():
        if any(_concerns(state, event, option.id) for option in ballot.options):
            for stream in place_of(state, ballot.step, ballot.table):
                yield stream, key("ballot", ballot.id)


def _note(state: Workshop, event: Event) -> Iterator[Touch]:
    """A note that was voted on is taken away, or put back: so are its words."""
    assert isinstance(event, NoteDeleted | NoteRestored)
    for ballot in state.ballots.values():
        if any(event.note in (option.id, option.words_of) for option in ballot.options):
            for stream in place_of(state, ballot.step, ballot.table):
                yield stream, key("ballot", ballot.id)


def _concerns(state: Workshop, event: Event, option: str) -> bool:
    if option not in state.themes:
        return False
    match event:
        case ThemeStarted():
            return event.split_from == option
        case NotesTaken():
            return event.theme == option and state.themes[option].dissolved
        case ThemeNamed():
            now = became(state, option)
            return now is not None and event.theme in now.mentions()
        case ThemesMerged() | ThemeUnmerged():
            part = state.themes[event.theme].split_from == option
            return part or event.theme in path(state, option)
    return False


TOUCHES = {
    BallotOpened: _turned,
    BallotNotMade: _not_made,
    BallotClosed: _turned,
    BallotReopened: _turned,
    DotsPlaced: _placed,
    BallotSetAside: _set_aside,
    PersonRenamed: _renamed,
    NoteDeleted: _note,
    NoteRestored: _note,
    **dict.fromkeys((ThemeStarted, NotesTaken, ThemeNamed, ThemesMerged, ThemeUnmerged), _theme),
}

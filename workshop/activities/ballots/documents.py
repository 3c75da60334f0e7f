"""What a ballot looks like to those who vote, to one of them, and to the hosts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Literal

import msgspec

from workshop.activities.ballots.results import OutcomeDoc, outcome_doc
from workshop.core.afterwards import became
from workshop.core.messages import Doc
from workshop.core.state import Workshop
from workshop.core.votes import Ballot, Option, Voters


class OptionDoc(msgspec.Struct, frozen=True, kw_only=True):
    """``label`` is empty when the words were taken away. ``words_of``: the note whose words they are."""

    id: str
    label: str
    statement: str
    notes: tuple[str, ...]
    tables: tuple[int, ...]
    words_of: str | None


class BecameDoc(msgspec.Struct, frozen=True, kw_only=True):
    """What happened to a theme after the vote opened, by the names of others, which may be empty."""

    into: str | None
    parts: tuple[str, ...]
    gone: bool


class BallotDoc(Doc, frozen=True, kw_only=True):
    """``result``: dots by option, and ``voted``: how many people placed any; both None until the close.

    ``outcome``: what follows from the dots, at the close. ``became``: themes that changed since, by option.
    ``runoff_of``: the ballot whose tie this second vote is about.
    """

    id: str
    step: str
    table: int | None
    options: tuple[OptionDoc, ...]
    allowance: int
    cap: int
    voters: Voters
    take: int | None
    own: bool
    runoff_of: str | None
    open: bool
    result: dict[str, int] | None
    voted: int | None
    outcome: OutcomeDoc | None
    became: dict[str, BecameDoc]


class DotsDoc(Doc, frozen=True, kw_only=True):
    """My own dots, while they can change."""

    ballot: str
    dots: dict[str, int]


class ReceiptDoc(Doc, frozen=True, kw_only=True):
    """My dots count. ``entered_by``: the name of whoever placed them for me."""

    ballot: str
    step: str
    table: int | None
    dots: int
    entered_by: str | None


class TableVoteDoc(msgspec.Struct, frozen=True, kw_only=True):
    """How far one table is. ``tied``: its dots left a tie that nobody has settled."""

    table: int
    state: Literal["open", "again", "closed", "tied", "nothing"]


class VotesDoc(Doc, frozen=True, kw_only=True):
    """How many people have placed dots in the vote of this step, at all tables together.

    ``lacking``: how many choices there were where no vote could open: none at all, or too many.
    """

    step: str
    voted: int
    tables: tuple[TableVoteDoc, ...]
    lacking: int | None


def as_shown(state: Workshop, option: Option) -> Option:
    """An option as it stood when the vote opened, without the words of a note that was taken away since."""
    note = state.notes.get(option.words_of or option.id)
    if note is None or not note.deleted:
        return option
    return replace(option, label="", statement="")


def ballot_doc(state: Workshop, ballot: Ballot) -> BallotDoc:
    runoff = state.ballots.get(ballot.runoff or "")
    return BallotDoc(
        id=ballot.id,
        step=ballot.step,
        table=ballot.table,
        options=tuple(OptionDoc(**asdict(as_shown(state, option))) for option in ballot.options),
        allowance=ballot.allowance,
        cap=ballot.cap,
        voters=ballot.voters,
        take=ballot.take,
        own=ballot.own,
        runoff_of=ballot.runoff_of,
        open=ballot.open,
        result=None if ballot.open else ballot.tally(),
        voted=None if ballot.open else len(ballot.papers),
        outcome=None if ballot.open else outcome_doc(ballot, runoff),
        became=dict(_became(state, ballot)),
    )


def _became(state: Workshop, ballot: Ballot) -> Iterator[tuple[str, BecameDoc]]:
    for option in ballot.options:
        now = became(state, option.id)
        if now is not None:
            into = None if now.into is None else state.themes[now.into].name
            parts = tuple(state.themes[part].name for part in now.parts)
            yield option.id, BecameDoc(into=into, parts=parts, gone=now.gone)


def receipt_doc(state: Workshop, person: str, ballot_id: str) -> ReceiptDoc | None:
    ballot = state.ballots.get(ballot_id)
    if ballot is None or person not in ballot.papers:
        return None
    entered_by = state.people.get(ballot.entered.get(person, ""))
    return ReceiptDoc(
        ballot=ballot_id,
        step=ballot.step,
        table=ballot.table,
        dots=sum(ballot.papers[person].values()),
        entered_by=entered_by.name if entered_by else None,
    )


def votes_doc(state: Workshop, _stream_id: str, step: str) -> VotesDoc | None:
    latest = [b for b in state.ballots.values() if b.step == step and b.runoff is None]
    lacking = [each for each in state.not_made.values() if each.step == step]
    if not latest and not lacking:
        return None
    tables = [TableVoteDoc(table=b.table, state=_so_far(state, b)) for b in latest if b.table is not None] + [
        TableVoteDoc(table=each.table, state="nothing") for each in lacking if each.table is not None
    ]
    return VotesDoc(
        step=step,
        voted=sum(len(ballot.papers) for ballot in latest),
        tables=tuple(sorted(tables, key=lambda doc: doc.table)),
        lacking=max((each.options for each in lacking), default=None),
    )


def _so_far(state: Workshop, ballot: Ballot) -> Literal["open", "again", "closed", "tied"]:
    if ballot.open:
        return "open" if ballot.runoff_of is None else "again"
    first = state.ballots.get(ballot.runoff_of or ballot.id, ballot)
    return "tied" if outcome_doc(first, state.ballots.get(first.runoff or "")).tied else "closed"

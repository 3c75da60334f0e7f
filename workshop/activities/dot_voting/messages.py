"""Placing dots on what matters: blind until everyone has finished."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from workshop.core.messages import Command, Event, Id
from workshop.core.plan import StepSettings
from workshop.core.votes import Voters


class DotVoting(StepSettings, frozen=True, kw_only=True, tag="dot_voting"):
    """``dots``: how many each person has; without it, a quarter of the options (1 to 7).

    ``cap``: how many of them may go on one option. ``where``: one ballot in the hall, or one at each table.
    ``take``: how many places go on; without it no line is drawn. ``own``: whether dots may go on one's own
    note.
    """

    prompt: Annotated[str, Meta(max_length=400)] = ""
    over: Literal["themes", "notes", "priorities"] = "themes"
    where: Literal["hall", "table"] = "hall"
    dots: Annotated[int, Meta(ge=1, le=20)] | None = None
    cap: Annotated[int, Meta(ge=1, le=20)] = 1
    voters: Voters = "participants"
    take: Annotated[int, Meta(ge=1, le=20)] | None = None
    own: bool = True


class PlaceDots(Command, frozen=True, kw_only=True, tag="dots.place"):
    """All of this person's dots on one ballot: option to number of dots. Replaces what was placed before."""

    ballot: Id
    dots: Annotated[dict[Id, Annotated[int, Meta(ge=1, le=20)]], Meta(max_length=200)]
    # A facilitator places dots for someone on the phone.
    on_behalf_of: Id | None = None


class CloseBallot(Command, frozen=True, kw_only=True, tag="ballot.close"):
    """Show what the dots say, before the step ends. Closing twice, or two people at once, is harmless."""

    ballot: Id


class BallotOption(msgspec.Struct, frozen=True, kw_only=True):
    """``words_of``: the note whose words the label is. When it is taken away, so are they."""

    id: str
    label: str
    statement: str = ""
    notes: tuple[str, ...] = ()
    tables: tuple[int, ...] = ()
    words_of: str | None = None


class BallotOpened(Event, frozen=True, kw_only=True, tag="ballot.opened"):
    """``runoff_of``: the ballot whose tie is voted on once more."""

    ballot: str
    step: str
    table: int | None
    options: tuple[BallotOption, ...]
    allowance: int
    cap: int
    voters: Voters
    take: int | None = None
    own: bool = True
    runoff_of: str | None = None


class BallotNotMade(Event, frozen=True, kw_only=True, tag="ballot.not-made"):
    """There were no options to vote on, or more than anybody can choose from."""

    ballot: str
    step: str
    table: int | None
    options: int


class DotsPlaced(Event, frozen=True, kw_only=True, tag="dots.placed"):
    """``again``: this person had a paper before, so that the number of papers is the same."""

    ballot: str
    person: str
    dots: dict[str, int]
    entered_by: str | None = None
    again: bool = False


class BallotClosed(Event, frozen=True, kw_only=True, tag="ballot.closed"):
    ballot: str


class BallotReopened(Event, frozen=True, kw_only=True, tag="ballot.reopened"):
    """The step was reopened: dots can change again and the result is hidden again."""

    ballot: str


class BallotSetAside(Event, frozen=True, kw_only=True, tag="ballot.set-aside"):
    """A step was reopened: this ballot never counted. ``people`` had placed dots on it.

    ``made``: whether there was a ballot at all, and not only the news that none could be made. ``was_open``:
    whether dots could still change.
    """

    ballot: str
    table: int | None
    people: tuple[str, ...] = ()
    step: str = ""
    made: bool = True
    was_open: bool = False
    runoff_of: str | None = None

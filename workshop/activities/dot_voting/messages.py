"""Placing dots on what matters: blind until everyone has finished."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from workshop.core.messages import Command, Event, Id
from workshop.core.plan import StepSettings


class DotVoting(StepSettings, frozen=True, kw_only=True, tag="dot_voting"):
    """``dots``: how many each person has; without it, a quarter of the options (1 to 7).

    ``cap``: how many of them may go on one option. ``where``: one ballot in the hall, or one at each table.
    """

    prompt: Annotated[str, Meta(max_length=400)] = ""
    over: Literal["themes", "notes", "priorities"] = "themes"
    where: Literal["hall", "table"] = "hall"
    dots: Annotated[int, Meta(ge=1, le=20)] | None = None
    cap: Annotated[int, Meta(ge=1, le=20)] = 1
    voters: Literal["participants", "everyone"] = "participants"


class PlaceDots(Command, frozen=True, kw_only=True, tag="dots.place"):
    """All of this person's dots on one ballot: option to number of dots. Replaces what was placed before."""

    ballot: Id
    dots: Annotated[dict[Id, Annotated[int, Meta(ge=1, le=20)]], Meta(max_length=200)]
    # A facilitator places dots for someone on the phone.
    on_behalf_of: Id | None = None


class BallotOption(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    label: str
    statement: str = ""
    notes: tuple[str, ...] = ()
    tables: tuple[int, ...] = ()


class BallotOpened(Event, frozen=True, kw_only=True, tag="ballot.opened"):
    ballot: str
    step: str
    table: int | None
    options: tuple[BallotOption, ...]
    allowance: int
    cap: int
    voters: Literal["participants", "everyone"]


class DotsPlaced(Event, frozen=True, kw_only=True, tag="dots.placed"):
    ballot: str
    person: str
    dots: dict[str, int]
    entered_by: str | None = None


class BallotClosed(Event, frozen=True, kw_only=True, tag="ballot.closed"):
    ballot: str


class BallotReopened(Event, frozen=True, kw_only=True, tag="ballot.reopened"):
    """The step was reopened: dots can change again and the result is hidden again."""

    ballot: str


class BallotSetAside(Event, frozen=True, kw_only=True, tag="ballot.set-aside"):
    """The step before its own was reopened: this ballot never counted. ``people`` had placed dots on it."""

    ballot: str
    table: int | None
    people: tuple[str, ...] = ()

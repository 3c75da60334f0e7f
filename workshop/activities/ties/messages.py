"""When dots leave a tie: people talk, vote once more, and then somebody decides, or a lot does."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.messages import Command, Event, Id, Text
from workshop.core.votes import How


class TalkItOver(Command, frozen=True, kw_only=True, tag="tie.talk"):
    """Talk about what is level, by a clock that everybody sees. Once more gives more time."""

    ballot: Id
    minutes: Annotated[int, Meta(ge=1, le=15)] = 3


class VoteAgain(Command, frozen=True, kw_only=True, tag="tie.vote-again"):
    """One second vote, among what is level alone: blind, for the same people, with fewer dots."""

    ballot: Id


class SettleTie(Command, frozen=True, kw_only=True, tag="tie.settle"):
    """``chosen``: these ``options`` go on, because ``decided_by`` said so. ``lot``: the server draws.

    ``all``: every one that is level goes on. Each needs its reason.
    """

    ballot: Id
    how: How
    options: Annotated[list[Id], Meta(max_length=200)] = []
    decided_by: Text = ""
    why: Text = ""


class TieTalked(Event, frozen=True, kw_only=True, tag="tie.talked"):
    ballot: str
    until: int


class TieSettled(Event, frozen=True, kw_only=True, tag="tie.settled"):
    """``options`` go on. ``seed``: of a lot; docs/decisions/0014 says how to draw it again."""

    ballot: str
    how: How
    options: tuple[str, ...]
    why: str
    decided_by: str = ""
    seed: str = ""

"""What people decide, kept apart from what their dots said; and what nobody could vote on and should have."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.messages import Command, Event, Id, Text
from workshop.core.votes import Decider

Options = Annotated[list[Id], Meta(max_length=200)]


class RecordDecision(Command, frozen=True, kw_only=True, tag="decision.record"):
    """Write down what was decided, or write it anew: there is one decision for each vote, with its versions.

    ``ballot``: the vote it rests on; without it the options are themes and ideas that stand. ``decider``: in
    words, where ``decided_by`` is ``someone``; a role rather than a name.
    """

    step: Id
    ballot: Id | None = None
    chosen: Options = []
    set_aside: Options = []
    why: Text = ""
    decided_by: Decider = "hosts"
    decider: Text = ""


class SayMissing(Command, frozen=True, kw_only=True, tag="missing.say"):
    """Is anything missing that should be a priority? Asked when the vote is closed."""

    step: Id
    text: Text


class TakeMissingBack(Command, frozen=True, kw_only=True, tag="missing.take-back"):
    """One's own line, or by a host anyone's. ``on`` false puts it back."""

    missing: Id
    on: bool = True


class DecisionRecorded(Event, frozen=True, kw_only=True, tag="decision.recorded"):
    decision: str
    step: str
    table: int | None
    ballot: str | None
    chosen: tuple[str, ...]
    set_aside: tuple[str, ...]
    why: str
    decided_by: Decider
    decider: str = ""


class DecisionSetAside(Event, frozen=True, kw_only=True, tag="decision.set-aside"):
    """The vote it rested on never counted, because a step was reopened."""

    decision: str
    step: str
    table: int | None


class MissingSaid(Event, frozen=True, kw_only=True, tag="missing.said"):
    missing: str
    step: str
    table: int | None
    text: str
    by: str


class MissingTakenBack(Event, frozen=True, kw_only=True, tag="missing.taken-back"):
    missing: str
    on: bool = True

"""The day: a workshop opens, its steps follow one another by the clock, and it closes."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.activities.plan import AnyStep, Plan
from workshop.core.messages import Command, Event, Id, Text
from workshop.core.plan import Groups


class OpenWorkshop(Command, frozen=True, kw_only=True, tag="workshop.open"):
    """Made by the host's home, never by a browser's socket."""

    code: str
    plan: Plan
    practice: bool = False


class EditAgenda(Command, frozen=True, kw_only=True, tag="agenda.edit"):
    """The whole agenda, as it should be. Allowed until the first step opens.

    ``groups``: where people come from; null leaves them as they are.
    """

    title: Text
    planned_minutes: Annotated[int, Meta(ge=1, le=1440)]
    table_size: Annotated[int, Meta(ge=2, le=8)]
    steps: Annotated[list[AnyStep], Meta(max_length=60)]
    groups: Groups | None = None


class Next(Command, frozen=True, kw_only=True, tag="step.next"):
    """End the step that is on and open the one after it. ``after`` is the step the host sees as current.

    ``call``: first give a step with tables its closing minute. Two hosts pressing at once move one step only.
    """

    after: Id | None
    call: bool = True


class Extend(Command, frozen=True, kw_only=True, tag="step.extend"):
    step: Id
    minutes: Annotated[int, Meta(ge=-120, le=120)]


class Hold(Command, frozen=True, kw_only=True, tag="step.hold"):
    """Stop the clock, or let it run again."""

    step: Id
    on: bool


class EndEarly(Command, frozen=True, kw_only=True, tag="step.end"):
    """End the step that is on, after its closing call, and stay between steps."""

    step: Id
    call: bool = True


class KeepOpen(Command, frozen=True, kw_only=True, tag="step.keep-open"):
    """Take back an ending during its closing call."""

    step: Id


class Reopen(Command, frozen=True, kw_only=True, tag="step.reopen"):
    """Go back to a step that has just closed: same seats, the clock goes on from what was left."""

    step: Id


class FinishClosing(Command, frozen=True, kw_only=True, tag="step.finish-closing"):
    """Made by the server when a closing call is over."""

    step: Id


class CloseWorkshop(Command, frozen=True, kw_only=True, tag="workshop.close"):
    """End the workshop and press its harvest."""


class WorkshopOpened(Event, frozen=True, kw_only=True, tag="workshop.opened"):
    code: str
    plan: Plan
    practice: bool = False


class AgendaEdited(Event, frozen=True, kw_only=True, tag="agenda.edited"):
    title: str
    planned_minutes: int
    table_size: int
    steps: tuple[AnyStep, ...]
    groups: tuple[str, ...] | None = None


class StepOpened(Event, frozen=True, kw_only=True, tag="step.opened"):
    step: str


class StepExtended(Event, frozen=True, kw_only=True, tag="step.extended"):
    step: str
    minutes: int


class ClockHeld(Event, frozen=True, kw_only=True, tag="step.held"):
    step: str
    on: bool


class StepClosing(Event, frozen=True, kw_only=True, tag="step.closing"):
    """The closing call has begun. ``then`` opens by itself when it is over."""

    step: str
    until: int
    then: str | None = None


class ClosingTakenBack(Event, frozen=True, kw_only=True, tag="step.kept-open"):
    step: str


class StepClosed(Event, frozen=True, kw_only=True, tag="step.closed"):
    """``left`` is what the clock still had, in milliseconds; negative when the step ran over."""

    step: str
    left: int


class StepReopened(Event, frozen=True, kw_only=True, tag="step.reopened"):
    """``instead_of`` is the step that had opened meanwhile; it is planned again."""

    step: str
    instead_of: str | None = None
    # Where everybody sat in the reopened step: they go back to the same seats.
    tables: dict[int, tuple[str, ...]] = {}


class WorkshopClosed(Event, frozen=True, kw_only=True, tag="workshop.closed"):
    pass

"""Arriving: the notice, and trying out the three things people do all day."""

from __future__ import annotations

from typing import Literal

from workshop.core.messages import Command, Event
from workshop.core.plan import StepSettings

Check = Literal["note", "move", "dot"]
CHECKS: tuple[Check, ...] = ("note", "move", "dot")


class Arrival(StepSettings, frozen=True, kw_only=True, tag="arrival"):
    tryout: bool = True


class PassCheck(Command, frozen=True, kw_only=True, tag="arrival.check"):
    """This person has tried one of the three things and it worked."""

    check: Check


class CheckPassed(Event, frozen=True, kw_only=True, tag="arrival.checked"):
    person: str
    check: Check

"""Up to three ideas that a table brings to everyone."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.messages import Command, Event, Id, Text
from workshop.core.plan import StepSettings


class Priorities(StepSettings, frozen=True, kw_only=True, tag="priorities"):
    prompt: Annotated[str, Meta(max_length=400)] = ""
    most: Annotated[int, Meta(ge=1, le=5)] = 3


class PickPriority(Command, frozen=True, kw_only=True, tag="priority.pick"):
    note: Id
    why: Text = ""


class DropPriority(Command, frozen=True, kw_only=True, tag="priority.drop"):
    note: Id


class PriorityPicked(Event, frozen=True, kw_only=True, tag="priority.picked"):
    note: str
    table: int
    step: str
    why: str = ""


class PriorityDropped(Event, frozen=True, kw_only=True, tag="priority.dropped"):
    note: str
    table: int

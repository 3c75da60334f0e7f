"""How it was to take part."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.messages import Command, Event, Id, Text
from workshop.core.plan import StepSettings


class FeedbackStep(StepSettings, frozen=True, kw_only=True, tag="feedback"):
    prompt: Annotated[str, Meta(max_length=400)] = ""


class GiveFeedback(Command, frozen=True, kw_only=True, tag="feedback.give"):
    """``rating`` from 1 (not good) to 5 (very good), or none; ``text`` may be empty if it is given."""

    step: Id
    text: Text = ""
    rating: Annotated[int, Meta(ge=1, le=5)] | None = None


class FeedbackGiven(Event, frozen=True, kw_only=True, tag="feedback.given"):
    feedback: str
    step: str
    person: str
    text: str
    rating: int | None = None

"""A timed conversation at tables, with a question and sticky notes."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.core.messages import Event
from workshop.core.plan import Kind, Prompt, StepSettings

Seating = Literal["mixed", "rotate", "stay", "home"]


class StoryRound(StepSettings, frozen=True, kw_only=True, tag="story_round"):
    """``recap``: open with what was said here before. ``bring_in``: travellers bring earlier ideas."""

    prompt: Prompt
    note_kinds: Annotated[list[Kind], Meta(min_length=1, max_length=6)]
    seating: Seating = "mixed"
    recap: bool = False
    bring_in: bool = False
    note_length: Annotated[int, Meta(ge=50, le=2_000)] = 500


class SeatsMade(Event, frozen=True, kw_only=True, tag="seats.made"):
    """Who sits where from now on. ``seed`` and the tables make the seating repeatable and open to audit."""

    step: str
    tables: dict[int, tuple[str, ...]]
    facilitators: dict[int, str]
    seed: int
    repeat_meetings: int
    least_possible: int
    unmet: tuple[str, ...] = ()

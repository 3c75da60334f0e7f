"""The parts that every plan shares. What each kind of step adds is in that activity's ``messages.py``."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from workshop.core.messages import Settings

Title = Annotated[str, Meta(min_length=1, max_length=120)]
Prompt = Annotated[str, Meta(min_length=1, max_length=400)]
Minutes = Annotated[int, Meta(ge=1, le=480)]
Kind = Annotated[
    str, Meta(pattern=r"^[a-z][a-z0-9-]{0,30}$", description="One word, such as helped or hindered")
]


GroupName = Annotated[str, Meta(min_length=1, max_length=60)]
Groups = Annotated[list[GroupName], Meta(max_length=12)]


class StepSettings(Settings, frozen=True, kw_only=True, tag_field="activity"):
    """What every step has: a title for people, and its planned minutes."""

    title: Title
    minutes: Minutes
    words: Annotated[str, Meta(max_length=2_000)] = ""


class PeopleSettings(Settings, frozen=True, kw_only=True):
    """How people sit. Sizes count participants; a facilitator is extra unless ``facilitator_counts``.

    ``groups``: where people come from, such as families or schools: asked at the door, where there are any.
    """

    table_size: Annotated[int, Meta(ge=2, le=8)] = 4
    smallest: Annotated[int, Meta(ge=2, le=8)] = 3
    largest: Annotated[int, Meta(ge=2, le=10)] = 5
    facilitators: Literal["fixed", "none"] = "fixed"
    facilitator_counts: bool = False
    groups: Groups = []


class TimeSettings(Settings, frozen=True, kw_only=True):
    """The grace periods of the day, in seconds."""

    closing_call: Annotated[int, Meta(ge=0, le=600)] = 60
    late_notes: Annotated[int, Meta(ge=0, le=3_600)] = 120
    reopen: Annotated[int, Meta(ge=0, le=3_600)] = 300
    seat_held: Annotated[int, Meta(ge=5, le=3_600)] = 180


# What is said of whoever is quoted, the least first: no more than that person agreed to.
Attribution = Literal["anonymous", "role", "first-name"]
ATTRIBUTIONS: tuple[Attribution, ...] = ("anonymous", "role", "first-name")


class QuotingSettings(Settings, frozen=True, kw_only=True):
    """People's words in the report. ``days``: so long after the close they may still say yes or no.

    ``attribution``: what stands with a quoted note: nobody, the group its author is from, or the first name.
    """

    days: Annotated[int, Meta(ge=0, le=365)] = 14
    attribution: Attribution = "anonymous"


def least(one: Attribution, other: Attribution) -> Attribution:
    """The one that says less."""
    return min(one, other, key=ATTRIBUTIONS.index)


class Contact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Someone a participant can turn to, shown behind "Help and worries" on every screen."""

    name: Title
    how: Annotated[str, Meta(max_length=300)] = ""

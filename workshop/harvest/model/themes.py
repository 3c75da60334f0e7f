"""What people put together."""

from __future__ import annotations

from typing import Literal

from workshop.harvest.model.lines import Line
from workshop.harvest.model.rounds import KindCount

Often = Literal["most", "often", "less", "one-table", "single-voice"]
Leans = Literal["gets-in-the-way", "helps", "both", "ideas"]


class Deed(Line, frozen=True, kw_only=True):
    """One thing that was done to a theme, without who did it. ``at`` in milliseconds since 1970."""

    at: int
    text: str


class ThemeLine(Line, frozen=True, kw_only=True):
    """Notes that people put together. Each note counts once, though it may be in two themes.

    ``place``: 1 for the theme heard at most tables (then: with most notes); themes that are level share a
    place, and ``level`` is how many share it. A single voice has no place (0). ``people`` and ``groups`` (of
    people): how many it comes from; None where so few people are behind it that it could show who they are.
    ``differing``: its notes that see it the other way round. ``suggested``: how many a suggestion brought.
    """

    id: str
    step: str
    name: str
    named: bool
    statement: str
    includes: str
    excludes: str
    notes: tuple[str, ...]
    tables: tuple[int, ...]
    people: int | None
    groups: int | None
    differing: tuple[str, ...]
    suggested: int
    rounds: tuple[int, ...]
    kinds: tuple[KindCount, ...]
    single_voice: bool
    place: int
    level: int
    often: Often
    leans: Leans
    took_in: tuple[str, ...]
    split_from: str | None
    lineage: tuple[Deed, ...]


class TopicLine(Line, frozen=True, kw_only=True):
    """Answers to one closing question that the hosts put together: a sub-heading. As :class:`ThemeLine`."""

    id: str
    name: str
    statement: str
    includes: str
    excludes: str
    answers: tuple[str, ...]
    differing: tuple[str, ...]
    suggested: int
    single_voice: bool
    lineage: tuple[Deed, ...]


class WallLine(Line, frozen=True, kw_only=True):
    """One themes step: what was on the wall, and which notes nobody grouped."""

    step: str
    title: str
    notes: int
    themes: int
    not_grouped: tuple[str, ...]

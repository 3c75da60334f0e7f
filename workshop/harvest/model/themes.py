"""What people put together, and what they voted on."""

from __future__ import annotations

from typing import Literal

from workshop.harvest.model.lines import Anchor, Line
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
    place, and ``level`` is how many share it. A single voice has no place (0).
    """

    id: str
    step: str
    name: str
    named: bool
    statement: str
    notes: tuple[str, ...]
    tables: tuple[int, ...]
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


class WallLine(Line, frozen=True, kw_only=True):
    """One themes step: what was on the wall, and which notes nobody grouped."""

    step: str
    title: str
    notes: int
    themes: int
    not_grouped: tuple[str, ...]


class OptionLine(Line, frozen=True, kw_only=True):
    """Something that dots could be placed on. ``subject``: the theme or note it was, if that still stands."""

    label: str
    statement: str
    subject: Anchor | None
    dots: int | None
    place: int
    level: int


class VoteLine(Line, frozen=True, kw_only=True):
    """One ballot. While it is open, ``voted`` and all dots are None. ``table``: None for everyone's."""

    id: str
    step: str
    title: str
    prompt: str
    table: int | None
    open: bool
    voters: Literal["participants", "everyone"]
    allowance: int
    cap: int
    voted: int | None
    dots: int | None
    verdict: str
    options: tuple[OptionLine, ...]

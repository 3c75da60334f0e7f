"""What people voted on, what they decided, and what they missed."""

from __future__ import annotations

from typing import Literal

from workshop.harvest.model.lines import Anchor, Line

Stands = Literal["", "ahead", "level", "record"]


class OptionLine(Line, frozen=True, kw_only=True):
    """Something that dots could be placed on. ``subject``: the theme or note it was, if that still stands.

    ``stands``: ahead of the line, level at it, or on record; empty without a line. ``goes_on``: in the end.
    ``became``: what happened to a theme after people had voted, in a sentence.
    """

    label: str
    statement: str
    subject: Anchor | None
    dots: int | None
    place: int
    level: int
    stands: Stands
    goes_on: bool
    became: str


class VoteLine(Line, frozen=True, kw_only=True):
    """One ballot. While it is open, ``voted``, ``entered`` and all dots are None.

    ``table``: None for everyone's. ``entered``: papers that a facilitator filled in for others. ``take``: how
    many places went on, if a line was drawn. ``runoff_of``: the ballot whose tie this second vote was about.
    ``settled``: how a tie ended.
    """

    id: str
    step: str
    title: str
    prompt: str
    table: int | None
    open: bool
    voters: Literal["participants", "everyone"]
    allowance: int
    cap: int
    take: int | None
    runoff_of: str | None
    voted: int | None
    entered: int | None
    dots: int | None
    verdict: str
    settled: tuple[str, ...]
    options: tuple[OptionLine, ...]


class DecisionLine(Line, frozen=True, kw_only=True):
    """What was decided. ``by``: who, in words. ``versions``: how often it was written down."""

    step: str
    title: str
    table: int | None
    vote: Anchor | None
    chosen: tuple[str, ...]
    set_aside: tuple[str, ...]
    why: str
    by: str
    versions: int


class MissingLine(Line, frozen=True, kw_only=True):
    """What somebody found missing among the choices."""

    step: str
    table: int | None
    text: str

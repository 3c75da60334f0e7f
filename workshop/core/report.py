"""What people write in the report: passages in fixed places, and statements that rest on what was said.

Nothing computed is ever typed: frequencies, counts and places stand in the report beside these words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["key-theme", "conclusion", "recommendation"]
KINDS: tuple[Kind, ...] = ("key-theme", "conclusion", "recommendation")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of one note, answer or line of the chat. ``source``: its anchor, such as ``note-…``."""

    source: str
    words: str


@dataclass(slots=True)
class Passage:
    """What stands in one place of the report. ``version`` counts how often it was written."""

    part: str
    text: str
    version: int
    by: str
    at: int


@dataclass(slots=True)
class Statement:
    """One key theme, conclusion or recommendation, and what it rests on. ``rank``: its place in its kind."""

    id: str
    kind: Kind
    heading: str
    text: str
    themes: tuple[str, ...]
    notes: tuple[str, ...]
    quote: Quoted | None
    rank: float
    version: int
    by: str
    at: int
    removed: bool = False

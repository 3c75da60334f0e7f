"""What people wrote in the report itself."""

from __future__ import annotations

from typing import Literal

from workshop.harvest.model.lines import Anchor, Line


class PassageLine(Line, frozen=True, kw_only=True):
    """A passage in its place, such as ``context`` or ``round.s4``. ``versions``: how often it was written."""

    part: str
    text: str
    versions: int


class StatementLine(Line, frozen=True, kw_only=True):
    """A key theme, a conclusion or a recommendation. ``place``: from 1, in its kind.

    ``themes`` and ``notes``: ids of what it rests on and still stands; a theme that was merged is the one it
    went into. ``gone``: how many do not stand. ``source``: what it quotes; ``quote``: those words, empty
    where they do not stand there any more.
    """

    id: str
    kind: Literal["key-theme", "conclusion", "recommendation"]
    place: int
    heading: str
    text: str
    themes: tuple[str, ...]
    notes: tuple[str, ...]
    gone: int
    source: Anchor | None
    quote: str
    versions: int

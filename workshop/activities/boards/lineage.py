"""How a theme came to be: who did what to it, when, and from what."""

from __future__ import annotations

from workshop.core.messages import Doc
from workshop.core.state import Workshop
from workshop.core.things import Deed, Theme

# So many of the last deeds are shown of each theme; the report has all of them.
DEEDS = 12
MOVES = frozenset({"started", "started from a suggestion", "put", "put as suggested", "took"})


class LineageDeed(Doc, frozen=True, kw_only=True):
    """``by``: a facilitator or host; None for a participant. ``notes``: how many. ``other``: a theme's id."""

    at: int
    by: str | None
    did: str
    notes: int
    other: str


class LineageDoc(Doc, frozen=True, kw_only=True):
    """The latest deeds of a theme, the oldest first, out of ``all``."""

    theme: str
    deeds: tuple[LineageDeed, ...]
    all: int


def lineage(state: Workshop, _board_id: str, theme_id: str) -> LineageDoc | None:
    theme = state.themes[theme_id]
    if not theme.stands:
        return None
    deeds = tuple(_deed(state, deed) for deed in theme.lineage[-DEEDS:])
    return LineageDoc(theme=theme.id, deeds=deeds, all=len(theme.lineage))


def _deed(state: Workshop, deed: Deed) -> LineageDeed:
    return LineageDeed(
        at=deed.at,
        by=state.people[deed.by].name if _is_named(state, deed) else None,
        did=deed.did,
        notes=len(deed.what.split()) if deed.did in MOVES else 0,
        other=deed.what if deed.what in state.themes else "",
    )


def _is_named(state: Workshop, deed: Deed) -> bool:
    person = state.people.get(deed.by)
    return person is not None and (person.hosts or person.leads)


def names(state: Workshop, theme: Theme, person: str) -> bool:
    """Whether the shown lineage of a theme names this person."""
    return any(deed.by == person and _is_named(state, deed) for deed in theme.lineage[-DEEDS:])

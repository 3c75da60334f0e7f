"""How far each theme carries, as the hosts are told."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.boards.board import reach, standing_items
from workshop.core.messages import Doc
from workshop.core.state import Workshop
from workshop.core.things import Theme


class ReachDoc(Doc, frozen=True, kw_only=True):
    """``groups``: of people who wrote under their names; none for answers."""

    theme: str
    people: int
    groups: tuple[str, ...]


def reach_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return (theme.id for theme in state.themes.values() if theme.stands)


def reach_doc(state: Workshop, _stream_id: str, theme_id: str) -> ReachDoc | None:
    theme = state.themes[theme_id]
    if not theme.stands:
        return None
    found = reach(state, theme)
    groups = found.groups if _tells_groups(theme) else ()
    return ReachDoc(theme=theme.id, people=found.people, groups=groups)


def _tells_groups(theme: Theme) -> bool:
    """Answers have no author, for hosts neither: a theme of one answer would say which group gave it."""
    return theme.question is None


def reached_by(state: Workshop, person: str) -> Iterator[str]:
    """The themes whose reach depends on the group of this person."""
    for theme in state.themes.values():
        if theme.stands and _tells_groups(theme) and person in _authors(state, theme):
            yield theme.id


def _authors(state: Workshop, theme: Theme) -> set[str]:
    return {each.by for each in standing_items(state, theme)}

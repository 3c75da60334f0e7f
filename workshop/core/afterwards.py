"""What became of a theme after people had voted on it. Its dots stay with it as it stood then."""

from __future__ import annotations

from dataclasses import dataclass

from workshop.core.state import Workshop


@dataclass(frozen=True, slots=True)
class Became:
    """``into``: what it is part of now; ``parts``: themes split from it; ``gone``: its notes moved out."""

    into: str | None
    parts: tuple[str, ...]
    gone: bool

    def mentions(self) -> set[str]:
        return {self.into, *self.parts} - {None}  # type: ignore[return-value]


def became(state: Workshop, theme_id: str) -> Became | None:
    """None for what is no theme, and for one that stands as it did."""
    theme = state.themes.get(theme_id)
    if theme is None:
        return None
    way = path(state, theme_id)
    parts = tuple(
        part.id
        for part in state.themes.values()
        if part.split_from == theme_id and part.merged_into != theme_id
    )
    into = way[-1] if len(way) > 1 else None
    if into is None and not parts and not theme.dissolved:
        return None
    return Became(into=into, parts=parts, gone=theme.dissolved and into is None)


def path(state: Workshop, theme_id: str) -> list[str]:
    """The theme, the one it went into, and so on to the one that holds its notes now."""
    way = [theme_id]
    while (into := state.themes[way[-1]].merged_into) is not None:
        way.append(into)
    return way

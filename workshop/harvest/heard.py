"""What a blueprint is made from: notes, themes, votes, and the ideas that tables chose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.harvest.model import NoteLine, PriorityLine, ThemeLine, VoteLine


@dataclass(frozen=True, slots=True)
class Heard:
    """All of it, with what votes say of a theme or a note."""

    notes: dict[str, NoteLine]
    themes: Sequence[ThemeLine]
    votes: Sequence[VoteLine]
    priorities: Sequence[PriorityLine]

    def dots(self, subject: str) -> int | None:
        """The dots on a theme or a note in the last closed vote that had it; None without such a vote.

        A second vote settles a tie: it does not say how much something weighs.
        """
        first = [vote for vote in self.votes if not vote.open and vote.runoff_of is None]
        options = [o for vote in first for o in vote.options if o.subject == subject]
        return options[-1].dots if options else None

    def votes_on(self, subject: str) -> list[str]:
        """The anchors of the closed votes that had it."""
        return [v.anchor for v in self.votes if not v.open and any(o.subject == subject for o in v.options)]

    def holding(self, note: str) -> list[ThemeLine]:
        """The themes that hold a note: those of most dots first, then of most tables, level ones by name."""
        return sorted(
            (theme for theme in self.themes if note in theme.notes),
            key=lambda theme: (
                -(self.dots(theme.anchor) or 0),
                -len(theme.tables),
                theme.name.casefold(),
            ),
        )

"""Ideas that tables brought: whether each rests on a theme, and leads to something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshop.harvest.lint.findings import DESK, Finding, anchors_of, at_tables, board, is_, named, over
from workshop.harvest.model import Harvest, PriorityLine
from workshop.harvest.words import count


def idea_without_theme(harvest: Harvest) -> Iterator[Finding]:
    """Only ideas that hang on a wall which is done: what no wall gathers cannot be put into a theme."""
    in_themes = {note for theme in harvest.themes for note in theme.notes}
    for wall in harvest.walls:
        loose = set(wall.not_grouped) - in_themes
        alone = [idea for idea in harvest.priorities if idea.note in loose]
        if alone and wall.themes and wall.step in over(harvest):
            n = len(alone)
            text = (
                f"{_ideas(alone)} {is_(n)} in no theme, so nothing says what {'it' if n == 1 else 'they'} "
                f"would change: {named(idea.text for idea in alone)}."
            )
            yield Finding("idea-without-theme", "must", text, anchors_of(alone), (board(wall.step),))


def idea_without_experiment(harvest: Harvest) -> Iterator[Finding]:
    drafted = {anchor for each in harvest.blueprint.experiments for anchor in each.evidence}
    lost = [idea for idea in harvest.priorities if idea.anchor not in drafted]
    if lost:
        text = (
            f"{_ideas(lost)} {'leads' if len(lost) == 1 else 'lead'} to no experiment in the blueprint: "
            f"{named(idea.text for idea in lost)}. Say what becomes of it."
        )
        yield Finding("idea-without-experiment", "must", text, anchors_of(lost), (DESK,))


def _ideas(ideas: Sequence[PriorityLine]) -> str:
    return f"{count(len(ideas), 'idea')} of {at_tables(idea.table for idea in ideas)}"


IDEAS = (idea_without_theme, idea_without_experiment)

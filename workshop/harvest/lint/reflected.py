"""Which notes the report reflects, and how: in a theme, as a highlight, as an idea, in a decision."""

from __future__ import annotations

from typing import NamedTuple

from workshop.harvest import anchors
from workshop.harvest.lint.findings import notes_of, over
from workshop.harvest.model import DecisionLine, Harvest


class Reflected(NamedTuple):
    """Ids of notes. None: there was nothing of the kind, or it is not done yet."""

    themes: frozenset[str] | None
    highlights: frozenset[str] | None
    ideas: frozenset[str] | None
    decisions: frozenset[str] | None

    @property
    def anywhere(self) -> frozenset[str]:
        return frozenset().union(*(part for part in self if part is not None))


def reflected(harvest: Harvest) -> Reflected:
    done = over(harvest)
    themes = [theme for theme in harvest.themes if theme.step in done]
    high = [note.id for note in notes_of(harvest).values() if note.highlighted]
    ideas = [idea.note for idea in harvest.priorities if idea.step in done]
    decisions = [note for decision in harvest.decisions for note in _behind(harvest, decision)]
    return Reflected(
        themes=_some([note for theme in themes for note in theme.notes]),
        highlights=_some(high),
        ideas=_some(ideas),
        decisions=_some(decisions),
    )


def _some(notes: list[str]) -> frozenset[str] | None:
    return frozenset(notes) or None


def _behind(harvest: Harvest, decision: DecisionLine) -> list[str]:
    """The notes behind what was chosen. Evidence names what was set aside, too; ``chosen`` is in words."""
    subjects = set(decision.evidence) & _chosen(harvest, decision)
    found = [note for theme in harvest.themes if theme.anchor in subjects for note in theme.notes]
    return [*found, *(note.id for note in notes_of(harvest).values() if note.anchor in subjects)]


def _chosen(harvest: Harvest, decision: DecisionLine) -> set[str]:
    names = set(decision.chosen)
    found = {theme.anchor for theme in harvest.themes if theme.name in names}
    found |= {anchors.note(note.id) for note in notes_of(harvest).values() if note.text in names}
    voted = (option for vote in harvest.votes if vote.anchor == decision.vote for option in vote.options)
    return found | {option.subject for option in voted if option.subject and option.label in names}

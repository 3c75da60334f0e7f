"""Small groups: what fewer than five people chose, or are behind, is not told to everyone.

Neither is what two numbers would show between them. Source: suppression of small counts, with its complement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec.structs import replace

from workshop.harvest.model import ThemeLine, VoteLine
from workshop.harvest.themes import FEWEST_PEOPLE

FEW_VOTED = f"Fewer than {FEWEST_PEOPLE} people voted, so what they chose is not shown."


def votes_told(votes: Sequence[VoteLine]) -> tuple[VoteLine, ...]:
    """The dots of at least five people, or none."""
    return tuple(map(_vote, votes))


def _vote(vote: VoteLine) -> VoteLine:
    if not vote.voted:
        return vote
    if vote.voted < FEWEST_PEOPLE:
        hidden = {"voted": None, "entered": None, "dots": None, "settled": (), "options": ()}
        # What it was about came in the order of the dots.
        return replace(vote, **hidden, verdict=FEW_VOTED, evidence=tuple(sorted(vote.evidence)))
    few_entered = _few(vote.entered or 0) or _few(vote.voted - (vote.entered or 0))
    return replace(vote, entered=None) if few_entered else vote


def _few(people: int) -> bool:
    return 0 < people < FEWEST_PEOPLE


def themes_told(themes: Sequence[ThemeLine]) -> tuple[ThemeLine, ...]:
    """Two themes that share a note, with nearly the same people: numbers would show who is in one only."""
    hidden = {theme.id for pair in _near(themes) for theme in pair}
    return tuple(replace(each, people=None, groups=None) if each.id in hidden else each for each in themes)


def _near(themes: Sequence[ThemeLine]) -> Iterator[tuple[ThemeLine, ThemeLine]]:
    told = [(theme, set(theme.notes)) for theme in themes if theme.people is not None]
    for (one, notes), (other, others) in combinations(told, 2):
        if _few(abs((one.people or 0) - (other.people or 0))) and not notes.isdisjoint(others):
            yield one, other

"""What documents say of themes, and of the topics of answers."""

from __future__ import annotations

from workshop.harvest.model import ThemeLine, TopicLine
from workshop.harvest.words import count, reach


def theme_reach(theme: ThemeLine) -> str:
    """12 notes · 9 tables · 11 people · 2 groups of people, as far as they may be told."""
    more = []
    if theme.people is not None:
        more.append(count(theme.people, "person", "people"))
    if theme.groups:
        more.append(count(theme.groups, "group of people", "groups of people"))
    return " · ".join((reach(len(theme.notes), len(theme.tables)), *more))


def boundaries(line: ThemeLine | TopicLine) -> list[str]:
    """What belongs, and what does not, as the people put it who made the theme."""
    said = [f"What belongs here: {line.includes}"] if line.includes else []
    return [*said, f"What does not: {line.excludes}"] if line.excludes else said


def markings(line: ThemeLine | TopicLine) -> list[str]:
    """What is marked in it: opposite views, and what a suggestion brought."""
    said = []
    if line.differing:
        sees = "sees" if len(line.differing) == 1 else "see"
        said.append(f"{count(len(line.differing), 'voice')} in it {sees} it the other way round.")
    if line.suggested:
        said.append(f"{line.suggested} of them came together by a suggestion that people accepted.")
    return said

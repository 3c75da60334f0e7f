"""Headings that stand twice, or nearly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from workshop.harvest.lint.findings import AGENDA, Finding, Mend, Weight, board, named, quoted
from workshop.harvest.lint.spelling import differ_by_a_slip, plain_words, same_heading, same_name
from workshop.harvest.model import Harvest, QuestionLine, TopicLine
from workshop.harvest.words import listed

# Steps whose titles stand over a part of the report. Two breaks may well have one name.
WITH_HEADINGS = frozenset({"story_round", "themes", "dot_voting", "plenary"})


class Heading(NamedTuple):
    """``under``: the part of the report, where headings must differ. ``what``: how a sentence calls it."""

    anchor: str
    words: str
    under: str
    what: str
    mend: Mend


def headings(harvest: Harvest) -> list[Heading]:
    """Every heading that people wrote. What stands in for a name is none."""
    return [*_steps(harvest), *_themes(harvest), *_topics(harvest)]


def _steps(harvest: Harvest) -> Iterator[Heading]:
    for step in harvest.steps:
        if step.activity in WITH_HEADINGS and step.phase != "planned":
            yield Heading(step.anchor, step.title, "steps", "a step", AGENDA)


def _themes(harvest: Harvest) -> Iterator[Heading]:
    walls = {wall.step: wall.title for wall in harvest.walls}
    for theme in harvest.themes:
        if theme.named:
            what = f"a theme of {quoted(walls.get(theme.step, ''))}" if len(walls) > 1 else "a theme"
            yield Heading(theme.anchor, theme.name, "themes", what, board(theme.step))


def _topics(harvest: Harvest) -> Iterator[Heading]:
    for question in harvest.questions:
        for topic in question.topics:
            if topic_is_named(topic, question):
                under, what = question.anchor, f"a heading under closing question {question.no}"
                yield Heading(topic.anchor, topic.name, under, what, board(question.step, question.no))


def topic_is_named(topic: TopicLine, question: QuestionLine) -> bool:
    """Without a name of its own, an answer stands in for one, or its beginning with three dots."""
    shown = topic.name.removesuffix("…")
    given = (" ".join(a.text.split()) for a in question.answers if a.id in topic.answers)
    return not any(
        words == topic.name or (shown != topic.name and words.startswith(shown)) for words in given
    )


def heading_twice(harvest: Harvest) -> Iterator[Finding]:
    alike: dict[str, list[Heading]] = defaultdict(list)
    for heading in headings(harvest):
        alike[same_heading(heading.words)].append(heading)
    for same in alike.values():
        if len(same) > 1:
            yield _twice(same)


def _twice(same: list[Heading]) -> Finding:
    same = sorted(same)
    under = [heading.under for heading in same]
    weight: Weight = "must" if len(set(under)) < len(under) else "may"
    first = min(heading.words for heading in same)
    where = listed(sorted(heading.what for heading in same))
    text = (
        f"{quoted(first)} stands over {len(same)} parts of the report: {where}. Give each a name of its own."
    )
    return Finding("heading-twice", weight, text, _anchors(same), _mends(same))


class Sound(NamedTuple):
    """What a heading is held against others by; reckoned once, since each meets all others."""

    looks: str
    name: str
    words: tuple[str, ...]


def heading_alike(harvest: Harvest) -> Iterator[Finding]:
    """Names of themes, or of topics, that differ in spelling alone."""
    found = sorted(heading for heading in headings(harvest) if heading.under != "steps")
    sounds = [Sound(same_heading(h.words), same_name(h.words), plain_words(h.words)) for h in found]
    for (one, its), (other, others) in combinations(zip(found, sounds, strict=True), 2):
        if one.under == other.under and _alike(its, others):
            text = (
                f"{named([one.words, other.words])} differ in spelling only. "
                "If they mean the same, put them together; if not, choose words that tell them apart."
            )
            yield Finding("heading-alike", "may", text, _anchors([one, other]), _mends([one, other]))


def _alike(one: Sound, other: Sound) -> bool:
    if one.looks == other.looks:
        return False
    return (bool(one.name) and one.name == other.name) or differ_by_a_slip(one.words, other.words)


def _anchors(of: list[Heading]) -> tuple[str, ...]:
    return tuple(sorted(heading.anchor for heading in of))


def _mends(of: list[Heading]) -> tuple[Mend, ...]:
    return tuple(dict.fromkeys(heading.mend for heading in of))


HEADINGS = (heading_twice, heading_alike)

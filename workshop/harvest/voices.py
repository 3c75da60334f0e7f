"""What people wrote alone, and what the room said: answers, feedback, plenary, priorities.

Answers and feedback lie in an order made from their ids: it says nothing about who wrote what, or when.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Protocol, TypeVar

from workshop.activities.closing_questions.messages import ClosingQuestions
from workshop.activities.feedback.messages import FeedbackStep
from workshop.core.state import Step
from workshop.core.things import Feedback
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.model import (
    AnswerLine,
    FeedbackLine,
    GroupLine,
    NoteLine,
    PriorityLine,
    QuestionLine,
    ThemeLine,
)
from workshop.harvest.topics import topics

# Fewer marks than this could show what single people thought.
FEWEST_MARKS = 5
MARKS = (1, 2, 3, 4, 5)


class Identified(Protocol):
    @property
    def id(self) -> str: ...


Thing = TypeVar("Thing", bound=Identified)


def shuffled(things: Iterable[Thing]) -> list[Thing]:
    """The same order every time, and no order that means anything."""
    return sorted(things, key=lambda thing: sha256(thing.id.encode()).digest())


def priorities(folded: Folded, notes: Mapping[str, NoteLine]) -> tuple[PriorityLine, ...]:
    """What the tables brought to everyone, table by table, in the order each table chose."""
    chosen = sorted(folded.state.priorities.values(), key=lambda p: (p.table, p.at, p.note))
    return tuple(
        PriorityLine(
            anchor=anchors.priority(p.table, p.note),
            entries=folded.entries(anchors.priority(p.table, p.note)),
            evidence=(anchors.note(p.note),),
            note=p.note,
            step=p.step,
            table=p.table,
            kind=notes[p.note].kind,
            text=notes[p.note].text,
            why=p.why,
        )
        for p in chosen
        if p.note in notes
    )


def groups(brought: Sequence[PriorityLine], themes: Sequence[ThemeLine]) -> tuple[GroupLine, ...]:
    """The ideas theme by theme, those of most tables first, level ones by name; then those on their own."""
    found = [(theme, [idea for idea in brought if idea.note in theme.notes]) for theme in themes]
    held = [(theme, ideas, _tables(ideas)) for theme, ideas in found if ideas]
    lines, seen = [], set[str]()
    for theme, ideas, tables in sorted(held, key=lambda g: (-len(g[2]), g[0].name.casefold(), g[0].id)):
        lines.append(_group(theme, ideas, tables, seen))
        seen |= {idea.anchor for idea in ideas}
    alone = [idea for idea in brought if idea.anchor not in seen]
    return (*lines, _group(None, alone, _tables(alone), seen)) if alone else tuple(lines)


def _tables(ideas: Iterable[PriorityLine]) -> tuple[int, ...]:
    return tuple(sorted({idea.table for idea in ideas}))


def _group(
    theme: ThemeLine | None, ideas: Sequence[PriorityLine], tables: tuple[int, ...], seen: set[str]
) -> GroupLine:
    behind = tuple(idea.anchor for idea in ideas)
    return GroupLine(
        anchor=anchors.group(theme.id if theme else "none"),
        entries=tuple(sorted({n for idea in ideas for n in idea.entries})),
        evidence=(theme.anchor, *behind) if theme else behind,
        theme=theme.anchor if theme else None,
        name=theme.name if theme else "",
        tables=tables,
        ideas=behind,
        first=tuple(anchor for anchor in behind if anchor not in seen),
    )


def questions(folded: Folded) -> tuple[QuestionLine, ...]:
    """Every closing question whose step has begun, with all its answers."""
    steps = (s for s in folded.state.steps.values() if s.opened_at is not None)
    return tuple(line for step in steps for line in _questions(folded, step))


def _questions(folded: Folded, step: Step) -> Iterable[QuestionLine]:
    if not isinstance(step.settings, ClosingQuestions):
        return
    for no, text in enumerate(step.settings.questions):
        given = (a for a in folded.state.answers.values() if (a.step, a.question) == (step.id, no))
        answers = tuple(_words(folded, anchors.answer(a.id), a.id, a.text) for a in shuffled(given))
        found = topics(folded, step.id, no, answers)
        grouped = {each for topic in found for each in topic.answers}
        yield QuestionLine(
            anchor=anchors.question(step.id, no),
            entries=folded.entries(anchors.step(step.id)),
            evidence=tuple(answer.anchor for answer in answers),
            step=step.id,
            no=no + 1,
            text=text,
            answers=answers,
            topics=found,
            not_grouped=tuple(answer.id for answer in answers if answer.id not in grouped),
        )


def _words(folded: Folded, anchor: str, of: str, text: str) -> AnswerLine:
    return AnswerLine(anchor=anchor, entries=folded.entries(anchor), evidence=(), id=of, text=text)


def feedback(folded: Folded) -> tuple[FeedbackLine, ...]:
    steps = (s for s in folded.state.steps.values() if s.opened_at is not None)
    return tuple(_feedback(folded, s, s.settings) for s in steps if isinstance(s.settings, FeedbackStep))


def _feedback(folded: Folded, step: Step, settings: FeedbackStep) -> FeedbackLine:
    given = [f for f in folded.state.feedback.values() if f.step == step.id]
    worded = (f for f in given if f.text)
    words = tuple(_words(folded, anchors.words(f.id), f.id, f.text) for f in shuffled(worded))
    return FeedbackLine(
        anchor=anchors.feedback(step.id),
        entries=folded.entries(anchors.step(step.id)),
        evidence=tuple(line.anchor for line in words),
        step=step.id,
        title=settings.title,
        prompt=settings.prompt,
        people=len(given),
        marked=sum(f.rating is not None for f in given),
        marks=_marks(given, folded.state.status == "closed"),
        words=words,
    )


def _marks(given: list[Feedback], closed: bool) -> tuple[int, ...] | None:
    """How many gave each mark. While marks still come, two drafts could show the one between them."""
    ratings = [f.rating for f in given if f.rating is not None]
    if not closed or len(ratings) < FEWEST_MARKS:
        return None
    return tuple(ratings.count(mark) for mark in MARKS)

"""The blueprint: what gets in the way, what helps, what people wrote, and the tables' other ideas as drafts.

Drafts are computed from notes, themes and dots. What nobody has said yet stays empty, to be filled in.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from workshop.core.blueprint import NEEDS, missing
from workshop.harvest import anchors
from workshop.harvest.experiments import NO_CHECKS, context, coverage, written
from workshop.harvest.fold import Folded
from workshop.harvest.heard import Heard
from workshop.harvest.issuing import issued
from workshop.harvest.model import Blueprint, Experiment, Finding, Leans, PriorityLine, Sentence, ThemeLine
from workshop.harvest.notices import notices
from workshop.harvest.ranking import places
from workshop.harvest.themes import sides


def blueprint(folded: Folded, heard: Heard) -> Blueprint:
    leaning = {lean: tuple(_findings(heard, lean)) for lean in ("gets-in-the-way", "helps", "both")}
    own = written(folded, heard)
    said = notices(heard.themes, heard.votes, heard.priorities, own)
    return Blueprint(
        context=context(folded),
        in_the_way=leaning["gets-in-the-way"],
        helps=leaning["helps"],
        both=leaning["both"],
        experiments=(*own, *_drafted(heard, {each.note for each in own})),
        coverage=tuple(coverage(folded)),
        issued=issued(folded.versions, folded.numbers),
        notices=tuple(
            Sentence(anchor=f"notice-{no}", entries=(), evidence=(), text=text)
            for no, text in enumerate(said, 1)
        ),
    )


def _findings(heard: Heard, leans: str) -> Iterable[Finding]:
    """Themes that lean this way, those of most tables first."""
    themes = [theme for theme in heard.themes if theme.leans == leans]
    found = places(themes, lambda theme: (len(theme.tables), len(theme.notes)))
    ranked = sorted(zip(found, themes, strict=True), key=lambda each: (each[0][0], each[1].name.casefold()))
    for (place, level), theme in ranked:
        hindering, helping = sides([heard.notes[n] for n in theme.notes])
        yield Finding(
            anchor=anchors.finding(theme.id),
            entries=theme.entries,
            evidence=(theme.anchor, *heard.votes_on(theme.anchor)),
            theme=theme.id,
            name=theme.name,
            statement=theme.statement,
            notes=len(theme.notes),
            tables=len(theme.tables),
            hindering=hindering,
            helping=helping,
            dots=heard.dots(theme.anchor),
            place=place,
            level=level,
        )


@dataclass(frozen=True, slots=True)
class _Idea:
    """A priority, the theme it is drafted under, and what places it."""

    priority: PriorityLine
    theme: ThemeLine | None
    also_in: tuple[ThemeLine, ...]
    dots: int | None
    own_dots: int | None
    shared_dots: int

    @property
    def tables(self) -> int:
        return len(self.theme.tables) if self.theme else 1

    @property
    def weight(self) -> tuple[int, int, int]:
        """Dots of its theme, tables of its theme, dots of its own."""
        return self.shared_dots, self.tables, self.own_dots or 0


def _drafted(heard: Heard, taken_up: Container[str | None]) -> Iterable[Experiment]:
    """One for each idea that nobody took up; those of one theme lie together.

    Level ones are in order of theme and table.
    """
    ideas = [_idea(heard, each) for each in heard.priorities if each.note not in taken_up]
    found = places(ideas, lambda idea: idea.weight)
    ranked = sorted(zip(found, ideas, strict=True), key=lambda each: (each[0][0], *_by_name(each[1])))
    return (_experiment(heard, idea, *at) for at, idea in ranked)


def _by_name(idea: _Idea) -> tuple[bool, str, int, str]:
    name = idea.theme.name.casefold() if idea.theme else ""
    return idea.theme is None, name, idea.priority.table, idea.priority.note


def _idea(heard: Heard, priority: PriorityLine) -> _Idea:
    holding = heard.holding(priority.note)
    theme = holding[0] if holding else None
    dots = heard.dots(theme.anchor) if theme else None
    own = heard.dots(anchors.note(priority.note))
    shared = dots if dots is not None else _dots_on_ideas(heard, theme) if theme else own or 0
    return _Idea(priority, theme, tuple(holding[1:]), dots, own, shared)


def _dots_on_ideas(heard: Heard, theme: ThemeLine) -> int:
    """Where ideas were voted on and not themes, a theme weighs what its ideas weigh together."""
    ideas = {p.note for p in heard.priorities if p.note in theme.notes}
    return sum(heard.dots(anchors.note(note)) or 0 for note in ideas)


def _experiment(heard: Heard, idea: _Idea, place: int, level: int) -> Experiment:
    priority, theme = idea.priority, idea.theme
    hinders: Leans = "gets-in-the-way"
    barrier = theme.name if theme and theme.leans == hinders else ""
    return Experiment(
        anchor=anchors.experiment(priority.table, priority.note),
        entries=tuple(sorted({*priority.entries, *heard.notes[priority.note].entries})),
        evidence=tuple(_evidence(heard, idea)),
        written=False,
        kind="experiment",
        status="idea",
        idea=priority.text,
        why=priority.why,
        note=priority.note,
        table=priority.table,
        theme=theme.id if theme else None,
        theme_name=theme.name if theme else "",
        also_in=tuple(other.name for other in idea.also_in),
        dots=idea.dots,
        own_dots=idea.own_dots,
        tables=idea.tables,
        place=place,
        level=level,
        barrier=barrier,
        domain="",
        designed_by="",
        owner="",
        first_step="",
        prediction="",
        measures="",
        review_on=None,
        lens=(),
        checks=NO_CHECKS,
        missing=tuple(NEEDS[name] for name in missing("experiment", {"barrier": barrier})),
    )


def _evidence(heard: Heard, idea: _Idea) -> Iterable[str]:
    """The note, that it was chosen, the theme, and every vote on either."""
    note = anchors.note(idea.priority.note)
    subjects = [note, *([idea.theme.anchor] if idea.theme else [])]
    votes = [vote for subject in subjects for vote in heard.votes_on(subject)]
    return dict.fromkeys([note, idea.priority.anchor, *subjects[1:], *votes])

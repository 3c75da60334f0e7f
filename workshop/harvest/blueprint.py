"""The draft blueprint: what gets in the way, what helps, and the tables' ideas as experiments to fill in.

Everything is computed from notes, themes and dots. What nobody has said yet stays empty, to be filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshop.harvest import anchors
from workshop.harvest.model import (
    Blueprint,
    Experiment,
    Finding,
    Leans,
    NoteLine,
    PriorityLine,
    Sentence,
    ThemeLine,
    VoteLine,
)
from workshop.harvest.notices import notices
from workshop.harvest.ranking import places
from workshop.harvest.themes import sides

# What no workshop can know, and an experiment needs before it can start.
NEEDS = ("a person", "a measure", "a prediction", "a review date")
A_BARRIER = "a barrier it works on"


@dataclass(frozen=True, slots=True)
class Heard:
    """What a draft is made from."""

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


def draft(heard: Heard) -> Blueprint:
    leaning = {lean: tuple(_findings(heard, lean)) for lean in ("gets-in-the-way", "helps", "both")}
    experiments = tuple(_experiments(heard))
    said = notices(heard.themes, heard.votes, heard.priorities)
    return Blueprint(
        in_the_way=leaning["gets-in-the-way"],
        helps=leaning["helps"],
        both=leaning["both"],
        experiments=experiments,
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


def _experiments(heard: Heard) -> Iterable[Experiment]:
    """One for each idea; the ideas of one theme lie together. Level ones in order of theme and table."""
    ideas = [_idea(heard, priority) for priority in heard.priorities]
    found = places(ideas, lambda idea: idea.weight)
    ranked = sorted(zip(found, ideas, strict=True), key=lambda each: (each[0][0], *_by_name(each[1])))
    return (_experiment(heard, idea, *at) for at, idea in ranked)


def _by_name(idea: _Idea) -> tuple[bool, str, int, str]:
    name = idea.theme.name.casefold() if idea.theme else ""
    return idea.theme is None, name, idea.priority.table, idea.priority.note


def _idea(heard: Heard, priority: PriorityLine) -> _Idea:
    holding = sorted(
        (theme for theme in heard.themes if priority.note in theme.notes),
        key=lambda theme: (-(heard.dots(theme.anchor) or 0), -len(theme.tables), theme.name.casefold()),
    )
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
        owner="",
        measure="",
        prediction="",
        review_on=None,
        missing=NEEDS if barrier else (A_BARRIER, *NEEDS),
    )


def _evidence(heard: Heard, idea: _Idea) -> Iterable[str]:
    """The note, that it was chosen, the theme, and every vote on either."""
    note = anchors.note(idea.priority.note)
    subjects = [note, *([idea.theme.anchor] if idea.theme else [])]
    votes = [vote for subject in subjects for vote in heard.votes_on(subject)]
    return dict.fromkeys([note, idea.priority.anchor, *subjects[1:], *votes])

"""What people put together, voted on, decided and want to change."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.harvest.links import place
from workshop.harvest.model import (
    DecisionLine,
    GroupLine,
    OptionLine,
    PriorityLine,
    ThemeLine,
    VoteLine,
    WallLine,
)
from workshop.harvest.phrases import Found, by_frequency, place_words
from workshop.harvest.pictures import vote_pictures, wall_pictures
from workshop.harvest.section_phrases import (
    ABOUT_IDEAS,
    ASKED_MISSING,
    GUIDE,
    NO_DECISION,
    NO_IDEAS,
    NO_ORDER,
    NO_VOTE,
    NO_WALL,
    decided_words,
    option_words,
    wall_words,
)
from workshop.harvest.theme_phrases import boundaries, markings, theme_reach
from workshop.harvest.vote_phrases import RULE, ballot_words, changed_since, decision_title, vote_title
from workshop.harvest.words import count, kind_word, short, tables
from workshop.harvest.writers.pdf.pictured import drawn, figures
from workshop.harvest.writers.pdf.trail import Trail, joined, quoted
from workshop.harvest.writers.pdf.tree import (
    Block,
    Bullets,
    Heading,
    Item,
    Quote,
    Row,
    Run,
    Table,
    runs,
    words,
)


def themes(to: Trail) -> Iterator[Block]:
    yield Heading(1, "Themes", id="themes")
    if not to.h.walls:
        yield words(NO_WALL, look="soft")
    for wall in to.h.walls:
        yield from _wall(to, wall)


def _wall(to: Trail, wall: WallLine) -> Iterator[Block]:
    here = [theme for theme in to.h.themes if theme.step == wall.step]
    if len(to.h.walls) > 1:
        yield words(wall.title, look="eyebrow")
    yield words(wall_words(wall, here))
    yield from figures(wall_pictures(to.h, wall.step))
    for found in by_frequency(here):
        yield Heading(2, found.title)
        for theme in found.themes:
            yield from _theme(to, theme, found)
    if wall.not_grouped:
        yield Heading(2, "Not grouped", listed=False)
        left = count(len(wall.not_grouped), "note")
        yield words(Run(f"{left} in no theme", to=f"from-{wall.anchor}", page=True))


def _theme(to: Trail, theme: ThemeLine, found: Found) -> Iterator[Block]:
    yield Heading(3, theme.name, id=theme.anchor)
    if theme.statement:
        yield words(theme.statement)
    yield from (words(said) for said in boundaries(theme))
    where = f"{place_words(theme)}: " if found.numbered else ""
    yield words(where, Run(theme_reach(theme), bold=True), f", {tables(theme.tables)}")
    yield from (words(said, look="soft") for said in markings(theme))
    yield from (quoted(to, note) for note in to.typical(theme))
    yield words(Run("Where this comes from", to=f"from-{theme.anchor}", page=True), look="soft")


def votes(to: Trail) -> Iterator[Block]:
    yield Heading(1, "How people voted", id="votes")
    if not to.h.votes:
        yield words(NO_VOTE, look="soft")
    for vote in to.h.votes:
        yield from _vote(to, vote)


def _vote(to: Trail, vote: VoteLine) -> Iterator[Block]:
    yield Heading(2, vote_title(vote), id=vote.anchor)
    if vote.prompt and not vote.runoff_of:
        yield words(vote.prompt, look="lead")
    yield words(ballot_words(vote))
    yield words(Run(vote.verdict, bold=True), "" if vote.open else f" {GUIDE}")
    if not vote.open:
        yield from map(drawn, vote_pictures(vote))
        yield Table(("Choice", "Dots", "What came of it"), tuple(map(_option, vote.options)), (6, 1, 4))
        if vote.settled:
            yield Bullets(tuple(Item(runs(said)) for said in vote.settled))
        if changed_since(vote):
            yield words(RULE, look="soft")
    if to.links.back(vote):
        yield words(*to.uses(vote), look="soft")


def _option(option: OptionLine) -> Row:
    label = Run(option.label, to=option.subject or "")
    return Row((runs(label), runs(str(option.dots or 0)), runs(option_words(option))), id=option.anchor)


def decisions(to: Trail) -> Iterator[Block]:
    yield Heading(1, "What was decided", id="decisions")
    if not to.h.decisions:
        yield words(NO_DECISION, look="soft")
    for decision in to.h.decisions:
        yield from _decision(to, decision)
    if to.h.missing:
        yield Heading(2, "Missing among the choices", listed=False)
        yield words(ASKED_MISSING)
    for line in to.h.missing:
        yield Quote(
            line.text, "comment", runs(f"Table {line.table}" if line.table else NO_ORDER), line.anchor
        )


def _decision(to: Trail, decision: DecisionLine) -> Iterator[Block]:
    yield Heading(2, decision_title(decision), id=decision.anchor)
    for title, names in (("Chosen:", decision.chosen), ("Set aside:", decision.set_aside)):
        if names:
            yield words(title, look="eyebrow")
            yield Bullets(tuple(Item(runs(Run(name, bold=title == "Chosen:"))) for name in names))
    yield words(decided_words(decision))
    if decision.vote:
        yield words("It rests on ", Run("the vote", to=decision.vote), ", which is a guide.", look="soft")
    if to.links.back(decision):
        yield words(*to.uses(decision), look="soft")


def ideas(to: Trail) -> Iterator[Block]:
    yield Heading(1, "What could change it", id="ideas")
    yield words(ABOUT_IDEAS if to.h.priorities else NO_IDEAS, look="" if to.h.priorities else "soft")
    for group in to.h.groups:
        yield from _group(to, group)


def _group(to: Trail, group: GroupLine) -> Iterator[Block]:
    name = group.name if group.theme else "On their own"
    yield Heading(2, f"{name}: {tables(group.tables)}", id=group.anchor, listed=False)
    for anchor in group.first:
        yield _idea(to, to.ideas[anchor])
    above = [anchor for anchor in group.ideas if anchor not in group.first]
    if above:
        named = (Run(f"“{short(to.ideas[anchor].text, 60)}”", to=anchor) for anchor in above)
        yield words("Also here, and shown above: ", *joined(named), look="soft")


def _idea(to: Trail, idea: PriorityLine) -> Quote:
    why = f"Why: {idea.why}\n" if idea.why else ""
    where = f"{kind_word(idea.kind)} · {place(to.notes[idea.note])} · "
    uses = to.uses(idea)
    foot = runs(why, where, to.number(idea.note), "\n" if uses else "", *uses)
    return Quote(idea.text, idea.kind, foot, idea.anchor)

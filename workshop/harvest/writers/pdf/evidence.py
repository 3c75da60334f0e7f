"""Where each theme comes from, and everything word for word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workshop.harvest.links import place
from workshop.harvest.model import NoteLine, RoundLine, ThemeLine, VoteLine
from workshop.harvest.phrases import at_tables, marks_of, ranges
from workshop.harvest.section_phrases import ABOUT_WORDS, NO_NOTES, NO_THEMES
from workshop.harvest.words import clock, count, kind_word, level_words, listed, tables
from workshop.harvest.writers.pdf.trail import Trail, joined, link
from workshop.harvest.writers.pdf.tree import Block, Bullets, Heading, Item, Numbered, Run, runs, words
from workshop.harvest.writers.pdf.volumes import Volume, volumes

IN_VOLUMES = (
    "There are too many notes for one paper. They stand word for word, by their numbers, in papers of their "
    "own. These come with “Take everything along”, and on the page of the report every note can be read too."
)


def sources(to: Trail) -> Iterator[Block]:
    yield Heading(1, "Where each theme comes from", id="sources")
    if not to.h.themes:
        yield words(NO_THEMES, look="soft")
    for theme in to.h.themes:
        yield from _source(to, theme)
    for wall in to.h.walls:
        if wall.not_grouped:
            where = f": {wall.title}" if len(to.h.walls) > 1 else ""
            yield Heading(2, f"Not grouped{where}", id=f"from-{wall.anchor}", listed=False)
            yield _list(to, wall.not_grouped, ())


def _source(to: Trail, theme: ThemeLine) -> Iterator[Block]:
    yield Heading(2, theme.name, id=f"from-{theme.anchor}", listed=False)
    yield words(Run("The line in the report", to=theme.anchor, page=True), look="soft")
    if theme.statement:
        yield words(theme.statement)
    yield words("\n".join(_lineage(theme)), look="soft")
    yield words(f"{_where(theme)} Entries of the café’s record: {ranges(theme.entries)}.", look="soft")
    yield from _results(to.h.votes, theme)
    follows = to.links.follows(theme)
    if follows:
        yield words("What follows: ", *joined(map(link, follows)), look="soft")
    yield _list(to, theme.notes, theme.differing)


def _lineage(theme: ThemeLine) -> Iterator[str]:
    yield from (f"{clock(deed.at)} {deed.text}" for deed in theme.lineage)
    if theme.split_from:
        yield f"It was split from “{theme.split_from}”."
    if theme.took_in:
        yield f"Now holds {listed(theme.took_in)}."


def _where(theme: ThemeLine) -> str:
    rounds = "round" if len(theme.rounds) == 1 else "rounds"
    notes = count(len(theme.notes), "note")
    return f"{notes}, {tables(theme.tables)}, in {rounds} {listed([str(no) for no in theme.rounds])}."


def _results(votes: Iterable[VoteLine], theme: ThemeLine) -> Iterator[Block]:
    for vote in votes:
        for option in () if vote.open else vote.options:
            if option.subject == theme.anchor:
                dots = f"{count(option.dots or 0, 'dot')} of {vote.dots or 0}"
                level = f", {level_words(option.level)}" if option.level > 1 else ""
                yield words(f"{dots}{level}: ", Run(vote.title, to=vote.anchor), look="soft")


def _list(to: Trail, notes: Iterable[str], differing: Iterable[str]) -> Block:
    """Notes by their numbers, from the first to the last: only their beginnings, with a way to the whole."""
    other = set(differing)
    numbered = sorted((to.numbers[each], each) for each in notes)
    if not to.linked:
        return words(f"Notes {ranges([no for no, _ in numbered])}.")
    return Numbered(tuple(_beginning(to, no, each, each in other) for no, each in numbered))


def _beginning(to: Trail, no: int, note: str, differs: bool) -> Item:
    said = link(to.links.lines[to.notes[note].anchor])
    return Item(runs(said, " (sees it the other way round)" if differs else ""), no=no)


def word_for_word(to: Trail) -> Iterator[Block]:
    yield Heading(1, "Everything word for word", id="words")
    held = [round_ for round_ in to.h.rounds if round_.notes]
    parts = volumes(to.h)
    if parts:
        yield words(IN_VOLUMES)
        yield Bullets(tuple(Item(runs(f"Notes {one.first:,} to {one.last:,}: {one.name}")) for one in parts))
        return
    yield words(ABOUT_WORDS if held else NO_NOTES, look="soft")
    for round_ in held:
        yield from _round(to, round_, round_.notes)


def in_volume(to: Trail, one: Volume) -> Iterator[Block]:
    """What people wrote, as far as it is in this paper."""
    yield Heading(1, f"Notes {one.first:,} to {one.last:,}, word for word", id="words")
    yield words(ABOUT_WORDS, look="soft")
    for round_ in to.h.rounds:
        here = [note for note in round_.notes if one.first <= to.numbers[note.id] <= one.last]
        if here:
            yield from _round(to, round_, here)


def _round(to: Trail, round_: RoundLine, notes: Sequence[NoteLine]) -> Iterator[Block]:
    yield Heading(2, f"Round {round_.no}: {round_.title}, word for word", id=f"words-{round_.step}")
    for table, there in at_tables(notes):
        yield Heading(3, f"Round {round_.no}, table {table}")
        yield Numbered(tuple(_note(to, note) for note in there))


def _note(to: Trail, note: NoteLine) -> Item:
    foot = runs(
        " · ".join(filter(None, (kind_word(note.kind), note.by, *marks_of(note)))),
        *_before(to, note),
        *_uses(to, note),
    )
    return Item(runs(note.text), id=note.anchor if to.linked else "", no=to.numbers[note.id], foot=foot)


def _before(to: Trail, note: NoteLine) -> Iterator[Run]:
    """The notes that it builds on, and the one it was brought from."""
    for said, others in (("builds on", note.builds_on), ("brought from", filter(None, [note.brought_from]))):
        for other in others:
            yield from (Run(f" · {said} {place(to.notes[other], small=True)}, "), to.number(other))


def _uses(to: Trail, note: NoteLine) -> Iterator[Run]:
    used = to.uses(note)
    if used:
        yield from (Run("\n"), *used)

"""In short, who was there, and each round."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.harvest.model import Harvest, RoundLine, Sentence
from workshop.harvest.phrases import met_again, picked, seated, who_they_were, written
from workshop.harvest.pictures import mixing_pictures
from workshop.harvest.section_phrases import (
    NO_ROUND,
    NO_SEATS,
    joined_words,
    picked_words,
    planned_words,
)
from workshop.harvest.words import count
from workshop.harvest.writers.pdf.pictured import figures
from workshop.harvest.writers.pdf.trail import Trail, joined, link, quoted
from workshop.harvest.writers.pdf.tree import (
    Block,
    Bullets,
    Heading,
    Item,
    Row,
    Run,
    Table,
    runs,
    words,
)
from workshop.harvest.writers.pdf.written import key_themes, passages
from workshop.harvest.written_phrases import CLOSING, OF_A_ROUND, OPENING

SEATS = ("Round", "Participants", "Support team", "Together", "Tables")


def in_short(to: Trail) -> Iterator[Block]:
    yield Heading(1, "In short", id="in-short")
    yield from passages(to, OPENING)
    yield Bullets(tuple(_said(to, said) for said in to.h.in_short))
    yield from key_themes(to)
    yield from passages(to, CLOSING)


def _said(to: Trail, said: Sentence) -> Item:
    return Item(runs(said.text), id=said.anchor, foot=tuple(joined(map(link, to.links.brief(said)))))


def who(to: Trail) -> Iterator[Block]:
    there = to.h.attendance
    yield Heading(1, "Who was there", id=there.anchor)
    yield words(there.text)
    if there.people:
        yield words(who_they_were(there))
    if there.only_joined:
        yield words(joined_words(there), look="soft")
    if not to.h.rounds:
        yield words(NO_SEATS, look="soft")
        return
    yield _seats(to.h)
    yield from figures(mixing_pictures(to.h))


def _seats(h: Harvest) -> Table:
    rows = (
        (f"{r.no}. {r.title}", *map(str, (r.participants, r.support, r.people, r.tables))) for r in h.rounds
    )
    return Table(SEATS, tuple(Row(tuple(runs(cell) for cell in row)) for row in rows), (4, 2, 2, 2, 1))


def rounds(to: Trail) -> Iterator[Block]:
    if not to.h.rounds:
        yield Heading(1, "The rounds", id="rounds")
        yield words(NO_ROUND, look="soft")
    for round_ in to.h.rounds:
        yield from _round(to, round_)


def _round(to: Trail, round_: RoundLine) -> Iterator[Block]:
    yield Heading(1, f"Round {round_.no}: {round_.title}", id=round_.anchor)
    yield words(round_.prompt, look="lead")
    yield words(f"{seated(round_)} {planned_words(round_)}")
    yield words(written(round_))
    high = picked(round_)
    if high.shown:
        yield Heading(2, "Highlighted at the tables", listed=False)
        yield from (quoted(to, note) for note in high.shown)
        yield words(picked_words(high), look="soft")
    yield words(" ".join((met_again(round_), *round_.unmet)), look="soft")
    yield from passages(to, OF_A_ROUND, round_.step)
    if round_.notes:
        all_of_it = f"All {count(len(round_.notes), 'note')} word for word"
        yield words(Run(all_of_it, to=f"words-{round_.step}", page=True))

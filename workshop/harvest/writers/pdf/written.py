"""What people wrote in the report, on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshop.core.report import Kind
from workshop.harvest.links import Link
from workshop.harvest.model import PassageLine, StatementLine
from workshop.harvest.writers.pdf.trail import MOST, Trail, joined, link
from workshop.harvest.writers.pdf.tree import Block, Heading, Quote, Run, runs, words
from workshop.harvest.written_phrases import (
    CONCLUSIONS,
    KEY_THEMES,
    OUTLOOK,
    RECOMMENDATIONS,
    TITLES,
    areas_words,
    concludes,
    paragraphs,
    passage_title,
    passages_in,
    rests_on,
    source_of,
    statements_of,
)


def passages(to: Trail, parts: Sequence[str], of: str = "") -> Iterator[Block]:
    for passage in passages_in(to.h, parts, of):
        yield from _passage(passage)


def _passage(passage: PassageLine) -> Iterator[Block]:
    title = passage_title(passage)
    if title:
        yield Heading(2, title, id=passage.anchor, listed=False)
    yield from _paragraphs(passage.text, "" if title else passage.anchor)


def _paragraphs(text: str, anchor: str) -> Iterator[Block]:
    """``anchor``: what leads to the first of them."""
    for no, said in enumerate(paragraphs(text)):
        yield words(said, id="" if no else anchor)


def process(to: Trail) -> Iterator[Block]:
    for passage in passages_in(to.h, ["process"]):
        yield Heading(1, TITLES["process"], id="process")
        yield from _paragraphs(passage.text, passage.anchor)


def key_themes(to: Trail) -> Iterator[Block]:
    if statements_of(to.h, "key-theme"):
        yield Heading(2, KEY_THEMES)
        yield from _statements(to, "key-theme", 3)


def conclusions(to: Trail) -> Iterator[Block]:
    if not concludes(to.h):
        return
    yield Heading(1, CONCLUSIONS, id="conclusions")
    if areas_words(to.h):
        yield words(areas_words(to.h))
    yield from _statements(to, "conclusion", 2)
    if statements_of(to.h, "recommendation"):
        yield Heading(2, RECOMMENDATIONS)
        yield from _statements(to, "recommendation", 3)
    yield from passages(to, OUTLOOK)


def _statements(to: Trail, kind: Kind, level: int) -> Iterator[Block]:
    for statement in statements_of(to.h, kind):
        yield from _statement(to, statement, level)


def _statement(to: Trail, statement: StatementLine, level: int) -> Iterator[Block]:
    if statement.heading:
        yield Heading(level, statement.heading, id=statement.anchor, listed=False)
    yield from _paragraphs(statement.text, "" if statement.heading else statement.anchor)
    if statement.quote:
        source = source_of(to.links, statement)
        yield Quote(statement.quote, "comment", runs(_link(to, source)) if source is not None else ())
    rests = rests_on(to.links, statement)
    if rests:
        named = (_link(to, each) for each in rests[:MOST])
        more = f"; and {len(rests) - MOST} more" if len(rests) > MOST else ""
        yield words("Comes from: ", *joined(named), more, look="soft")


def _link(to: Trail, where: Link) -> Run:
    """Notes that are known by their numbers alone have no place to lead to."""
    return Run(where.words) if where.anchor.startswith("note-") and not to.linked else link(where)

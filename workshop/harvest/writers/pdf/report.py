"""The report as a paper document: its front page and its sections, in the order that every format has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from workshop.harvest.model import Harvest
from workshop.harvest.section_phrases import DRAFT, PRACTICE, front_words
from workshop.harvest.writers.pdf.blueprint import blueprint
from workshop.harvest.writers.pdf.evidence import in_volume, sources, word_for_word
from workshop.harvest.writers.pdf.findings import decisions, ideas, themes, votes
from workshop.harvest.writers.pdf.opening import in_short, rounds, who
from workshop.harvest.writers.pdf.trail import Trail, trail
from workshop.harvest.writers.pdf.tree import Block, Box, Paper, Sheet, words
from workshop.harvest.writers.pdf.voices import feedback, how_it_went, plenary, questions
from workshop.harvest.writers.pdf.volumes import volumes
from workshop.harvest.writers.pdf.written import conclusions, process

SECTIONS = (
    *(in_short, process, how_it_went, who, rounds, themes, votes, decisions, ideas),
    *(plenary, questions, feedback, conclusions),
)
AUTHOR = "The people who took part"
TRAIL = (
    "Every line can be followed to what people wrote. Notes have numbers: by these they stand word for word "
    "at the end, and each says where it is used."
)
TRAIL_APART = (
    "Every line can be followed to what people wrote. Notes have numbers: by these they stand word for word "
    "in papers of their own, report-words-1.pdf and on, and each says where it is used."
)


def report(h: Harvest) -> Paper:
    """All of it, or all but the words of people where these have :func:`volumes`."""
    return _paper(h, h.purpose, _blocks(trail(h)))


def volume(h: Harvest, no: int) -> Paper:
    """Part ``no`` of what people wrote, from 1."""
    one = volumes(h)[no - 1]
    lead = f"Everything word for word: notes {one.first:,} to {one.last:,}"
    return _paper(h, lead, (Sheet(2), *in_volume(trail(h), one)))


def _paper(h: Harvest, lead: str, blocks: Iterable[Block]) -> Paper:
    """Dated by the close, or by the last that is known of a café that is still on."""
    at = h.closed_at or h.started_at or h.opened_at
    when = datetime.fromtimestamp(at / 1000, UTC)
    return Paper(
        title=h.title,
        eyebrow=front_words(h),
        lead=lead,
        author=AUTHOR,
        dated=(when.year, when.month, when.day),
        at=at // 1000,
        mark="" if h.closed else "Draft",
        front=tuple(_front(h)),
        blocks=tuple(blocks),
    )


def _front(h: Harvest) -> Iterator[Block]:
    if not h.closed:
        yield Box(*DRAFT)
    if h.practice:
        yield Box(*PRACTICE)
    yield words(h.attendance.text)
    yield words(TRAIL_APART if volumes(h) else TRAIL, look="soft")


def _blocks(to: Trail) -> Iterator[Block]:
    """The findings, then the draft of what follows, then everything that they rest on."""
    yield Sheet()
    for section in SECTIONS:
        yield from section(to)
    for part, columns in ((blueprint, 1), (sources, 2), (word_for_word, 2)):
        yield Sheet(columns)
        yield from part(to)

"""What people wrote in the report: passages, and statements with what they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from workshop.core.report import Kind
from workshop.harvest import written_phrases as written
from workshop.harvest.model import PassageLine, StatementLine
from workshop.harvest.writers.word.marks import bookmark, text
from workshop.harvest.writers.word.sections.parts import NAMED, Given, Section, to


class Passage(Section):
    paragraphs: list[str]


class Statement(Section):
    paragraphs: list[str]
    quote: str
    source: str
    comes_from: str


class Conclusions(Section):
    """``heading``: empty where nobody has written what follows."""

    areas: str
    conclusions: list[Statement]
    recommendations_heading: str
    recommendations: list[Statement]
    passages: list[Passage]


class KeyThemes(TypedDict):
    heading: str
    statements: list[Statement]


def passages(given: Given, parts: Sequence[str], of: str = "") -> list[Passage]:
    return [_passage(passage) for passage in written.passages_in(given.h, parts, of)]


def _passage(passage: PassageLine) -> Passage:
    return _headed(written.passage_title(passage), passage.anchor, passage.text)


def _headed(heading: str, anchor: str, words: str) -> Passage:
    """The mark stands with the heading, or else with the first paragraph."""
    said = list(map(text, written.paragraphs(words)))
    if not heading and said:
        said[0] = bookmark(anchor) + said[0]
    return {"heading": text(heading), "mark": bookmark(anchor) if heading else "", "paragraphs": said}


def process(given: Given) -> list[Passage]:
    """One section, or none."""
    made = passages(given, ["process"])
    for passage in made:
        passage["mark"] = bookmark("process") + passage["mark"]
    return made


def key_themes(given: Given) -> KeyThemes:
    made = _statements(given, "key-theme")
    return {"heading": written.KEY_THEMES if made else "", "statements": made}


def conclusions(given: Given) -> Conclusions:
    advice = _statements(given, "recommendation")
    section: Section = {"heading": "", "mark": ""}
    if written.concludes(given.h):
        section = given.heading("conclusions")
    return {
        **section,
        "areas": written.areas_words(given.h),
        "conclusions": _statements(given, "conclusion"),
        "recommendations_heading": written.RECOMMENDATIONS if advice else "",
        "recommendations": advice,
        "passages": passages(given, written.OUTLOOK),
    }


def _statements(given: Given, kind: Kind) -> list[Statement]:
    return [_statement(given, each) for each in written.statements_of(given.h, kind)]


def _statement(given: Given, statement: StatementLine) -> Statement:
    source = written.source_of(given.links, statement)
    rests = written.rests_on(given.links, statement)
    more = f"; and {len(rests) - NAMED} more" if len(rests) > NAMED else ""
    return {
        **_headed(statement.heading, statement.anchor, statement.text),
        "quote": text(statement.quote),
        "source": to(source) if source is not None else "",
        "comes_from": f"Comes from: {'; '.join(map(to, rests[:NAMED]))}{more}" if rests else "",
    }

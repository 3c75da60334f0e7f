"""What a Word template can say: its fields, made from the harvest.

All are words, lists of them, or groups of fields; nothing in them can be called. A field that has nothing to
say is empty: ``""`` or ``[]``. ``docs/word-templates.md`` explains each of them.
"""

from __future__ import annotations

from typing import TypedDict

from workshop.harvest import phrases
from workshop.harvest.section_phrases import DRAFT, PRACTICE, front_words
from workshop.harvest.words import day as day_words
from workshop.harvest.writers.word.marks import link, text
from workshop.harvest.writers.word.sections.blueprint import ID, Drawn, blueprint, title
from workshop.harvest.writers.word.sections.choices import (
    Decisions,
    Votes,
    WhatCould,
    decisions,
    ideas,
    votes,
)
from workshop.harvest.writers.word.sections.ending import Day, Words, day, words
from workshop.harvest.writers.word.sections.opening import InShort, Round, Who, in_short, rounds, who
from workshop.harvest.writers.word.sections.parts import Given
from workshop.harvest.writers.word.sections.themes import Sources, Themes, sources, themes
from workshop.harvest.writers.word.sections.voices import (
    Hearing,
    HowItWas,
    Questions,
    feedback,
    plenary,
    questions,
)
from workshop.harvest.writers.word.sections.written import Conclusions, Passage, conclusions, process


class Fields(TypedDict):
    """Everything, by the names that templates use."""

    front: str
    title: str
    purpose: str
    plan: str
    date: str
    code: str
    draft: str
    practice: str
    contents: list[str]
    in_short: InShort
    process: list[Passage]
    who: Who
    rounds: list[Round]
    themes: Themes
    votes: Votes
    decisions: Decisions
    ideas: WhatCould
    plenary: Hearing
    questions: Questions
    feedback: HowItWas
    conclusions: Conclusions
    day: Day
    sources: Sources
    words: Words
    blueprint: Drawn


def fields(given: Given) -> Fields:
    h = given.h
    return {
        "front": text(front_words(h)),
        "title": text(h.title),
        "purpose": text(h.purpose),
        "plan": text(h.plan) if h.plan != h.title else "",
        "date": day_words(h.started_at) if h.started_at else "",
        "code": text(h.code),
        "draft": "" if h.closed else ". ".join(DRAFT),
        "practice": ". ".join(PRACTICE) if h.practice else "",
        "contents": _contents(given),
        "in_short": in_short(given),
        "process": process(given),
        "who": who(given),
        "rounds": rounds(given),
        "themes": themes(given),
        "votes": votes(given),
        "decisions": decisions(given),
        "ideas": ideas(given),
        "plenary": plenary(given),
        "questions": questions(given),
        "feedback": feedback(given),
        "conclusions": conclusions(given),
        "day": day(given),
        "sources": sources(given),
        "words": words(given),
        "blueprint": blueprint(given),
    }


def _contents(given: Given) -> list[str]:
    """The sections of the report, and the blueprint, which has a document of its own elsewhere."""
    sections = [link(section.id, section.title) for section in phrases.contents(given.h)]
    return [*sections, link(ID, title(given))]


__all__ = ["Fields", "Given", "fields"]

"""The last sections: how the day went, and everything word for word."""

from __future__ import annotations

from typing import TypedDict

from workshop.harvest import phrases, pictures
from workshop.harvest import section_phrases as said_in
from workshop.harvest.model import RoundLine, StepLine
from workshop.harvest.words import count
from workshop.harvest.writers.word.marks import bookmark, text
from workshop.harvest.writers.word.sections.parts import Given, Picture, Quote, Section
from workshop.harvest.writers.word.sections.written import Passage, passages


class Step(TypedDict):
    mark: str
    title: str
    planned: str
    took: str
    changed: str


class Day(Section):
    text: str
    steps: list[Step]
    pictures: list[Picture]
    passages: list[Passage]
    unmet: list[str]


class Table(TypedDict):
    heading: str
    notes: list[Quote]


class Written(Section):
    tables: list[Table]


class Words(Section):
    text: str
    rounds: list[Written]
    none: str


def day(given: Given) -> Day:
    h = given.h
    return {
        **given.heading("day"),
        "text": said_in.day_words(h),
        "steps": list(map(_step, h.steps)),
        "pictures": given.pictures(pictures.timeline_pictures(h)),
        "passages": passages(given, ["method"]),
        "unmet": [text(f"Round {r.no}: {why}") for r in h.rounds for why in r.unmet],
    }


def _step(step: StepLine) -> Step:
    return {
        "mark": bookmark(step.anchor),
        "title": text(step.title),
        "planned": count(step.planned_minutes, "minute"),
        "took": phrases.time_taken(step),
        "changed": ", ".join(phrases.step_remarks(step)) or "nothing",
    }


def words(given: Given) -> Words:
    written = [_written(given, round_) for round_ in given.h.rounds if round_.notes]
    return {
        **given.heading("words"),
        "text": said_in.ABOUT_WORDS,
        "rounds": written,
        "none": "" if written else said_in.NO_NOTES,
    }


def _written(given: Given, round_: RoundLine) -> Written:
    tables: list[Table] = [
        {"heading": f"Table {no}", "notes": [given.note(note, marked=True) for note in notes]}
        for no, notes in phrases.at_tables(round_.notes)
    ]
    heading = text(f"Round {round_.no}: {round_.title}")
    return {"heading": heading, "mark": bookmark(f"words-{round_.step}"), "tables": tables}

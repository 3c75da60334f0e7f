"""The first sections: in short, who was there, and the rounds."""

from __future__ import annotations

from typing import TypedDict

from workshop.harvest import phrases, pictures
from workshop.harvest import section_phrases as said_in
from workshop.harvest.model import RoundLine, Sentence
from workshop.harvest.words import count, kind_word
from workshop.harvest.writers.word.marks import bookmark, link, text
from workshop.harvest.writers.word.sections.parts import Given, Picture, Quote, Section, to
from workshop.harvest.writers.word.sections.written import KeyThemes, Passage, key_themes, passages
from workshop.harvest.written_phrases import CLOSING, OF_A_ROUND, OPENING


class Said(TypedDict):
    mark: str
    text: str
    comes_from: str


class InShort(Section):
    opening: list[Passage]
    lines: list[Said]
    key_themes: KeyThemes
    closing: list[Passage]


class Seats(TypedDict):
    round: str
    participants: str
    support: str
    together: str
    tables: str


class Who(Section):
    text: str
    they_were: str
    only_joined: str
    rounds: list[Seats]
    pictures: list[Picture]
    none: str


class Kind(TypedDict):
    name: str
    notes: str
    tables: str


class Round(Section):
    prompt: str
    seated: str
    written: str
    kinds: list[Kind]
    highlighted: list[Quote]
    highlighted_remark: str
    met_again: str
    passages: list[Passage]
    all_words: str
    none: str


def in_short(given: Given) -> InShort:
    return {
        **given.heading("in-short"),
        "opening": passages(given, OPENING),
        "lines": [_said(given, said) for said in given.h.in_short],
        "key_themes": key_themes(given),
        "closing": passages(given, CLOSING),
    }


def _said(given: Given, said: Sentence) -> Said:
    rests_on = "; ".join(map(to, given.links.brief(said)))
    return {"mark": bookmark(said.anchor), "text": text(said.text), "comes_from": rests_on}


def who(given: Given) -> Who:
    there = given.h.attendance
    section = given.heading("who")
    section["mark"] += bookmark(there.anchor)
    return {
        **section,
        "text": text(there.text),
        "they_were": text(phrases.who_they_were(there)) if there.people else "",
        "only_joined": said_in.joined_words(there),
        "rounds": [_seats(round_) for round_ in given.h.rounds],
        "pictures": given.pictures(pictures.mixing_pictures(given.h)),
        "none": "" if given.h.rounds else said_in.NO_SEATS,
    }


def _seats(round_: RoundLine) -> Seats:
    return {
        "round": text(f"{round_.no}. {round_.title}"),
        "participants": f"{round_.participants}",
        "support": f"{round_.support}",
        "together": f"{round_.people}",
        "tables": f"{round_.tables}",
    }


def rounds(given: Given) -> list[Round]:
    """The rounds; where none was held, one section that says so."""
    if given.h.rounds:
        return [_round(given, round_) for round_ in given.h.rounds]
    nothing: Round = {
        **given.heading("rounds"),
        "prompt": "",
        "seated": "",
        "written": "",
        "kinds": [],
        "highlighted": [],
        "highlighted_remark": "",
        "met_again": "",
        "passages": [],
        "all_words": "",
        "none": said_in.NO_ROUND,
    }
    return [nothing]


def _round(given: Given, round_: RoundLine) -> Round:
    high = phrases.picked(round_)
    words = f"All {count(len(round_.notes), 'note')} word for word"
    return {
        **given.heading(round_.anchor),
        "prompt": text(round_.prompt),
        "seated": f"{phrases.seated(round_)} {said_in.planned_words(round_)}",
        "written": _written(round_),
        "kinds": _kinds(round_),
        "highlighted": [given.note(note) for note in high.shown],
        "highlighted_remark": said_in.picked_words(high),
        "met_again": text(" ".join([phrases.met_again(round_), *round_.unmet])),
        "passages": passages(given, OF_A_ROUND, round_.step),
        "all_words": link(f"words-{round_.step}", words) if round_.notes else "",
        "none": "",
    }


def _written(round_: RoundLine) -> str:
    if not round_.notes:
        return "0 notes: nothing was written in this round."
    notes, tables = count(len(round_.notes), "note"), count(round_.note_tables, "table")
    return f"{notes} from {tables} answered the question."


def _kinds(round_: RoundLine) -> list[Kind]:
    return [
        {"name": text(kind_word(k.kind)), "notes": f"{k.notes}", "tables": count(k.tables, "table")}
        for k in round_.kinds
    ]

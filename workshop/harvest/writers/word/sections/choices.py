"""Votes, decisions, and the ideas that tables chose."""

from __future__ import annotations

from typing import TypedDict

from workshop.harvest import pictures
from workshop.harvest import section_phrases as said_in
from workshop.harvest.model import DecisionLine, GroupLine, MissingLine, OptionLine, PriorityLine, VoteLine
from workshop.harvest.vote_phrases import (
    RULE,
    ballot_words,
    changed_since,
    decision_title,
    vote_title,
)
from workshop.harvest.words import count, short, tables
from workshop.harvest.writers.word.marks import bookmark, link, text
from workshop.harvest.writers.word.sections.parts import Given, Picture, Quote, Section, quote


class Option(TypedDict):
    mark: str
    label: str
    dots: str
    remarks: str


class Vote(Section):
    prompt: str
    rules: str
    verdict: str
    guide: str
    pictures: list[Picture]
    options: list[Option]
    settled: list[str]
    remark: str
    used_in: str


class Votes(Section):
    votes: list[Vote]
    none: str


class Decision(Section):
    chosen: list[str]
    set_aside: list[str]
    text: str
    remark: str


class Decisions(Section):
    decisions: list[Decision]
    missing: list[Quote]
    missing_text: str
    none: str


class Ideas(Section):
    ideas: list[Quote]
    also: str


class WhatCould(Section):
    text: str
    groups: list[Ideas]
    none: str


def votes(given: Given) -> Votes:
    made = [_vote(given, vote) for vote in given.h.votes]
    return {**given.heading("votes"), "votes": made, "none": "" if made else said_in.NO_VOTE}


def _vote(given: Given, vote: VoteLine) -> Vote:
    return {
        "heading": text(vote_title(vote)),
        "mark": bookmark(vote.anchor),
        "prompt": text(vote.prompt) if not vote.runoff_of else "",
        "rules": ballot_words(vote),
        "verdict": text(vote.verdict),
        "guide": "" if vote.open else said_in.GUIDE,
        "pictures": given.pictures(pictures.vote_pictures(vote)),
        "options": [] if vote.open else list(map(_option, vote.options)),
        "settled": [] if vote.open else list(map(text, vote.settled)),
        "remark": RULE if changed_since(vote) and not vote.open else "",
        "used_in": given.used_in(vote),
    }


def _option(option: OptionLine) -> Option:
    return {
        "mark": bookmark(option.anchor),
        "label": link(option.subject, option.label) if option.subject else text(option.label),
        "dots": count(option.dots or 0, "dot"),
        "remarks": text(said_in.option_words(option)),
    }


def decisions(given: Given) -> Decisions:
    made = [_decision(given, decision) for decision in given.h.decisions]
    return {
        **given.heading("decisions"),
        "decisions": made,
        "missing": [_missing(line) for line in given.h.missing],
        "missing_text": said_in.ASKED_MISSING if given.h.missing else "",
        "none": "" if made else said_in.NO_DECISION,
    }


def _decision(given: Given, decision: DecisionLine) -> Decision:
    rests_on = f"It rests on {link(decision.vote, 'the vote')}, which is a guide." if decision.vote else ""
    remarks = (rests_on, given.used_in(decision))
    return {
        "heading": text(decision_title(decision)),
        "mark": bookmark(decision.anchor),
        "chosen": list(map(text, decision.chosen)),
        "set_aside": list(map(text, decision.set_aside)),
        "text": text(said_in.decided_words(decision)),
        "remark": " ".join(filter(None, remarks)),
    }


def _missing(line: MissingLine) -> Quote:
    where = f"Table {line.table}" if line.table else said_in.NO_ORDER
    return quote(line.text, "comment", mark=bookmark(line.anchor), place=where, remarks=[where])


def ideas(given: Given) -> WhatCould:
    some = bool(given.h.priorities)
    return {
        **given.heading("ideas"),
        "text": said_in.ABOUT_IDEAS if some else "",
        "groups": [_ideas(given, group) for group in given.h.groups] if some else [],
        "none": "" if some else said_in.NO_IDEAS,
    }


def _ideas(given: Given, group: GroupLine) -> Ideas:
    name = link(group.theme, group.name) if group.theme else "On their own"
    first = set(group.first)
    above = [given.ideas[anchor] for anchor in group.ideas if anchor not in first]
    shown = "; ".join(link(idea.anchor, f"“{short(idea.text, 60)}”") for idea in above)
    return {
        "heading": f"{name}: {tables(group.tables)}",
        "mark": bookmark(group.anchor),
        "ideas": [_idea(given, given.ideas[anchor]) for anchor in group.first],
        "also": f"Also here, and shown above: {shown}" if above else "",
    }


def _idea(given: Given, idea: PriorityLine) -> Quote:
    made = given.note(given.notes[idea.note])
    made["mark"] = bookmark(idea.anchor)
    made["text"] = text(idea.text)
    made["why"] = f"Why: {text(idea.why)}" if idea.why else ""
    made["used_in"] = given.used_in(idea)
    return made

"""The blueprint, at the end of the report: what people wrote, drafts of the rest, lens and versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from workshop.harvest.draft_phrases import check_words, drafts, facts, missing_words, needs, own
from workshop.harvest.model import Coverage, Experiment, Issued
from workshop.harvest.phrases import place_words
from workshop.harvest.words import count, day
from workshop.harvest.writers.word.marks import bookmark, text
from workshop.harvest.writers.word.sections.parts import Given, Section, to

ID = "blueprint"


class Fact(TypedDict):
    name: str
    value: str


class Tried(Section):
    stage: str
    facts: list[Fact]
    comes_from: str


class Part(Section):
    experiments: list[Tried]


class Drawn(Section):
    context: str
    needs: list[str]
    parts: list[Part]
    touched: list[str]
    versions: list[str]
    none: str


def title(given: Given) -> str:
    written = any(each.written for each in given.h.blueprint.experiments)
    return "Blueprint" if written else "Blueprint: a draft"


def blueprint(given: Given) -> Drawn:
    b = given.h.blueprint
    parts = _parts(given, b.experiments)
    return {
        "heading": title(given),
        "mark": bookmark(ID),
        "context": f"{bookmark(b.context.anchor)}{text(b.context.text)}" if b.context else "",
        "needs": list(map(text, needs(b.experiments))),
        "parts": parts,
        "touched": list(map(_touched, b.coverage)),
        "versions": list(map(_version, b.issued)),
        "none": "" if parts else "There is no experiment to draft yet.",
    }


def _parts(given: Given, experiments: Sequence[Experiment]) -> list[Part]:
    mine, small, rest = own(experiments), own(experiments, "small-change"), drafts(experiments)
    left = "Ideas that nobody has taken up yet" if mine or small else "Experiments to fill in"
    told = (("experiments", "Experiments", mine), ("small-changes", "Small changes", small))
    return [
        {"heading": heading, "mark": bookmark(f"bp-{id_}"), "experiments": [_tried(given, e) for e in some]}
        for id_, heading, some in (*told, ("drafts", left, rest))
        if some
    ]


def _tried(given: Given, ex: Experiment) -> Tried:
    checked = check_words(ex) if ex.kind == "small-change" else []
    known = [("Why", ex.why), *((name, value or nothing) for name, value, nothing in facts(ex)), *checked]
    rests_on = "; ".join(map(to, given.links.to(ex)))
    return {
        "heading": text(ex.idea),
        "mark": bookmark(ex.anchor),
        "stage": f"{place_words(ex)}. {missing_words(ex)}.",
        "facts": [{"name": name, "value": text(value)} for name, value in known if value],
        "comes_from": f"Where this comes from: {rests_on}" if rests_on else "",
    }


def _touched(each: Coverage) -> str:
    some = count(len(each.experiments), "experiment") if each.experiments else "nothing yet"
    return f"{text(each.entry)}: {some}"


def _version(version: Issued) -> str:
    said = f": {text(version.words)}" if version.words else ""
    return f"{bookmark(version.anchor)}Version {version.no}, {day(version.at)}{said}"

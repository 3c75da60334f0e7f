"""Links between the lines of a harvest, both ways: what a line rests on, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from workshop.harvest.model import Harvest, Line, NoteLine, StatementLine, VoteLine
from workshop.harvest.words import short

Document = Literal["report", "blueprint"]
LABEL = 60
FEW = 3


@dataclass(frozen=True, slots=True)
class Link:
    """Where a line stands, and what to call it there."""

    anchor: str
    words: str
    document: Document = "report"


# Where many lines of one kind stand together.
SECTIONS = {
    "theme": Link("themes", "All themes"),
    "priority": Link("ideas", "All ideas that tables chose"),
    "question": Link("questions", "All closing questions"),
}


@dataclass(slots=True)
class Links:
    """``lines``: every line that can be linked to, by its anchor. ``used_in``: what rests on it."""

    lines: dict[str, Link] = field(default_factory=dict)
    used_in: dict[str, list[Link]] = field(default_factory=dict)

    def to(self, line: Line) -> list[Link]:
        """What a line rests on, as far as there is something to link to."""
        return [self.lines[anchor] for anchor in line.evidence if anchor in self.lines]

    def back(self, line: Line) -> list[Link]:
        """Where a line is used."""
        return self.used_in.get(line.anchor, [])

    def follows(self, line: Line) -> list[Link]:
        """What was made of it: statements, and what the blueprint says."""
        made = ("statement-", "experiment-", "finding-")
        return [link for link in self.back(line) if link.anchor.startswith(made)]

    def brief(self, line: Line) -> list[Link]:
        """What a line rests on: each by itself if they are few, else the section where they stand."""
        to = self.to(line)
        if len(to) <= FEW:
            return to
        sections = dict.fromkeys(link.anchor.partition("-")[0] for link in to)
        return [SECTIONS[kind] for kind in sections if kind in SECTIONS]


def links(harvest: Harvest) -> Links:
    made = Links()
    for line, link in _all(harvest):
        made.lines.setdefault(line.anchor, link)
    for line, link in _claims(harvest):
        for anchor in line.evidence:
            made.used_in.setdefault(anchor, []).append(link)
    return made


def _all(harvest: Harvest) -> Iterator[tuple[Line, Link]]:
    """Every line with a place of its own in a document."""
    yield harvest.attendance, Link(harvest.attendance.anchor, "Who was there")
    for round_ in harvest.rounds:
        yield round_, Link(round_.anchor, f"Round {round_.no}: {round_.title}")
        for note in round_.notes:
            yield note, Link(note.anchor, f"{place(note)}: “{short(note.text, LABEL)}”")
    for question in harvest.questions:
        yield question, Link(question.anchor, f"Closing question {question.no}")
        for answer in question.answers:
            yield answer, Link(answer.anchor, f"“{short(answer.text, LABEL)}”")
    for plenary in harvest.plenaries:
        for turn in plenary.turns:
            yield turn, Link(turn.anchor, f"Hearing table {turn.table}")
        for said in plenary.chat:
            yield said, Link(said.anchor, f"From the chat: “{short(said.text, LABEL)}”")
    for vote in harvest.votes:
        yield vote, _vote(vote)
    yield from _claims(harvest)


def _claims(harvest: Harvest) -> Iterator[tuple[Line, Link]]:
    """The lines that rest on what people wrote."""
    for statement in harvest.statements:
        yield statement, _statement(statement)
    for theme in harvest.themes:
        yield theme, Link(theme.anchor, f"Theme “{theme.name}”")
    for question in harvest.questions:
        for topic in question.topics:
            yield topic, Link(topic.anchor, f"“{topic.name}”, of the answers to question {question.no}")
    for vote in harvest.votes:
        yield vote, _vote(vote)
    for decision in harvest.decisions:
        where = f" at table {decision.table}" if decision.table is not None else ""
        yield decision, Link(decision.anchor, f"What was decided{where}")
    for idea in harvest.priorities:
        yield idea, Link(idea.anchor, f"What table {idea.table} brought to everyone")
    for round_ in harvest.rounds:
        for note in round_.notes:
            yield note, Link(note.anchor, f"A later note, {place(note, small=True)}")
    for experiment in harvest.blueprint.experiments:
        words = f"Experiment “{short(experiment.idea, LABEL)}”"
        yield experiment, Link(experiment.anchor, words, "blueprint")
    for finding in (*harvest.blueprint.in_the_way, *harvest.blueprint.helps, *harvest.blueprint.both):
        yield finding, Link(finding.anchor, f"“{finding.name}” in the blueprint", "blueprint")


STATEMENTS = {
    "key-theme": "The key theme",
    "conclusion": "The conclusion",
    "recommendation": "The recommendation",
}


def _statement(statement: StatementLine) -> Link:
    words = short(statement.heading or statement.text, LABEL)
    return Link(statement.anchor, f"{STATEMENTS[statement.kind]} “{words}”")


def _vote(vote: VoteLine) -> Link:
    where = f" at table {vote.table}" if vote.table is not None else ""
    return Link(vote.anchor, f"The vote “{vote.title}”{where}")


def place(note: NoteLine, *, small: bool = False) -> str:
    """All that is said of where a note comes from. ``small``: inside a sentence."""
    words = f"{'t' if small else 'T'}able {note.table}, round {note.round}"
    return f"{words}, {note.by}" if note.by else words

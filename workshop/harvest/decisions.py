"""What was decided, apart from the dots; and what people missed among the choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workshop.core.votes import Decision, Option
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.model import DecisionLine, MissingLine, NoteLine, ThemeLine
from workshop.harvest.voices import shuffled
from workshop.harvest.vote_phrases import decider_words
from workshop.harvest.votes import Reader


def decisions(
    folded: Folded, notes: Mapping[str, NoteLine], themes: Mapping[str, ThemeLine]
) -> tuple[DecisionLine, ...]:
    made = folded.state.decisions.values()
    reader = Reader(folded, notes, themes)
    return tuple(_decision(reader, decision) for decision in sorted(made, key=_in_order))


def _in_order(decision: Decision) -> tuple[str, int]:
    return decision.step, decision.table or 0


def _decision(reader: Reader, decision: Decision) -> DecisionLine:
    folded = reader.folded
    vote = anchors.vote(decision.ballot) if decision.ballot is not None else None
    subjects = _subjects(reader, (*decision.chosen, *decision.set_aside))
    return DecisionLine(
        anchor=anchors.decision(decision.id),
        entries=folded.entries(anchors.decision(decision.id)),
        evidence=((vote, *subjects) if vote is not None else tuple(subjects)),
        step=decision.step,
        title=folded.state.steps[decision.step].settings.title,
        table=decision.table,
        vote=vote,
        chosen=_names(reader, decision, decision.chosen),
        set_aside=_names(reader, decision, decision.set_aside),
        why=decision.why,
        by=decider_words(decision),
        versions=decision.versions,
    )


def _subjects(reader: Reader, options: Iterable[str]) -> list[str]:
    found = (reader.themes.get(option) or reader.notes.get(option) for option in options)
    return [line.anchor for line in found if line is not None]


def _names(reader: Reader, decision: Decision, options: Iterable[str]) -> tuple[str, ...]:
    """By their words: the order of a list says nothing."""
    ballot = reader.folded.state.ballots.get(decision.ballot or "")
    frozen = {option.id: option for option in ballot.options} if ballot is not None else {}
    named = (reader.name(frozen.get(option) or Option(id=option, label="")) for option in options)
    return tuple(sorted(named, key=str.casefold))


def missing(folded: Folded) -> tuple[MissingLine, ...]:
    """In an order that says nothing about who wrote what, or when."""
    standing = (line for line in folded.state.missing.values() if not line.removed)
    return tuple(
        MissingLine(
            anchor=anchors.missing(line.id),
            entries=folded.entries(anchors.missing(line.id)),
            evidence=(),
            step=line.step,
            table=line.table,
            text=line.text,
        )
        for line in shuffled(standing)
    )

"""Taking out the words of people who have not said that they may be quoted, before anything is made of it.

Whatever a harvest says is made from what lies in the state: quotes, the first words of a note by which a
theme without a name is called, choices of a vote, computed sentences. What is not there stands in none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from typing import Any, TypeVar

from workshop.core.blueprint import WORDS, Experiment
from workshop.core.state import Workshop
from workshop.core.text import bare, bare_repeats
from workshop.core.things import Answer, Note
from workshop.harvest.fold import Folded
from workshop.harvest.issuing import Stood, copied
from workshop.harvest.model import Sentence
from workshop.harvest.publishing import WITHHELD
from workshop.harvest.words import count, listed

Key = TypeVar("Key")
Thing = TypeVar("Thing", bound=Any)


def quotable(state: Workshop) -> frozenset[str]:
    """Who has said that their words may be quoted."""
    return frozenset(person.id for person in state.people.values() if person.quoting)


def silenced(folded: Folded) -> Folded:
    """The same day without the words of anybody else. Things keep their places, so counts stay true."""
    agreed = quotable(folded.state)
    others = _said_again(folded, _others_words(folded, agreed))
    return replace(
        folded,
        state=_state(folded.state, agreed, others),
        said=_said(folded, agreed),
        versions=[_version(version, others) for version in folded.versions],
    )


def _state(state: Workshop, agreed: Container[str], others: Sequence[str]) -> Workshop:
    quiet = copy(state)
    quiet.notes = _without(state.notes, "text", agreed)
    quiet.laid = {no: [quiet.notes[each.id] for each in laid] for no, laid in state.laid.items()}
    quiet.written = {who: [quiet.notes[each.id] for each in own] for who, own in state.written.items()}
    quiet.answers = _without(state.answers, "text", agreed)
    quiet.chat = _without(state.chat, "text", agreed)
    quiet.feedback = _without(state.feedback, "text", agreed)
    quiet.missing = _without(state.missing, "text", agreed)
    quiet.priorities = _without(state.priorities, "why", agreed)
    quiet.blueprint = copy(state.blueprint)
    quiet.blueprint.context = _told(state.blueprint.context, others)
    known = state.blueprint.experiments
    quiet.blueprint.experiments = {each.id: _experiment(each, others) for each in known.values()}
    return quiet


def _others_words(folded: Folded, agreed: Container[str]) -> list[str]:
    """All that people ever wrote alone who did not agree. A blueprint is its group's; their words are not."""
    state = folded.state
    things: list[Any] = [*state.chat.values(), *state.missing.values()]
    said = [(each.by, each.text) for each in things]
    reasons = [(by, why) for given in folded.reasons.values() for why, by in given]
    return [words for by, words in (*folded.earlier, *said, *reasons) if by not in agreed]


def _said_again(folded: Folded, words: Sequence[str]) -> list[str]:
    """Those of them, bare, that stand somewhere in the blueprint or a version of it: mostly none."""
    versions = folded.versions
    kept = [*folded.state.blueprint.experiments.values(), *(e for v in versions for e in v.experiments)]
    said = [experiment.says(name) for experiment in kept for name in WORDS]
    said += [folded.state.blueprint.context, *(w for v in versions for w in (v.context, v.issue.words))]
    everything = "".join(f" {bare(each)} " for each in said if each)
    others = {bare(each) for each in words} if everything else set()
    return [other for other in others if other and f" {other} " in everything]


def _told(words: str, others: Sequence[str]) -> str:
    """These words, unless they repeat somebody's to the letter."""
    return WITHHELD if words and any(bare_repeats(bare(words), each) for each in others) else words


def _experiment(experiment: Experiment, others: Sequence[str]) -> Experiment:
    said = {name: experiment.says(name) for name in WORDS}
    told = {name: _told(words, others) for name, words in said.items()}
    return copied(experiment, **{name: words for name, words in told.items() if words != said[name]})


def _version(version: Stood, others: Sequence[str]) -> Stood:
    told = tuple(_experiment(each, others) for each in version.experiments)
    issue = replace(version.issue, words=_told(version.issue.words, others))
    return replace(version, issue=issue, context=_told(version.context, others), experiments=told)


def _without(things: Mapping[Key, Thing], name: str, agreed: Container[str]) -> dict[Key, Thing]:
    return {
        key: thing if thing.by in agreed or not getattr(thing, name) else replace(thing, **{name: WITHHELD})
        for key, thing in things.items()
    }


def _said(folded: Folded, agreed: Container[str]) -> dict[str, set[str]]:
    """Words that a vote may go back to: names that a group gave, and reasons of people who agreed."""
    said = defaultdict(set, {of: words for of, words in folded.said.items() if of not in folded.reasons})
    for of, reasons in folded.reasons.items():
        said[of] = {why for why, by in reasons if by in agreed}
    return said


def left_out(state: Workshop, before: Sequence[Sentence]) -> Iterator[Sentence]:
    """What a reader should know of a silenced day, after the sentences ``before``; nothing if all agreed."""
    notes = [note for note in state.notes.values() if not note.deleted]
    said: list[Any] = [*notes, *state.answers.values(), *state.chat.values(), *state.feedback.values()]
    if not any(each.text == WITHHELD for each in said):
        return
    counted = [_of(notes, "note"), _of([*state.answers.values()], "answer")]
    numbers = listed([each for each in counted if each])
    yield Sentence(
        anchor=f"short-{len(before) + 1}",
        entries=(),
        evidence=(),
        text="Words of people who have not said that they may be quoted are left out"
        + (f": those of {numbers}. They are counted all the same." if numbers else "."),
    )


def _of(things: Sequence[Note] | Sequence[Answer], word: str) -> str:
    """Such as: 3 of 40 notes."""
    n = sum(thing.text == WITHHELD for thing in things)
    return f"{n} of {count(len(things), word)}" if n else ""

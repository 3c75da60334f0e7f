"""Whatever a day brings: no word of somebody who did not agree leaves the hosts' hands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.harvest.day import entries
from tests.harvest.shown import shown
from tests.rules.chance import chance_of
from tests.rules.test_live_equals_late import SEEDS, a_day
from workshop.core.state import Workshop
from workshop.evidence.lines import take_apart
from workshop.harvest import TABLE, Document, Harvest
from workshop.harvest.build import build
from workshop.harvest.fold import Folded, fold
from workshop.harvest.publishing.view import published

# What people write on a random day holds a word that nobody else has: idea-17.
OWN = re.compile(r"idea-\d+")


@cache
def day(seed: int) -> Folded:
    return fold("w1", entries(a_day(seed)))


def with_choices(seed: int, chance: int) -> Folded:
    """A random day on which somebody or other agreed."""
    folded, drawn = day(seed), chance_of(chance)
    for person in folded.state.people.values():
        person.quoting = drawn.random() < 0.5
    return folded


def written(state: Workshop) -> Iterator[tuple[str, str]]:
    """Who wrote what, alone: never what a group calls a theme, nor what hosts write down as decided."""
    for things in (state.notes, state.answers, state.chat, state.feedback, state.missing):
        yield from ((thing.by, thing.text) for thing in things.values())
    yield from ((priority.by, priority.why) for priority in state.priorities.values())


def kept_to_oneself(state: Workshop) -> set[str]:
    """Words of people who did not agree, and of nobody else."""
    own: dict[bool, set[str]] = {True: set(), False: set()}
    for by, text in written(state):
        own[state.people[by].quoting].update(OWN.findall(text))
    return own[False] - own[True] - spoken_together(state)


def spoken_together(state: Workshop) -> set[str]:
    themes = [f"{t.name} {t.statement} {t.includes} {t.excludes}" for t in state.themes.values()]
    decided = [f"{d.why} {d.decider}" for d in state.decisions.values()]
    ties = [f"{b.settled.why} {b.settled.decided_by}" for b in state.ballots.values() if b.settled]
    return set(OWN.findall(" ".join([*themes, *decided, *ties, state.title])))


def words_of(content: str) -> set[str]:
    return set(OWN.findall(content))


def test_there_is_something_to_keep_on_these_days() -> None:
    kept = [len(kept_to_oneself(with_choices(seed, seed).state)) for seed in range(0, SEEDS, 4)]
    assert sum(kept) > 50


@pytest.mark.parametrize("document", [d for d in TABLE if d.format != "pdf"], ids=lambda d: d.name)
@pytest.mark.parametrize("seed", range(0, SEEDS, 4))
def test_no_document_has_a_word_of_somebody_who_did_not_agree(document: Document, seed: int) -> None:
    folded = with_choices(seed, seed)
    assert not words_of(shown(document.write(published(folded)))) & kept_to_oneself(folded.state)


@settings(max_examples=40)
@given(seed=st.integers(0, SEEDS - 1), chance=st.integers(0, 2**32))
def test_whoever_changes_their_mind_no_line_has_their_words(seed: int, chance: int) -> None:
    folded = with_choices(seed, chance)
    everyones = published(folded)
    assert not words_of(repr(everyones)) & kept_to_oneself(folded.state)
    assert same_but_for_words(build(folded), everyones)


def same_but_for_words(full: Harvest, everyones: Harvest) -> bool:
    """Every line stands in both, on the same entries and lines. But for the choices in a vote of few people.

    And the blueprint drafts an idea under the first by name of two level themes, and names may be left out.
    """
    mine, theirs = take_apart(full).lines, take_apart(everyones).lines
    lost = {section for section, _ in mine.keys() - theirs.keys()}
    return lost <= {"votes.options"} and all(
        mine[key].entries == theirs[key].entries and {*mine[key].evidence} == {*theirs[key].evidence}
        for key in mine.keys() & theirs.keys()
        if not key[0].startswith("blueprint.")
    )

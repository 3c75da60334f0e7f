"""The blueprint that people wrote: what each experiment rests on, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.harvest.draft_phrases import drafts, own
from workshop.harvest.lint.findings import BLUEPRINT, Finding, anchors_of, at_tables, has, is_, named
from workshop.harvest.model import Checks, Experiment, Harvest
from workshop.harvest.words import count


def experiment_without_evidence(harvest: Harvest) -> Iterator[Finding]:
    """What takes up no idea and works on no theme: nothing that people said stands behind it."""
    alone = [each for each in _written(harvest) if not each.evidence]
    if alone:
        n = len(alone)
        text = (
            f"{count(n, 'experiment')} {'rests' if n == 1 else 'rest'} on nothing that people said here: "
            f"{_ideas(alone)}. Name the theme it works on, or say where it comes from."
        )
        yield Finding("experiment-without-evidence", "must", text, anchors_of(alone), (BLUEPRINT,))


def idea_not_taken_up(harvest: Harvest) -> Iterator[Finding]:
    """Only once people have written something: before that every idea is a draft."""
    left = drafts(harvest.blueprint.experiments)
    if left and _written(harvest):
        n = len(left)
        where = at_tables(each.table for each in left if each.table is not None)
        text = (
            f"{count(n, 'idea')} of {where} {is_(n)} in no experiment: {_ideas(left)}. "
            f"Take {'it' if n == 1 else 'them'} up, or say why not."
        )
        yield Finding("idea-not-taken-up", "must", text, anchors_of(left), (BLUEPRINT,))


def small_change_unchecked(harvest: Harvest) -> Iterator[Finding]:
    some = [each for each in _small(harvest) if "" in _answers(each.checks)]
    if some:
        n = len(some)
        text = (
            f"{count(n, 'small change')} {has(n)} a check that nobody answered: {_ideas(some)}. "
            "Ask whether it is within one’s own power, possible now, and needs no change of national rules."
        )
        yield Finding("small-change-unchecked", "may", text, anchors_of(some), (BLUEPRINT,))


def small_change_not_small(harvest: Harvest) -> Iterator[Finding]:
    some = [each for each in _small(harvest) if "no" in _answers(each.checks)]
    if some:
        n = len(some)
        text = (
            f"{count(n, 'small change')} {has(n)} a check with the answer no: {_ideas(some)}. "
            "Write it as an experiment, or make it smaller."
        )
        yield Finding("small-change-not-small", "must", text, anchors_of(some), (BLUEPRINT,))


def experiment_without_barrier(harvest: Harvest) -> Iterator[Finding]:
    some = [each for each in _written(harvest) if not each.barrier]
    if some:
        n = len(some)
        text = (
            f"{count(n, 'experiment or small change', 'experiments and small changes')} "
            f"{'names' if n == 1 else 'name'} no barrier: {_ideas(some)}. Say what gets easier by it."
        )
        yield Finding("experiment-without-barrier", "may", text, anchors_of(some), (BLUEPRINT,))


def _written(harvest: Harvest) -> list[Experiment]:
    return [each for each in harvest.blueprint.experiments if each.written]


def _small(harvest: Harvest) -> list[Experiment]:
    return own(harvest.blueprint.experiments, "small-change")


def _answers(given: Checks) -> tuple[str, ...]:
    return given.own_power, given.possible_now, given.no_national_rule


def _ideas(some: list[Experiment]) -> str:
    return named(each.idea for each in some)


EXPERIMENTS = (
    experiment_without_evidence,
    idea_not_taken_up,
    small_change_not_small,
    small_change_unchecked,
    experiment_without_barrier,
)

"""What documents say of the draft blueprint."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from workshop.harvest.model import Experiment, Finding
from workshop.harvest.words import count, reach


def sides_words(finding: Finding) -> str:
    """What its counts say, and no more."""
    hindering = f"{count(finding.hindering, 'note tells', 'notes tell')} of what gets in the way"
    helping = f"{count(finding.helping, 'note tells', 'notes tell')} of what helps"
    return f"{hindering}, {helping}." if finding.hindering >= finding.helping else f"{helping}, {hindering}."


def missing_words(experiment: Experiment) -> str:
    """What keeps an experiment from starting."""
    return f"Cannot start yet: {count(len(experiment.missing), 'thing')} missing"


def needs(experiments: Sequence[Experiment]) -> list[str]:
    """What all drafted experiments together still need: 3 need a person."""
    wanted = dict.fromkeys(need for experiment in experiments for need in experiment.missing)
    lines = []
    for need in wanted:
        n = sum(need in experiment.missing for experiment in experiments)
        lines.append(f"{n} {'needs' if n == 1 else 'need'} {need}")
    return lines


def by_theme(experiments: Sequence[Experiment]) -> list[tuple[str | None, list[Experiment]]]:
    """Experiments that lie together, with the theme they share; None for those in no theme."""
    return [(theme, list(group)) for theme, group in groupby(experiments, key=lambda each: each.theme)]


def experiment_reach(experiment: Experiment, notes: int) -> str:
    """How far the theme of an idea carries, and its dots."""
    dots = [count(experiment.dots, "dot") + " on the theme"] if experiment.dots is not None else []
    own = [count(experiment.own_dots, "dot") + " on the idea"] if experiment.own_dots is not None else []
    return reach(notes, experiment.tables, *dots, *own)

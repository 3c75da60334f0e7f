"""What documents say of the blueprint and its drafts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from workshop.core.blueprint import CHECKS, Kind
from workshop.harvest.model import Coverage, Experiment, Finding
from workshop.harvest.words import count, listed, reach

CHECK_WORDS = {
    "own_power": "Within our own power",
    "possible_now": "Possible now",
    "no_national_rule": "Needs no change of national rules",
}
CHECK_ANSWERS = {"yes": "Yes", "no": "No", "": "Not answered yet"}


def sides_words(finding: Finding) -> str:
    """What its counts say, and no more."""
    hindering = f"{count(finding.hindering, 'note tells', 'notes tell')} of what gets in the way"
    helping = f"{count(finding.helping, 'note tells', 'notes tell')} of what helps"
    return f"{hindering}, {helping}." if finding.hindering >= finding.helping else f"{helping}, {hindering}."


def missing_words(experiment: Experiment) -> str:
    """How far an experiment is, and what keeps it from starting."""
    if not experiment.missing:
        return "Being tried" if experiment.status == "trying" else "Ready to start"
    return f"Cannot start yet: {count(len(experiment.missing), 'thing')} missing"


def designed_words(experiment: Experiment) -> str:
    """Who designed it: as people wrote, or the table whose idea it takes up."""
    return experiment.designed_by or (f"table {experiment.table}" if experiment.table is not None else "")


def own(experiments: Sequence[Experiment], kind: Kind = "experiment") -> list[Experiment]:
    """Those of a kind that people wrote, in their order."""
    return [each for each in experiments if each.written and each.kind == kind]


def drafts(experiments: Sequence[Experiment]) -> list[Experiment]:
    """Ideas that nobody has taken up yet."""
    return [each for each in experiments if not each.written]


def check_words(experiment: Experiment) -> list[tuple[str, str]]:
    """The three checks of a small change, each with its answer."""
    given = experiment.checks
    return [(CHECK_WORDS[name], CHECK_ANSWERS[getattr(given, name)]) for name in CHECKS]


def facts(ex: Experiment) -> list[tuple[str, str, str]]:
    """What an experiment says of itself: name, value, and what is said where that is empty."""
    designed = designed_words(ex)
    lines = [
        ("Barrier it works on", ex.barrier, "needs a barrier"),
        ("Designed by", designed[:1].upper() + designed[1:], ""),
        ("Who looks after it", ex.owner, "needs a person"),
        ("First small step", ex.first_step, ""),
        ("How we would know", ex.measures, "needs a measure"),
        ("What we think will happen", ex.prediction, "needs a prediction"),
        ("We look again", day_words(ex.review_on), "needs a date"),
        ("What it changes: structure, process or culture", ex.domain, "to be filled in"),
        ("What it touches", listed(ex.lens), ""),
    ]
    return [line for line in lines if line[1] or line[2]]


def day_words(iso: str | None) -> str:
    """31 March 2027."""
    return "" if iso is None else f"{date.fromisoformat(iso):%-d %B %Y}"


STAGES = {"idea": "Idea", "ready": "Ready", "trying": "Trying it"}


def stages(ex: Experiment) -> list[tuple[str, str]]:
    """Each stage with where the experiment is by it: done, now or next."""
    names = [*STAGES.values(), "What we learnt"]
    at = names.index(STAGES[ex.status])
    return [(name, "done" if no < at else "now" if no == at else "next") for no, name in enumerate(names)]


def untouched(coverage: Sequence[Coverage]) -> list[str]:
    """The entries of the lens that no experiment touches."""
    return [each.entry for each in coverage if not each.experiments]


def needs(experiments: Sequence[Experiment]) -> list[str]:
    """What all experiments together still need: 3 need a person."""
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

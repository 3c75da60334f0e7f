"""The versions of a blueprint that were issued, each as it stood then."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workshop.activities.experiments.lens import coverage
from workshop.core.blueprint import CHECKS, CHOICES, WORDS, Experiment, Issue, Written
from workshop.core.state import Workshop
from workshop.harvest import anchors
from workshop.harvest.model import Issued, IssuedExperiment


@dataclass(frozen=True, slots=True)
class Stood:
    """What stood in the blueprint when a version was issued. ``names``: of the themes it speaks of, by id."""

    issue: Issue
    context: str
    experiments: tuple[Experiment, ...]
    names: dict[str, str]
    untouched: tuple[str, ...]


def stood(state: Workshop, issue: Issue) -> Stood:
    """A copy, which nothing changes any more."""
    standing = tuple(copied(each) for each in state.blueprint.standing())
    spoken_of = {theme for each in standing for theme in each.names("themes")}
    return Stood(
        issue=issue,
        context=state.blueprint.context,
        experiments=standing,
        names={theme: state.themes[theme].name for theme in spoken_of},
        untouched=tuple(entry for entry, touching in coverage(state).items() if not touching),
    )


def copied(experiment: Experiment, **words: str) -> Experiment:
    """The same once more, with other words in some of its fields."""
    fields = {**experiment.fields}
    fields |= {name: Written(value, experiment.version(name)) for name, value in words.items()}
    return replace(experiment, fields=fields)


def issued(versions: list[Stood], entries: dict[str, list[int]]) -> tuple[Issued, ...]:
    """``entries``: numbers by anchor."""
    return tuple(
        Issued(
            anchor=anchors.issued(each.issue.no),
            entries=tuple(entries.get(anchors.issued(each.issue.no), ())),
            evidence=(),
            no=each.issue.no,
            at=each.issue.at,
            words=each.issue.words,
            context=each.context,
            experiments=tuple(_experiment(each, experiment) for experiment in each.experiments),
            untouched=each.untouched,
        )
        for each in versions
    )


def _experiment(version: Stood, experiment: Experiment) -> IssuedExperiment:
    said = {name: experiment.says(name) for name in (*WORDS, *CHOICES, *CHECKS)}
    return IssuedExperiment(
        id=experiment.id,
        kind=experiment.kind,
        status=experiment.status,
        themes=tuple(version.names[theme] for theme in experiment.names("themes")),
        lens=experiment.names("lens"),
        **said,
    )

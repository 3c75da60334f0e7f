"""The blueprint, as the second part of the paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workshop.harvest.draft_phrases import (
    by_theme,
    check_words,
    drafts,
    experiment_reach,
    facts,
    missing_words,
    needs,
    own,
    sides_words,
)
from workshop.harvest.links import place
from workshop.harvest.model import Coverage, Experiment, Finding, Issued
from workshop.harvest.phrases import place_words
from workshop.harvest.words import count, day, listed, reach
from workshop.harvest.writers.pdf.trail import Trail
from workshop.harvest.writers.pdf.tree import Block, Bullets, Heading, Item, Run, runs, words

NOTHING_IN_THE_WAY = "No theme has more notes of hindrance than of help."
NOTHING_HELPS = "No theme has more notes of help than of hindrance."
FILL_IN = "Experiments to fill in"
NO_EXPERIMENT = "There is no experiment to draft yet."
UNDECIDED = "Nothing here is decided. "
ABOUT = (
    "An experiment is small enough to try, can be stopped, and says how we would "
    "know. What is missing is for you to fill in, together with the people who do the work."
)


def blueprint(to: Trail) -> Iterator[Block]:
    b = to.h.blueprint
    mine, small = own(b.experiments), own(b.experiments, "small-change")
    yield Heading(1, "Blueprint" if mine or small else "Blueprint: a draft", id="blueprint")
    yield words(ABOUT if mine or small else UNDECIDED + ABOUT, look="lead")
    yield from (words(notice.text, id=notice.anchor) for notice in b.notices)
    if b.context:
        yield Heading(2, "What is so here, and what stays as it is")
        yield words(b.context.text, id=b.context.anchor)
    yield from _findings("What gets in the way", b.in_the_way, NOTHING_IN_THE_WAY)
    yield from _findings("What helps", b.helps, NOTHING_HELPS)
    if b.both:
        yield from _findings("As much help as hindrance", b.both, "")
    yield from _part(to, "Experiments", mine)
    yield from _part(to, "Small changes", small)
    yield from _drafts(to, "Ideas that nobody has taken up yet" if mine or small else FILL_IN)
    yield from _lens(b.coverage)
    yield from _versions(b.issued)


def _part(to: Trail, title: str, lines: Sequence[Experiment]) -> Iterator[Block]:
    if lines:
        yield Heading(2, title)
        for experiment in lines:
            yield from _experiment(to, experiment)


def _drafts(to: Trail, title: str) -> Iterator[Block]:
    every = to.h.blueprint.experiments
    if every and not drafts(every):
        return
    yield Heading(2, title, id="experiments")
    if not every:
        yield words(NO_EXPERIMENT, look="soft")
        return
    yield words("Before the first can start", look="eyebrow")
    yield Bullets(tuple(Item(runs(need)) for need in needs(drafts(every))))
    for _, drafted in by_theme(drafts(every)):
        for experiment in drafted:
            yield from _experiment(to, experiment)


def _lens(coverage: Sequence[Coverage]) -> Iterator[Block]:
    if coverage:
        yield Heading(2, "What the experiments touch")
        yield Bullets(tuple(Item((Run(each.entry), Run(f": {_touched(each)}"))) for each in coverage))


def _touched(each: Coverage) -> str:
    return count(len(each.experiments), "experiment") if each.experiments else "nothing yet"


def _versions(issued: Sequence[Issued]) -> Iterator[Block]:
    if issued:
        yield Heading(2, "Versions")
        yield Bullets(tuple(map(_version, issued)))


def _version(version: Issued) -> Item:
    head = f"Version {version.no}, {day(version.at)}"
    return Item(runs(head), id=version.anchor, foot=runs(version.words))


def _findings(title: str, lines: Sequence[Finding], nothing: str) -> Iterator[Block]:
    yield Heading(2, title)
    if lines:
        yield Bullets(tuple(map(_finding, lines)))
    else:
        yield words(nothing, look="soft")


def _finding(finding: Finding) -> Item:
    dots = f", {count(finding.dots, 'dot')}" if finding.dots is not None else ""
    far = f" ({place_words(finding)}: {reach(finding.notes, finding.tables)}{dots})"
    name = Run(finding.name, to=f"from-theme-{finding.theme}", bold=True)
    said = "\n".join(part for part in (finding.statement, sides_words(finding)) if part)
    return Item(runs(name, far), id=finding.anchor, foot=runs(said))


def _experiment(to: Trail, experiment: Experiment) -> Iterator[Block]:
    yield Heading(3, experiment.idea, id=experiment.anchor)
    lacking = f": {listed(experiment.missing)}" if experiment.missing else ""
    yield words(f"{place_words(experiment)}. {missing_words(experiment)}{lacking}.")
    yield words(*_lines(_facts(experiment)), look="soft")
    origin = tuple(_origin(to, experiment))
    if origin:
        yield words("Where this comes from: ", *origin, look="soft")


def _facts(ex: Experiment) -> Iterator[tuple[str, str]]:
    yield "Why", ex.why
    yield from ((name, value) for name, value, _ in facts(ex))
    if ex.kind == "small-change":
        yield from check_words(ex)


def _lines(facts: Iterable[tuple[str, str]]) -> Iterator[Run]:
    """What is known, each in a line; what is missing is said in one sentence already."""
    known = [(name, value) for name, value in facts if value]
    for no, (name, value) in enumerate(known):
        yield from (Run("\n" if no else ""), Run(f"{name}: ", bold=True), Run(value))


def _origin(to: Trail, ex: Experiment) -> Iterator[Run]:
    note = ex.note or ""
    if note in to.notes:
        yield from (Run(f"{place(to.notes[note])}, "), to.number(note), Run("; "))
    theme = to.themes.get(ex.theme or "")
    if theme:
        yield from (Run("theme "), Run(theme.name, to=f"from-{theme.anchor}"))
        yield Run(f" ({experiment_reach(ex, len(theme.notes))})")
    elif note in to.notes:
        yield Run("in no theme")
    if ex.also_in:
        yield Run(f"; also in {listed(ex.also_in)}")

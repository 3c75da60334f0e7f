"""The draft of the blueprint, as the second part of the paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workshop.harvest.draft_phrases import by_theme, experiment_reach, missing_words, needs, sides_words
from workshop.harvest.links import place
from workshop.harvest.model import Experiment, Finding
from workshop.harvest.phrases import place_words
from workshop.harvest.words import count, listed, reach
from workshop.harvest.writers.pdf.trail import Trail
from workshop.harvest.writers.pdf.tree import Block, Bullets, Heading, Item, Run, runs, words

NOTHING_IN_THE_WAY = "No theme has more notes of hindrance than of help."
NOTHING_HELPS = "No theme has more notes of help than of hindrance."
NO_EXPERIMENT = "There is no experiment to draft yet."
ABOUT = (
    "Nothing here is decided. An experiment is small enough to try, can be stopped, and says how we would "
    "know. What is missing is for you to fill in, together with the people who do the work."
)


def blueprint(to: Trail) -> Iterator[Block]:
    b = to.h.blueprint
    yield Heading(1, "Blueprint: a draft", id="blueprint")
    yield words(ABOUT, look="lead")
    yield from (words(notice.text, id=notice.anchor) for notice in b.notices)
    yield from _findings("What gets in the way", b.in_the_way, NOTHING_IN_THE_WAY)
    yield from _findings("What helps", b.helps, NOTHING_HELPS)
    if b.both:
        yield from _findings("As much help as hindrance", b.both, "")
    yield Heading(2, "Experiments to fill in", id="experiments")
    if not b.experiments:
        yield words(NO_EXPERIMENT, look="soft")
        return
    yield words("Before the first can start", look="eyebrow")
    yield Bullets(tuple(Item(runs(need)) for need in needs(b.experiments)))
    for _, drafted in by_theme(b.experiments):
        for experiment in drafted:
            yield from _experiment(to, experiment)


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
    yield words(f"{place_words(experiment)}. {missing_words(experiment)}: {listed(experiment.missing)}.")
    yield words(*_lines(_facts(experiment)), look="soft")
    yield words("Where this comes from: ", *_origin(to, experiment), look="soft")


def _facts(ex: Experiment) -> Iterator[tuple[str, str]]:
    yield "Designed by", f"table {ex.table}"
    yield "Why", ex.why
    yield "Barrier it works on", ex.barrier
    yield "What it changes", ex.domain
    yield "Who looks after it", ex.owner
    yield "How we would know", ex.measure
    yield "What we think will happen", ex.prediction
    yield "We look again", ex.review_on or ""


def _lines(facts: Iterable[tuple[str, str]]) -> Iterator[Run]:
    """What is known, each in a line; what is missing is said in one sentence already."""
    known = [(name, value) for name, value in facts if value]
    for no, (name, value) in enumerate(known):
        yield from (Run("\n" if no else ""), Run(f"{name}: ", bold=True), Run(value))


def _origin(to: Trail, ex: Experiment) -> Iterator[Run]:
    yield from (Run(f"{place(to.notes[ex.note])}, "), to.number(ex.note))
    theme = to.themes.get(ex.theme or "")
    if theme:
        yield from (Run("; theme "), Run(theme.name, to=f"from-{theme.anchor}"))
        yield Run(f" ({experiment_reach(ex, len(theme.notes))})")
    else:
        yield Run("; in no theme")
    if ex.also_in:
        yield Run(f"; also in {listed(ex.also_in)}")

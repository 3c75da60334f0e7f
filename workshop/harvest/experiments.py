"""The experiments that people wrote, with where each comes from; and what of the lens they touch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workshop.activities.experiments import lens
from workshop.core import afterwards
from workshop.core.blueprint import CHECKS, CHOICES, NEEDS, WORDS
from workshop.core.blueprint import Experiment as Kept
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.heard import Heard
from workshop.harvest.model import Checks, Context, Coverage, Experiment, PriorityLine, ThemeLine

NO_CHECKS = Checks(own_power="", possible_now="", no_national_rule="")


def written(folded: Folded, heard: Heard) -> tuple[Experiment, ...]:
    """In the order people gave them; each has its place among those of its kind."""
    places: Counter[str] = Counter()
    found = []
    for each in folded.state.blueprint.standing():
        places[each.kind] += 1
        found.append(_written(folded, heard, each, places[each.kind]))
    return tuple(found)


def _written(folded: Folded, heard: Heard, kept: Kept, place: int) -> Experiment:
    idea = next((each for each in heard.priorities if each.note == kept.note), None)
    themes = _themes(folded, heard, kept, idea)
    first = themes[0] if themes else None
    said = {name: kept.says(name) for name in (*WORDS, *CHOICES)}
    review_on = said.pop("review_on")
    return Experiment(
        anchor=anchors.written(kept.id),
        entries=folded.entries(anchors.written(kept.id)),
        evidence=tuple(_evidence(heard, idea, themes)),
        written=True,
        kind=kept.kind,
        status=kept.status,
        why=idea.why if idea else "",
        note=idea.note if idea else None,
        table=idea.table if idea else None,
        theme=first.id if first else None,
        theme_name=first.name if first else "",
        also_in=tuple(theme.name for theme in themes[1:]),
        dots=heard.dots(first.anchor) if first else None,
        own_dots=heard.dots(anchors.note(idea.note)) if idea else None,
        tables=len(first.tables) if first else int(idea is not None),
        place=place,
        level=1,
        review_on=review_on or None,
        lens=kept.names("lens"),
        checks=Checks(**{name: kept.says(name) for name in CHECKS}),
        missing=tuple(NEEDS[name] for name in kept.missing),
        **said,
    )


def _themes(folded: Folded, heard: Heard, kept: Kept, idea: PriorityLine | None) -> list[ThemeLine]:
    """Those that people chose, as they stand now; where they chose none, those that hold its idea."""
    by_id = {theme.id: theme for theme in heard.themes}
    chosen = dict.fromkeys(afterwards.path(folded.state, theme)[-1] for theme in kept.names("themes"))
    found = [by_id[theme] for theme in chosen if theme in by_id]
    return found or (heard.holding(idea.note) if idea else [])


def _evidence(heard: Heard, idea: PriorityLine | None, themes: list[ThemeLine]) -> dict[str, None]:
    """The note it takes up, that it was chosen, its themes, and every vote on any of them."""
    note = [anchors.note(idea.note)] if idea else []
    held = [theme.anchor for theme in themes]
    votes = [vote for subject in (*note, *held) for vote in heard.votes_on(subject)]
    return dict.fromkeys([*note, *([idea.anchor] if idea else []), *held, *votes])


def coverage(folded: Folded) -> Iterator[Coverage]:
    """Only once there is something to look at."""
    if not folded.state.blueprint.standing():
        return
    for entry, touching in lens.coverage(folded.state).items():
        yield Coverage(entry=entry, experiments=tuple(anchors.written(each.id) for each in touching))


def context(folded: Folded) -> Context | None:
    words = folded.state.blueprint.context
    if not words:
        return None
    entries = folded.entries(anchors.CONTEXT)
    return Context(anchor=anchors.CONTEXT, entries=entries[-1:], evidence=(), text=words)

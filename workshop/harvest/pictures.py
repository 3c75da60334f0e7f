"""The pictures of the report: those that people saw on the screen, drawn for a page."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.harvest.fold import Folded
from workshop.harvest.model import Harvest, Pictures, VoteLine
from workshop.pictures import (
    PAGE,
    Picture,
    draw_map,
    draw_mixing,
    draw_themes,
    draw_timeline,
    draw_votes,
    map_of,
    mixing_of,
    themes_of,
    timeline_of,
)
from workshop.pictures.data import VoteBar, VotesData

# Across and down, 0 to 1000, by note: for each board.
Places = Mapping[str, Mapping[str, tuple[int, int]]]


def pictures(folded: Folded, places: Places) -> Pictures:
    """What they show. Who wrote is counted in the lines of the report, not here: see :mod:`themes_of`."""
    state = folded.state
    walls = [s.id for s in state.steps.values() if s.activity == "themes" and s.opened_at is not None]
    maps = [map_of(state, wall, places[wall]) for wall in walls if wall in places]
    return Pictures(
        themes=tuple(themes_of(state, wall, people=False) for wall in walls),
        maps=tuple(each for each in maps if each.notes),
        mixing=mixing_of(state),
        timeline=timeline_of(state, _end(folded)),
    )


def _end(folded: Folded) -> int:
    """A draft ends with the last fact it knows: the same facts give the same report."""
    state = folded.state
    wrote = (note.at for note in state.notes.values())
    return max([state.opened_at, *wrote, *(step.opened_at or 0 for step in state.steps.values())])


def wall_pictures(h: Harvest, step: str) -> list[Picture]:
    """The theme wall of one board, and the map of its notes if there is one."""
    walls = [draw_themes(each, PAGE) for each in h.pictures.themes if each.board == step and each.themes]
    return [*walls, *(draw_map(each, PAGE) for each in h.pictures.maps if each.board == step)]


def vote_pictures(vote: VoteLine) -> list[Picture]:
    """The bars of a vote that is closed. The lines beside them say the same in words."""
    if vote.open or not vote.dots:
        return []
    bars = tuple(VoteBar(label=option.label, dots=option.dots or 0) for option in vote.options)
    data = VotesData(
        ballot=vote.id,
        title=vote.title,
        table=vote.table,
        voted=vote.voted or 0,
        allowance=vote.allowance,
        bars=bars,
    )
    return [draw_votes(data, PAGE)]


def mixing_pictures(h: Harvest) -> list[Picture]:
    return [draw_mixing(h.pictures.mixing, PAGE)] if h.pictures.mixing.met else []


def timeline_pictures(h: Harvest) -> list[Picture]:
    return [draw_timeline(h.pictures.timeline, PAGE)] if any(h.pictures.timeline.counts) else []

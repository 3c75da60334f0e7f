"""Cafés to draw, and what can be read off a picture."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from tests.rules.cast import Cafe, story
from workshop import pictures
from workshop.activities.dot_voting.messages import DotVoting
from workshop.activities.themes.messages import StartTheme, Themes
from workshop.core.state import Workshop
from workshop.pictures import SHAPES, Picture
from workshop.pictures.data import Data, MapData, MapNote, MapTheme, ThemesData, ThemeTile, VoteBar, VotesData

SVG = "{http://www.w3.org/2000/svg}"
# What people may call a theme, or bring to a vote.
HOSTILE = (
    "</svg><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]> &amp; &#x0; <!--",
    "الأسرة والوقت معها \u202etxt",
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿 e\u0301e\u0301",
    "W" * 200,
    "no end " * 28,
    "\x00\x08\ud800\ufffe bell\x07",
    " ",
)


def read(picture: Picture) -> ET.Element:
    """The drawing, strictly as XML."""
    return ET.fromstring(picture.svg)  # noqa: S314 - made by ourselves


def words(picture: Picture) -> list[str]:
    """Every line of text in the drawing."""
    return ["".join(each.itertext()) for each in read(picture).iter(f"{SVG}text")]


def in_words(picture: Picture) -> str:
    """All that the picture says without being seen."""
    cells = [cell for table in picture.tables for row in (table.head, *table.rows) for cell in row]
    return "\n".join([picture.title, *picture.says, *cells])


def tile(name: str, notes: int, tables: int, conversations: int = 0, *, alone: bool = False) -> ThemeTile:
    return ThemeTile(
        id=name,
        name=name,
        notes=notes,
        tables=tables,
        conversations=conversations or tables,
        people=None,
        groups=None,
        single_voice=alone,
        differing=0,
    )


def wall(*tiles: ThemeTile, loose: int = 0) -> ThemesData:
    notes = loose + sum(each.notes for each in tiles)
    return ThemesData(
        board="s2", title="Themes", notes=notes, not_grouped=loose, at_tables=True, themes=tiles
    )


def vote(*dots: int, labels: tuple[str, ...] = ()) -> VotesData:
    bars = tuple(VoteBar(label=labels[no] if labels else f"Choice {no}", dots=n) for no, n in enumerate(dots))
    return VotesData(ballot="b", title="Votes", table=None, voted=3, allowance=5, bars=bars)


def a_map(names: tuple[str, ...], notes: int) -> MapData:
    """Notes on a grid, the first half of them in the themes in turn."""
    lying = tuple(
        MapNote(
            x=no * 37 % 1001,
            y=no * 61 % 1001,
            themes=(no % len(names),) if names and no < notes // 2 else (),
        )
        for no in range(notes)
    )
    themes = tuple(MapTheme(id=str(no), name=name, single_voice=False) for no, name in enumerate(names))
    return MapData(board="s2", title="Themes", themes=themes, notes=lying, missing=0)


def a_day() -> Cafe:
    """Two rounds, a wall and a vote; Ann, Bob, Eve and others write, and a theme stands."""
    cafe = Cafe.at_two_tables(
        story(),
        story("Once more", seating="rotate"),
        Themes(title="Themes", minutes=10),
        DotVoting(title="Votes", minutes=5, where="hall", over="themes"),
    )
    made = [cafe.note("Ann", "No time for visits"), cafe.note("Cleo", "A kind team")]
    cafe.wait(120)
    cafe.note("Bob", "Forms")
    cafe.next()
    step = cafe.go_to("Themes")
    cafe.do("Hal", StartTheme, step=step, notes=made, name="Time")
    return cafe


def everything(state: Workshop, now: int) -> Iterator[Data]:
    """The data of every picture that this workshop has."""
    yield pictures.mixing_of(state)
    yield pictures.timeline_of(state, now)
    for step in state.steps.values():
        if step.activity == "themes":
            yield pictures.themes_of(state, step.id, people=False)
            yield pictures.map_of(state, step.id, dict.fromkeys(state.notes, (10, 20)))
    for ballot in state.ballots.values():
        if ballot.closed_at is not None:
            yield pictures.votes_of(state, ballot.id)


def in_every_shape(data: Data) -> list[Picture]:
    return [pictures.draw(data, shape) for shape in SHAPES.values()]

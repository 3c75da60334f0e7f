"""A map of the notes: those worded alike lie near one another, a thread from each to its theme's name.

Where a note lies is only a guess of the computer. Near is not agreed: "it helped" and "it did not help" are
worded alike.
"""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities.boards import board
from workshop.core.state import Workshop
from workshop.pictures.data import MapData, MapNote, MapTheme
from workshop.pictures.map_sheet import Sheet, Spot
from workshop.pictures.picture import Equivalent, Picture, Shape, empty
from workshop.pictures.svg import group
from workshop.pictures.themes import board_title
from workshop.pictures.wording import count

# Notes beyond this many are not drawn: nobody could tell them apart.
MOST = 2_000
NO_NOTES = "No notes yet. The map begins when people have written some."
GUESS = "Where a note lies is only a guess by its words. Near does not mean agreed."


def map_of(state: Workshop, board_id: str, places: Mapping[str, tuple[int, int]]) -> MapData:
    """The notes of a board at their places, by id; and its themes in the order in which they were begun."""
    themes = [theme for theme in board.standing(state, board_id) if board.standing_notes(state, theme)]
    within: dict[str, list[int]] = {}
    for no, theme in enumerate(themes):
        for note_id in theme.notes:
            within.setdefault(note_id, []).append(no)
    items = [each.id for each in board.items(state, board_id)]
    placed = [each for each in items if each in places][:MOST]
    return MapData(
        board=board_id,
        title=board_title(state, board_id),
        themes=tuple(
            MapTheme(id=theme.id, name=board.label(state, theme), single_voice=theme.single_voice)
            for theme in themes
        ),
        notes=tuple(
            MapNote(x=places[each][0], y=places[each][1], themes=tuple(within.get(each, ())))
            for each in placed
        ),
        missing=len(items) - len(placed),
    )


def draw_map(data: MapData, shape: Shape) -> Picture:
    title = f"Map of the notes: {data.title}"
    if not data.notes:
        return empty("map", data.board, title, NO_NOTES, shape)
    drawn = Sheet(data, shape)
    return Picture(
        name="map",
        of=data.board,
        title=title,
        says=_says(data),
        tables=(_table(data),),
        body=group(drawn.threads(), drawn.notes(), drawn.names(), drawn.key()),
        width=shape.width,
        height=drawn.height,
    )


def _says(data: MapData) -> tuple[str, ...]:
    loose = sum(not note.themes for note in data.notes)
    told = [f"{count(len(data.notes), 'note')} and {count(len(data.themes), 'theme')}.", GUESS]
    if loose:
        told.append(
            f"{count(loose, 'note')} {'is' if loose == 1 else 'are'} not grouped yet, drawn as a ring."
        )
    if data.missing:
        told.append(
            f"{count(data.missing, 'newer note')} {'is' if data.missing == 1 else 'are'} not on the map yet."
        )
    return tuple(told)


def _table(data: MapData) -> Equivalent:
    """Which themes lie side by side: the nearest other one, by their middles."""
    middles = [_mean(data, no) for no in range(len(data.themes))]
    rows = tuple(
        (theme.name, str(sum(no in note.themes for note in data.notes)), _nearest(data, middles, no))
        for no, theme in enumerate(data.themes)
    )
    return Equivalent("Themes on the map", ("Theme", "Notes", "Nearest other theme"), rows)


def _mean(data: MapData, no: int) -> Spot | None:
    there = [note for note in data.notes if no in note.themes]
    return Spot(sum(n.x for n in there) / len(there), sum(n.y for n in there) / len(there)) if there else None


def _nearest(data: MapData, middles: list[Spot | None], no: int) -> str:
    here = middles[no]
    if here is None:
        return "–"
    far = [
        ((there.x - here.x) ** 2 + (there.y - here.y) ** 2, other)
        for other, there in enumerate(middles)
        if there is not None and other != no
    ]
    return data.themes[min(far)[1]].name if far else "–"

"""The theme wall: each theme as a sheet of paper, as large as it reaches.

A sheet's area goes with √(tables × conversations): at how many tables a theme came up, and in how
many conversations, a conversation being one table in one round. How many notes there are does not make it
larger: twelve notes from one table are not common ground, and twelve from nine tables are. Other people sit
at a table in each round, so conversations stand for people. People themselves are not counted, since a size
that goes with them would tell, while notes are moved, which notes one person wrote. Answers, which only hosts
group, are not written at tables: there the area goes with the people.
"""

from __future__ import annotations

from collections.abc import Callable

from workshop.activities.boards import board
from workshop.activities.closing_questions.messages import ClosingQuestions
from workshop.core.state import Workshop
from workshop.core.things import Theme
from workshop.pictures.data import ThemesData, ThemeTile
from workshop.pictures.picture import Equivalent, Picture, Shape, empty
from workshop.pictures.theme_wall import draw_wall, weight
from workshop.pictures.wording import count, reach

NO_THEMES = "No themes yet. They show here as soon as people put notes together."
FORMULA = (
    "A sheet is larger the more tables and conversations a theme comes from: √(tables × conversations). "
    "The number of notes does not make it larger."
)
BY_PEOPLE = (
    "A sheet is larger the more people a theme comes from. The number of answers does not make it larger."
)


def themes_of(state: Workshop, board_id: str, *, people: bool) -> ThemesData:
    """What stands on a board now, the themes with the widest reach first; level ones by name.

    ``people``: whether to say of how many people and groups a theme comes.
    """
    _, question = board.parts(board_id)
    items = [each.id for each in board.items(state, board_id)]
    held = board.grouped(state, board_id)
    tiles = [_tile(state, theme, people) for theme in board.standing(state, board_id)]
    return ThemesData(
        board=board_id,
        title=board_title(state, board_id),
        notes=len(items),
        not_grouped=sum(each not in held for each in items),
        at_tables=question is None,
        themes=tuple(sorted((tile for tile in tiles if tile.notes), key=_widest_first)),
    )


def board_title(state: Workshop, board_id: str) -> str:
    """What a step is called, or what is asked in it."""
    step, question = board.parts(board_id)
    settings = state.steps[step].settings
    if question is not None and isinstance(settings, ClosingQuestions):
        return settings.questions[question]
    return settings.title


def _tile(state: Workshop, theme: Theme, people: bool) -> ThemeTile:
    carries = board.reach(state, theme)
    lying = board.standing_items(state, theme)
    ids = {each.id for each in lying}
    return ThemeTile(
        id=theme.id,
        name=board.label(state, theme),
        notes=carries.notes,
        tables=len(carries.tables),
        conversations=len({(each.step, each.table) for each in lying if each.table is not None}),
        people=carries.people if people or theme.question is not None else None,
        groups=len(carries.groups) if people and theme.question is None else None,
        single_voice=theme.single_voice,
        differing=sum(each in ids for each in theme.differing),
    )


def _widest_first(tile: ThemeTile) -> tuple[float, str, str]:
    return -weight(tile), tile.name.casefold(), tile.id


def draw_themes(data: ThemesData, shape: Shape) -> Picture:
    what = "note" if data.at_tables else "answer"
    title = f"Themes: {data.title}"
    if not data.themes:
        return empty("themes", data.board, title, _nothing(data, what), shape)
    body, height = draw_wall(data, shape, what)
    return Picture(
        name="themes",
        of=data.board,
        title=title,
        says=_says(data, what),
        tables=(_table(data, what),),
        body=body,
        width=shape.width,
        height=height,
    )


def _nothing(data: ThemesData, what: str) -> str:
    if not data.notes:
        return NO_THEMES
    return f"{NO_THEMES} {count(data.notes, what)} {'waits' if data.notes == 1 else 'wait'} to be grouped."


def _says(data: ThemesData, what: str) -> tuple[str, ...]:
    several = [tile for tile in data.themes if not tile.single_voice]
    voices = len(data.themes) - len(several)
    told = [f"{count(len(several), 'theme')} from {count(data.notes, what)}."]
    if several:
        widest = [tile for tile in several if weight(tile) == weight(several[0])]
        told.append(_widest(widest, what))
    if voices:
        told.append(
            f"{count(voices, 'single voice')} {'stands' if voices == 1 else 'stand'} alone, with a ring."
        )
    if data.not_grouped:
        told.append(
            f"{count(data.not_grouped, what)} {'is' if data.not_grouped == 1 else 'are'} not grouped yet."
        )
    return (*told, FORMULA if data.at_tables else BY_PEOPLE)


def _widest(widest: list[ThemeTile], what: str) -> str:
    if len(widest) > 3:
        return f"{len(widest)} themes reach equally far, and farthest."
    names = " and ".join(f"“{tile.name}”" for tile in widest)
    far = reach(widest[0].notes, widest[0].tables, what=what)
    return (
        f"{names} reaches farthest ({far})."
        if len(widest) == 1
        else f"{names} reach equally far, and farthest."
    )


def _table(data: ThemesData, what: str) -> Equivalent:
    columns = _columns(data, what)
    rows = tuple(tuple(cell(tile) for _, cell in columns) for tile in data.themes)
    return Equivalent("Themes, those with the widest reach first", tuple(name for name, _ in columns), rows)


def _columns(data: ThemesData, what: str) -> list[tuple[str, Callable[[ThemeTile], str]]]:
    """Only those that say something here."""
    found: list[tuple[str, Callable[[ThemeTile], str]]] = [
        ("Theme", lambda tile: tile.name),
        (f"{what.capitalize()}s", lambda tile: f"{tile.notes:,}"),
    ]
    if data.at_tables:
        found.append(("Tables", lambda tile: f"{tile.tables:,}"))
        found.append(("Conversations", lambda tile: f"{tile.conversations:,}"))
    if any(tile.people is not None for tile in data.themes):
        found.append(("People", lambda tile: f"{tile.people or 0:,}"))
    if any(tile.groups for tile in data.themes):
        found.append(("Groups", lambda tile: f"{tile.groups or 0:,}"))
    return [*found, ("Remark", lambda tile: _remark(tile, data.at_tables))]


def _remark(tile: ThemeTile, at_tables: bool) -> str:
    said = ["A single voice"] if tile.single_voice else []
    said += ["All from one table"] if at_tables and tile.tables == 1 and tile.notes > 1 else []
    said += [count(tile.differing, "opposite view")] if tile.differing else []
    return "; ".join(said) or "–"

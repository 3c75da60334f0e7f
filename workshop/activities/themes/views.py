"""A board: what stands on it, its themes, and how they came to be; the same for everyone who may see it.

How many people and groups of people a theme comes from, the hosts alone are told: by moving notes in and
out of a theme, anybody else could learn which of them one person wrote.
"""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.boards.board import (
    board,
    boards,
    item,
    items,
    parts,
    standing,
    standing_notes,
    tables_of,
    walls_with,
)
from workshop.activities.boards.lineage import LineageDoc, lineage, names
from workshop.activities.boards.reaching import ReachDoc, reach_doc, reach_keys, reached_by
from workshop.activities.closing_questions.messages import QuestionAnswered
from workshop.activities.notes.messages import NoteAdded, NoteDeleted, NoteEdited, NoteRestored
from workshop.activities.people.messages import PersonGrouped, PersonRenamed
from workshop.activities.steps.messages import AgendaEdited
from workshop.activities.themes.messages import (
    DifferingMarked,
    NamingOpened,
    NotesPut,
    NotesTaken,
    SingleVoiceMarked,
    ThemeNamed,
    Themes,
    ThemesMerged,
    ThemeStarted,
    ThemeUnmerged,
)
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.things import Theme, board_id
from workshop.core.views import EVERYTHING, Touch, View, key, one


class WallNoteDoc(Doc, frozen=True, kw_only=True):
    """A note, or an answer: that has no ``table`` and an empty ``kind``."""

    id: str
    step: str
    table: int | None
    kind: str
    text: str
    at: int


class ThemeDoc(Doc, frozen=True, kw_only=True):
    """``notes`` are those that still stand; ``tables`` where they were written.

    ``suggested``: the notes a suggestion brought. ``differing``: those that see it the other way round.
    ``hints``: key phrases for whoever names it.
    """

    id: str
    name: str
    statement: str
    includes: str
    excludes: str
    notes: tuple[str, ...]
    tables: tuple[int, ...]
    suggested: tuple[str, ...]
    differing: tuple[str, ...]
    hints: tuple[str, ...]
    single_voice: bool
    at: int


class BoardDoc(Doc, frozen=True, kw_only=True):
    """``naming``: whether groups get their names now. ``suggests``: whether there are suggestions."""

    step: str
    question: int | None
    naming: bool
    suggests: bool


def _note_keys(state: Workshop, board_id: str) -> Iterator[str]:
    return (each.id for each in items(state, board_id))


def _note(state: Workshop, board_id: str, note_id: str) -> WallNoteDoc | None:
    found = item(state, board_id, note_id)
    if found is None:
        return None
    return WallNoteDoc(
        id=found.id, step=found.step, table=found.table, kind=found.kind, text=found.text, at=found.at
    )


def _theme_keys(state: Workshop, board_id: str) -> Iterator[str]:
    return (theme.id for theme in standing(state, board_id))


def _theme(state: Workshop, _board_id: str, theme_id: str) -> ThemeDoc | None:
    theme = state.themes[theme_id]
    if not theme.stands:
        return None
    return ThemeDoc(
        id=theme.id,
        name=theme.name,
        statement=theme.statement,
        includes=theme.includes,
        excludes=theme.excludes,
        notes=standing_notes(state, theme),
        tables=tables_of(state, theme),
        suggested=theme.suggested,
        differing=theme.differing,
        hints=theme.hints,
        single_voice=theme.single_voice,
        at=theme.at,
    )


def _board(state: Workshop, board_id: str, _id: str) -> BoardDoc | None:
    step, question = parts(board_id)
    if step not in state.steps:
        return None
    settings = state.steps[step].settings
    return BoardDoc(
        step=step,
        question=question,
        naming=question is not None or board(state, board_id).naming or _any_time(settings),
        suggests=getattr(settings, "suggestions", True),
    )


def _any_time(settings: object) -> bool:
    return isinstance(settings, Themes) and settings.names == "any_time"


VIEWS = (
    View("wall", "board", BoardDoc, one, _board),
    View("wall", "note", WallNoteDoc, _note_keys, _note),
    View("wall", "theme", ThemeDoc, _theme_keys, _theme),
    View("wall", "lineage", LineageDoc, _theme_keys, lineage),
    View("desk", "reach", ReachDoc, reach_keys, reach_doc),
)


def _changed(theme: Theme) -> Iterator[Touch]:
    wall = streams.wall(theme.board)
    yield wall, key("theme", theme.id)
    yield wall, key("lineage", theme.id)
    yield streams.DESK, key("reach", theme.id)


OfOne = ThemeStarted | NotesPut | NotesTaken | ThemeNamed | SingleVoiceMarked | DifferingMarked


def _one(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, OfOne)
    yield from _changed(state.themes[event.theme])


def _two(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, ThemesMerged | ThemeUnmerged)
    yield from _changed(state.themes[event.theme])
    yield from _changed(state.themes[event.into if isinstance(event, ThemesMerged) else event.out_of])


def _note_changed(state: Workshop, event: Event) -> Iterator[Touch]:
    """A note is on every wall of its round; taken away, or back, it changes the themes that hold it."""
    assert isinstance(event, NoteAdded | NoteEdited | NoteDeleted | NoteRestored)
    for wall in walls_with(state, state.notes[event.note].step):
        yield streams.wall(wall), key("note", event.note)
    if isinstance(event, NoteDeleted | NoteRestored):
        yield from _holders(state, event.note)


def _holders(state: Workshop, note_id: str) -> Iterator[Touch]:
    for theme in state.themes.values():
        if theme.stands and note_id in theme.notes:
            yield from _changed(theme)


def _answered(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, QuestionAnswered)
    yield streams.wall(board_id(event.step, event.question)), key("note", event.answer)
    yield from _holders(state, event.answer)


def _renamed(state: Workshop, event: Event) -> Iterator[Touch]:
    """Their name stands in the lineage of what they did."""
    assert isinstance(event, PersonRenamed)
    for theme in state.themes.values():
        if theme.stands and names(state, theme, event.person):
            yield streams.wall(theme.board), key("lineage", theme.id)


def _grouped(state: Workshop, event: Event) -> Iterator[Touch]:
    """What somebody wrote under their name now comes from another group."""
    assert isinstance(event, PersonGrouped)
    yield from ((streams.DESK, key("reach", theme)) for theme in reached_by(state, event.person))


def _naming(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, NamingOpened)
    yield streams.wall(event.step), key("board")


def _agenda(state: Workshop, _event: Event) -> Iterator[Touch]:
    """Another agenda has other boards."""
    for step, question in boards(state):
        yield streams.wall(board_id(step, question)), EVERYTHING


TOUCHES = {
    **dict.fromkeys(
        (ThemeStarted, NotesPut, NotesTaken, ThemeNamed, SingleVoiceMarked, DifferingMarked), _one
    ),
    ThemesMerged: _two,
    ThemeUnmerged: _two,
    **dict.fromkeys((NoteAdded, NoteEdited, NoteDeleted, NoteRestored), _note_changed),
    QuestionAnswered: _answered,
    PersonRenamed: _renamed,
    PersonGrouped: _grouped,
    NamingOpened: _naming,
    AgendaEdited: _agenda,
}

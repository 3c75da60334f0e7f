"""What people do on a board, and what becomes of a theme that two of them change at once."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.boards.board import board, is_grouped, label, standing_notes
from workshop.activities.boards.hands import (
    free_name,
    gone_to,
    known,
    may_group,
    may_name,
    on_the_board,
    room_left,
    standing_theme,
)
from workshop.activities.people.rules import only_hosts
from workshop.activities.themes.messages import (
    DifferingMarked,
    MarkDiffering,
    MarkSingleVoice,
    MergeThemes,
    NameTheme,
    NamingOpened,
    NotesPut,
    NotesTaken,
    OpenNaming,
    PutNotes,
    SingleVoiceMarked,
    SplitTheme,
    StartTheme,
    TakeNotes,
    ThemeNamed,
    Themes,
    ThemesMerged,
    ThemeStarted,
    ThemeUnmerged,
    Unmerge,
)
from workshop.core import text
from workshop.core.access import not_ended, step_of
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Workshop
from workshop.core.things import Theme
from workshop.errors import Conflict, Invalid, NotFound

STATEMENT_LENGTH = 300


def start(command: StartTheme, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    place = may_group(state, command.step, command.question, by)
    room_left(state, place)
    notes = on_the_board(state, place, command.notes)
    if command.name.strip():
        may_name(state, command.step, command.question, by)
    name = free_name(state, place, command.name)
    yield ThemeStarted(theme=command.id, step=command.step, question=command.question, notes=notes, name=name)


def put(command: PutNotes, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    theme = standing_theme(state, command.theme, by)
    notes = on_the_board(state, theme.board, command.notes)
    source = _source(state, theme, command.out_of)
    if source is not None:
        # A note that somebody has just put elsewhere stays there: moving it once more is harmless.
        notes = tuple(n for n in notes if n in source.notes or not is_grouped(state, theme.board, n))
    coming = tuple(n for n in notes if n not in theme.notes)
    if coming:
        yield NotesPut(theme=theme.id, notes=coming)
    if source is not None and source is not theme:
        going = tuple(n for n in notes if n in source.notes)
        if going:
            yield NotesTaken(theme=source.id, notes=going)


def _source(state: Workshop, theme: Theme, out_of: str | None) -> Theme | None:
    """The theme that notes are moved out of: where it went, when someone has just merged it."""
    if out_of is None:
        return None
    if out_of not in state.themes or state.themes[out_of].board != theme.board:
        raise NotFound("The theme these notes come from is not on this wall.")
    return gone_to(state, state.themes[out_of])


def take(command: TakeNotes, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    theme = standing_theme(state, command.theme, by)
    here = set(standing_notes(state, theme))
    going = tuple(n for n in dict.fromkeys(command.notes) if n in here)
    if going:
        yield NotesTaken(theme=theme.id, notes=going)


def name(command: NameTheme, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    theme = standing_theme(state, command.theme, by)
    may_name(state, theme.step, theme.question, by)
    named = ThemeNamed(
        theme=theme.id,
        name=free_name(state, theme.board, command.name, but=theme.id),
        statement=_line(command.statement, "The sentence"),
        includes=_line(command.includes, "What belongs"),
        excludes=_line(command.excludes, "What does not belong"),
    )
    if named != _as_named(theme):
        yield named


def _as_named(theme: Theme) -> ThemeNamed:
    return ThemeNamed(
        theme=theme.id,
        name=theme.name,
        statement=theme.statement,
        includes=theme.includes,
        excludes=theme.excludes,
    )


def _line(given: str, what: str) -> str:
    return text.line(given, STATEMENT_LENGTH, what) if given.strip() else ""


def mark_single_voice(
    command: MarkSingleVoice, state: Workshop, by: Person, _moment: Moment
) -> Iterator[Event]:
    theme = standing_theme(state, command.theme, by)
    if theme.single_voice != command.on:
        yield SingleVoiceMarked(theme=theme.id, on=command.on)


def mark_differing(command: MarkDiffering, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    theme = standing_theme(state, command.theme, by)
    if command.note not in standing_notes(state, theme):
        raise Conflict("Someone has just moved this note out of this theme.", "notes-gone")
    if (command.note in theme.differing) != command.on:
        yield DifferingMarked(theme=theme.id, note=command.note, on=command.on)


def merge(command: MergeThemes, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    """A theme without a name takes the name of the one that goes into it."""
    theme = standing_theme(state, command.theme, by)
    into = standing_theme(state, command.into, by)
    if theme.id == into.id:
        raise Invalid("A theme cannot be put together with itself. Choose another one.")
    if theme.board != into.board:
        raise Invalid("These two themes are on different walls.")
    brought = tuple(n for n in theme.notes if n not in into.notes)
    yield ThemesMerged(theme=theme.id, into=into.id, brought=brought)
    if theme.name and not into.name:
        yield ThemeNamed(
            theme=into.id,
            name=theme.name,
            statement=into.statement or theme.statement,
            includes=into.includes or theme.includes,
            excludes=into.excludes or theme.excludes,
        )


def unmerge(command: Unmerge, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    theme = known(state, command.theme, by)
    if theme.merged_into is None:
        raise Conflict(f"“{label(state, theme)}” is not part of another theme.", "not-merged")
    host = standing_theme(state, theme.merged_into, by)
    notes = tuple(n for n in theme.notes if n in host.notes)
    if not notes:
        raise Conflict("Its notes have all been moved on since, so it cannot stand again.", "notes-gone")
    if theme.name and theme.name == host.name:
        yield _without_what_came(host, theme)
    else:
        free_name(state, theme.board, theme.name, but=theme.id)
    yield ThemeUnmerged(theme=theme.id, out_of=host.id, notes=notes)


def _without_what_came(host: Theme, theme: Theme) -> ThemeNamed:
    """The words that ``host`` had before it took those of ``theme``."""
    return ThemeNamed(
        theme=host.id,
        name="",
        statement="" if host.statement == theme.statement else host.statement,
        includes="" if host.includes == theme.includes else host.includes,
        excludes="" if host.excludes == theme.excludes else host.excludes,
    )


def split(command: SplitTheme, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    theme = standing_theme(state, command.theme, by)
    room_left(state, theme.board)
    here = standing_notes(state, theme)
    going = tuple(n for n in dict.fromkeys(command.notes) if n in here)
    if not going:
        raise Conflict("Someone has just moved these notes out of this theme.", "notes-gone")
    if not set(here) - set(going):
        raise Invalid("Leave one note at least. To call all of them something else, change the name.")
    if command.name.strip():
        may_name(state, theme.step, theme.question, by)
    words = free_name(state, theme.board, command.name)
    yield ThemeStarted(
        theme=command.id,
        step=theme.step,
        question=theme.question,
        notes=going,
        name=words,
        split_from=theme.id,
    )
    yield NotesTaken(theme=theme.id, notes=going)


def open_naming(command: OpenNaming, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    not_ended(state)
    _, settings = step_of(state, command.step, Themes)
    if settings.names == "last" and board(state, command.step).naming != command.on:
        yield NamingOpened(step=command.step, on=command.on)


RULES = {
    StartTheme: start,
    PutNotes: put,
    TakeNotes: take,
    NameTheme: name,
    MarkSingleVoice: mark_single_voice,
    MarkDiffering: mark_differing,
    MergeThemes: merge,
    SplitTheme: split,
    Unmerge: unmerge,
    OpenNaming: open_naming,
}

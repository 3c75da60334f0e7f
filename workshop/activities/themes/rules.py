"""Who may group notes on the wall, and what becomes of a theme that two people change at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.activities.notes.views import on_wall
from workshop.activities.themes.messages import (
    MarkSingleVoice,
    MergeThemes,
    NameTheme,
    NotesPut,
    NotesTaken,
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
from workshop.activities.themes.views import label, standing_notes
from workshop.core import text
from workshop.core.access import live_step, not_a_screen
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Workshop
from workshop.core.things import Theme
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound, TooMany

NAME_LENGTH = 80
STATEMENT_LENGTH = 300
MOST_ON_A_WALL = 200


def start(command: StartTheme, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    _may_group(state, command.step, by)
    _room_left(state, command.step)
    notes = _on_the_wall(state, command.step, command.notes)
    name = _name(state, command.step, command.name)
    yield ThemeStarted(theme=command.id, step=command.step, notes=notes, name=name)


def put(command: PutNotes, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    theme = _theme(state, command.theme, by)
    notes = _on_the_wall(state, theme.step, command.notes)
    source = _source(state, theme, command.out_of)
    if source is not None:
        notes = tuple(n for n in notes if n in source.notes or not _holders(state, theme.step, n))
    coming = tuple(n for n in notes if n not in theme.notes)
    going = tuple(n for n in notes if source is not None and n in source.notes)
    if coming:
        yield NotesPut(theme=theme.id, notes=coming)
    if going and source is not None:
        yield NotesTaken(theme=source.id, notes=going)


def _source(state: Workshop, theme: Theme, out_of: str | None) -> Theme | None:
    """The theme that notes are moved out of: where it went, when someone has just merged it."""
    if out_of is None:
        return None
    if out_of not in state.themes or state.themes[out_of].step != theme.step:
        raise NotFound("The theme these notes come from is not on this wall.")
    source = _gone_to(state, state.themes[out_of])
    return source if source.id != theme.id else None


def _holders(state: Workshop, step_id: str, note: str) -> list[Theme]:
    """A note that somebody has just put elsewhere stays there: moving it once more is harmless."""
    return [t for t in _standing(state, step_id) if note in t.notes]


def take(command: TakeNotes, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    theme = _theme(state, command.theme, by)
    standing = standing_notes(state, theme)
    going = tuple(n for n in dict.fromkeys(command.notes) if n in standing)
    if going:
        yield NotesTaken(theme=theme.id, notes=going)


def name(command: NameTheme, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    theme = _theme(state, command.theme, by)
    words = _name(state, theme.step, command.name, but=theme.id)
    statement = _line(command.statement, STATEMENT_LENGTH, "The sentence")
    if (words, statement) != (theme.name, theme.statement):
        yield ThemeNamed(theme=theme.id, name=words, statement=statement)


def mark_single_voice(
    command: MarkSingleVoice, state: Workshop, by: Person, _moment: Moment
) -> Iterator[Event]:
    theme = _theme(state, command.theme, by)
    if theme.single_voice != command.on:
        yield SingleVoiceMarked(theme=theme.id, on=command.on)


def merge(command: MergeThemes, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    """A theme without a name takes the name of the one that goes into it."""
    theme = _theme(state, command.theme, by)
    into = _theme(state, command.into, by)
    if theme.id == into.id:
        raise Invalid("A theme cannot be put together with itself. Choose another one.")
    if theme.step != into.step:
        raise Invalid("These two themes are on different walls.")
    brought = tuple(n for n in theme.notes if n not in into.notes)
    yield ThemesMerged(theme=theme.id, into=into.id, brought=brought)
    if theme.name and not into.name:
        yield ThemeNamed(theme=into.id, name=theme.name, statement=into.statement or theme.statement)


def unmerge(command: Unmerge, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    theme = _known(state, command.theme, by)
    if theme.merged_into is None:
        raise Conflict(f"“{label(state, theme)}” is not part of another theme.", "not-merged")
    host = _theme(state, theme.merged_into, by)
    notes = tuple(n for n in theme.notes if n in host.notes)
    if not notes:
        raise Conflict("Its notes have all been moved on since, so it cannot stand again.", "notes-gone")
    if theme.name and theme.name == host.name:
        own = "" if host.statement == theme.statement else host.statement
        yield ThemeNamed(theme=host.id, name="", statement=own)
    else:
        _name(state, theme.step, theme.name, but=theme.id)
    yield ThemeUnmerged(theme=theme.id, out_of=host.id, notes=notes)


def split(command: SplitTheme, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    theme = _theme(state, command.theme, by)
    _room_left(state, theme.step)
    standing = standing_notes(state, theme)
    going = tuple(n for n in dict.fromkeys(command.notes) if n in standing)
    if not going:
        raise Conflict("Someone has just moved these notes out of this theme.", "notes-gone")
    if not set(standing) - set(going):
        raise Invalid("Leave one note at least. To call all of them something else, change the name.")
    words = _name(state, theme.step, command.name)
    yield ThemeStarted(theme=command.id, step=theme.step, notes=going, name=words, split_from=theme.id)
    yield NotesTaken(theme=theme.id, notes=going)


def _may_group(state: Workshop, step_id: str, by: Person) -> None:
    not_a_screen(by)
    _, settings = live_step(state, step_id, Themes)
    if settings.who == "facilitators" and not (by.leads or by.hosts):
        raise NotAllowed("Here the facilitators and hosts group the notes. Tell them what you see.")


def _known(state: Workshop, theme_id: str, by: Person) -> Theme:
    theme = state.themes.get(theme_id)
    if theme is None:
        raise NotFound("There is no such theme on the wall.")
    _may_group(state, theme.step, by)
    return theme


def _theme(state: Workshop, theme_id: str, by: Person) -> Theme:
    """A theme that stands; a :class:`Conflict` that says where it went when it does not."""
    theme = _known(state, theme_id, by)
    there = _gone_to(state, theme)
    if there is not theme and there.stands:
        raise Conflict(
            f"“{label(state, theme)}” has gone into “{label(state, there)}”. Go on there.", "merged"
        )
    if not theme.stands:
        raise Conflict(f"“{label(state, theme)}” is off the wall: all its notes were moved out.", "dissolved")
    return theme


def _gone_to(state: Workshop, theme: Theme) -> Theme:
    while theme.merged_into is not None:
        theme = state.themes[theme.merged_into]
    return theme


def _standing(state: Workshop, step_id: str) -> list[Theme]:
    return [t for t in state.themes.values() if t.step == step_id and t.stands]


def _room_left(state: Workshop, step_id: str) -> None:
    if len(_standing(state, step_id)) >= MOST_ON_A_WALL:
        raise TooMany(
            f"The wall holds {MOST_ON_A_WALL} themes already. Put some of them together.", "wall-full"
        )


def _on_the_wall(state: Workshop, step_id: str, wanted: Iterable[str]) -> tuple[str, ...]:
    for note_id in wanted:
        note = state.notes.get(note_id)
        if note is None or not on_wall(state, note, step_id):
            raise NotFound("One of these notes is not on the wall any more.", "note-gone")
    return tuple(dict.fromkeys(wanted))


def _line(given: str, most: int, what: str) -> str:
    return text.line(given, most, what) if given.strip() else ""


def _name(state: Workshop, step_id: str, given: str, but: str | None = None) -> str:
    """A name that no other theme on this wall has. Names come last, so it may be empty."""
    words = _line(given, NAME_LENGTH, "The name")
    for other in _standing(state, step_id):
        if words and other.id != but and other.name.casefold() == words.casefold():
            raise Conflict(
                f"There is a theme “{other.name}” already. Put the two together, or choose another name.",
                "same-name",
            )
    return words


RULES = {
    StartTheme: start,
    PutNotes: put,
    TakeNotes: take,
    NameTheme: name,
    MarkSingleVoice: mark_single_voice,
    MergeThemes: merge,
    SplitTheme: split,
    Unmerge: unmerge,
}

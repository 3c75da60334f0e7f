"""Notes that belong together, and what to call them."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.core.messages import Command, Event, Id, Text
from workshop.core.plan import StepSettings

Notes = Annotated[list[Id], Meta(min_length=1, max_length=500)]


class Themes(StepSettings, frozen=True, kw_only=True, tag="themes"):
    """``from_steps``: titles of the rounds whose notes are on the wall; empty means all of them."""

    from_steps: Annotated[list[str], Meta(max_length=20)] = []
    who: Literal["everyone", "facilitators"] = "everyone"


class StartTheme(Command, frozen=True, kw_only=True, tag="theme.start"):
    """Make a new group of these notes. The command's id becomes the theme's id."""

    step: Id
    notes: Notes
    name: Text = ""


class PutNotes(Command, frozen=True, kw_only=True, tag="theme.put"):
    """Move notes into a theme, out of ``out_of`` if given; without it a note may be in two themes."""

    theme: Id
    notes: Notes
    out_of: Id | None = None


class TakeNotes(Command, frozen=True, kw_only=True, tag="theme.take"):
    """Take notes out of a theme: they are "not grouped yet" again, unless another theme holds them."""

    theme: Id
    notes: Notes


class NameTheme(Command, frozen=True, kw_only=True, tag="theme.name"):
    theme: Id
    name: Text
    statement: Text = ""


class MarkSingleVoice(Command, frozen=True, kw_only=True, tag="theme.single-voice"):
    theme: Id
    on: bool


class MergeThemes(Command, frozen=True, kw_only=True, tag="theme.merge"):
    """``theme`` goes into ``into``; its notes go along."""

    theme: Id
    into: Id


class SplitTheme(Command, frozen=True, kw_only=True, tag="theme.split"):
    """Move these notes out of ``theme`` into a new one, whose id is the command's id."""

    theme: Id
    notes: Notes
    name: Text = ""


class Unmerge(Command, frozen=True, kw_only=True, tag="theme.unmerge"):
    """Undo a merge: the theme stands again with the notes it brought."""

    theme: Id


class ThemeStarted(Event, frozen=True, kw_only=True, tag="theme.started"):
    theme: str
    step: str
    notes: tuple[str, ...]
    name: str = ""
    split_from: str | None = None


class NotesPut(Event, frozen=True, kw_only=True, tag="theme.notes-put"):
    theme: str
    notes: tuple[str, ...]


class NotesTaken(Event, frozen=True, kw_only=True, tag="theme.notes-taken"):
    """A theme left without notes is dissolved; its lineage stays."""

    theme: str
    notes: tuple[str, ...]


class ThemeNamed(Event, frozen=True, kw_only=True, tag="theme.named"):
    theme: str
    name: str
    statement: str = ""


class SingleVoiceMarked(Event, frozen=True, kw_only=True, tag="theme.single-voice-marked"):
    theme: str
    on: bool


class ThemesMerged(Event, frozen=True, kw_only=True, tag="theme.merged"):
    """``brought`` are the notes that ``into`` did not hold before."""

    theme: str
    into: str
    brought: tuple[str, ...]


class ThemeUnmerged(Event, frozen=True, kw_only=True, tag="theme.unmerged"):
    theme: str
    out_of: str
    notes: tuple[str, ...]

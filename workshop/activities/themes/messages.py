"""Notes that belong together, and what to call them."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.core.messages import Command, Event, Id, Text
from workshop.core.plan import StepSettings

Notes = Annotated[list[Id], Meta(min_length=1, max_length=500)]
QuestionNo = Annotated[int, Meta(ge=0, le=19)]


class Themes(StepSettings, frozen=True, kw_only=True, tag="themes"):
    """``from_steps``: titles of the rounds whose notes are on the wall; empty means all of them.

    ``names``: whether groups get their names last, when a host opens that part, or at any time.
    ``suggestions``: whether the computer says what looks alike.
    """

    from_steps: Annotated[list[str], Meta(max_length=20)] = []
    who: Literal["everyone", "facilitators"] = "everyone"
    names: Literal["last", "any_time"] = "last"
    suggestions: bool = True


class StartTheme(Command, frozen=True, kw_only=True, tag="theme.start"):
    """Make a new group of these notes. The command's id becomes the theme's id.

    ``question``: of a closing questions step, whose answers the hosts group.
    """

    step: Id
    question: QuestionNo | None = None
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
    """All the words of a theme: its name, what it says in a sentence, what belongs and what does not."""

    theme: Id
    name: Text
    statement: Text = ""
    includes: Text = ""
    excludes: Text = ""


class MarkSingleVoice(Command, frozen=True, kw_only=True, tag="theme.single-voice"):
    theme: Id
    on: bool


class MarkDiffering(Command, frozen=True, kw_only=True, tag="theme.differs"):
    """This note belongs to the theme and sees it the other way round. It is kept, and marked."""

    theme: Id
    note: Id
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


class OpenNaming(Command, frozen=True, kw_only=True, tag="theme.naming"):
    """A host ends the silent part: now groups get their names. Or, with ``on`` false, goes back to it."""

    step: Id
    on: bool


class ThemeStarted(Event, frozen=True, kw_only=True, tag="theme.started"):
    """``suggested``: a suggestion brought these notes together, with ``hints`` for a name."""

    theme: str
    step: str
    question: int | None = None
    notes: tuple[str, ...]
    name: str = ""
    split_from: str | None = None
    suggested: bool = False
    hints: tuple[str, ...] = ()


class NotesPut(Event, frozen=True, kw_only=True, tag="theme.notes-put"):
    theme: str
    notes: tuple[str, ...]
    suggested: bool = False


class NotesTaken(Event, frozen=True, kw_only=True, tag="theme.notes-taken"):
    """A theme left without notes is dissolved; its lineage stays."""

    theme: str
    notes: tuple[str, ...]


class ThemeNamed(Event, frozen=True, kw_only=True, tag="theme.named"):
    theme: str
    name: str
    statement: str = ""
    includes: str = ""
    excludes: str = ""


class SingleVoiceMarked(Event, frozen=True, kw_only=True, tag="theme.single-voice-marked"):
    theme: str
    on: bool


class DifferingMarked(Event, frozen=True, kw_only=True, tag="theme.differing-marked"):
    theme: str
    note: str
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


class NamingOpened(Event, frozen=True, kw_only=True, tag="theme.naming-opened"):
    step: str
    on: bool

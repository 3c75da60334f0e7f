"""What each picture shows, as plain data, live and in the report alike. No names of people."""

from __future__ import annotations

import msgspec


class Data(msgspec.Struct, frozen=True, kw_only=True):
    """Has every field, always."""


class ThemeTile(Data, frozen=True, kw_only=True):
    """A theme and how far it carries: at how many tables, and in how many conversations it came up.

    A conversation is one table in one round. ``people``: different authors, and ``groups`` of theirs; None
    where that is not for everyone to see.
    """

    id: str
    name: str
    notes: int
    tables: int
    conversations: int
    people: int | None
    groups: int | None
    single_voice: bool
    differing: int


class ThemesData(Data, frozen=True, kw_only=True):
    """One board. ``notes``: all that stands on it; ``not_grouped``: how much of it lies in no theme.

    ``at_tables``: whether what stands there was written at tables.
    """

    board: str
    title: str
    notes: int
    not_grouped: int
    at_tables: bool
    themes: tuple[ThemeTile, ...]


class VoteBar(Data, frozen=True, kw_only=True):
    label: str
    dots: int


class VotesData(Data, frozen=True, kw_only=True):
    """A ballot that is closed. ``table``: None for everyone's. ``bars``: most dots first."""

    ballot: str
    title: str
    table: int | None
    voted: int
    allowance: int
    bars: tuple[VoteBar, ...]


class MixingRound(Data, frozen=True, kw_only=True):
    """One round. ``new``: pairs of people who sat at one table and had not met before; ``again``: who had."""

    no: int
    title: str
    people: int
    tables: int
    new: int
    again: int


class MixingData(Data, frozen=True, kw_only=True):
    """Who sat with whom, as numbers. ``met``: how many people met so many others, as (others, people).

    ``twice``: pairs of people who sat together in more than one round.
    """

    people: int
    twice: int
    rounds: tuple[MixingRound, ...]
    met: tuple[tuple[int, int], ...]


class Band(Data, frozen=True, kw_only=True):
    """One step. Times in milliseconds from the start of the workshop."""

    title: str
    begin: int
    end: int
    notes: int
    chat: int
    answers: int


class TimelineData(Data, frozen=True, kw_only=True):
    """Contributions over time: notes, lines of chat and answers, ``length`` milliseconds long.

    ``counts``: how many in each stretch of ``every`` milliseconds, from the start of the workshop on.
    """

    length: int
    every: int
    counts: tuple[int, ...]
    bands: tuple[Band, ...]


class MapTheme(Data, frozen=True, kw_only=True):
    id: str
    name: str
    single_voice: bool


class MapNote(Data, frozen=True, kw_only=True):
    """Where a note lies, 0 to 1000 across and down. ``themes``: the places in the list of its themes."""

    x: int
    y: int
    themes: tuple[int, ...]


class MapData(Data, frozen=True, kw_only=True):
    """The notes of a board, like ones near one another. ``missing``: notes that have no place yet."""

    board: str
    title: str
    themes: tuple[MapTheme, ...]
    notes: tuple[MapNote, ...]
    missing: int

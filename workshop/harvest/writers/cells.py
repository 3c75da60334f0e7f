"""What sheets and their cells have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from workshop.harvest.model import Harvest

Row = dict[str, Any]
Rows = Iterator[Row]


class Column(NamedTuple):
    """``name`` is for programs, ``heading`` for people. ``width`` in characters.

    ``trail``: ids and entry numbers, which lead back to the café's record and come last where people read.
    """

    name: str
    heading: str
    width: int
    trail: bool = False


class Sheet(NamedTuple):
    """``holds``: what is in it, in a sentence. A row has a value for every column."""

    name: str
    title: str
    holds: str
    columns: tuple[Column, ...]
    rows: Callable[[Harvest], Rows]


# Widths, in characters: of a number, of a word or two, of a name, of what people wrote.
NUMBER, WORD, NAME, TEXT = 11, 14, 26, 56
ENTRIES = Column("entries", "Entries of the record", NAME, trail=True)


def joined(parts: Iterable[Any]) -> str:
    return " ".join(map(str, parts))


def yes(flag: bool) -> str:
    return "yes" if flag else "no"

"""What a paper document is made of: plain data that the template sets and never reads as its language."""

from __future__ import annotations

from typing import Any

import msgspec


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """Fields that have their usual value are left out."""


class Run(Part, frozen=True):
    """Some words in a line. ``to``: the id they lead to; ``page``: whether its page is said behind them."""

    t: str
    to: str = ""
    bold: bool = False
    page: bool = False


Runs = tuple[Run, ...]


class Block(Part, frozen=True, tag_field="is"):
    """What stands on lines of its own."""


class Heading(Block, frozen=True, tag="heading"):
    """``level`` 1 to 3, none skipped. ``listed``: whether the contents name it."""

    level: int
    t: str
    id: str = ""
    listed: bool = True


class Words(Block, frozen=True, tag="words"):
    """A paragraph. ``look``: empty, ``lead``, ``soft`` or ``eyebrow``."""

    runs: Runs
    look: str = ""
    id: str = ""


class Quote(Block, frozen=True, tag="quote"):
    """Somebody's words as they are; below them, where they come from."""

    t: str
    kind: str
    foot: Runs
    id: str = ""


class Item(Part, frozen=True):
    """One line of a list; ``no`` where lines are known by their numbers, ``foot`` in smaller type below."""

    runs: Runs
    id: str = ""
    no: int = 0
    foot: Runs = ()


class Bullets(Block, frozen=True, tag="bullets"):
    items: tuple[Item, ...]


class Numbered(Block, frozen=True, tag="numbered"):
    """Lines that are known by their numbers everywhere in the document."""

    items: tuple[Item, ...]


class Row(Part, frozen=True):
    cells: tuple[Runs, ...]
    id: str = ""


class Table(Block, frozen=True, tag="table"):
    """Every row as long as ``head``; its first cell names it. ``shares``: how the width is divided."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    shares: tuple[int, ...]
    caption: str = ""


class Label(Part, frozen=True):
    """Words on a drawing, in its units; ``y`` is the line they stand on. ``turned``: upwards from there."""

    t: str
    x: float
    y: float
    size: float
    fill: str
    anchor: str
    bold: bool = False
    turned: bool = False


class Figure(Block, frozen=True, tag="figure"):
    """A drawing; ``alt`` says the same in words. ``labels``: words of it that are set on top of it."""

    svg: str
    alt: str
    width: float
    height: float
    labels: tuple[Label, ...] = ()


class Box(Block, frozen=True, tag="box"):
    """Something to know before reading on."""

    title: str
    t: str


class Sheet(Block, frozen=True, tag="sheet"):
    """From here on a new page, in so many columns."""

    columns: int = 1


class Paper(Part, frozen=True, kw_only=True):
    """A whole document. ``dated``: year, month and day; ``mark``: what every page says that is not final."""

    title: str
    eyebrow: str
    lead: str
    author: str
    dated: tuple[int, int, int]
    at: int
    mark: str
    front: tuple[Any, ...]
    blocks: tuple[Any, ...]


def runs(*parts: str | Run) -> Runs:
    """Words and links as one line; what is empty is left out."""
    made = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in made if run.t)


def words(*parts: str | Run, look: str = "", id: str = "") -> Words:  # noqa: A002 - an id is what it is
    return Words(runs(*parts), look, id)

"""The pictures of the report on paper, each with the same in words beside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workshop.harvest.writers.pdf.labels import apart
from workshop.harvest.writers.pdf.signs import FAMILIES
from workshop.harvest.writers.pdf.tree import Block, Figure, Heading, Row, Table, runs, words
from workshop.pictures import Equivalent, Picture

_FAMILY = re.compile('font-family="[^"]*"')


def drawn(picture: Picture) -> Figure:
    """The drawing alone; its alternative text is its title and its sentences."""
    said = " ".join((f"{picture.title}.", *picture.says))
    # Its own list of fonts names those of a browser.
    svg, labels = apart(_FAMILY.sub(f'font-family="{FAMILIES[0]}"', str(picture.svg), count=1))
    return Figure(svg, said, picture.width, picture.height, labels)


def figures(pictures: Iterable[Picture]) -> Iterator[Block]:
    for picture in pictures:
        yield Heading(2, picture.title, listed=False)
        yield drawn(picture)
        if picture.says:
            yield words(" ".join(picture.says), look="soft")
        yield from map(facts, picture.tables)


def facts(table: Equivalent) -> Table:
    """The facts of a picture, the column of names wider than those of numbers."""
    rows = tuple(Row(tuple(runs(cell) for cell in row)) for row in table.rows)
    return Table(table.head, rows, (3, *(1,) * (len(table.head) - 1)), table.caption)

"""What ``--format`` takes, and what each of them makes.

Documents of the harvest come from their own table, :data:`workshop.harvest.writers.TABLE`. What is made of a
café otherwise than from its harvest stands in :data:`OTHERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from workshop.errors import Invalid
from workshop.harvest.model import Harvest
from workshop.harvest.writers import TABLE, Document
from workshop.harvest.writers.word import word
from workshop.ledger.ledger import Ledger

ALL, WORD = "all", "docx"
Files = Iterator[tuple[str, bytes]]
# What is being made, as people call it, in the order in which it is made.
WORDS = {
    "html": "the web pages",
    "md": "the texts",
    "docx": "the Word document",
    "pdf": "the PDF",
    "xlsx": "the Excel file",
    "csv": "the tables",
    "json": "the data",
    "archive": "the archive",
}


class Source(NamedTuple):
    """What files are made from. ``template``: an organisation's own for Word, instead of ours."""

    ledger: Ledger
    harvest: Harvest
    template: Path | None = None


class Format(NamedTuple):
    """``make`` gives files one after the other, by their path in the folder.

    ``in_all``: whether ``all`` means it too. ``documents``: those of the harvest that it has.
    """

    name: str
    make: Callable[[Source], Files]
    in_all: bool = True
    documents: Sequence[Document] = ()

    def pieces(self, harvest: Harvest) -> Sequence[str]:
        """What is made in a process of its own: the whole format, or one paper after the other."""
        papers = [name for one in self.documents if one.papers is not None for name in one.papers(harvest)]
        return papers or [self.name]

    def piece(self, harvest: Harvest, name: str) -> Files:
        """The files of one of these pieces."""
        for document in self.documents:
            for paper in document.pieces(harvest):
                if name in (paper, self.name):
                    yield from document.piece(harvest, paper)


def _archive(source: Source) -> Files:
    from workshop.archive import archive

    yield f"archive-{source.harvest.code}.zip", archive(source.ledger, source.harvest.workshop)


# An archive holds every name, and what was deleted: nobody should find it among the documents unasked.
OTHERS: tuple[Format, ...] = (Format("archive", _archive, in_all=False),)


def _format(name: str) -> Format:
    mine = [document for document in TABLE if document.format == name]
    return Format(name, lambda source: _documents(mine, source), documents=mine)


def _documents(documents: Sequence[Document], source: Source) -> Files:
    for document in documents:
        if source.template is not None and document.format == WORD:
            yield document.name, word(source.harvest, source.template)
        else:
            for piece in document.pieces(source.harvest):
                yield from document.piece(source.harvest, piece)


FORMATS: Mapping[str, Format] = {
    each.name: each for each in (*map(_format, dict.fromkeys(document.format for document in TABLE)), *OTHERS)
}


def chosen(names: Iterable[str]) -> list[Format]:
    """The formats of these names, each once. Raises :class:`Invalid` naming one that there is not."""
    wanted: dict[str, Format] = {}
    for name in names:
        if name == ALL:
            wanted |= {each.name: each for each in FORMATS.values() if each.in_all}
        elif name in FORMATS:
            wanted[name] = FORMATS[name]
        else:
            raise Invalid(_unknown(name), "format")
    return list(wanted.values())


def _unknown(name: str) -> str:
    near = get_close_matches(name.lower().lstrip("."), [*FORMATS, ALL], 1, 0.5)
    meant = f" Did you mean {near[0]}?" if near else ""
    return f"There is no format “{name}”.{meant} Choose among: {', '.join([*FORMATS, ALL])}."

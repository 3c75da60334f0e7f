"""Every document of a harvest: what it is called, and who writes it. A new one is one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from workshop.harvest.model import Harvest
from workshop.harvest.writers.documents import (
    blueprint_html,
    blueprint_markdown,
    report_html,
    report_markdown,
)
from workshop.harvest.writers.sheets import sheets, zipped

Writer = Callable[[Harvest], bytes]


class Document(NamedTuple):
    """A file that a reader may take along, and ``workshop export --format`` puts into a folder.

    ``name``: as it is taken along; its beginning says whether it belongs to the report or the blueprint.
    ``title`` and ``use``: for people. ``slow``: takes long enough for people to feel it on a server.
    ``unpacked``: what is put into a folder, by path, where that is not the file itself. ``papers``: the files
    that it comes in, where it may be too long for one; ``paper`` makes one of them.
    """

    format: str
    name: str
    media: str
    title: str
    use: str
    write: Writer
    slow: bool = False
    unpacked: Callable[[Harvest], dict[str, bytes]] | None = None
    papers: Callable[[Harvest], Sequence[str]] | None = None
    paper: Callable[[Harvest, str], bytes] | None = None

    def files(self, harvest: Harvest) -> dict[str, bytes]:
        """What goes into a folder, by path."""
        return dict(file for name in self.pieces(harvest) for file in self.piece(harvest, name))

    def pieces(self, harvest: Harvest) -> Sequence[str]:
        """What is made at a time, by name."""
        return self.papers(harvest) if self.papers is not None else (self.name,)

    def piece(self, harvest: Harvest, name: str) -> Iterator[tuple[str, bytes]]:
        """What one piece puts into a folder, by path."""
        if self.paper is not None:
            yield name, self.paper(harvest, name)
        elif self.unpacked is not None:
            yield from self.unpacked(harvest).items()
        else:
            yield name, self.write(harvest)


def as_json(harvest: Harvest) -> bytes:
    """The harvest as ``docs/schemas/harvest.json`` describes it."""
    return msgspec.json.format(msgspec.json.encode(harvest)) + b"\n"


def _excel(harvest: Harvest) -> bytes:
    # A process that serves loads only what it needs, when it needs it.
    from workshop.harvest.writers.excel import excel

    return excel(harvest)


def _word(harvest: Harvest) -> bytes:
    from workshop.harvest.writers.word import word

    return word(harvest)


def _pdf(harvest: Harvest) -> bytes:
    from workshop.harvest.writers.pdf import pdf

    return pdf(harvest)


def _papers(harvest: Harvest) -> Sequence[str]:
    from workshop.harvest.writers.pdf.volumes import papers

    return papers(harvest)


def _paper(harvest: Harvest, name: str) -> bytes:
    from workshop.harvest.writers.pdf import paper

    return paper(harvest, name)


HTML, MARKDOWN = "text/html; charset=utf-8", "text/markdown; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
PAGE, KEEP, TEXT = "One page (HTML)", "to keep, to print, to send", "Text (Markdown)"

TABLE: tuple[Document, ...] = (
    Document("html", "report.html", HTML, PAGE, KEEP, lambda h: report_html(h).encode()),
    Document("html", "blueprint.html", HTML, PAGE, KEEP, lambda h: blueprint_html(h).encode()),
    Document(
        "md", "report.md", MARKDOWN, TEXT, "to write on in any editor", lambda h: report_markdown(h).encode()
    ),
    Document("md", "blueprint.md", MARKDOWN, TEXT, "to fill in", lambda h: blueprint_markdown(h).encode()),
    Document("docx", "report.docx", DOCX, "Document (Word)", "to edit, to comment, to sign", _word, True),
    Document(
        "pdf",
        "report.pdf",
        PDF,
        "Paper (PDF)",
        "to print, to pass on, to keep",
        _pdf,
        True,
        papers=_papers,
        paper=_paper,
    ),
    Document(
        "xlsx", "report.xlsx", XLSX, "Tables and charts (Excel)", "to count, filter and sort", _excel, True
    ),
    Document(
        "csv",
        "report.zip",
        "application/zip",
        "Tables (CSV)",
        "for a spreadsheet",
        zipped,
        unpacked=lambda h: {f"csv/{name}": content for name, content in sheets(h).items()},
    ),
    Document(
        "json",
        "report.json",
        "application/json",
        "Data (JSON)",
        "for programs",
        as_json,
        unpacked=lambda h: {"harvest.json": as_json(h)},
    ),
)

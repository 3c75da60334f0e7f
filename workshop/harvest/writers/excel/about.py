"""The first sheet: what this is, what stands where, and how it counts."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from workshop.harvest.model import Harvest
from workshop.harvest.vote_phrases import RULE
from workshop.harvest.words import clock, count, day
from workshop.harvest.writers.columns import SHEETS
from workshop.harvest.writers.excel.book import Book, height

# Characters: what is told of, and what is said of it.
NARROW, WIDE = 30, 90
DRAFT = "This is a live draft. The café is still on, so every line may change."
PRACTICE = "This was a practice. Simulated people took part."
CHARTS = "How people voted, how far the themes reach, notes by table and people by round, with the numbers."
HOW = (
    ("Words of people", "As they were written. No cell is a formula or a link, whatever it looks like."),
    ("Names", "Words stand with their table and round, and with a group or first name where people agreed."),
    ("Who took part", "Facilitators and hosts are the support team: shown apart, and counted together."),
    (
        "Place",
        "Themes are placed by tables, then by notes; votes by dots; experiments by the dots on their theme, "
        "its tables, then their own dots. What is level shares a place, and “Level with others” says with "
        "how many. A single voice has no place.",
    ),
    ("Dots", f"Dots guide, and do not decide. A vote that is still on shows none. {RULE}"),
    (
        "People, and groups of people",
        "Left empty where so few are behind it that it could show who they are.",
    ),
    (
        "Leans to",
        "Notes of hindrance (hindered, problem, gap) against notes of help (helped, strength). "
        "Ideas and questions count for neither.",
    ),
    (
        "Entries of the record",
        "Numbers of the entries in the café’s own record that stand behind a line: the way back to where it "
        "comes from. Ids name notes, themes and votes where other lines speak of them.",
    ),
    ("Charts", "Each stands beside its numbers, which say the same without a picture."),
)


def write_about(book: Book, page: Worksheet, harvest: Harvest, counts: Mapping[str, int]) -> None:
    for place, width in enumerate((NARROW, WIDE, 10)):
        page.set_column(place, place, width)
    page.hide_gridlines(2)
    row = _head(book, page, harvest)
    row = _contents(book, page, row + 1, counts)
    book.put(page, row + 1, 0, "How it counts", book.heading)
    for place, (what, words) in enumerate(HOW, row + 2):
        _line(book, page, place, what, words)


def _line(book: Book, page: Worksheet, row: int, what: str, words: str) -> None:
    book.put(page, row, 0, what, book.wrapped_trail)
    book.put(page, row, 1, words, book.text)
    page.set_row(row, height([(what, NARROW), (words, WIDE)]))


def _head(book: Book, page: Worksheet, harvest: Harvest) -> int:
    book.put(page, 0, 0, "The harvest of", book.trail)
    book.put(page, 0, 1, harvest.title, book.title)
    # Its letters are larger by two thirds.
    page.set_row(0, height([(harvest.title, WIDE * 0.6)]) * 1.7)
    said = [
        ("State", DRAFT if not harvest.closed else ""),
        ("Practice", PRACTICE if harvest.practice else ""),
        ("When", _when(harvest)),
        ("Purpose", harvest.purpose),
        ("Café", harvest.code),
        *(("In short" if not no else "", said.text) for no, said in enumerate(harvest.in_short)),
    ]
    row = 0
    for row, (what, words) in enumerate(((a, b) for a, b in said if b), 1):
        _line(book, page, row, what, words)
    return row + 1


def _when(harvest: Harvest) -> str:
    if not harvest.started_at:
        return "It has not begun."
    began = f"{day(harvest.started_at)}, {clock(harvest.started_at)}"
    return f"{began} to {clock(harvest.closed_at)}" if harvest.closed_at else f"Began on {began}"


def _contents(book: Book, page: Worksheet, row: int, counts: Mapping[str, int]) -> int:
    """A table of the sheets, each name a link to its sheet; the row behind it."""
    lines = [("Charts", CHARTS, "")] + [
        (sheet.title, sheet.holds, count(counts[sheet.name], "row")) for sheet in SHEETS
    ]
    for place, (title, holds, rows) in enumerate(lines, row + 1):
        page.write_url(place, 0, f"internal:'{title}'!A1", book.link, title)
        book.put(page, place, 1, holds, book.text)
        book.put(page, place, 2, rows, book.text)
    heads = [{"header": head, "header_format": book.head} for head in ("Sheet", "What it holds", "Size")]
    page.add_table(
        row,
        0,
        row + len(lines),
        2,
        {
            "name": "Sheets",
            "columns": heads,
            "style": "Table Style Light 1",
            "autofilter": False,
            "title": "Sheets",
            "description": "What each sheet of this file holds.",
        },
    )
    return row + len(lines) + 1

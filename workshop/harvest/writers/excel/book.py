"""An Excel file in the making: its looks, and cells that hold text as text, whatever it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from math import ceil
from typing import IO, Any
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workshop.harvest.model import Harvest

# A cell holds so many units of UTF-16; what is longer is cut, with room for the remark.
LONGEST = 32_767
# Points: of a line of text, and of the highest row there can be.
LINE_HEIGHT, HIGHEST = 15, 409
CUT = " … [Cut: a cell holds no more. The whole is in the CSV sheet of the same name, and in the JSON.]"
# What no XML file may hold. The library minds it in cells, and nowhere else.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
INK, SOFT, LINE, DEEP, ACTION, SECOND = "#2a1a2e", "#4d3a4b", "#d3bdb7", "#ebdcd6", "#0b5458", "#f2ca63"
FONT = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top"}


def plain(text: str) -> str:
    """Text that any part of the file may hold."""
    return _ILLEGAL.sub("\ufffd", text)


def fitted(text: str) -> str:
    """Text as long as a cell can hold, that says so where it was cut."""
    if len(text) <= LONGEST // 2 or _units(text) <= LONGEST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore")
    return kept + CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def height(cells: Iterable[tuple[str, float]]) -> float:
    """Points that a row needs for its texts, each with the width of its column in characters.

    Not every program reckons it itself. A little too high is better than words that nobody sees.
    """
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(LINE_HEIGHT * max(lines, 1), HIGHEST)


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(_letters(line) / width)) for line in text.splitlines())


def _letters(line: str) -> int:
    """How wide it is: the signs of some scripts, and emoji, are as wide as two letters."""
    return len(line) if line.isascii() else sum(2 if east_asian_width(c) in "WF" else 1 for c in line)


class Book:
    """Writes into ``file``, in memory."""

    def __init__(self, file: IO[bytes], harvest: Harvest) -> None:
        options = dict.fromkeys(("strings_to_numbers", "strings_to_formulas", "strings_to_urls"), False)
        self._book: Workbook = Workbook(file, options | {"in_memory": True})
        self._book.set_properties(
            {
                "title": plain(harvest.title),
                "subject": "The harvest of a story café" + ("" if harvest.closed else " (a live draft)"),
                "created": _made(harvest),
            }
        )
        self.text = self._look(text_wrap=True)
        self.number = self._look(align="right", indent=1)
        self.trail = self._look(font_color=SOFT)
        self.wrapped_trail = self._look(font_color=SOFT, text_wrap=True)
        self.head = self._look(bold=True, text_wrap=True, bg_color=DEEP, bottom=1, border_color=LINE)
        self.title = self._look(bold=True, font_size=18, text_wrap=True)
        self.heading = self._look(bold=True, font_size=13, text_wrap=True)
        self.link = self._look(font_color=ACTION, underline=1)
        self._as_it_is = self._look()

    def _look(self, **more: Any) -> Format:
        return self._book.add_format(FONT | more)

    def sheet(self, title: str) -> Worksheet:
        """A sheet that prints on A4, page by page as wide as it is."""
        sheet: Worksheet = self._book.add_worksheet(title)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&RPage &P of &N")
        return sheet

    def chart(self, kind: str, subtype: str | None = None) -> Chart:
        chart: Chart = self._book.add_chart({"type": kind} | ({"subtype": subtype} if subtype else {}))
        return chart

    def put(self, sheet: Worksheet, row: int, column: int, value: object, look: Format) -> None:
        """A number as a number and all else as text. What is empty stays empty."""
        if isinstance(value, int):
            sheet.write_number(row, column, value, self.number)
        elif value:
            self._put_text(sheet, row, column, fitted(plain(str(value))), look)

    def _put_text(self, sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
        # The library takes a string of this form for markup that it made itself, and writes it as it is.
        if text.startswith("<r>") and text.endswith("</r>"):
            sheet.write_rich_string(row, column, text[:2], self._as_it_is, text[2:], look)
        else:
            sheet.write_string(row, column, text, look)

    def close(self) -> None:
        self._book.close()


def _made(harvest: Harvest) -> datetime:
    """When the harvest was brought in, not when this was written: the same harvest gives the same file."""
    at = harvest.closed_at or harvest.started_at or harvest.opened_at
    return datetime.fromtimestamp(at / 1000, UTC).replace(microsecond=0, tzinfo=None)

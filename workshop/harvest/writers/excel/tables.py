"""A sheet as a real table: headings that stay in sight, filters, and widths that fit."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from workshop.harvest.model import Harvest
from workshop.harvest.writers.cells import Column, Row, Sheet
from workshop.harvest.writers.excel.book import Book, height, plain

STYLE = "Table Style Light 1"
# Characters that the button of a filter takes away from a heading.
FILTER = 4


def write_table(book: Book, sheet: Sheet, harvest: Harvest) -> int:
    """A sheet of its own; how many rows it has. One without rows has its headings still."""
    page = book.sheet(sheet.title)
    columns = sorted(sheet.columns, key=lambda column: column.trail)
    rows = 0
    for rows, row in enumerate(sheet.rows(harvest), 1):
        _write_row(book, page, rows, columns, row)
    _frame(book, page, sheet, columns, rows)
    return rows


def _write_row(book: Book, page: Worksheet, no: int, columns: list[Column], row: Row) -> None:
    page.set_row(no, height((str(row[c.name]), c.width) for c in columns if not c.trail))
    for place, column in enumerate(columns):
        book.put(page, no, place, row[column.name], book.trail if column.trail else book.text)


def _frame(book: Book, page: Worksheet, sheet: Sheet, columns: list[Column], rows: int) -> None:
    for place, column in enumerate(columns):
        page.set_column(place, place, column.width)
    page.freeze_panes(1, 0)
    page.set_row(0, height((column.heading, column.width - FILTER) for column in columns))
    page.repeat_rows(0)
    # On paper nothing leads back to the record.
    page.print_area(0, 0, max(rows, 1), sum(not column.trail for column in columns) - 1)
    heads = [{"header": column.heading, "header_format": book.head} for column in columns]
    # A table has a row at least, though there be nothing in it.
    page.add_table(
        0,
        0,
        max(rows, 1),
        len(columns) - 1,
        {
            "name": sheet.name.capitalize(),
            "columns": heads,
            "style": STYLE,
            "title": sheet.title,
            "description": plain(sheet.holds),
        },
    )

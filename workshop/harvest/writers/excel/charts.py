"""The sheet of charts: each beside its numbers, with the same in words for those who do not see it."""

from __future__ import annotations

from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from workshop.harvest.model import Harvest
from workshop.harvest.writers.excel.book import ACTION, INK, LINE, SECOND, Book, plain
from workshop.harvest.writers.excel.figures import LABEL, MOST_VOTES, Figure, figures

# Pixels: a row of a sheet, a bar with its air, what stands around the bars, and the chart's width.
ROW, BAR, AROUND, WIDTH = 20, 24, 110, 760
UPRIGHT = 340
# On A4, so many percent of its size, the sheet is as wide as the paper; so many rows fit on it.
SCALE, ON_PAPER = 60, 54
# The column of the sheet at which charts begin.
BESIDE = 5
FONT = {"name": "Calibri", "size": 10, "color": INK}


def write_charts(book: Book, page: Worksheet, harvest: Harvest) -> None:
    page.set_column(0, 0, LABEL)
    page.set_column(1, BESIDE - 1, 12)
    page.hide_gridlines(2)
    page.set_print_scale(SCALE)
    row = top = 0
    breaks: list[int] = []
    for no, figure in enumerate(figures(harvest), 1):
        # No chart is cut in two where it is printed.
        if row > top and row + _rows(figure) > top + ON_PAPER:
            breaks.append(top := row)
        row = _figure(book, page, row, no, figure)
    page.set_h_pagebreaks(breaks)
    if not row:
        book.put(page, 0, 0, "There is nothing to draw yet.", book.text)
    if len(harvest.votes) > MOST_VOTES:
        words = f"The first {MOST_VOTES} of {len(harvest.votes)} votes are drawn; all are in the sheet Votes."
        book.put(page, row, 0, words, book.trail)


def _figure(book: Book, page: Worksheet, row: int, no: int, figure: Figure) -> int:
    """Title, words, table and chart; the row at which the next may begin."""
    book.put(page, row, 0, plain(figure.title), book.heading)
    book.put(page, row + 1, 0, figure.says, book.trail)
    if figure.rows:
        top = row + 2
        _numbers(book, page, top, no, figure)
        chart = _chart(book, page.get_name(), row, top, figure)
        page.insert_chart(row, BESIDE, chart, {"description": plain(figure.alt), "object_position": 2})
    return row + _rows(figure)


def _rows(figure: Figure) -> int:
    """Rows that a figure takes up, with the air below it."""
    return max(len(figure.rows) + 5, -(-_height(figure) // ROW) + 2) if figure.rows else 3


def _numbers(book: Book, page: Worksheet, top: int, no: int, figure: Figure) -> None:
    for place, line in enumerate(figure.rows, top + 1):
        for column, value in enumerate(line):
            book.put(page, place, column, value, book.text)
    heads = [{"header": head, "header_format": book.head} for head in figure.head]
    last = (top + len(figure.rows), len(figure.head) - 1)
    page.add_table(
        top,
        0,
        *last,
        {
            "name": f"Figure_{no}",
            "columns": heads,
            "style": "Table Style Light 1",
            "autofilter": False,
            "title": plain(figure.title),
        },
    )


def _height(figure: Figure) -> int:
    return UPRIGHT if figure.upright else AROUND + BAR * len(figure.rows) * (len(figure.head) - 1)


def _chart(book: Book, page: str, row: int, top: int, figure: Figure) -> Chart:
    """Titles and labels are those of cells: given as text, one that begins with = would be a formula."""
    several = len(figure.head) > 2
    chart = book.chart("column" if figure.upright else "bar", "stacked" if figure.upright else None)
    first, last = top + 1, top + len(figure.rows)
    for column in range(1, len(figure.head)):
        chart.add_series(
            {
                "name": [page, top, column],
                "categories": [page, first, 0, last, 0],
                "values": [page, first, column, last, column],
                "data_labels": {"value": True, "font": _font(column, figure)},
                "gap": 50,
                **_fill(column),
            }
        )
    chart.set_title(
        {"name": [page, row, 0], "name_font": FONT | {"size": 13, "bold": True}, "overlay": False}
    )
    _axes(chart, figure)
    chart.set_legend({"position": "bottom", "font": FONT} if several else {"none": True})
    chart.set_size({"width": WIDTH, "height": _height(figure)})
    chart.set_chartarea({"border": {"color": LINE}})
    return chart


def _font(column: int, figure: Figure) -> dict[str, Any]:
    """Inside a dark column numbers are light."""
    return FONT | ({"color": "#ffffff", "bold": True} if figure.upright and column == 1 else {})


def _fill(column: int) -> dict[str, Any]:
    """The second kind of bar is striped: colour is never the only sign."""
    border = {"border": {"color": INK, "width": 0.75}}
    if column == 1:
        return {"fill": {"color": ACTION}, **border}
    return {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": INK, "bg_color": SECOND}, **border}


def _axes(chart: Chart, figure: Figure) -> None:
    """The first bar is on top. Every bar says its number, so the scale of numbers is left out."""
    names = {"num_font": FONT, "line": {"color": INK}}
    numbers = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    chart.set_x_axis(names if figure.upright else numbers)
    chart.set_y_axis(numbers if figure.upright else names | {"reverse": True})

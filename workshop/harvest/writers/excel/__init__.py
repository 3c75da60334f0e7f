"""The harvest as an Excel file: every sheet as a table with filters, native charts, and what it all means."""

from __future__ import annotations

import io

from workshop.harvest.model import Harvest
from workshop.harvest.writers.columns import SHEETS
from workshop.harvest.writers.excel.about import write_about
from workshop.harvest.writers.excel.book import Book
from workshop.harvest.writers.excel.charts import write_charts
from workshop.harvest.writers.excel.tables import write_table

__all__ = ["excel"]


def excel(harvest: Harvest) -> bytes:
    """One .xlsx file. The same harvest gives the same bytes."""
    file = io.BytesIO()
    book = Book(file, harvest)
    # Sheets stand in the order they are made in; the first says how many rows the others have.
    about, charts = book.sheet("About"), book.sheet("Charts")
    counts = {sheet.name: write_table(book, sheet, harvest) for sheet in SHEETS}
    write_charts(book, charts, harvest)
    write_about(book, about, harvest, counts)
    book.close()
    return file.getvalue()

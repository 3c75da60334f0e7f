"""The harvest as sheets: CSV as RFC 4180 has it, in UTF-8 with a mark for spreadsheets, without formulas."""

from __future__ import annotations

import csv
import io
import zipfile

from workshop.harvest.model import Harvest
from workshop.harvest.writers.cells import Sheet
from workshop.harvest.writers.columns import SHEETS
from workshop.harvest.writers.escape import cell

# No file in a zip may carry the hour: the same harvest gives the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def sheets(harvest: Harvest) -> dict[str, bytes]:
    """Every sheet by its file name. A sheet without rows has its headings still."""
    return {f"{sheet.name}.csv": _written(sheet, harvest) for sheet in SHEETS}


def zipped(harvest: Harvest) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, content in sheets(harvest).items():
            folder.writestr(zipfile.ZipInfo(name, _NO_TIME), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _written(sheet: Sheet, harvest: Harvest) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [column.name for column in sheet.columns], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in row.items()} for row in sheet.rows(harvest))
    return text.getvalue().encode("utf-8-sig")

"""Writers: one harvest, several documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from workshop.harvest.model import Harvest
from workshop.harvest.writers.documents import (
    blueprint_html,
    blueprint_markdown,
    report_html,
    report_markdown,
)
from workshop.harvest.writers.sheets import sheets, zipped


def as_json(harvest: Harvest) -> bytes:
    """The harvest as ``docs/schemas/harvest.json`` describes it."""
    return msgspec.json.format(msgspec.json.encode(harvest)) + b"\n"


# What a reader may take along, by file name.
DOCUMENTS: dict[str, Callable[[Harvest], bytes]] = {
    "report.md": lambda harvest: report_markdown(harvest).encode(),
    "report.html": lambda harvest: report_html(harvest).encode(),
    "report.json": as_json,
    "report.zip": zipped,
    "blueprint.md": lambda harvest: blueprint_markdown(harvest).encode(),
    "blueprint.html": lambda harvest: blueprint_html(harvest).encode(),
}


def write_all(harvest: Harvest, folder: Path) -> None:
    """Every document into a folder, which is made if need be. Raises :class:`OSError`."""
    files = {name: write(harvest) for name, write in DOCUMENTS.items() if not name.endswith(".zip")}
    files["harvest.json"] = files.pop("report.json")
    files |= {f"csv/{name}": content for name, content in sheets(harvest).items()}
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


__all__ = ["DOCUMENTS", "as_json", "write_all"]

"""Writers: one harvest, several documents."""

from __future__ import annotations

from pathlib import Path

from workshop.harvest.model import Harvest
from workshop.harvest.writers.formats import TABLE, Document, Writer, as_json

# What a reader may take along, by file name.
DOCUMENTS: dict[str, Writer] = {document.name: document.write for document in TABLE}


def write_all(harvest: Harvest, folder: Path) -> None:
    """Every document into a folder, which is made if need be. Raises :class:`OSError`."""
    for document in TABLE:
        for name, content in document.files(harvest).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


__all__ = ["DOCUMENTS", "TABLE", "Document", "as_json", "write_all"]

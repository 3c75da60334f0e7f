"""A little café as an archive of the newest format: it stays for ever, so that old archives stay readable.

After a new format: ``python -m tests.archive.formats.make``. It writes the newest one, and no other.
"""

from __future__ import annotations

import base64
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tests.engine.schemas import make as schemas
from workshop.archive import archive
from workshop.archive.shape import FORMAT
from workshop.ledger.database import open_database
from workshop.ledger.database import schemas as known
from workshop.ledger.ledger import Ledger

HERE = Path(__file__).parent


def main() -> int:
    target = HERE / f"{FORMAT}.base64"
    if target.exists():
        print(f"{target} is there already. It is what was released, and is never made anew.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        target.write_bytes(base64.encodebytes(_made(Path(folder) / "cafe.db")))
    return 0


def _made(database: Path) -> bytes:
    """Of the café that has ended, among those kept for the newest schema."""
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript((schemas.HERE / f"{known()[0]}.sql").read_text())
    ledger = Ledger(open_database(f"sqlite:///{database}"))
    (ended,) = [cafe for cafe in ledger.listings() if cafe.status == "closed"]
    made = archive(ledger, ended.id)
    ledger.close()
    return made


if __name__ == "__main__":
    sys.exit(main())

"""A little café as the newest schema keeps it: it stays for ever, so that old data folders stay readable.

After a new migration: ``python -m tests.engine.schemas.make``. It writes the newest one, and no other.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tests.stories.cafe import Cafe, arrival, step, story
from tests.stories.person import hang_up
from tests.stories.server import Server
from workshop.ledger.database import schemas

HERE = Path(__file__).parent
SAID = ("A neighbour who listened", "Waiting lists, and nobody who knows", "Ein Äpfelchen 🍎; it's “fine”")


def main() -> int:
    target = HERE / f"{schemas()[0]}.sql"
    if target.exists():
        print(f"{target} is there already. It is what was released, and is never made anew.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "data")
        try:
            _a_day(server)
            Cafe(server, arrival(), story()).go_home()
        finally:
            hang_up(server.base)
            server.stop()
        target.write_text(dump(server.data / "cafe.db"))
    return 0


def dump(database: Path) -> str:
    with closing(sqlite3.connect(database)) as connection:
        # The tables were written with spaces at the ends of lines; no word of anybody has any.
        return re.sub(r" +\n", "\n", "\n".join(connection.iterdump()) + "\n")


def _a_day(server: Server) -> None:
    """From the lobby to the end, and the report is read."""
    ask = step("closing_questions", "One question", questions=["What will you do?"])
    cafe = Cafe(server, arrival(), story(), step("themes", "What belongs together"), ask)
    people = [cafe.join(name) for name in ("Fay", "Ann", "Bob")]
    cafe.next()
    cafe.next()
    for person, text in zip(people, SAID, strict=True):
        person.until(lambda person=person: person.table, "a table")
        person.writes(text)
    for _ in range(2):
        cafe.next()
    cafe.hal.does("workshop.close")
    assert cafe.browser.opens(f"/w/{cafe.code}/report").status_code == 200
    cafe.go_home()


if __name__ == "__main__":
    sys.exit(main())

"""The cafés of a data folder or database, beside a server that may be at them: for commands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from difflib import get_close_matches
from pathlib import Path

from workshop.config import database_address, must_be_there, settings
from workshop.core.ids import read_code
from workshop.errors import NotFound, Unavailable
from workshop.ledger.database import open_beside
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Listing


@contextmanager
def ledger_of(data: Path | None) -> Iterator[Ledger]:
    """Raises :class:`NotFound` and :class:`Unavailable`, and then makes nothing."""
    config = settings(data=data)
    must_be_there(config)
    try:
        engine = open_beside(database_address(config))
    except Unavailable as problem:
        if problem.code != "schema":
            raise
        raise Unavailable(
            f"{problem.message} Start a server on it once: it brings it up to date.", "schema"
        ) from problem
    with closing(Ledger(engine)) as ledger:
        yield ledger


def cafe_of(ledger: Ledger, typed: str) -> Listing:
    """The café with this code. Raises :class:`NotFound`, with the nearest one there is."""
    code = read_code(typed)
    found = ledger.find(code)
    if found is None:
        near = get_close_matches(code, [each.code for each in ledger.listings()], 1)
        meant = f" Did you mean {near[0]}?" if near else ""
        words = f"No café here has the code “{typed}”.{meant} The list at home shows all codes."
        raise NotFound(words, "no-code")
    return found

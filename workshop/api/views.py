"""The harvest as a key may see it, kept for whoever asks next."""

from __future__ import annotations

import threading
from functools import lru_cache

import msgspec

from workshop.exporting.beside import Order, made_beside
from workshop.harvest import Harvest, published, read
from workshop.harvest.store import Pressing
from workshop.ledger.ledger import Ledger

# From so many entries on it is read beside the server, so that nobody in another café feels it.
MANY = 5_000
# One at a time: all but the first find it made.
_ONE = threading.Lock()


def seen(ledger: Ledger, database: str, workshop_id: str, pressing: Pressing, full: bool) -> Harvest:
    """The harvest of a pressing, or what may be published of it."""
    with _ONE:
        return _seen(ledger, database, workshop_id, pressing, full)


@lru_cache(maxsize=6)
def _seen(ledger: Ledger, database: str, workshop_id: str, pressing: Pressing, full: bool) -> Harvest:
    if pressing.n <= MANY:
        return (read if full else published)(ledger, workshop_id)
    content = made_beside(Order(database, workshop_id, "report.json", "pressed" if full else "published"))
    return msgspec.json.decode(content, type=Harvest)

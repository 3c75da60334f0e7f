"""Whom to tell of something that happens more than once in a café, such as a new version of its blueprint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from sqlalchemy import func, select

from workshop.ledger.ledger import Ledger
from workshop.ledger.tables import entry, webhook, workshop


class Issue(NamedTuple):
    """Something with a number, and one who is to be told of it."""

    webhook_id: str
    workshop_id: str
    at: int
    no: int


class _Hook(NamedTuple):
    id: str
    workshop_id: str | None
    made_at: int


class Issues:
    """Looks for entries of one kind, each with a number, in cafés that have closed; at each entry once.

    What it has seen it knows for as long as it lives: another one begins anew, so telling must be harmless.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._seen: dict[str, int] = {}
        self._looked_at: dict[str, int] = {}

    def look(self, kind: str) -> list[Issue]:
        """What has happened since a hook was added, and was not seen yet. ``kind``: of entry and of hook."""
        hooks = self._hooks(kind)
        self._looked_at = self._gone_on() if hooks else {}
        return [found for cafe in self._looked_at for found in self._in(kind, cafe, hooks)]

    def told(self) -> None:
        """All of the last look is written down: only now it is seen."""
        self._seen |= self._looked_at

    def _hooks(self, kind: str) -> list[_Hook]:
        asked = select(webhook.c.id, webhook.c.workshop_id, webhook.c.made_at).where(webhook.c.event == kind)
        with self._ledger.moment() as connection:
            return [_Hook(*row) for row in connection.execute(asked)]

    def _gone_on(self) -> dict[str, int]:
        """Cafés that have closed, with their last entries, where that is new. Practice is nobody's news."""
        # One step in the index for each, and not all of its entries.
        last = select(func.max(entry.c.n)).where(entry.c.workshop_id == workshop.c.id).scalar_subquery()
        closed = (workshop.c.status == "closed") & workshop.c.practice.is_(False)
        with self._ledger.moment() as connection:
            rows = connection.execute(select(workshop.c.id, last).where(closed)).all()
        return {row[0]: row[1] for row in rows if (row[1] or 0) > self._seen.get(row[0], 0)}

    def _in(self, kind: str, cafe: str, hooks: list[_Hook]) -> Iterator[Issue]:
        asked = select(entry.c.at, entry.c.body).where(
            entry.c.workshop_id == cafe,
            entry.c.n > self._seen.get(cafe, 0),
            entry.c.n <= self._looked_at[cafe],
            entry.c.type == kind,
        )
        with self._ledger.moment() as connection:
            rows = connection.execute(asked).all()
        for at, body in rows:
            no = msgspec.json.decode(body)["no"]
            for hook in hooks:
                if hook.workshop_id in (None, cafe) and at >= hook.made_at:
                    yield Issue(hook.id, cafe, at, no)

"""Workshops as the ledger has them, kept in a worker's memory from one job to the next."""

from __future__ import annotations

from workshop.errors import NotFound
from workshop.hall import Hall
from workshop.jobs.queue import Jobs
from workshop.ledger.ledger import Ledger
from workshop.ledger.tables import REDACTED

# How many entries are held in memory, over all workshops; the one that is asked for is, however long it is.
MOST_ENTRIES = 30_000


class Shelf:
    """Halls that are read and never changed here. Those that were used last stay longest."""

    def __init__(self, ledger: Ledger, jobs: Jobs) -> None:
        self._ledger = ledger
        self._jobs = jobs
        self._halls: dict[str, tuple[str, Hall]] = {}

    def hall(self, workshop_id: str) -> Hall:
        """The workshop as it is now. Raises :class:`NotFound` for one without any entry."""
        sign = self._sign(workshop_id)
        known, hall = self._halls.pop(workshop_id, ("", None))
        if hall is None or known != sign:
            # What is folded already would never notice that a word in it was redacted.
            hall = Hall.fold(self._ledger, workshop_id)
        else:
            hall.catch_up(self._ledger, tell=False)
        if not hall.state.n:
            raise NotFound("There is no café with this number.")
        self._halls[workshop_id] = (sign, hall)
        self._make_room()
        return hall

    def _sign(self, workshop_id: str) -> str:
        redacted = self._jobs.latest(REDACTED, workshop_id, "")
        return redacted.id if redacted else ""

    def _make_room(self) -> None:
        while len(self._halls) > 1 and sum(hall.state.n for _, hall in self._halls.values()) > MOST_ENTRIES:
            del self._halls[next(iter(self._halls))]

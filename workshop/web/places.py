"""Where notes lie on the map. A worker works it out: here it is asked for, and the latest answer kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from time import monotonic

from workshop.errors import Unavailable
from workshop.jobs.crew import Crew
from workshop.jobs.job import DONE, FAILED

KIND = "map"
# Seconds from one map of a board to the next, however many notes come in.
EVERY = 10.0
# So many maps are kept in memory.
MOST = 64

# Across and down, by note.
Places = Mapping[str, tuple[int, int]]
Board = tuple[str, str]


class Atlas:
    """The maps of one process, by workshop and board."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._known: OrderedDict[Board, Places] = OrderedDict()
        self._asked: dict[Board, float] = {}

    def places(self, workshop_id: str, board: str, notes: Iterable[str]) -> Places | None:
        """The latest there are; None while the first are being worked out. Newer notes have no place yet.

        Raises :class:`Unavailable` where working it out failed and there is nothing from before.
        """
        here, wanted = (workshop_id, board), set(notes)
        if not wanted:
            return {}
        latest = self._crew.latest(KIND, workshop_id, board)
        if latest is not None and latest.state == DONE and latest.result is not None:
            self._keep(here, latest.result["places"])
        known = self._known.get(here)
        if known is None or not wanted <= known.keys():
            self._ask(here)
        if known is None and latest is not None and latest.state == FAILED:
            raise Unavailable("The map could not be worked out. Try again in a minute.", "no-map")
        return known

    def _keep(self, here: Board, found: Mapping[str, list[int]]) -> None:
        self._known[here] = {note: (at[0], at[1]) for note, at in found.items()}
        self._known.move_to_end(here)
        if len(self._known) > MOST:
            forgotten, _ = self._known.popitem(last=False)
            self._asked.pop(forgotten, None)

    def _ask(self, here: Board) -> None:
        """Not again and again: what was asked for a moment ago is on its way."""
        now = monotonic()
        if now - self._asked.get(here, -EVERY) >= EVERY:
            self._asked[here] = now
            workshop_id, board = here
            self._crew.put(KIND, workshop_id, board, {"board": board})

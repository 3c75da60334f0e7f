"""Weather: who is here, who is writing. Never recorded, gathered for a moment, the first to be dropped."""

from __future__ import annotations

import threading

from workshop.live.wire import Weather

HERE, WRITING = "here", "writing"


class Sky:
    """Gathers changes by workshop and stream until somebody looks."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._changes: dict[tuple[str, str], dict[str, dict[str, bool]]] = {}

    def change(self, workshop: str, stream: str, what: str, person: str, on: bool) -> None:
        with self._lock:
            place = self._changes.setdefault((workshop, stream), {HERE: {}, WRITING: {}})
            place[what][person] = on

    def gathered(self) -> list[tuple[str, Weather]]:
        """Workshop and weather, once each; the sky is clear afterwards."""
        with self._lock:
            changes, self._changes = self._changes, {}
        return [
            (workshop, Weather(stream=stream, here=found[HERE], writing=found[WRITING]))
            for (workshop, stream), found in changes.items()
        ]

"""Weather: who is here, who is writing. Never recorded, gathered for a moment, the first to be dropped."""

from __future__ import annotations

import re
import threading

from workshop.live.wire import Weather

HERE, WRITING = "here", "writing"
# Where somebody writes in what everybody may write in. It is no stream: all who are connected hear of it, and
# what is named is the field, never the person.
FIELDS = "fields"
FIELD = re.compile(r"blueprint/(?:context|[0-9a-f-]{36}/[a-z_]{1,30})")


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

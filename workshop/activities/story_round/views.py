"""When seats are made everybody's place and everybody's table are new."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.steps.views import everyone_moves
from workshop.activities.story_round.messages import SeatsMade
from workshop.core.messages import Event
from workshop.core.state import Workshop
from workshop.core.views import Touch, View

VIEWS: tuple[View, ...] = ()


def _seated(state: Workshop, _event: Event) -> Iterator[Touch]:
    yield from everyone_moves(state)


TOUCHES = {SeatsMade: _seated}

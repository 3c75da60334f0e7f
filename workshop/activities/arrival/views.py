"""Who has tried what out: each person sees their own, the hosts see everyone's."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.arrival.messages import CheckPassed
from workshop.core import streams
from workshop.core.messages import Event
from workshop.core.state import Workshop
from workshop.core.views import Touch, View, key

VIEWS: tuple[View, ...] = ()


def _checked(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, CheckPassed)
    yield streams.person(event.person), "me"
    yield streams.DESK, key("person", event.person)


TOUCHES = {CheckPassed: _checked}

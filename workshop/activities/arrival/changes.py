"""What someone has tried out stays with them."""

from __future__ import annotations

from workshop.activities.arrival.messages import CheckPassed
from workshop.core.state import Workshop


def checked(state: Workshop, event: CheckPassed, _at: int, _by: str | None) -> None:
    person = state.people[event.person]
    person.checks = person.checks | {event.check}


CHANGES = {CheckPassed: checked}

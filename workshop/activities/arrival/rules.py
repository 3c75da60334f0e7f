"""Trying things out: at any time, as often as one likes, until the workshop closes."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.arrival.messages import CheckPassed, PassCheck
from workshop.core.access import not_ended, takes_part
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Workshop


def pass_check(command: PassCheck, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    takes_part(by)
    not_ended(state)
    if command.check not in by.checks:
        yield CheckPassed(person=by.id, check=command.check)


RULES = {PassCheck: pass_check}

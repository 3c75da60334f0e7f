"""A tie shows with the ballot that left it, to everyone who voted."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.dot_voting.views import shown
from workshop.activities.ties.messages import TieSettled, TieTalked
from workshop.core.messages import Event
from workshop.core.state import Workshop
from workshop.core.views import Touch


def _tie(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, TieTalked | TieSettled)
    yield from shown(state, state.ballots[event.ballot])


TOUCHES = {TieTalked: _tie, TieSettled: _tie}

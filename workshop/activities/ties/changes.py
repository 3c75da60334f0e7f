"""What is said and done about a tie."""

from __future__ import annotations

from workshop.activities.ties.messages import TieSettled, TieTalked
from workshop.core.state import Workshop
from workshop.core.votes import Settled


def talked(state: Workshop, event: TieTalked, _at: int, _by: str | None) -> None:
    state.ballots[event.ballot].talk_until = event.until


def settled(state: Workshop, event: TieSettled, at: int, _by: str | None) -> None:
    ballot = state.ballots[event.ballot]
    ballot.talk_until = None
    ballot.settled = Settled(
        how=event.how,
        options=event.options,
        why=event.why,
        decided_by=event.decided_by,
        at=at,
        seed=event.seed,
    )


CHANGES = {TieTalked: talked, TieSettled: settled}

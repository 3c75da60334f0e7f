"""What a closed ballot says: what is ahead, what is level, and how a tie was settled. It is a guide."""

from __future__ import annotations

import msgspec

from workshop.core.votes import Ballot, How, outcome, standing


class SettledDoc(msgspec.Struct, frozen=True, kw_only=True):
    """How a tie ended. ``seed``: of a lot, for whoever wants to draw it again."""

    how: How
    options: tuple[str, ...]
    why: str
    decided_by: str
    seed: str


class OutcomeDoc(msgspec.Struct, frozen=True, kw_only=True):
    """What follows from dots; all empty where no line was drawn.

    By the dots of this ballot alone: ``ahead`` of the line, ``level`` for ``places``. By now, with a second
    vote and what was settled: ``goes_on``, and ``tied`` for ``left`` places. ``entered``: papers that were
    filled in for others.
    """

    entered: int
    ahead: tuple[str, ...]
    level: tuple[str, ...]
    places: int
    goes_on: tuple[str, ...]
    tied: tuple[str, ...]
    left: int
    runoff: str | None
    talk_until: int | None
    settled: SettledDoc | None


def outcome_doc(ballot: Ballot, runoff: Ballot | None) -> OutcomeDoc:
    by_dots = standing(ballot.tally(), ballot.take, without_dots=ballot.runoff_of is not None)
    now = by_dots if ballot.runoff_of is not None else outcome(ballot, runoff)
    return OutcomeDoc(
        entered=len(ballot.entered),
        ahead=by_dots.ahead,
        level=by_dots.level,
        places=by_dots.places,
        goes_on=now.ahead,
        tied=now.level,
        left=now.places,
        runoff=ballot.runoff,
        talk_until=ballot.talk_until,
        settled=_settled(ballot),
    )


def _settled(ballot: Ballot) -> SettledDoc | None:
    settled = ballot.settled
    if settled is None:
        return None
    return SettledDoc(
        how=settled.how,
        options=settled.options,
        why=settled.why,
        decided_by=settled.decided_by,
        seed=settled.seed,
    )

"""What somebody who arrives now hears."""

from __future__ import annotations

import msgspec

from workshop.activities import rooms
from workshop.activities.boards.board import boards
from workshop.core import streams, views
from workshop.core.state import Workshop
from workshop.core.things import board_id

Copy = dict[str, bytes]


def may_be_heard(state: Workshop) -> set[str]:
    """Every stream that somebody may follow now."""
    known = [streams.HALL, streams.DESK]
    known += [streams.table(no) for no in state.tables]
    known += [streams.person(who) for who in state.people]
    known += [streams.wall(board_id(step, question)) for step, question in boards(state)]
    return {s for s in known if any(streams.may_follow(state, p, s) for p in state.people.values())}


def arrive(state: Workshop, stream: str) -> Copy:
    shown = views.snapshot(rooms.VIEWS, state, stream)
    return {key: msgspec.json.encode(doc, order="deterministic") for key, doc in shown.items()}

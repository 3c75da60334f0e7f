"""Streams are who hears what. A stream's name is its kind, or its kind and an id: ``hall``, ``table/7``."""

from __future__ import annotations

from workshop.core.people import Person
from workshop.core.state import Workshop

HALL = "hall"
DESK = "desk"


def table(no: int) -> str:
    return f"table/{no}"


def person(person_id: str) -> str:
    return f"person/{person_id}"


def wall(step_id: str) -> str:
    return f"wall/{step_id}"


def kind_and_id(stream: str) -> tuple[str, str]:
    kind, _, rest = stream.partition("/")
    return kind, rest


def followed(state: Workshop, who: Person) -> tuple[str, ...]:
    """The streams this person hears now, without asking. The one place where visibility is decided."""
    if who.gone:
        return ()
    streams = [HALL]
    if who.role != "screen":
        streams.append(person(who.id))
    if who.hosts:
        streams.append(DESK)
    seat = state.seats.get(who.id)
    if seat is not None:
        streams.append(table(seat.table))
    if state.open_wall is not None:
        streams.append(wall(state.open_wall))
    return tuple(streams)


def may_follow(state: Workshop, who: Person, stream: str) -> bool:
    """Whether this person may hear a stream when asking for it: a host may read along anywhere."""
    if stream in followed(state, who):
        return True
    kind, rest = kind_and_id(stream)
    if not who.hosts or who.gone:
        return False
    if kind == "table":
        return any(stream == table(no) for no in state.tables)
    return kind == "wall" and _is_board(state, rest)


def _is_board(state: Workshop, board: str) -> bool:
    """The wall of a themes step, or the answers to one of the closing questions."""
    step, _, question = board.partition(".")
    if not question:
        return state.step_of_kind(step, "themes") is not None
    asking = state.step_of_kind(step, "closing_questions")
    asked = len(getattr(asking.settings, "questions", ())) if asking is not None else 0
    return question in {str(no) for no in range(asked)}

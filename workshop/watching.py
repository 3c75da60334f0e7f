"""What is measured all the while, and what is looked up when somebody asks for the metrics."""

from __future__ import annotations

from functools import partial

import socketio

from workshop import metrics
from workshop.conductor import Conductor
from workshop.errors import Unavailable
from workshop.jobs.crew import Crew
from workshop.live.lines import Lines


def keep_watch(server: socketio.Server, conductor: Conductor, lines: Lines, crew: Crew) -> None:
    """Let this process be measured."""
    metrics.look_up(
        partial(_lines, server),
        partial(_jobs, crew),
        orders_waiting=conductor.waiting,
        halls=conductor.halls,
        slow_bytes_waiting=lines.waiting,
    )


def _jobs(crew: Crew) -> dict[str, int]:
    """None at all where the database does not say: the other figures are wanted all the more."""
    try:
        # Not outside the loop: that thread may be waiting for a disk, of which the figures should tell.
        return crew.jobs.counts()
    except Unavailable:
        return {}


def _lines(server: socketio.Server) -> dict[str, int]:
    """How many lines are open, by the way they came."""
    lines = [line for line in list(server.eio.sockets.values()) if not line.closed]
    sockets = sum(bool(line.upgraded) for line in lines)
    return {"websocket": sockets, "polling": len(lines) - sockets}

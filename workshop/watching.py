"""What is measured all the while, and what is looked up when somebody asks for the metrics."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from time import monotonic

import socketio

from workshop import metrics
from workshop.conductor import Conductor
from workshop.errors import Unavailable
from workshop.jobs.crew import Crew
from workshop.jobs.parcels import Parcels
from workshop.live.lines import Lines

log = logging.getLogger(__name__)

# Seconds from one look for old files to the next; how soon it ends when it is told to.
TIDY, LOOK = 60.0, 1.0


def keep_watch(server: socketio.Server, conductor: Conductor, lines: Lines, crew: Crew) -> None:
    """Let this process be measured."""
    metrics.look_up(
        partial(_lines, server),
        partial(_jobs, crew),
        orders_waiting=conductor.waiting,
        halls=conductor.halls,
        slow_bytes_waiting=lines.waiting,
    )


def throw_away(crew: Crew, parcels: Parcels, rest: Callable[[float], bool]) -> None:
    """Now and then, to the end: files whose hour is over, whether or not there is a worker."""
    looked = 0.0
    while rest(LOOK):
        if looked and monotonic() - looked < TIDY:
            continue
        looked = monotonic()
        try:
            crew.apart(parcels.throw_away)
        except Unavailable:
            log.info("the database does not answer: old files are thrown away later")
        except Exception:
            log.exception("throwing away old files failed")


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

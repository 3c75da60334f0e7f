"""What a job is done with: the workshop it is about, the model, and how far it has come."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from workshop.hall import Hall
from workshop.jobs.embeddings import Embeddings
from workshop.jobs.job import Job
from workshop.jobs.parcels import Parcels

if TYPE_CHECKING:
    from workshop.sensemaking.vectors import Embedder

log = logging.getLogger(__name__)


class Stopped(Exception):
    """The worker was told to go: whoever comes next does this job."""


class Lost(Exception):
    """The job is somebody else's by now, or nobody's."""


class Tools:
    """What one job leaves in memory for the next."""

    def __init__(self, engine: Engine) -> None:
        self.embeddings = Embeddings(engine)
        self.parcels = Parcels(engine)

    @cached_property
    def embedder(self) -> Embedder | None:
        """None where there is no model, or where it is not what it should be."""
        from workshop.sensemaking.vectors import Embedder, NoModel

        try:
            return Embedder.load()
        except NoModel:
            log.warning("there is no language model, or not the right one: suggestions go by words alone")
            return None


@dataclass(slots=True)
class Work:
    """One job in hand. ``open_hall`` gives the workshop as it is now. ``stop``: whether the worker is to go.

    ``moved``: when it last came a step further, by the steady clock. ``tell``: says so to whoever waits.
    """

    job: Job
    open_hall: Callable[[], Hall]
    tools: Tools
    stop: Callable[[], bool]
    tell: Callable[[], None] = lambda: None
    progress: int = 0
    lost: bool = False
    moved: float = field(default_factory=monotonic)
    _hall: Hall | None = None

    @property
    def hall(self) -> Hall:
        """The workshop, as it was when the job first looked at it."""
        if self._hall is None:
            self._hall = self.open_hall()
        return self._hall

    def reached(self, percent: int) -> None:
        """So far: say it often, for only here a job can be interrupted. Raises Stopped or Lost."""
        self.progress, self.moved = percent, monotonic()
        if self.lost:
            raise Lost
        if self.stop():
            raise Stopped

    def told(self, percent: int) -> None:
        """So far, and somebody looks on: what is otherwise said every two seconds is said now."""
        self.reached(percent)
        self.tell()
        self.reached(percent)


Handler = Callable[[Work, dict[str, Any]], dict[str, Any]]

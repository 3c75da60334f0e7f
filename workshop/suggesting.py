"""Keeps suggestions up to date: asks for them when a board has changed, and hands in what was found.

Nothing here waits for a worker, and nobody waits for this. Whoever changes a workshop leaves its name; a few
times a second somebody looks which of its boards are out of date, and what has become of the jobs.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

import msgspec

from workshop.activities.boards.board import board, parts
from workshop.activities.suggestions.messages import FoundSuggestions
from workshop.activities.suggestions.rules import wanting
from workshop.conductor import Conductor
from workshop.core.state import Workshop
from workshop.core.things import board_id
from workshop.errors import Refused, Unavailable
from workshop.jobs.crew import Crew
from workshop.jobs.job import Job
from workshop.orders import Order

log = logging.getLogger(__name__)

KIND = "suggest"
# Seconds: how often it looks round; how often one workshop is asked; how long a board's first changes gather;
# from one job of a board to the next, while people are grouping there and otherwise.
LOOK, ASK, GATHER, LIVE, CALM = 0.25, 0.5, 1.0, 1.5, 10.0

# A workshop and one of its boards.
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Wish:
    """A board that is out of date: its version and level, and whether people are grouping there now."""

    version: int
    level: int
    live: bool


def wishes(state: Workshop) -> dict[str, Wish]:
    """What the computer should look at again, by board."""
    found = ((board_id(one.step, one.question), one) for one in wanting(state))
    return {here: Wish(one.version, board(state, here).level, one.live) for here, one in found}


class Suggesting:
    """One for each process, for the workshops that it has in memory. Run :meth:`run` in the background."""

    def __init__(self, conductor: Conductor, crew: Crew) -> None:
        self._conductor = conductor
        self._crew = crew
        # What desks say, in whatever thread they run; all else belongs to the one that looks round.
        self._changed: dict[str, None] = {}
        self._answers: deque[tuple[str, dict[str, Wish]]] = deque()
        self._served: deque[str] = deque()
        self._asked: dict[str, float] = {}
        self._wishes: dict[Place, Wish] = {}
        self._put: dict[Place, float] = {}
        self._jobs: dict[Place, tuple[str, Wish]] = {}

    def changed(self, workshop_id: str) -> None:
        """Something was recorded there, or somebody came. Call it from any thread."""
        self._changed[workshop_id] = None

    def run(self, rest: Callable[[float], bool]) -> None:
        """Look round; a task for the background."""
        while rest(LOOK):
            try:
                self.look()
            except Unavailable:
                log.info("the database does not answer: suggestions come later")
            except Exception:
                log.exception("looking after suggestions failed")

    def look(self) -> None:
        """One round. Raises ``Unavailable``: the next one goes on from there."""
        now = monotonic()
        for workshop_id in list(self._changed):
            if now - self._asked.get(workshop_id, -ASK) >= ASK:
                self._ask(workshop_id, now)
        while self._answers:
            self._heard(*self._answers.popleft())
        for place, wish in list(self._wishes.items()):
            rest = LIVE if wish.live else CALM
            last = self._put.setdefault(place, now - rest + GATHER)
            if place not in self._jobs and now - last >= rest:
                self._want(place, wish, now)
        self._collect()
        if self._served:
            served = list(self._served)
            self._crew.forget(*served)
            for _ in served:
                self._served.popleft()

    def _ask(self, workshop_id: str, now: float) -> None:
        """What is out of date there? The answer comes from the workshop's desk, when it has a moment."""
        del self._changed[workshop_id]
        if not self._conductor.holds(workshop_id):
            self._let_go(workshop_id)
            return
        self._asked[workshop_id] = now

        def then(found: dict[str, Wish] | None, problem: BaseException | None) -> None:
            if found is not None:
                self._answers.append((workshop_id, found))
            elif isinstance(problem, Unavailable):
                self.changed(workshop_id)

        self._conductor.hand_in(workshop_id, Order(ask=lambda hall: wishes(hall.state), then=then))

    def _let_go(self, workshop_id: str) -> None:
        """Nobody is there any more. What was found for them waits until somebody comes."""
        self._asked.pop(workshop_id, None)
        for known in (self._wishes, self._put, self._jobs):
            for place in [one for one in known if one[0] == workshop_id]:
                del known[place]

    def _heard(self, workshop_id: str, found: dict[str, Wish]) -> None:
        for place in [one for one in self._wishes if one[0] == workshop_id]:
            del self._wishes[place]
        self._wishes |= {(workshop_id, here): wish for here, wish in found.items()}

    def _want(self, place: Place, wish: Wish, now: float) -> None:
        workshop_id, here = place
        # What was worked out while no server listened is as good as new.
        known = self._crew.latest(KIND, workshop_id, here)
        job_id = known.id if known else self._crew.put(KIND, workshop_id, here, {"board": here})
        self._put[place], self._jobs[place] = now, (job_id, wish)

    def _collect(self) -> None:
        found = self._crew.collect([job_id for job_id, _ in self._jobs.values()]) if self._jobs else {}
        for place, (job_id, wish) in list(self._jobs.items()):
            job = found.get(job_id)
            if job is not None and not job.over:
                continue
            del self._jobs[place]
            self._wishes.pop(place, None)
            if job is None:
                # Thrown away: by its age, or because words were redacted.
                self.changed(place[0])
            else:
                self._hand_in(place, job, wish)

    def _hand_in(self, place: Place, job: Job, wish: Wish) -> None:
        """Whichever process does it, and however often: the command has the job's id, and counts once."""

        def then(_answer: Any, problem: BaseException | None) -> None:
            if not isinstance(problem, Unavailable):
                self._served.append(job.id)
            if isinstance(problem, Refused):
                log.info("suggestions were not taken", extra={"workshop": place[0], "code": problem.code})
            self.changed(place[0])

        self._conductor.hand_in(place[0], Order(command=command_of(job, place[1], wish), then=then))


def command_of(job: Job, here: str, wish: Wish) -> FoundSuggestions:
    """What was found; or, when it could not be done, a word on the screen, until something changes."""
    try:
        return msgspec.convert({**(job.result or {}), "id": job.id}, FoundSuggestions)
    except msgspec.ValidationError:
        log.warning("there are no suggestions for a board", extra={"workshop": job.workshop_id})
    step, question = parts(here)
    return FoundSuggestions(
        id=job.id,
        step=step,
        question=question,
        version=wish.version,
        level=wish.level,
        method="words",
        remark="failed",
        groups=[],
        near={},
    )

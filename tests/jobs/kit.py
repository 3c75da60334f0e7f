"""A café with a theme board, the loop that looks after its suggestions, and a worker that works when told."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.engine.kit import SOON, Engine
from workshop.activities.arrival.messages import Arrival
from workshop.activities.closing_questions.messages import ClosingQuestions
from workshop.activities.story_round.messages import StoryRound
from workshop.activities.themes.messages import Themes
from workshop.config import Config
from workshop.core.things import Board
from workshop.jobs.crew import Crew
from workshop.jobs.queue import Jobs
from workshop.jobs.work import Handler, Work
from workshop.jobs.worker import Worker
from workshop.ledger.passing import open_passing
from workshop.press import here
from workshop.suggesting import Suggesting

WALL = "s3"
SAID = ("The nurse listened", "My doctor listened too", "Waiting lists", "Waiting for months")


def found(work: Work, payload: dict[str, Any]) -> dict[str, Any]:
    """A handler without a model: all notes of the board are one group."""
    notes = list(work.hall.state.notes)
    board = work.hall.state.boards[payload["board"]]
    group = {"notes": notes, "keywords": ["all"], "example": notes[0], "likeness": [50] * len(notes)}
    about = {"step": WALL, "question": None, "version": board.version, "level": board.level}
    return about | {"method": "words", "groups": [group], "near": {}}


class House(Engine):
    """One process: an engine, and what it needs for suggestions. The only worker is the test."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, *_steps())
        self.begin()

    def begin(self) -> None:
        self.passing = open_passing(self.ledger._engine)
        self.jobs = Jobs(self.passing)
        address = f"sqlite:///{self.path}"
        self.crew = Crew(Config(data=self.path.parent, database_url=address, workers=0), self.jobs, here)
        self.suggesting = Suggesting(self.conductor, self.crew)
        self.ears.recorded = self._recorded  # type: ignore[method-assign]

    def _recorded(self, workshop_id: str, _n: int) -> None:
        self.suggesting.changed(workshop_id)

    def twin(self) -> House:
        twin = super().twin()
        twin.__class__ = House
        assert isinstance(twin, House)
        twin.begin()
        # Somebody comes there.
        twin.ask(lambda hall: twin.suggesting.changed(hall.state.id))
        return twin

    def ann_writes(self, *texts: str) -> None:
        ann = self.join("Ann")
        self.round()
        for text in texts:
            self.note(ann, text)

    def looks_until(self, true: Callable[[], Any], what: str) -> Any:
        """Look round until something is so."""
        end = time.monotonic() + SOON
        while not (so := true()):
            assert time.monotonic() < end, f"looked in vain for {what}"
            self.suggesting.look()
        return so

    def wanted(self) -> str:
        """The id of the job that is asked for, once it is."""
        self.looks_until(lambda: self.jobs.anything(), "a job")
        job = self.jobs.latest("suggest", self.id, WALL)
        assert job is not None
        return job.id

    def close(self) -> None:
        super().close()
        self.passing.dispose()

    def jobs_sql(self, statement: str) -> list[Any]:
        """What another program sees, or does, in the file of the jobs."""
        with closing(sqlite3.connect(self.passing.url.database or "")) as other, other:
            return other.execute(statement).fetchall()

    def worker(self, handlers: Mapping[str, Handler] | None = None) -> Worker:
        return Worker(self.ledger._engine, "worker", handlers or {"suggest": found})

    @property
    def board(self) -> Board:
        board: Board = self.ask(lambda hall: hall.state.boards[WALL])
        return board

    def has_suggestions(self) -> Board:
        """Once those of the newest version are there."""
        self.looks_until(lambda: self.board.guessed == self.board.version, "suggestions")
        return self.board


def _steps() -> tuple[Any, ...]:
    return (
        Arrival(title="Arriving", minutes=5),
        StoryRound(title="Our stories", minutes=20, prompt="What helped?", note_kinds=["helped"]),
        Themes(title="What belongs together", minutes=20),
        ClosingQuestions(title="To close", minutes=5, questions=["What will you do?"]),
    )

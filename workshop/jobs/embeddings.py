"""What a model made of notes, kept so that it need not be made twice."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Engine, delete, insert, select, update

from workshop.jobs.job import Job, is_mine
from workshop.jobs.queue import Jobs
from workshop.ledger.database import READING, in_words
from workshop.ledger.tables import embedding, job


class Embeddings:
    """Vectors as bytes, by note, each with the digest of the words that it was made of."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._jobs = Jobs(engine)

    def of(self, workshop_id: str, model: str) -> dict[str, tuple[str, bytes]]:
        """Digest and vector of all notes of a workshop that this model has seen."""
        asked = select(embedding.c.note_id, embedding.c.digest, embedding.c.vector)
        here = (embedding.c.workshop_id == workshop_id) & (embedding.c.model == model)
        with (
            in_words(),
            self._engine.connect().execution_options(**READING) as connection,
            connection.begin(),
        ):
            rows = connection.execute(asked.where(here))
            return {row.note_id: (row.digest, row.vector) for row in rows}

    def keep(self, mine: Job, model: str, made: Mapping[str, tuple[str, bytes]]) -> bool:
        """Keep what was made in the course of a job, as long as it is still this worker's to do.

        Words that are redacted meanwhile take the job with them, and nothing of theirs is kept.
        """
        rows = [
            {
                "workshop_id": mine.workshop_id,
                "note_id": note,
                "digest": digest,
                "model": model,
                "vector": vector,
            }
            for note, (digest, vector) in made.items()
        ]
        with self._jobs.writing() as connection:
            held = connection.execute(update(job).where(is_mine(mine)).values(worker=mine.worker))
            if held.rowcount != 1:
                return False
            here = embedding.c.workshop_id == mine.workshop_id
            connection.execute(delete(embedding).where(here & embedding.c.note_id.in_(list(made))))
            connection.execute(insert(embedding), rows)
        return True

"""Who may say how it was: from the step's opening until the workshop closes."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.feedback.messages import FeedbackGiven, FeedbackStep, GiveFeedback
from workshop.core import text
from workshop.core.access import begun_step, takes_part
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Workshop
from workshop.errors import Invalid

FEEDBACK_LENGTH = 1_000


def give_feedback(command: GiveFeedback, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    takes_part(by)
    step, _ = begun_step(state, command.step, FeedbackStep)
    words = text.passage(command.text, FEEDBACK_LENGTH, "The feedback") if command.text.strip() else ""
    if not words and command.rating is None:
        raise Invalid("Choose how it was, or write a few words.", "empty")
    before = state.feedback.get((step.id, by.id))
    if before is None or (words, command.rating) != (before.text, before.rating):
        yield FeedbackGiven(
            feedback=before.id if before else command.id,
            step=step.id,
            person=by.id,
            text=words,
            rating=command.rating,
        )


RULES = {GiveFeedback: give_feedback}

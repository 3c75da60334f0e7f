"""A second feedback of the same person takes the place of the first."""

from __future__ import annotations

from workshop.activities.feedback.messages import FeedbackGiven
from workshop.core.state import Workshop
from workshop.core.things import Feedback


def given(state: Workshop, event: FeedbackGiven, at: int, _by: str | None) -> None:
    state.feedback[event.step, event.person] = Feedback(
        id=event.feedback, step=event.step, by=event.person, text=event.text, rating=event.rating, at=at
    )


CHANGES = {FeedbackGiven: given}

"""Each person sees their own feedback; the hosts see how many gave some, and read it in the report."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.feedback.messages import FeedbackGiven
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.views import Touch, View, key


class FeedbackDoc(Doc, frozen=True, kw_only=True):
    step: str
    text: str
    rating: int | None
    at: int


class FeedbackCountDoc(Doc, frozen=True, kw_only=True):
    step: str
    people: int


def _own_keys(state: Workshop, person: str) -> Iterator[str]:
    return (step for step, who in state.feedback if who == person)


def _own(state: Workshop, person: str, step_id: str) -> FeedbackDoc | None:
    given = state.feedback.get((step_id, person))
    if given is None:
        return None
    return FeedbackDoc(step=step_id, text=given.text, rating=given.rating, at=given.at)


def _desk_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return (s.id for s in state.steps.values() if s.activity == "feedback")


def _desk(state: Workshop, _stream_id: str, step_id: str) -> FeedbackCountDoc | None:
    if state.step_of_kind(step_id, "feedback") is None:
        return None
    return FeedbackCountDoc(step=step_id, people=sum(step == step_id for step, _ in state.feedback))


VIEWS = (
    View("person", "feedback", FeedbackDoc, _own_keys, _own),
    View("desk", "feedback", FeedbackCountDoc, _desk_keys, _desk),
)


def _given(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, FeedbackGiven)
    yield streams.person(event.person), key("feedback", event.step)
    yield streams.DESK, key("feedback", event.step)


TOUCHES = {FeedbackGiven: _given}

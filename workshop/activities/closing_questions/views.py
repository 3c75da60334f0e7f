"""Each person sees their own answers; the hosts see how many there are."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.closing_questions.messages import QuestionAnswered
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.views import Touch, View, key


class AnswerDoc(Doc, frozen=True, kw_only=True):
    step: str
    question: int
    text: str
    at: int


class AnswersDoc(Doc, frozen=True, kw_only=True):
    """``counts``: how many answered each question; ``people``: how many answered any."""

    step: str
    counts: tuple[int, ...]
    people: int


def _own_keys(state: Workshop, person: str) -> Iterator[str]:
    return (f"{step}/{question}" for step, question, who in state.answers if who == person)


def _own(state: Workshop, person: str, doc_id: str) -> AnswerDoc | None:
    step, _, question = doc_id.rpartition("/")
    answer = state.answers.get((step, int(question), person))
    if answer is None:
        return None
    return AnswerDoc(step=step, question=answer.question, text=answer.text, at=answer.at)


def _desk_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return (s.id for s in state.steps.values() if s.activity == "closing_questions")


def _desk(state: Workshop, _stream_id: str, step_id: str) -> AnswersDoc | None:
    step = state.step_of_kind(step_id, "closing_questions")
    if step is None:
        return None
    given = [a for a in state.answers.values() if a.step == step_id]
    asked = len(getattr(step.settings, "questions", ()))
    return AnswersDoc(
        step=step_id,
        counts=tuple(sum(a.question == q for a in given) for q in range(asked)),
        people=len({a.by for a in given}),
    )


VIEWS = (
    View("person", "answer", AnswerDoc, _own_keys, _own),
    View("desk", "answers", AnswersDoc, _desk_keys, _desk),
)


def _answered(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, QuestionAnswered)
    yield streams.person(event.person), key("answer", f"{event.step}/{event.question}")
    yield streams.DESK, key("answers", event.step)


TOUCHES = {QuestionAnswered: _answered}

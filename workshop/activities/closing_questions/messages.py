"""Questions that each person answers alone."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.messages import Command, Event, Id, Text
from workshop.core.plan import Prompt, StepSettings

QuestionNo = Annotated[int, Meta(ge=0, le=19)]


class ClosingQuestions(StepSettings, frozen=True, kw_only=True, tag="closing_questions"):
    questions: Annotated[list[Prompt], Meta(min_length=1, max_length=20)]
    answer_length: Annotated[int, Meta(ge=50, le=5_000)] = 1_000


class AnswerQuestion(Command, frozen=True, kw_only=True, tag="question.answer"):
    """Answer, or change one's answer. An empty text takes it back. Questions are numbered from 0."""

    step: Id
    question: QuestionNo
    text: Text
    on_behalf_of: Id | None = None


class QuestionAnswered(Event, frozen=True, kw_only=True, tag="question.answered"):
    answer: str
    step: str
    question: int
    person: str
    text: str
    entered_by: str | None = None

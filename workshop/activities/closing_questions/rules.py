"""Who may answer the closing questions: from their step's opening until the workshop closes."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.closing_questions.messages import AnswerQuestion, ClosingQuestions, QuestionAnswered
from workshop.core import text
from workshop.core.access import begun_step, speaks_for, takes_part
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Workshop
from workshop.errors import NotFound


def answer(command: AnswerQuestion, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    takes_part(by)
    step, settings = begun_step(state, command.step, ClosingQuestions)
    _asked(settings, command.question)
    person = speaks_for(state, by, command.on_behalf_of)
    words = _words(command.text, settings.answer_length)
    before = state.answers.get((step.id, command.question, person.id))
    if words != (before.text if before else ""):
        yield QuestionAnswered(
            answer=before.id if before else command.id,
            step=step.id,
            question=command.question,
            person=person.id,
            text=words,
            entered_by=by.id if by.id != person.id else None,
        )


def _asked(settings: ClosingQuestions, question: int) -> None:
    asked = len(settings.questions)
    if question >= asked:
        raise NotFound(f"There is no question {question + 1} here: the last one is question {asked}.")


def _words(given: str, most: int) -> str:
    """Empty words take an answer back."""
    return text.passage(given, most, "This answer") if given.strip() else ""


RULES = {AnswerQuestion: answer}

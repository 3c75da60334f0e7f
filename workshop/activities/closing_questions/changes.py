"""The latest answer of each person to each question is the one that counts."""

from __future__ import annotations

from workshop.activities.closing_questions.messages import QuestionAnswered
from workshop.core.state import Workshop
from workshop.core.things import Answer


def answered(state: Workshop, event: QuestionAnswered, at: int, _by: str | None) -> None:
    place = (event.step, event.question, event.person)
    if not event.text:
        state.answers.pop(place, None)
        return
    state.answer_places[event.answer] = place
    state.answers[place] = Answer(
        id=event.answer,
        step=event.step,
        question=event.question,
        by=event.person,
        text=event.text,
        at=at,
        entered_by=event.entered_by,
    )


CHANGES = {QuestionAnswered: answered}

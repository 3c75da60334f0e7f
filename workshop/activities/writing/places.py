"""The places of the report that people write in, and whether a quote still stands where it was taken from."""

from __future__ import annotations

import re

from workshop.core.checked import REDACTED
from workshop.core.quoting import is_quote_of
from workshop.core.report import Quoted
from workshop.core.state import Workshop

# Places of the report as a whole, and those that each step of an activity has.
OF_THE_REPORT = (
    *("context", "series", "moment", "thanks", "about"),
    *("process", "method", "reflections", "done", "next"),
)
OF_A_STEP = {
    "round": "story_round",
    "inconsistencies": "story_round",
    "suggestions": "story_round",
    "plenary": "plenary",
}
_QUESTION = re.compile(r"question\.([^.]+)\.([1-9]\d?)")


def is_part(state: Workshop, part: str) -> bool:
    """Whether this report has such a place: ``context``, ``round.s4``, ``question.s9.1`` (numbers from 1)."""
    if part in OF_THE_REPORT:
        return True
    what, _, step = part.partition(".")
    if what in OF_A_STEP:
        return state.step_of_kind(step, OF_A_STEP[what]) is not None
    found = _QUESTION.fullmatch(part)
    asking = state.step_of_kind(found[1], "closing_questions") if found else None
    return asking is not None and int(found[2]) <= len(getattr(asking.settings, "questions", ()))  # type: ignore[index]


def source_text(state: Workshop, source: str) -> str | None:
    """What stands there now; None where nothing does, or where it was taken away."""
    kind, _, of = source.partition("-")
    if kind == "note":
        note = state.notes.get(of)
        return note.text if note is not None and not note.deleted else None
    if kind == "answer":
        answer = state.answer(of)
        return answer.text if answer is not None else None
    line = state.chat.get(of) if kind == "chat" else None
    return line.text if line is not None and not line.removed else None


def words_standing(state: Workshop, quote: Quoted) -> str | None:
    """The words of a quote; None where its source was taken away or redacted, or says them no more."""
    now = source_text(state, quote.source)
    if now is None or quote.words == REDACTED:
        return None
    return quote.words if is_quote_of(quote.words, now) else None

"""What a careful colleague would say about a plan that works. Advice never refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshop.activities.arrival.messages import Arrival
from workshop.activities.closing_questions.messages import ClosingQuestions
from workshop.activities.flow import Trail
from workshop.activities.pause.messages import Break
from workshop.activities.plan import Plan
from workshop.activities.presentation.messages import Presentation
from workshop.activities.story_round.messages import StoryRound
from workshop.core.plan import StepSettings
from workshop.plans.problems import Finding

SHORT_ROUND = 15  # minutes
LONGEST_STRETCH = 90  # minutes without a break
MANY_ROUNDS = 3
LONG_PROMPT = 30  # words

_NO_ARRIVAL = "The first step is not arrival. There, people try a note, a move and a dot before it matters."
_NO_CONTACTS = "The plan names nobody to turn to. Add contacts; they stand behind “Help and worries”."
_NO_NOTICE = "There is no notice. Say who runs this, what is kept, who sees it, how to take a note back."
_CLOSED = "This question can be answered with yes or no. Begin it with what, how or when, to hear more."
_TABLE_YET = {"rotate": "to move on from", "stay": "to stay at", "home": "to go back to"}
_YES_OR_NO = re.compile(
    r"(am|are|can|could|did|do|does|had|has|have|is|may|might|must|shall|should|was|were|will|would)(n['’]t)?\b",
    re.IGNORECASE,
)

Advice = tuple[Trail, str]


def findings(plan: Plan) -> Iterator[Finding]:
    """Everything worth thinking about, as advice."""
    for trail, message in _all(plan):
        yield Finding(trail, message, "advice")


def _all(plan: Plan) -> Iterator[Advice]:
    yield from _around(plan)
    yield from _sum(plan)
    yield from _stretches(plan)
    yield from _rounds(plan)
    for no, step in enumerate(plan.steps):
        yield from _prompts(no, step)
        if isinstance(step, Presentation) and not (step.words or step.link or step.pictures):
            yield ("steps", no), f"“{step.title}” shows nothing. Give it words, a link or pictures."


def _around(plan: Plan) -> Iterator[Advice]:
    if not isinstance(plan.steps[0], Arrival):
        yield ("steps", 0), _NO_ARRIVAL
    if not plan.contacts:
        yield (), _NO_CONTACTS
    if not plan.notice:
        yield (), _NO_NOTICE


def _sum(plan: Plan) -> Iterator[Advice]:
    total = sum(step.minutes for step in plan.steps)
    if total != plan.minutes:
        difference = f"{_minutes(abs(total - plan.minutes))} too {'many' if total > plan.minutes else 'few'}"
        message = f"The steps take {_minutes(total)} together, the plan says {plan.minutes}: {difference}."
        yield ("minutes",), message


def _minutes(count: int) -> str:
    return f"{count} {'minute' if count == 1 else 'minutes'}"


def _stretches(plan: Plan) -> Iterator[Advice]:
    stretch = 0
    for no, step in enumerate(plan.steps):
        before, stretch = stretch, 0 if isinstance(step, Break) else stretch + step.minutes
        if before <= LONGEST_STRETCH < stretch:
            said = f"“{step.title}” ends after {_minutes(stretch)} without a break."
            yield ("steps", no), f"{said} Put a break before it: {LONGEST_STRETCH} minutes are enough."


def _rounds(plan: Plan) -> Iterator[Advice]:
    found = [(no, step) for no, step in enumerate(plan.steps) if isinstance(step, StoryRound)]
    for count, (no, step) in enumerate(found, 1):
        if step.minutes < SHORT_ROUND:
            said = f"“{step.title}” has {_minutes(step.minutes)}. Under {SHORT_ROUND}, not all get to speak."
            yield ("steps", no, "minutes"), said
        if count == 1 and step.seating in _TABLE_YET:
            said = f"“{step.title}” is the first round. Nobody has a table {_TABLE_YET[step.seating]} yet."
            yield ("steps", no, "seating"), f"{said} Choose mixed."
        if count == MANY_ROUNDS + 1:
            yield (
                ("steps", no),
                f"“{step.title}” is round {count}. More than {MANY_ROUNDS} rounds tire people.",
            )


def _prompts(no: int, step: StepSettings) -> Iterator[Advice]:
    for trail, prompt in _asked(no, step):
        words = len(prompt.split())
        if words > LONG_PROMPT:
            said = f"This question has {words} words. Up to {LONG_PROMPT} are easy to read."
            yield trail, f"{said} Put the rest into words."
        if is_closed(prompt):
            yield trail, _CLOSED


def _asked(no: int, step: StepSettings) -> Iterator[tuple[Trail, str]]:
    prompt = getattr(step, "prompt", "")
    if prompt:
        yield ("steps", no, "prompt"), prompt
    if isinstance(step, ClosingQuestions):
        for which, question in enumerate(step.questions):
            yield ("steps", no, "questions", which), question


def is_closed(prompt: str) -> bool:
    """Whether every question in a prompt could be answered with yes or no."""
    questions = [part.strip() for part in re.findall(r"[^.?!]*\?", prompt)]
    return bool(questions) and all(_YES_OR_NO.match(question) for question in questions)

"""Parts of the report that tell nothing, or nothing yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workshop.core.text import visible
from workshop.harvest.lint.findings import DESK, Finding, quoted, steps_by_id
from workshop.harvest.model import Harvest, StepLine
from workshop.harvest.vote_phrases import decision_title, vote_title


def section_empty(harvest: Harvest) -> Iterator[Finding]:
    """Of steps that have been held: what was never planned may be missing."""
    for step in harvest.steps:
        told = TOLD.get(step.activity)
        if told is not None and step.phase == "closed" and not told(harvest, step.step):
            text = (
                f"{quoted(step.title)} was held, and the report has nothing from it. "
                "Say why, or leave it out of what you send on."
            )
            yield Finding("section-empty", "may", text, (step.anchor,), (DESK,))
    for question in harvest.questions:
        if (
            not question.answers
            and _closed(harvest, question.step)
            and _others_answered(harvest, question.step)
        ):
            text = f"Nobody has answered closing question {question.no}: {quoted(question.text)}"
            yield Finding("section-empty", "may", _stopped(text), (question.anchor,), (DESK,))


def _stopped(text: str) -> str:
    return text if text.endswith(("?”", ".”", "!”", "…”")) else f"{text}."


def _closed(harvest: Harvest, step: str) -> bool:
    return steps_by_id(harvest)[step].phase == "closed"


def _others_answered(harvest: Harvest, step: str) -> bool:
    return _answers(harvest, step)


def _notes(harvest: Harvest, step: str) -> bool:
    return any(round_.notes for round_ in harvest.rounds if round_.step == step)


def _themes(harvest: Harvest, step: str) -> bool:
    return any(theme.step == step for theme in harvest.themes)


def _ballots(harvest: Harvest, step: str) -> bool:
    return any(vote.step == step for vote in harvest.votes)


def _ideas(harvest: Harvest, step: str) -> bool:
    return any(idea.step == step for idea in harvest.priorities)


def _heard(harvest: Harvest, step: str) -> bool:
    here = [plenary for plenary in harvest.plenaries if plenary.step == step]
    return any(p.chat or any(turn.phase == "heard" for turn in p.turns) for p in here)


def _answers(harvest: Harvest, step: str) -> bool:
    return any(question.answers for question in harvest.questions if question.step == step)


def _feedback(harvest: Harvest, step: str) -> bool:
    return any(line.people for line in harvest.feedback if line.step == step)


# Whether a step of this kind has left anything behind.
TOLD: dict[str, Callable[[Harvest, str], bool]] = {
    "story_round": _notes,
    "themes": _themes,
    "dot_voting": _ballots,
    "priorities": _ideas,
    "plenary": _heard,
    "closing_questions": _answers,
    "feedback": _feedback,
}


def vote_open(harvest: Harvest) -> Iterator[Finding]:
    for vote in harvest.votes:
        if vote.open:
            text = f"The vote {quoted(vote_title(vote))} is still on, so the report shows no result of it."
            yield Finding("vote-open", "must", text, (vote.anchor,), (DESK,))


def vote_without_votes(harvest: Harvest) -> Iterator[Finding]:
    for vote in harvest.votes:
        if not vote.open and not vote.voted:
            text = (
                f"Nobody voted in {quoted(vote_title(vote))}. "
                "Say so where you speak of what matters most, or leave the vote out."
            )
            yield Finding("vote-without-votes", "must", text, (vote.anchor,), (DESK,))


def step_open(harvest: Harvest) -> Iterator[Finding]:
    for step in harvest.steps:
        if _is_on(step) and step.activity in TOLD:
            text = f"{quoted(step.title)} is still on. What comes of it is looked at when it is over."
            yield Finding("step-open", "may", text, (step.anchor,), (DESK,))


def _is_on(step: StepLine) -> bool:
    return step.phase in ("open", "closing")


def decision_without_why(harvest: Harvest) -> Iterator[Finding]:
    for decision in harvest.decisions:
        if not visible(decision.why):
            title = quoted(decision_title(decision))
            text = f"What was decided in {title} stands without a reason. Write it down."
            yield Finding("decision-without-why", "must", text, (decision.anchor,), (DESK,))


SECTIONS = (vote_open, vote_without_votes, decision_without_why, step_open, section_empty)

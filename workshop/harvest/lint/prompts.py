"""Questions that could be answered with yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshop.harvest.lint.findings import AGENDA, Finding, quoted
from workshop.harvest.model import Harvest

_STARTS = (
    r"can['’]t|won['’]t|cannot|"
    r"(?:is|are|was|were|do|does|did|can|could|should|shall|will|would|has|have|had|may|might|must)(?:n['’]t)?"
)
_FIRST = re.compile(rf"^(?:(?:and|but|so|or|now|then),?\s+)?({_STARTS})\b(.*)$", re.IGNORECASE | re.DOTALL)
# Asked politely, and open all the same.
_POLITE = re.compile(
    r"^(?:can|could|would|will) (?:you|we|anyone|someone|somebody|each of you) (?:please )?"
    r"(?:describe|explain|give|list|name|say|share|show|tell|think of)\b",
    re.IGNORECASE,
)
# This or that: the answer is more than yes or no.
_CHOICE = re.compile(r"\bor\b(?! not\b)", re.IGNORECASE)
_QUESTION = re.compile(r"[^.!?\n]+\?")
_OR_NOT = re.compile(r",? or not$", re.IGNORECASE)
_THERE = re.compile(
    r"\s+there\s+(?:(?P<thing>anything|something)\s+|(?P<any>any)\s+)?(?P<what>.+)", re.IGNORECASE
)
_POSITIVE = {"can't": "can", "cannot": "can", "won't": "will"}
# An example longer than this explains nothing.
LONGEST = 120


def closed_question(prompt: str) -> str:
    """The question of a prompt, if all it asks can be answered with yes or no; else nothing."""
    asked = [found.strip() for found in _QUESTION.findall(prompt)]
    return asked[0] if asked and all(map(_is_closed, asked)) else ""


def _is_closed(question: str) -> bool:
    return bool(_FIRST.match(question)) and not _POLITE.match(question) and not _CHOICE.search(question)


def opened(question: str) -> str:
    """The same question, so that people can say more than yes or no; nothing if it would be too long."""
    found = _FIRST.match(question)
    assert found is not None
    start = found[1].lower().replace("’", "'")
    start = _POSITIVE.get(start, start.removesuffix("n't"))
    made = _asked_openly(start, _OR_NOT.sub("", found[2].rstrip(" ?")))
    return made if len(made) <= LONGEST else ""


def _asked_openly(start: str, rest: str) -> str:
    there = _THERE.match(rest)
    if there and there["thing"]:
        return f"What, if anything, {start} {there['what']}?"
    if there and there["any"]:
        return f"What {there['what']} {start} there?"
    way = "where" if there else "in what ways"
    return f"{way.capitalize()} {start}{rest}, and {way} not?"


def prompt_closed(harvest: Harvest) -> Iterator[Finding]:
    for anchor, what, prompt in _asked(harvest):
        question = closed_question(prompt)
        if question:
            better = opened(question)
            such_as = f", such as “{better}”" if better else ""
            text = (
                f"{what} can be answered with yes or no: {quoted(question)} "
                f"Next time ask for more{such_as or ', with what, how or which'}."
            )
            yield Finding("prompt-closed", "may", text.replace("?”.", "?”"), (anchor,), (AGENDA,))


def _asked(harvest: Harvest) -> Iterator[tuple[str, str, str]]:
    for round_ in harvest.rounds:
        yield round_.anchor, f"The question of round {round_.no}", round_.prompt
    for question in harvest.questions:
        yield question.anchor, f"Closing question {question.no}", question.text
    for line in harvest.feedback:
        yield line.anchor, f"What was asked in {quoted(line.title)}", line.prompt
    for plenary in harvest.plenaries:
        yield f"step-{plenary.step}", f"What was asked in {quoted(plenary.title)}", plenary.prompt


PROMPTS = (prompt_closed,)

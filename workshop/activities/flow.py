"""Whether the steps of a plan can follow one another: what each needs must have come before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshop.activities.blueprint.messages import Blueprint
from workshop.activities.dot_voting.messages import DotVoting
from workshop.activities.plenary.messages import Plenary
from workshop.activities.priorities.messages import Priorities
from workshop.activities.story_round.messages import StoryRound
from workshop.activities.themes.messages import Themes
from workshop.core.plan import PeopleSettings, StepSettings
from workshop.core.text import same_words, visible

_NO_ROUND = "there is no round before this step, so there are no notes yet. Put a story_round before it."
_NO_EARLIER = "this is the first round, so nothing was said before it. Write false, or take the line out."
_BLANK = "nothing can be seen here. Write a few words."
_TITLE_TAKEN = "an earlier round has this title already. Give each round a title of its own."
# What dots can be placed on: the step that must come first, and what plans call it.
_NEEDED: dict[str, tuple[type[StepSettings], str]] = {
    "themes": (Themes, "themes"),
    "notes": (StoryRound, "story_round"),
    "priorities": (Priorities, "priorities"),
}

# A field, and what is wrong with it.
Complaint = tuple[str, str]
# The way from the top of a plan to a value: ("steps", 2, "minutes").
Trail = tuple[str | int, ...]


def findings(people: PeopleSettings, steps: Sequence[StepSettings]) -> Iterator[tuple[Trail, str]]:
    """All that keeps a well-formed plan from working: where, and what to do."""
    for field, message in (*_sizes(people), *_groups(people)):
        yield ("people", field), f"{field} of people: {message}"
    for no, step in enumerate(steps):
        for field, message in _step(step, steps[:no]):
            yield ("steps", no, field), f"{field} of step {no + 1} “{step.title}”: {message}"


def _sizes(people: PeopleSettings) -> Iterator[Complaint]:
    size = people.table_size
    if people.smallest > size:
        yield "smallest", f"{people.smallest} is more than table_size. Give a whole number from 2 to {size}."
    if people.largest < size:
        yield "largest", f"{people.largest} is less than table_size. Give a whole number from {size} to 10."


def _groups(people: PeopleSettings) -> Iterator[Complaint]:
    seen: set[str] = set()
    for name in people.groups:
        plain = same_words(name)
        if not visible(name):
            yield "groups", "one of them cannot be seen. Write a name, or take the line out."
        elif plain in seen:
            yield "groups", f"“{name}” is there more than once. Name each group once."
        seen.add(plain)


def _step(step: StepSettings, before: Sequence[StepSettings]) -> Iterator[Complaint]:
    if not visible(step.title):
        yield "title", _BLANK
    rounds = [each for each in before if isinstance(each, StoryRound)]
    if isinstance(step, Plenary | Priorities | Themes) and not rounds:
        yield "activity", _NO_ROUND
    elif isinstance(step, StoryRound):
        yield from _round(step, rounds)
    elif isinstance(step, Themes):
        yield from _themes(step, rounds)
    elif isinstance(step, DotVoting):
        yield from _dots(step, before)
    elif isinstance(step, Blueprint):
        yield from _lens(step)


def _round(step: StoryRound, before: list[StoryRound]) -> Iterator[Complaint]:
    if any(other.title == step.title for other in before):
        yield "title", _TITLE_TAKEN
    if not visible(step.prompt):
        yield "prompt", _BLANK
    for field in ("recap", "bring_in"):
        if getattr(step, field) and not before:
            yield field, _NO_EARLIER
    for kind in sorted({kind for kind in step.note_kinds if step.note_kinds.count(kind) > 1}):
        yield "note_kinds", f"“{kind}” is there more than once. Name each kind once."


def _themes(step: Themes, before: list[StoryRound]) -> Iterator[Complaint]:
    titles = [each.title for each in before]
    for title in step.from_steps:
        if title not in titles:
            there = ", ".join(f"“{each}”" for each in titles)
            yield "from_steps", f"no earlier round is called “{title}”. The earlier rounds are: {there}."


def _dots(step: DotVoting, before: Sequence[StepSettings]) -> Iterator[Complaint]:
    if step.dots is not None and step.cap > step.dots:
        yield (
            "cap",
            f"{step.cap} is more than the dots a person has. Give a whole number from 1 to {step.dots}.",
        )
    kind, name = _NEEDED[step.over]
    if not any(isinstance(each, kind) for each in before):
        yield "over", f"there are no {step.over} yet. Put a step with activity: {name} before this one."


def _lens(step: Blueprint) -> Iterator[Complaint]:
    if step.lens != "own" and step.entries:
        yield "entries", "they are of a lens of one's own. Write lens: own as well, or take them out."
    elif step.lens == "own" and not step.entries:
        yield "lens", "one's own lens needs its entries. List them under entries, one on each line."
    plain = [same_words(entry) for entry in step.entries]
    for entry, words in zip(step.entries, plain, strict=True):
        if not visible(entry):
            yield "entries", "one of them cannot be seen. Write words, or take the line out."
        elif plain.count(words) > 1:
            yield "entries", f"“{entry}” is there more than once. Name each entry once."
            return

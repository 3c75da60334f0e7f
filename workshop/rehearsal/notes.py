"""What simulated people say: lines of a file, word for word, or invented ones."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from workshop.activities.closing_questions.messages import ClosingQuestions
from workshop.activities.feedback.messages import FeedbackStep
from workshop.activities.plan import AnyStep
from workshop.activities.report.rules import PASSAGE_LENGTH, STATEMENT_LENGTH
from workshop.activities.story_round.messages import StoryRound
from workshop.activities.writing.places import OF_THE_REPORT
from workshop.core.report import KINDS
from workshop.errors import Invalid

REPORT = "report"
OF_A_ROUND = ("round", "inconsistencies", "suggestions")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One contribution: ``step`` is ``round-N``, ``closing-N`` (the N-th question) or ``feedback``.

    What the host writes afterwards: ``report``, with the place in it as ``kind``; ``key-theme``,
    ``conclusion`` or ``recommendation``, with the heading as ``kind``.
    """

    step: str
    kind: str
    text: str


def read_lines(path: Path, steps: Iterable[AnyStep]) -> list[Line]:
    """Every line of a JSON lines file, checked against the plan. Raises :class:`Invalid` naming the line."""
    try:
        raw = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise Invalid(
            f"{path} cannot be read ({problem}). Give a text file of JSON lines.", "notes"
        ) from problem
    known = dict(_places(steps))
    lines = [_line(path, no, words, known) for no, words in enumerate(raw.splitlines(), 1) if words.strip()]
    if not lines:
        raise Invalid(f"{path} is empty. Each line is like {EXAMPLE}", "notes")
    return lines


EXAMPLE = '{"step": "round-1", "kind": "helped", "text": "…"}'


def _line(path: Path, no: int, words: str, known: Mapping[str, tuple[list[str], int]]) -> Line:
    try:
        line = msgspec.json.decode(words, type=Line)
    except (msgspec.DecodeError, RecursionError) as problem:
        raise Invalid(f"{path}:{no}: {problem}. A line is like {EXAMPLE}", "notes") from problem
    if line.step not in known:
        raise Invalid(f"{path}:{no}: there is no step {line.step} in this plan. It has {', '.join(known)}.")
    kinds, most = known[line.step]
    if kinds and line.kind not in kinds:
        raise Invalid(f"{path}:{no}: {line.step} has no notes of kind {line.kind}, only {', '.join(kinds)}.")
    if not line.text.strip() or len(line.text) > most:
        raise Invalid(f"{path}:{no}: the text has {len(line.text)} characters. 1 to {most} are allowed.")
    return line


def _places(steps: Iterable[AnyStep]) -> Iterator[tuple[str, tuple[list[str], int]]]:
    rounds = 0
    for step in steps:
        if isinstance(step, StoryRound):
            rounds += 1
            yield f"round-{rounds}", (step.note_kinds, step.note_length)
        elif isinstance(step, ClosingQuestions):
            for no in range(1, len(step.questions) + 1):
                yield f"closing-{no}", ([], step.answer_length)
        elif isinstance(step, FeedbackStep):
            yield "feedback", ([], 1_000)
    of_rounds = [f"{part}-{no}" for no in range(1, rounds + 1) for part in OF_A_ROUND]
    yield REPORT, ([*OF_THE_REPORT, *of_rounds], PASSAGE_LENGTH)
    yield from ((kind, ([], STATEMENT_LENGTH)) for kind in KINDS)


SUBJECTS = ("The first visit", "Our duty desk", "A joint assessment", "The weekly meeting", "My supervisor")
VERBS = ("gave us time for", "kept us away from", "made room for", "slowed down", "brought back")
OBJECTS = (
    "the children we know",
    "one clear plan",
    "honest words with a parent",
    "calm work",
    "the next step",
)
ENDINGS = (
    "",
    ", at least on Tuesdays",
    ", and nobody had to ask twice",
    ", which surprised me",
    " this year",
)


def invented(chance: random.Random) -> str:
    """An invented sentence; one of 625."""
    subject, verb, thing, end = (chance.choice(words) for words in (SUBJECTS, VERBS, OBJECTS, ENDINGS))
    return f"{subject} {verb} {thing}{end}."


class Words:
    """Who says what. The lines of a file are dealt out in turn, so that each is said once."""

    def __init__(self, lines: list[Line] | None, seed: int) -> None:
        self._dealt: dict[str, list[Line]] = defaultdict(list)
        for line in lines or ():
            self._dealt[line.step].append(line)
        self.from_file = lines is not None
        self.chance = random.Random(seed)  # noqa: S311

    def of(self, place: str) -> list[Line]:
        """All lines of a place, in order."""
        return self._dealt[place]

    def hand_out(self, place: str, people: int) -> list[list[Line]]:
        """All lines of a place, shared among so many people as evenly as can be."""
        hands: list[list[Line]] = [[] for _ in range(people)]
        for no, line in enumerate(self.of(place)):
            hands[no % people].append(line)
        return hands

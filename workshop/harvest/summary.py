"""In short: the few sentences that everybody reads. Each is computed, and says what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshop.harvest.fold import Folded
from workshop.harvest.model import (
    Attendance,
    DecisionLine,
    Line,
    PriorityLine,
    QuestionLine,
    RoundLine,
    Sentence,
    ThemeLine,
    VoteLine,
)
from workshop.harvest.rounds import seats_in
from workshop.harvest.words import count, listed, reach, short

# More than this, and naming all that are level tells nobody anything.
MOST_NAMED = 3


def in_short(
    folded: Folded,
    attendance: Attendance,
    rounds: Sequence[RoundLine],
    themes: Sequence[ThemeLine],
    votes: Sequence[VoteLine],
    decisions: Sequence[DecisionLine],
    priorities: Sequence[PriorityLine],
    questions: Sequence[QuestionLine],
) -> tuple[Sentence, ...]:
    said = [
        *_who(attendance),
        *_wrote(folded, rounds),
        *_themes(themes),
        *_voted(votes),
        *_decided(decisions),
        *_brought(priorities),
        *_answered(questions),
    ]
    return tuple(
        Sentence(anchor=f"short-{no}", entries=entries, evidence=evidence, text=text)
        for no, (text, entries, evidence) in enumerate(said, 1)
    )


Said = tuple[str, tuple[int, ...], tuple[str, ...]]


def _entries(lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(sorted({n for line in lines for n in line.entries}))


def _who(attendance: Attendance) -> Iterator[Said]:
    yield attendance.text, attendance.entries, (attendance.anchor,)


def _wrote(folded: Folded, rounds: Sequence[RoundLine]) -> Iterator[Said]:
    held = [line for line in rounds if line.people]
    if not held:
        return
    sitting = {who for line in held for who in seats_in(folded.state, line.step)}
    tables = {seats.table for line in held for seats in line.seats}
    notes = sum(len(line.notes) for line in held)
    text = (
        f"{count(len(sitting), 'person', 'people')} sat at {count(len(tables), 'table')} "
        f"and wrote {count(notes, 'note')} in {count(len(held), 'round')}."
    )
    yield text, _entries(held), tuple(line.anchor for line in held)


def _themes(themes: Sequence[ThemeLine]) -> Iterator[Said]:
    if not themes:
        return
    several = sum(len(theme.tables) > 1 for theme in themes)
    far = "all" if several == len(themes) else f"{several or 'none'} of them"
    text = f"{count(len(themes), 'theme')} came of it, {far} heard at more than one table."
    yield text, _entries(themes), tuple(theme.anchor for theme in themes)
    for step in dict.fromkeys(theme.step for theme in themes):
        yield from _most_often([t for t in themes if t.step == step and t.often == "most"])


def _most_often(top: Sequence[ThemeLine]) -> Iterator[Said]:
    if not top:
        return
    far = reach(len(top[0].notes), len(top[0].tables))
    if len(top) == 1:
        text = f"Heard at most tables: “{top[0].name}” ({far})."
    elif len(top) <= MOST_NAMED:
        text = f"Level at most tables: {listed([f'“{t.name}”' for t in top])} ({far} each)."
    else:
        text = f"{len(top)} themes are level at most tables ({far} each)."
    yield text, _entries(top), tuple(theme.anchor for theme in top)


def _voted(votes: Sequence[VoteLine]) -> Iterator[Said]:
    for vote in votes:
        if vote.table is None and not vote.open and vote.runoff_of is None:
            yield _votes_words(vote), vote.entries, (vote.anchor,)


def _votes_words(vote: VoteLine) -> str:
    """How many voted is not said of few: see ``publishing/few.py``."""
    if vote.voted is None:
        return vote.verdict
    return f"{count(vote.voted, 'person', 'people')} placed dots. {vote.verdict}"


def _decided(decisions: Sequence[DecisionLine]) -> Iterator[Said]:
    for decision in decisions:
        if decision.table is None and decision.chosen:
            names = listed([f"“{short(name)}”" for name in decision.chosen])
            yield f"Decided by {decision.by}: {names}.", decision.entries, (decision.anchor,)


def _brought(priorities: Sequence[PriorityLine]) -> Iterator[Said]:
    if not priorities:
        return
    tables = len({idea.table for idea in priorities})
    text = f"{count(tables, 'table')} brought {count(len(priorities), 'idea')} to everyone."
    yield text, _entries(priorities), tuple(idea.anchor for idea in priorities)


def _answered(questions: Sequence[QuestionLine]) -> Iterator[Said]:
    answers = [answer for question in questions for answer in question.answers]
    if not answers:
        return
    text = f"{count(len(answers), 'answer')} to {count(len(questions), 'closing question')}."
    yield text, _entries(answers), tuple(question.anchor for question in questions)

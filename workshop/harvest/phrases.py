"""What documents say of the parts of a harvest. One place for the words of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from workshop.harvest.model import (
    Attendance,
    Experiment,
    FeedbackLine,
    Finding,
    Harvest,
    NoteLine,
    OptionLine,
    PriorityLine,
    RoundLine,
    StepLine,
    ThemeLine,
    TurnLine,
)
from workshop.harvest.voices import FEWEST_MARKS, shuffled
from workshop.harvest.words import count, kind_word, level_words, listed, minutes
from workshop.harvest.written_phrases import CONCLUSIONS, TITLES, concludes, passages_in

MARK_WORDS = ("Not good", "Not so good", "All right", "Good", "Very good")
REACTION_WORDS = {
    "thanks": "Thank you",
    "same": "We found this too",
    "more": "Tell us more",
    "help": "I could help",
}
# Highlighted notes that a round shows at once; the rest are marked among all notes.
PICKED = 6


class Section(NamedTuple):
    id: str
    title: str


def contents(harvest: Harvest) -> list[Section]:
    """The sections of the report, in order. One that people write is there once somebody has written it;
    every other is, even when it has nothing to tell."""
    rounds = [Section(r.anchor, f"Round {r.no}: {r.title}") for r in harvest.rounds]
    return [
        Section("in-short", "In short"),
        *([Section("process", TITLES["process"])] if passages_in(harvest, ["process"]) else []),
        Section("day", "How the day went"),
        Section("who", "Who was there"),
        *(rounds or [Section("rounds", "The rounds")]),
        Section("themes", "Themes"),
        Section("votes", "How people voted"),
        Section("decisions", "What was decided"),
        Section("ideas", "What could change it"),
        Section("plenary", "Hearing each table"),
        Section("questions", "Closing questions"),
        Section("feedback", "How it was to take part"),
        *([Section("conclusions", CONCLUSIONS)] if concludes(harvest) else []),
        Section("sources", "Where each theme comes from"),
        Section("words", "Everything word for word"),
    ]


class Found(NamedTuple):
    """Themes under one heading. ``numbered``: whether their place is shown."""

    title: str
    themes: list[ThemeLine]
    numbered: bool


def by_frequency(themes: Sequence[ThemeLine]) -> list[Found]:
    """The themes under what can truly be said of them. Headings without themes are left out."""
    headings = (
        ("Most often, and at most tables", ("most", "often"), True),
        ("Heard less often", ("less",), False),
        ("Heard at one table", ("one-table",), False),
        ("One voice, kept on its own", ("single-voice",), False),
    )
    found = (
        Found(title, [theme for theme in themes if theme.often in often], numbered)
        for title, often, numbered in headings
    )
    return [each for each in found if each.themes]


def who_they_were(there: Attendance) -> str:
    """Participants and the support team, apart."""
    part = count(there.participants, "person", "people") if there.participants else "Nobody"
    team = [count(n, one) for n, one in ((there.facilitators, "facilitator"), (there.hosts, "host")) if n]
    support = f" The support team: {listed(team)}." if team else ""
    return f"{part} took part in the conversations.{support}"


def seated(round_: RoundLine) -> str:
    """Who sat in one round."""
    people = count(round_.people, "person", "people")
    support = f", including {round_.support} of the support team" if round_.support else ""
    return f"{people} sat at {count(round_.tables, 'table')}{support}."


def written(round_: RoundLine) -> str:
    """How much was written, by notes and by tables."""
    if not round_.notes:
        return "No notes were written in this round."
    kinds = [f"{kind_word(c.kind)}: {c.notes} (at {count(c.tables, 'table')})." for c in round_.kinds]
    wrote = f"{count(len(round_.notes), 'note')} from {count(round_.note_tables, 'table')}."
    return " ".join([wrote, *kinds])


def met_again(round_: RoundLine) -> str:
    """Whether people met who had sat together before."""
    again = round_.repeat_meetings
    if not again:
        return "Nobody sat with someone they had sat with before."
    least = round_.least_possible
    known = f" With these tables it cannot be fewer than {least}." if least else ""
    return f"{count(again, 'pair')} had sat together before.{known}"


class Picked(NamedTuple):
    shown: list[NoteLine]
    rest: int


def picked(round_: RoundLine) -> Picked:
    """A few of the notes that were highlighted at their tables, in an order that means nothing."""
    high = shuffled(note for note in round_.notes if note.highlighted)
    return Picked(high[:PICKED], max(0, len(high) - PICKED))


Laid = TypeVar("Laid", NoteLine, PriorityLine)


def at_tables(lines: Sequence[Laid]) -> Iterator[tuple[int, list[Laid]]]:
    """Notes or ideas by table; they come sorted by it."""
    return ((table, list(group)) for table, group in groupby(lines, key=lambda line: line.table))


def marks_of(note: NoteLine) -> list[str]:
    """What else there is to say of a note."""
    edited = {0: "", 1: "changed once"}.get(note.edited, f"changed {note.edited} times")
    said = ["highlighted" if note.highlighted else "", "late" if note.late else "", edited]
    return [each for each in said if each]


def place_words(of: ThemeLine | OptionLine | Finding | Experiment) -> str:
    """Place 1, level with 2 others."""
    return ", ".join(part for part in (f"Place {of.place}", level_words(of.level)) if part)


def place_sign(of: ThemeLine | OptionLine | Finding | Experiment) -> str:
    """A place in one sign: 3, or 3= when others share it."""
    return f"{of.place}=" if of.level > 1 else str(of.place)


def turn_words(turn: TurnLine) -> str:
    """How one table's turn went."""
    if turn.phase == "skipped":
        return "Passed over"
    if turn.phase == "waiting":
        return "Not heard"
    if turn.phase == "speaking":
        return "Speaking now"
    return f"Heard for {minutes(turn.taken_seconds)}"


def reactions_words(turn: TurnLine) -> str:
    return ", ".join(f"{n} × {REACTION_WORDS.get(kind, kind)}" for kind, n in turn.reactions.items())


def marks_words(line: FeedbackLine) -> str:
    """Why the marks are not shown; nothing if they are."""
    if line.marks is not None:
        return ""
    given = f"{count(line.marked, 'person', 'people')} gave a mark."
    if line.marked < FEWEST_MARKS:
        return f"{given} Marks are shown from {FEWEST_MARKS} people on, so that nobody can be singled out."
    return f"{given} The marks are shown when the café is closed."


def time_taken(step: StepLine) -> str:
    """The actual time of a step: 16 minutes + 9 minutes when it was reopened."""
    if step.phase in ("open", "closing"):
        return "still on"
    if not step.stretches:
        return "not held"
    return " + ".join(minutes(stretch) for stretch in step.stretches)


def step_remarks(step: StepLine) -> list[str]:
    """What happened to the plan of a step."""
    added = step.added_minutes
    remarks = []
    if added:
        remarks.append(f"{count(abs(added), 'minute')} {'added' if added > 0 else 'taken away'}")
    if step.reopened:
        remarks.append(f"opened again {count(step.reopened, 'time')}")
    return remarks


def ranges(numbers: Sequence[int]) -> str:
    """Entry numbers, runs of them together: 3, 7–9."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)

"""Reading a ledger for its harvest: the state it leads to, and what only the way there shows.

Names are never read: the state that is folded here does not know what anybody is called.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from workshop.activities.blueprint.messages import BlueprintIssued
from workshop.activities.closing_questions.messages import QuestionAnswered
from workshop.activities.feedback.messages import FeedbackGiven
from workshop.activities.notes.messages import NoteAdded, NoteEdited
from workshop.activities.people.messages import PersonGrouped, PersonLeft, PersonRenamed, QuotingSaid
from workshop.activities.plenary.messages import TableCalled
from workshop.activities.priorities.messages import PriorityPicked
from workshop.activities.quotes.messages import QuoteChecked
from workshop.activities.report.messages import (
    PassageWritten,
    StatementAdded,
    StatementMoved,
    StatementRemoved,
    StatementWritten,
)
from workshop.activities.rooms import apply, read_event
from workshop.activities.steps.messages import StepClosed, StepExtended
from workshop.activities.themes.messages import ThemeNamed, ThemeStarted
from workshop.core.checked import Checked
from workshop.core.messages import Event
from workshop.core.state import Workshop
from workshop.harvest import anchors
from workshop.harvest.issuing import Stood, stood
from workshop.harvest.sources import BEHIND, WIPES
from workshop.ledger.records import Entry

# Who came in, put their own papers right and left has not taken part; nor has who only wrote the report,
# or came when it was over.
NO_DEEDS = (
    *(PersonRenamed, PersonGrouped, PersonLeft, QuotingSaid),
    *(PassageWritten, StatementAdded, StatementWritten, StatementMoved, StatementRemoved),
)


@dataclass(slots=True)
class Folded:
    """What one pass through a ledger gives. All times in milliseconds.

    ``numbers``: entries by anchor. ``did``: people who have done something. ``left``: when someone left.
    ``stretches``: how long each step was open each time. ``added``: minutes that hosts gave a step.
    ``spoke_for``: turns with a spokesperson. ``said``: words of themes and priorities at any time, by anchor.
    ``reasons``: those of priorities with who gave them, by the anchor of the note.
    ``earlier``: all that people wrote alone, after whose it is, also what they have replaced since.
    ``decided``: what hosts said of words, by what these are called and their mark.
    ``versions``: of the blueprint, as they were issued. ``said_by``: what stands with notes that go out.
    """

    state: Workshop
    numbers: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    did: set[str] = field(default_factory=set)
    left: dict[str, int] = field(default_factory=dict)
    stretches: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    added: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    spoke_for: set[tuple[str, int]] = field(default_factory=set)
    said: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    reasons: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    earlier: list[tuple[str, str]] = field(default_factory=list)
    decided: dict[tuple[str, str], Checked] = field(default_factory=dict)
    versions: list[Stood] = field(default_factory=list)
    said_by: dict[str, str] = field(default_factory=dict)

    def entries(self, *behind: str) -> tuple[int, ...]:
        """The numbers of all entries behind these anchors, in order, each once."""
        return tuple(sorted({n for anchor in behind for n in self.numbers.get(anchor, ())}))


def fold(workshop_id: str, ledger: Iterable[Entry]) -> Folded:
    """Everything the entries say, in one pass."""
    folded = Folded(Workshop(id=workshop_id))
    for entry in ledger:
        event, over = read_event(entry.body), folded.state.status == "closed"
        apply(folded.state, event, entry.at, entry.by)
        folded.state.n = entry.n
        _note_source(folded, event, entry.n)
        if entry.by is not None and not over and not isinstance(event, NO_DEEDS):
            folded.did.add(entry.by)
        watch = WATCHED.get(type(event))
        if watch is not None:
            watch(folded, event, entry.at)
    return folded


def _note_source(folded: Folded, event: Event, n: int) -> None:
    behind, wiped = BEHIND.get(type(event)), WIPES.get(type(event))
    for anchor in wiped(folded.state, event) if wiped else ():
        folded.numbers.pop(anchor, None)
    for anchor in behind(folded.state, event) if behind else ():
        folded.numbers[anchor].append(n)


def _left(folded: Folded, event: PersonLeft, at: int) -> None:
    folded.left[event.person] = at


def _step_closed(folded: Folded, event: StepClosed, at: int) -> None:
    opened = folded.state.steps[event.step].opened_at
    folded.stretches[event.step].append(at - (at if opened is None else opened))


def _extended(folded: Folded, event: StepExtended, _at: int) -> None:
    folded.added[event.step] += event.minutes


def _called(folded: Folded, event: TableCalled, _at: int) -> None:
    """A spokesperson may be named while the table speaks, so both ends of a turn count."""
    for no in (event.was, event.table):
        if no is not None and folded.state.tables[no].spokesperson is not None:
            folded.spoke_for.add((event.step, no))


def _theme_words(folded: Folded, event: ThemeStarted | ThemeNamed, _at: int) -> None:
    statement = event.statement if isinstance(event, ThemeNamed) else ""
    folded.said[anchors.theme(event.theme)].update((event.name, statement))


def _reason(folded: Folded, event: PriorityPicked, _at: int) -> None:
    by = folded.state.priorities[event.table, event.note].by
    folded.said[anchors.note(event.note)].add(event.why)
    folded.reasons[anchors.note(event.note)].add((event.why, by))


def _note_words(folded: Folded, event: NoteAdded | NoteEdited, _at: int) -> None:
    folded.earlier.append((folded.state.notes[event.note].by, event.text))


def _own_words(folded: Folded, event: QuestionAnswered | FeedbackGiven, _at: int) -> None:
    folded.earlier.append((event.person, event.text))


def _checked(folded: Folded, event: QuoteChecked, _at: int) -> None:
    known = folded.state.checks.get(event.of)
    if known is None:
        folded.decided.pop((event.of, event.mark), None)
    else:
        folded.decided[event.of, event.mark] = known


def _issued(folded: Folded, _event: BlueprintIssued, _at: int) -> None:
    folded.versions.append(stood(folded.state, folded.state.blueprint.issued[-1]))


WATCHED: dict[type[Event], Any] = {
    PersonLeft: _left,
    StepClosed: _step_closed,
    StepExtended: _extended,
    TableCalled: _called,
    ThemeStarted: _theme_words,
    ThemeNamed: _theme_words,
    PriorityPicked: _reason,
    NoteAdded: _note_words,
    NoteEdited: _note_words,
    QuestionAnswered: _own_words,
    FeedbackGiven: _own_words,
    QuoteChecked: _checked,
    BlueprintIssued: _issued,
}

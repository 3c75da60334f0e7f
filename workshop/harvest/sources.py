"""Which line of the harvest each kind of ledger entry stands behind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from workshop.activities.arrival.messages import CheckPassed
from workshop.activities.blueprint import messages as blueprint
from workshop.activities.closing_questions.messages import QuestionAnswered
from workshop.activities.decisions import messages as decisions
from workshop.activities.dot_voting.messages import (
    BallotClosed,
    BallotNotMade,
    BallotOpened,
    BallotReopened,
    BallotSetAside,
    DotsPlaced,
)
from workshop.activities.feedback.messages import FeedbackGiven
from workshop.activities.hosting import messages as hosting
from workshop.activities.notes import messages as notes
from workshop.activities.people import messages as people
from workshop.activities.pictures import messages as pictures
from workshop.activities.plenary import messages as plenary
from workshop.activities.priorities.messages import PriorityDropped, PriorityPicked
from workshop.activities.quotes import messages as quotes
from workshop.activities.report import messages as report
from workshop.activities.steps import messages as steps
from workshop.activities.story_round.messages import SeatsMade
from workshop.activities.suggestions import messages as suggestions
from workshop.activities.themes import messages as themes
from workshop.activities.ties.messages import TieSettled, TieTalked
from workshop.core.messages import Event
from workshop.core.state import Workshop
from workshop.harvest import anchors

Behind = Callable[[Workshop, Any], Iterable[str]]


def _people(_state: Workshop, _event: Event) -> list[str]:
    return [anchors.ATTENDANCE]


def _workshop(_state: Workshop, _event: Event) -> list[str]:
    return [anchors.WORKSHOP]


def _seats(state: Workshop, _event: Event) -> list[str]:
    """Somebody sits down in the round that is on."""
    return [anchors.seats(state.round_step)] if state.round_step is not None else []


def _step(_state: Workshop, event: Any) -> list[str]:
    return [anchors.step(event.step)]


def _reopened(state: Workshop, event: steps.StepReopened) -> list[str]:
    pushed_back = [anchors.step(event.instead_of)] if event.instead_of is not None else []
    return [anchors.step(event.step), *pushed_back, *(_seats(state, event) if event.tables else [])]


def _note(_state: Workshop, event: Any) -> list[str]:
    return [anchors.note(event.note)]


def _theme(_state: Workshop, event: Any) -> list[str]:
    return [anchors.theme(event.theme)]


def _merged(_state: Workshop, event: themes.ThemesMerged) -> list[str]:
    return [anchors.theme(event.theme), anchors.theme(event.into)]


def _unmerged(_state: Workshop, event: themes.ThemeUnmerged) -> list[str]:
    return [anchors.theme(event.theme), anchors.theme(event.out_of)]


def _vote(_state: Workshop, event: Any) -> list[str]:
    return [anchors.vote(event.ballot)]


def _decision(_state: Workshop, event: decisions.DecisionRecorded) -> list[str]:
    return [anchors.decision(event.decision)]


def _aside(_state: Workshop, event: decisions.DecisionSetAside) -> list[str]:
    return [anchors.decision(event.decision)]


def _missing(_state: Workshop, event: Any) -> list[str]:
    return [anchors.missing(event.missing)]


def _priority(_state: Workshop, event: Any) -> list[str]:
    return [anchors.priority(event.table, event.note)]


def _turns(_state: Workshop, event: plenary.SlotsMade) -> list[str]:
    return [anchors.turn(event.step, table) for table in event.tables]


def _turn(_state: Workshop, event: Any) -> list[str]:
    return [anchors.turn(event.step, event.table)]


def _called(_state: Workshop, event: plenary.TableCalled) -> list[str]:
    return [anchors.turn(event.step, no) for no in (event.was, event.table) if no is not None]


def _chat(_state: Workshop, event: Any) -> list[str]:
    return [anchors.chat(event.chat)]


def _answer(_state: Workshop, event: QuestionAnswered) -> list[str]:
    return [anchors.answer(event.answer)]


def _experiment(_state: Workshop, event: Any) -> list[str]:
    return [anchors.written(event.experiment)]


def _context(_state: Workshop, _event: Event) -> list[str]:
    return [anchors.CONTEXT]


def _issued(_state: Workshop, event: blueprint.BlueprintIssued) -> list[str]:
    return [anchors.issued(event.no)]


def _feedback(_state: Workshop, event: FeedbackGiven) -> list[str]:
    return [anchors.words(event.feedback)]


def _passage(_state: Workshop, event: report.PassageWritten) -> list[str]:
    return [anchors.passage(event.part)]


def _statement(_state: Workshop, event: Any) -> list[str]:
    return [anchors.statement(event.statement)]


BEHIND: dict[type[Event], Behind] = {
    people.PersonJoined: _people,
    people.PersonLeft: _people,
    people.SeatTaken: _seats,
    hosting.TableLed: _seats,
    SeatsMade: _seats,
    steps.WorkshopOpened: _workshop,
    steps.AgendaEdited: _workshop,
    steps.WorkshopClosed: _workshop,
    steps.StepOpened: _step,
    steps.StepExtended: _step,
    steps.ClockHeld: _step,
    steps.StepClosing: _step,
    steps.ClosingTakenBack: _step,
    steps.StepClosed: _step,
    steps.StepReopened: _reopened,
    notes.NoteAdded: _note,
    notes.NoteEdited: _note,
    notes.NoteDeleted: _note,
    notes.NoteRestored: _note,
    notes.NotesLinked: _note,
    notes.NoteHighlighted: _note,
    themes.ThemeStarted: _theme,
    themes.NotesPut: _theme,
    themes.NotesTaken: _theme,
    themes.ThemeNamed: _theme,
    themes.SingleVoiceMarked: _theme,
    themes.DifferingMarked: _theme,
    themes.ThemesMerged: _merged,
    themes.ThemeUnmerged: _unmerged,
    BallotOpened: _vote,
    DotsPlaced: _vote,
    BallotClosed: _vote,
    BallotReopened: _vote,
    TieTalked: _vote,
    TieSettled: _vote,
    decisions.DecisionRecorded: _decision,
    decisions.MissingSaid: _missing,
    decisions.MissingTakenBack: _missing,
    PriorityPicked: _priority,
    PriorityDropped: _priority,
    plenary.SlotsMade: _turns,
    plenary.TableCalled: _called,
    plenary.TableSkipped: _turn,
    plenary.Reacted: _turn,
    plenary.ChatSaid: _chat,
    plenary.ChatRemoved: _chat,
    QuestionAnswered: _answer,
    FeedbackGiven: _feedback,
    blueprint.ExperimentAdded: _experiment,
    blueprint.ExperimentWritten: _experiment,
    blueprint.ExperimentStarted: _experiment,
    blueprint.ExperimentRemoved: _experiment,
    blueprint.ContextWritten: _context,
    blueprint.BlueprintIssued: _issued,
    report.PassageWritten: _passage,
    report.StatementAdded: _statement,
    report.StatementWritten: _statement,
}

# A ballot that never counted: its number may be given to another one, which starts anew.
WIPES: dict[type[Event], Behind] = {BallotSetAside: _vote, decisions.DecisionSetAside: _aside}

# Entries that no line of the harvest rests on.
BESIDE: tuple[type[Event], ...] = (
    people.PersonRenamed,
    people.PersonGrouped,
    people.QuotingSaid,
    people.PersonAway,
    people.PersonBack,
    people.SeatReleased,
    people.WishMade,
    people.WishDropped,
    hosting.SaidToAll,
    hosting.TakenDown,
    pictures.PictureShown,
    hosting.HelpAsked,
    hosting.CallAnswered,
    hosting.SpokespersonNamed,
    hosting.TableLinked,
    notes.NoteMoved,
    themes.NamingOpened,
    suggestions.SuggestionsChanged,
    suggestions.SuggestionsDismissed,
    suggestions.NearnessRefused,
    suggestions.LevelSet,
    CheckPassed,
    BallotNotMade,
    blueprint.ExperimentMoved,
    report.StatementMoved,
    report.StatementRemoved,
    quotes.QuoteChecked,
    quotes.QuoteRedacted,
)

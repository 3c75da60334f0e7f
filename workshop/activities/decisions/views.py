"""Everybody who voted sees what was decided. Who says that something is missing is shown to nobody else."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from workshop.activities.ballots.documents import as_shown
from workshop.activities.decisions.messages import (
    DecisionRecorded,
    DecisionSetAside,
    MissingSaid,
    MissingTakenBack,
)
from workshop.activities.dot_voting.views import lies_on, place_of
from workshop.activities.notes.messages import NoteDeleted, NoteEdited, NoteRestored
from workshop.activities.themes.messages import ThemeNamed
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.views import Touch, View, key
from workshop.core.votes import Decider, Decision, Missing


class ChosenDoc(msgspec.Struct, frozen=True, kw_only=True):
    """An option as it was called when people voted, or as it is called where there was no vote."""

    id: str
    label: str


class DecisionDoc(Doc, frozen=True, kw_only=True):
    """``versions``: how often it was written down, this one included. ``at``: when last."""

    id: str
    step: str
    table: int | None
    ballot: str | None
    chosen: tuple[ChosenDoc, ...]
    set_aside: tuple[ChosenDoc, ...]
    why: str
    decided_by: Decider
    decider: str
    at: int
    versions: int


class MissingDoc(Doc, frozen=True, kw_only=True):
    id: str
    step: str
    table: int | None
    text: str
    at: int


def called(state: Workshop, ballot: str | None, option_id: str) -> str:
    """What an option of a decision is called; empty for words that are gone."""
    if ballot is not None:
        options = state.ballots[ballot].options if ballot in state.ballots else ()
        return next((as_shown(state, option).label for option in options if option.id == option_id), "")
    if option_id in state.themes:
        return state.themes[option_id].name
    note = state.notes.get(option_id)
    return note.text if note is not None and not note.deleted else ""


def _decision(state: Workshop, decision: Decision) -> DecisionDoc:
    def docs(options: tuple[str, ...]) -> tuple[ChosenDoc, ...]:
        return tuple(ChosenDoc(id=o, label=called(state, decision.ballot, o)) for o in options)

    return DecisionDoc(
        id=decision.id,
        step=decision.step,
        table=decision.table,
        ballot=decision.ballot,
        chosen=docs(decision.chosen),
        set_aside=docs(decision.set_aside),
        why=decision.why,
        decided_by=decision.decided_by,
        decider=decision.decider,
        at=decision.at,
        versions=decision.versions,
    )


def _hall_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return (d.id for d in state.decisions.values() if d.table is None)


def _hall_doc(state: Workshop, _stream_id: str, decision_id: str) -> DecisionDoc | None:
    decision = state.decisions.get(decision_id)
    return _decision(state, decision) if decision and decision.table is None else None


def _table_keys(state: Workshop, table: str) -> Iterator[str]:
    return (d.id for d in state.decisions.values() if lies_on(state, d.step, d.table, int(table)))


def _table_doc(state: Workshop, table: str, decision_id: str) -> DecisionDoc | None:
    decision = state.decisions.get(decision_id)
    here = decision is not None and lies_on(state, decision.step, decision.table, int(table))
    return _decision(state, decision) if decision and here else None


def _desk_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return (d.id for d in state.decisions.values() if d.table is not None)


def _desk_doc(state: Workshop, _stream_id: str, decision_id: str) -> DecisionDoc | None:
    decision = state.decisions.get(decision_id)
    return _decision(state, decision) if decision and decision.table is not None else None


def _missing(line: Missing) -> MissingDoc:
    return MissingDoc(id=line.id, step=line.step, table=line.table, text=line.text, at=line.at)


def _own_keys(state: Workshop, person: str) -> Iterator[str]:
    return (m.id for m in state.missing.values() if m.by == person and not m.removed)


def _own_missing(state: Workshop, person: str, missing_id: str) -> MissingDoc | None:
    line = state.missing.get(missing_id)
    return _missing(line) if line and line.by == person and not line.removed else None


def _all_keys(state: Workshop, _stream_id: str) -> Iterator[str]:
    return (m.id for m in state.missing.values() if not m.removed)


def _any_missing(state: Workshop, _stream_id: str, missing_id: str) -> MissingDoc | None:
    line = state.missing.get(missing_id)
    return _missing(line) if line and not line.removed else None


def _at_keys(state: Workshop, table: str) -> Iterator[str]:
    lines = (m for m in state.missing.values() if not m.removed)
    return (m.id for m in lines if lies_on(state, m.step, m.table, int(table)))


def _missing_at(state: Workshop, table: str, missing_id: str) -> MissingDoc | None:
    line = state.missing.get(missing_id)
    here = line is not None and lies_on(state, line.step, line.table, int(table))
    return _missing(line) if line and here and not line.removed else None


VIEWS = (
    View("hall", "decision", DecisionDoc, _hall_keys, _hall_doc),
    View("table", "decision", DecisionDoc, _table_keys, _table_doc),
    View("desk", "decision", DecisionDoc, _desk_keys, _desk_doc),
    View("person", "missing", MissingDoc, _own_keys, _own_missing),
    View("table", "missing", MissingDoc, _at_keys, _missing_at),
    View("desk", "missing", MissingDoc, _all_keys, _any_missing),
)


def _decided(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, DecisionRecorded | DecisionSetAside)
    yield from _where(state, event.decision, event.step, event.table)


def _where(state: Workshop, decision: str, step: str, table: int | None) -> Iterator[Touch]:
    for stream in place_of(state, step, table):
        yield stream, key("decision", decision)
    if table is not None:
        yield streams.DESK, key("decision", decision)


def _note(state: Workshop, event: Event) -> Iterator[Touch]:
    """A note that was decided on is taken away, or put back: so are its words."""
    assert isinstance(event, NoteDeleted | NoteRestored)
    for decision in state.decisions.values():
        if any(_has_words_of(state, decision, o, event.note) for o in decision.chosen + decision.set_aside):
            yield from _where(state, decision.id, decision.step, decision.table)


def _words(state: Workshop, event: Event) -> Iterator[Touch]:
    """Where there was no vote, what was decided on is called as it is called now."""
    assert isinstance(event, ThemeNamed | NoteEdited)
    thing = event.theme if isinstance(event, ThemeNamed) else event.note
    for decision in state.decisions.values():
        if decision.ballot is None and thing in decision.chosen + decision.set_aside:
            yield from _where(state, decision.id, decision.step, decision.table)


def _has_words_of(state: Workshop, decision: Decision, option_id: str, note: str) -> bool:
    ballot = state.ballots.get(decision.ballot or "")
    words = {option.id: option.words_of for option in ballot.options} if ballot is not None else {}
    return note in (option_id, words.get(option_id))


def _line(state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, MissingSaid | MissingTakenBack)
    line = state.missing[event.missing]
    yield streams.person(line.by), key("missing", line.id)
    yield streams.DESK, key("missing", line.id)
    if line.table is not None:
        for stream in place_of(state, line.step, line.table):
            yield stream, key("missing", line.id)


TOUCHES = {
    DecisionRecorded: _decided,
    DecisionSetAside: _decided,
    MissingSaid: _line,
    MissingTakenBack: _line,
    NoteDeleted: _note,
    NoteRestored: _note,
    NoteEdited: _words,
    ThemeNamed: _words,
}

"""The latest version of each passage and statement; earlier ones stay in the ledger."""

from __future__ import annotations

from dataclasses import replace

from workshop.activities.report.messages import (
    PassageWritten,
    QuoteOf,
    StatementAdded,
    StatementMoved,
    StatementRemoved,
    StatementWritten,
)
from workshop.core.report import Passage, Quoted, Statement
from workshop.core.state import Workshop


def _quoted(quote: QuoteOf | None) -> Quoted | None:
    return Quoted(source=quote.source, words=quote.words) if quote is not None else None


def written(state: Workshop, event: PassageWritten, at: int, by: str | None) -> None:
    state.passages[event.part] = Passage(
        part=event.part, text=event.text, version=event.version, by=by or "", at=at
    )


def added(state: Workshop, event: StatementAdded, at: int, by: str | None) -> None:
    state.statements[event.statement] = Statement(
        id=event.statement,
        kind=event.kind,
        heading=event.heading,
        text=event.text,
        themes=event.themes,
        notes=event.notes,
        quote=_quoted(event.quote),
        rank=event.rank,
        version=1,
        by=by or "",
        at=at,
    )


def rewritten(state: Workshop, event: StatementWritten, at: int, by: str | None) -> None:
    state.statements[event.statement] = replace(
        state.statements[event.statement],
        heading=event.heading,
        text=event.text,
        themes=event.themes,
        notes=event.notes,
        quote=_quoted(event.quote),
        version=event.version,
        by=by or "",
        at=at,
    )


def moved(state: Workshop, event: StatementMoved, _at: int, _by: str | None) -> None:
    state.statements[event.statement].rank = event.rank


def removed(state: Workshop, event: StatementRemoved, _at: int, _by: str | None) -> None:
    state.statements[event.statement].removed = event.on


CHANGES = {
    PassageWritten: written,
    StatementAdded: added,
    StatementWritten: rewritten,
    StatementMoved: moved,
    StatementRemoved: removed,
}

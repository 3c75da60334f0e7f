"""What people can put dots on: themes, notes or priorities, as they stand when the vote opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import assert_never

from workshop.activities.boards.board import label, standing_notes, tables_of
from workshop.activities.dot_voting.messages import BallotOption, DotVoting
from workshop.activities.priorities.views import brought_by
from workshop.core.state import Workshop
from workshop.core.things import Note, Priority, Theme

Options = tuple[BallotOption, ...]


def shuffled(ballot: str, options: Options) -> Options:
    """An order that says nothing of when, where or by whom. Each browser shuffles it anew for its person."""
    return tuple(sorted(options, key=lambda option: sha256(f"{ballot}/{option.id}".encode()).digest()))


def options_of(state: Workshop, step_id: str, settings: DotVoting, table: int | None) -> Options:
    match settings.over:
        case "themes":
            return tuple(_of_theme(state, t) for t in _themes_before(state, step_id))
        case "notes":
            return tuple(_of_note(n) for n in _lying_notes(state, _places(state, table)))
        case "priorities":
            brought = (p for no in _places(state, table) for p in brought_by(state, no))
            return tuple(_of_priority(state, p) for p in brought)
        case _:
            assert_never(settings.over)


def _places(state: Workshop, table: int | None) -> list[int]:
    return sorted(state.tables) if table is None else [table]


def _themes_before(state: Workshop, step_id: str) -> list[Theme]:
    """The themes of the latest themes step before this one. Notes on their own are no options."""
    wall = None
    for step in state.steps.values():
        if step.id == step_id:
            break
        wall = step.id if step.activity == "themes" else wall
    here = (t for t in state.themes.values() if t.board == wall and t.stands)
    return [t for t in here if standing_notes(state, t)]


def _lying_notes(state: Workshop, tables: Iterable[int]) -> Iterator[Note]:
    """The notes of the last round, as they lie on these tables."""
    for table in tables:
        yield from (n for n in state.notes_at(table) if n.step == state.round_step and not n.deleted)


def _of_theme(state: Workshop, theme: Theme) -> BallotOption:
    notes = standing_notes(state, theme)
    return BallotOption(
        id=theme.id,
        label=label(state, theme),
        statement=theme.statement,
        notes=notes,
        tables=tables_of(state, theme),
        words_of=None if theme.name else notes[0],
    )


def _of_note(note: Note) -> BallotOption:
    return BallotOption(id=note.id, label=note.text, notes=(note.id,), tables=(note.table,))


def _of_priority(state: Workshop, priority: Priority) -> BallotOption:
    return BallotOption(
        id=priority.note,
        label=state.notes[priority.note].text,
        statement=priority.why,
        notes=(priority.note,),
        tables=(priority.table,),
    )

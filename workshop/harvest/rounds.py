"""The rounds: who sat, what was asked, and every note word for word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workshop.activities.story_round.messages import StoryRound
from workshop.core.people import PARTICIPANT
from workshop.core.state import Step, Workshop
from workshop.core.things import Note
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.model import KindCount, NoteLine, RoundLine, TableSeats
from workshop.harvest.process import taken_seconds


def round_numbers(state: Workshop) -> dict[str, int]:
    """Step id to the number of its round, counted over the whole plan from 1."""
    rounds = [step.id for step in state.steps.values() if step.activity == "story_round"]
    return {step: no for no, step in enumerate(rounds, 1)}


def rounds(folded: Folded) -> tuple[RoundLine, ...]:
    """Every round that was held."""
    state = folded.state
    numbers = round_numbers(state)
    held = (state.steps[step] for step in numbers if _was_held(state, step))
    return tuple(_round(folded, step, numbers[step.id]) for step in held)


def _was_held(state: Workshop, step_id: str) -> bool:
    step = state.steps[step_id]
    written = any(note.step == step_id for note in state.notes.values())
    return step.opened_at is not None or step.spent > 0 or written


def _round(folded: Folded, step: Step, no: int) -> RoundLine:
    state, settings = folded.state, step.settings
    assert isinstance(settings, StoryRound)
    notes = [_note(folded, note, no) for note in lying(state, step.id)]
    sitting = seats_in(state, step.id)
    seats = tuple(_seats(state, sitting))
    participants = sum(line.participants for line in seats)
    made = state.seated.get(step.id)
    return RoundLine(
        anchor=anchors.round_(step.id),
        entries=folded.entries(anchors.step(step.id), anchors.seats(step.id)),
        evidence=tuple(note.anchor for note in notes),
        step=step.id,
        no=no,
        title=settings.title,
        prompt=settings.prompt,
        planned_minutes=settings.minutes,
        taken_seconds=taken_seconds(folded, step),
        people=len(sitting),
        participants=participants,
        support=len(sitting) - participants,
        tables=len(seats),
        seats=seats,
        repeat_meetings=made.repeat_meetings if made else 0,
        least_possible=made.least_possible if made else 0,
        unmet=made.unmet if made else (),
        kinds=kind_counts(notes, settings.note_kinds),
        note_tables=len({note.table for note in notes}),
        notes=tuple(notes),
    )


def seats_in(state: Workshop, step_id: str) -> dict[str, int]:
    """Person to table: where each sat in a round, the last place for those who moved."""
    return {who: no for who, places in state.places.items() for step, no in places if step == step_id}


def _seats(state: Workshop, sitting: Mapping[str, int]) -> Iterable[TableSeats]:
    for no in sorted(set(sitting.values())):
        here = [state.people[who] for who, table in sitting.items() if table == no]
        participants = sum(person.role == PARTICIPANT for person in here)
        yield TableSeats(table=no, participants=participants, support=len(here) - participants)


def lying(state: Workshop, step_id: str) -> list[Note]:
    """The notes of a round that were not taken away, table by table as they lie there."""
    notes = (n for n in state.notes.values() if n.step == step_id and not n.deleted)
    return sorted(notes, key=lambda n: (n.table, n.rank, n.id))


def _note(folded: Folded, note: Note, no: int) -> NoteLine:
    standing = [n for n in note.builds_on if _stands(folded.state, n)]
    brought = note.brought_from if note.brought_from and _stands(folded.state, note.brought_from) else None
    return NoteLine(
        anchor=anchors.note(note.id),
        entries=folded.entries(anchors.note(note.id)),
        evidence=tuple(anchors.note(n) for n in dict.fromkeys([*standing, *([brought] if brought else [])])),
        id=note.id,
        step=note.step,
        round=no,
        table=note.table,
        kind=note.kind,
        text=note.text,
        highlighted=note.highlighted,
        late=note.late,
        edited=note.edited,
        builds_on=tuple(standing),
        brought_from=brought,
        by=folded.said_by.get(note.id, ""),
    )


def _stands(state: Workshop, note_id: str) -> bool:
    note = state.notes.get(note_id)
    return note is not None and not note.deleted


def kind_counts(notes: Sequence[NoteLine], order: Iterable[str] = ()) -> tuple[KindCount, ...]:
    """Each kind by notes and by tables, in the plan's order; kinds nobody used are counted as 0 there."""
    kinds = dict.fromkeys([*order, *sorted({note.kind for note in notes})])
    return tuple(_count(kind, [n for n in notes if n.kind == kind]) for kind in kinds)


def _count(kind: str, notes: Sequence[NoteLine]) -> KindCount:
    return KindCount(kind=kind, notes=len(notes), tables=len({note.table for note in notes}))

"""From a folded ledger to the harvest: every part, in order."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.harvest.attendance import attendance
from workshop.harvest.blueprint import Heard, draft
from workshop.harvest.fold import Folded, fold
from workshop.harvest.model import Harvest, HelpContact
from workshop.harvest.plenary import plenaries
from workshop.harvest.process import steps
from workshop.harvest.rounds import rounds
from workshop.harvest.summary import in_short
from workshop.harvest.themes import notes_by_id, themes, walls
from workshop.harvest.voices import feedback, priorities, questions
from workshop.harvest.votes import votes
from workshop.ledger.records import Entry


def harvest_of(workshop_id: str, ledger: Iterable[Entry]) -> Harvest:
    """What these entries of one workshop leave behind."""
    return build(fold(workshop_id, ledger))


def build(folded: Folded) -> Harvest:
    state = folded.state
    closed = state.status == "closed"
    there = attendance(folded)
    held = rounds(folded)
    notes = notes_by_id(held)
    on_walls = walls(folded, notes)
    found = themes(folded, notes, on_walls)
    counted = votes(folded, notes, {theme.id: theme for theme in found})
    brought = priorities(folded, notes)
    asked = questions(folded)
    return Harvest(
        format=1,
        workshop=state.id,
        code=state.code,
        title=state.title,
        purpose=state.purpose,
        plan=state.plan_name,
        planned_minutes=state.planned_minutes,
        contacts=tuple(HelpContact(name=c.name, how=c.how) for c in state.contacts),
        closed=closed,
        practice=state.practice,
        opened_at=state.opened_at,
        started_at=state.started_at,
        closed_at=state.closed_at,
        through=state.n,
        in_short=in_short(folded, there, held, found, counted, brought, asked),
        attendance=there,
        rounds=held,
        walls=on_walls,
        themes=found,
        votes=counted,
        priorities=brought,
        plenaries=plenaries(folded, brought),
        questions=asked,
        feedback=feedback(folded),
        steps=steps(folded),
        blueprint=draft(Heard(notes, found, counted, brought)),
    )

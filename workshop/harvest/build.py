"""From a folded ledger to the harvest: every part, in order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workshop.core.state import Workshop
from workshop.harvest.attendance import attendance
from workshop.harvest.blueprint import blueprint
from workshop.harvest.decisions import decisions, missing
from workshop.harvest.fold import Folded, fold
from workshop.harvest.heard import Heard
from workshop.harvest.model import Harvest, HelpContact, Sentence
from workshop.harvest.pictures import Places, pictures
from workshop.harvest.plenary import plenaries
from workshop.harvest.process import steps
from workshop.harvest.publishing.attribution import Going, attributed
from workshop.harvest.publishing.few import themes_told, votes_told
from workshop.harvest.publishing.masks import looked_over, masked
from workshop.harvest.publishing.silence import left_out, silenced
from workshop.harvest.rounds import rounds
from workshop.harvest.summary import in_short
from workshop.harvest.themes import notes_by_id, themes, walls
from workshop.harvest.voices import feedback, groups, priorities, questions
from workshop.harvest.votes import votes
from workshop.harvest.written import Rest, passages, statements
from workshop.ledger.records import Entry
from workshop.privacy import people_named

NOWHERE: Places = {}


def harvest_of(workshop_id: str, ledger: Iterable[Entry], places: Places = NOWHERE) -> Harvest:
    """What these entries of one workshop leave behind. ``places``: of the notes on the maps, by board."""
    return build(fold(workshop_id, ledger), places)


def build(folded: Folded, places: Places = NOWHERE, out: Going | None = None) -> Harvest:
    """Every part, in order. ``out``: as it goes out, for people other than the hosts, see ``publishing/``."""
    quiet = silenced(folded) if out else folded
    folded = going_out(quiet, out) if out else quiet
    there, held = attendance(folded), rounds(folded)
    notes = notes_by_id(held)
    on_walls = walls(folded, notes)
    found = (themes_told if out else tuple)(themes(folded, notes, on_walls))
    by_id = {theme.id: theme for theme in found}
    counted = (votes_told if out else tuple)(votes(folded, notes, by_id))
    decided = decisions(folded, notes, by_id)
    brought, asked = priorities(folded, notes), questions(folded)
    short = in_short(folded, there, held, found, counted, decided, brought, asked)
    return Harvest(
        **_frame(folded.state),
        published=out is not None,
        attribution=out.attribution if out else "anonymous",
        in_short=_short(quiet.state, folded.state, short) if out else short,
        attendance=there,
        rounds=held,
        walls=on_walls,
        themes=found,
        votes=counted,
        decisions=decided,
        missing=missing(folded),
        priorities=brought,
        groups=groups(brought, found),
        plenaries=plenaries(folded, brought),
        questions=asked,
        feedback=feedback(folded),
        steps=steps(folded),
        pictures=pictures(folded, places),
        blueprint=blueprint(folded, Heard(notes, found, counted, brought)),
        passages=passages(folded),
        statements=statements(folded, Rest(quiet.state, notes, found, asked, counted)),
    )


def going_out(folded: Folded, out: Going) -> Folded:
    """As words go out: vaguer where they may show who somebody is, and with who said them as they agreed."""
    return attributed(masked(folded, people_named(out.names.values())), out)


def _short(before: Workshop, state: Workshop, said: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """With what readers should know of words that they do not get."""
    with_silence = (*said, *left_out(state, said))
    return (*with_silence, *looked_over(before, state, with_silence))


def _frame(state: Workshop) -> dict[str, Any]:
    """Which café this is, and when it was."""
    return {
        "format": 4,
        "workshop": state.id,
        "code": state.code,
        "title": state.title,
        "purpose": state.purpose,
        "plan": state.plan_name,
        "planned_minutes": state.planned_minutes,
        "contacts": tuple(HelpContact(name=c.name, how=c.how) for c in state.contacts),
        "closed": state.status == "closed",
        "practice": state.practice,
        "opened_at": state.opened_at,
        "started_at": state.started_at,
        "closed_at": state.closed_at,
        "through": state.n,
    }

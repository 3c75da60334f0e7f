"""Who said it: a group or a first name beside a note that goes out, as its author agreed, or nothing.

Nothing stands with anonymous notes or where words were left out, and nothing with what people wrote
alone: that was promised there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from workshop.core.checked import LEFT_OUT, REDACTED
from workshop.core.people import Person
from workshop.core.plan import ATTRIBUTIONS, Attribution, least
from workshop.core.state import Workshop
from workshop.errors import Invalid
from workshop.harvest.attendance import took_part
from workshop.harvest.fold import Folded
from workshop.harvest.themes import FEWEST_PEOPLE

Names = Mapping[str, str]


class Going(NamedTuple):
    """What goes out: ``names`` of people as they are called now, and what stands with notes at most."""

    names: Names = {}
    attribution: Attribution = "anonymous"


def attributed(folded: Folded, out: Going) -> Folded:
    """The same day with who said what. Nothing keeps the names."""
    names, level = out
    if level == "anonymous":
        return folded
    told = groups_told(folded)
    said = {
        note.id: _said_by(folded.state.people[note.by], names, told, level)
        for note in folded.state.notes.values()
        if not note.anonymous and note.text not in (LEFT_OUT, REDACTED)
    }
    return replace(folded, said_by={note: by for note, by in said.items() if by})


def groups_told(folded: Folded) -> frozenset[str]:
    """Groups of so many people that none of them is shown by it. Who only looked in hides nobody."""
    people = Counter(person.group for person in took_part(folded))
    return frozenset(group for group, n in people.items() if group and n >= FEWEST_PEOPLE)


def _said_by(person: Person, names: Names, groups: frozenset[str], level: Attribution) -> str:
    if not person.quoting:
        return ""
    match least(person.attribution, level):
        case "first-name":
            return next(iter(names.get(person.id, "").split()), "")
        case "role":
            return person.group if person.group in groups else ""
    return ""


def level_of(state: Workshop, asked: Attribution | None) -> Attribution:
    """As the plan has it, or less. Raises :class:`Invalid` for more: nobody was asked for that."""
    planned = state.quoting.attribution
    if asked is None:
        return planned
    if ATTRIBUTIONS.index(asked) > ATTRIBUTIONS.index(planned):
        raise Invalid(
            f"People here were told that their words stand with at most “{planned}”, so they cannot be given "
            f"with “{asked}”. Leave --attribution away, or say less.",
            "attribution",
        )
    return asked

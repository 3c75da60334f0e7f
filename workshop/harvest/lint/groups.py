"""Groups of people, such as families or schools, whom the report does not reflect.

A group of fewer than five is never looked at by itself: what is said of it would be said of single people.
Such groups are taken together, if that makes five. Notes without a name count for no group, as on the boards.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workshop.core.people import HOST, SCREEN, Person
from workshop.core.state import Workshop
from workshop.harvest.lint.findings import DESK, Finding, Mend, Weight, board, over, quoted
from workshop.harvest.lint.reflected import reflected
from workshop.harvest.model import Harvest
from workshop.harvest.themes import FEWEST_PEOPLE


class Group(NamedTuple):
    """``name``: empty for small groups taken together. ``notes``: ids of those written with a name."""

    name: str
    people: int
    notes: frozenset[str]


Groups = tuple[Group, ...]


def groups_of(state: Workshop) -> Groups:
    """The groups that are large enough to be spoken of, by name. Hosts alone may hear of them."""
    found = [_group(state, name) for name in sorted({p.group for p in _sat(state)} - {""})]
    large = [group for group in found if group.people >= FEWEST_PEOPLE]
    small = [group for group in found if group.people < FEWEST_PEOPLE]
    together = Group("", sum(g.people for g in small), frozenset().union(*(g.notes for g in small)))
    return (*large, together) if len(small) > 1 and together.people >= FEWEST_PEOPLE else tuple(large)


def _sat(state: Workshop) -> list[Person]:
    here = (state.people[who] for who in state.places if who in state.people)
    return [person for person in here if person.role not in (HOST, SCREEN)]


def _group(state: Workshop, name: str) -> Group:
    people = {person.id for person in _sat(state) if person.group == name}
    notes = (note for note in state.notes.values() if note.by in people)
    written = frozenset(note.id for note in notes if not note.anonymous and not note.deleted)
    return Group(name, len(people), written)


def group_not_reflected(harvest: Harvest, groups: Groups) -> Iterator[Finding]:
    there = reflected(harvest)
    ways: tuple[tuple[str, Weight, frozenset[str] | None, str], ...] = (
        ("group-not-in-themes", "must", there.themes, "is in a theme"),
        ("group-not-highlighted", "may", there.highlights, "is highlighted"),
        ("group-without-idea", "may", there.ideas, "was brought as an idea"),
        ("group-not-in-decisions", "may", there.decisions, "is behind what was decided"),
    )
    written = any(round_.notes for round_ in harvest.rounds if round_.step in over(harvest))
    for code, weight, notes, how in ways:
        for group in groups if notes is not None else ():
            assert notes is not None
            if written and not group.notes & notes:
                text = f"No note that people of {_called(group)} wrote with their name {how}."
                yield Finding(code, weight, text, _rounds(harvest), _mend(harvest, code))


def _called(group: Group) -> str:
    return quoted(group.name) if group.name else "the smaller groups, taken together,"


def _rounds(harvest: Harvest) -> tuple[str, ...]:
    """Single notes would show who is in the group."""
    return tuple(sorted(round_.anchor for round_ in harvest.rounds if round_.step in over(harvest)))


def _mend(harvest: Harvest, code: str) -> tuple[Mend, ...]:
    if code != "group-not-in-themes":
        return (DESK,)
    return tuple(board(wall.step) for wall in harvest.walls if wall.step in over(harvest))

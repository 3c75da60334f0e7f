"""The harvest as everyone but the hosts reads it."""

from __future__ import annotations

from workshop.harvest.build import NOBODY, NOWHERE, build
from workshop.harvest.fold import Folded
from workshop.harvest.model import Harvest
from workshop.harvest.pictures import Places


def published(folded: Folded, places: Places = NOWHERE, people: frozenset[str] = NOBODY) -> Harvest:
    """The same model as :func:`~workshop.harvest.build.build` makes, with the same lines, counts and links.

    Words of people who have not said that they may be quoted stand nowhere in it, anonymous ones included;
    names and statements that people gave as a group stay. What may show who somebody is stands vaguer in all
    of it until a host has looked. What fewer than five people chose is not told.
    """
    return build(folded, places, published=True, people=people)

"""The harvest as everyone but the hosts reads it."""

from __future__ import annotations

from workshop.core.plan import Attribution
from workshop.harvest.build import NOWHERE, build
from workshop.harvest.fold import Folded
from workshop.harvest.model import Harvest
from workshop.harvest.pictures import Places
from workshop.harvest.publishing.attribution import Going, Names, level_of

NOBODY: Names = {}


def published(
    folded: Folded, places: Places = NOWHERE, names: Names = NOBODY, attribution: Attribution | None = None
) -> Harvest:
    """The same model as :func:`~workshop.harvest.build.build` makes, with the same lines, counts and links.

    Words of people who have not said that they may be quoted stand nowhere in it, anonymous ones included;
    names and statements that people gave as a group stay. What may show who somebody is stands vaguer in all
    of it until a host has looked. What fewer than five people chose is not told. ``attribution``: what stands
    with notes, at most as the plan has it, which is meant without it. Raises :class:`Invalid` for more.
    """
    return build(folded, places, Going(names, level_of(folded.state, attribution)))

"""Who sits where in the next round, from who is here now and who sat where before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from workshop.seating.designs import shifts
from workshop.seating.floor import rank
from workshop.seating.keep import keep
from workshop.seating.model import Mode, Request, Round, Seating, SeatingError, Sizes, Wishes
from workshop.seating.result import make_seating, uncounted_pairs
from workshop.seating.room import Room, open_room
from workshop.seating.search import Hints, first_floor, improve

FEW_TABLES = 12  # up to here chance leads into dead ends in later rounds, so a construction is followed
HORIZON = 8  # rounds for which that construction is made


def seat(
    people: Sequence[str],
    *,
    facilitators: Mapping[str, int],
    earlier: Sequence[Round] = (),
    seed: int,
    mode: Mode = "mixed",
    sizes: Sizes | None = None,
    wishes: Wishes | None = None,
    groups: Mapping[str, str] | None = None,
) -> Seating:
    """Seat everyone who is here. The same arguments give the same seating, in whatever order they are listed.

    ``people``: everyone present, facilitators included. ``facilitators``: person → table; they do not move,
    and those who are not present are passed over. ``earlier``: all rounds before, the first one first.
    ``groups``: person → organisation, role or region, to be mixed.

    What matters, in this order: hard wishes; nobody alone, sizes within limits and differing by at most one;
    nobody meets twice; nobody back at a table where they sat; groups mixed. With ``rotate`` and a facilitator
    who stays at each table, returns come before meetings; not with two tables, where it would only make whole
    tables change places. ``stay`` keeps the tables of the last round, ``home`` each person's first.
    Raises ``SeatingError`` if somebody is listed twice.
    """
    if len(set(people)) < len(people):
        raise SeatingError("Somebody is listed twice. Everyone can have one seat only.")
    here = tuple(sorted(people))
    leads = {who: facilitators[who] for who in here if who in facilitators}
    asked = Request(here, leads, earlier, wishes or Wishes(), sizes or Sizes())
    if earlier and mode in ("stay", "home"):
        return keep(asked, home=mode == "home")
    room = open_room(asked)
    hosted = room.tables > 2 and all(room.led)
    return _newly_seated(room, groups or {}, mode == "rotate" and hosted, seed)


def _newly_seated(room: Room, groups: Mapping[str, str], returns_first: bool, seed: int) -> Seating:
    if not room.tables:
        return Seating({})
    rng = Random(f"{seed}/{len(room.asked.earlier)}")  # noqa: S311
    tables: dict[int, list[str]] = {number: [] for number in room.opening.tables}
    for unit, spot in zip(room.units, _search(room, groups, returns_first, rng), strict=True):
        tables[room.opening.tables[spot]].extend(room.people[i] for i in unit.people)
    crowds = [sum(who not in room.asked.leads for who in table) for table in tables.values()]
    least = room.least(min(crowds))
    uncounted = uncounted_pairs(room.people, room.units)
    return make_seating(room.asked, tables, uncounted, least, room.refused, "not_found")


def _search(room: Room, groups: Mapping[str, str], returns_first: bool, rng: Random) -> Sequence[int]:
    """The better of two searches, from chance and from a construction; one is enough if it gets there."""
    task = room.task(groups, returns_first)
    least = room.least(room.fewest)
    goal = rank(0, 0, 0, 2 * least) if returns_first else rank(0, 0, 2 * least, 0)
    steps = max(2_000, 6 * len(room.people))
    found = []
    for hints in _starts(room, returns_first):
        found.append(improve(task, first_floor(task, hints, rng), goal, steps, rng))
        if found[-1].rank <= goal:
            break
    return min(found, key=lambda one: one.rank).at


def _starts(room: Room, all_move: bool) -> Iterator[Hints]:
    chance: Hints = [None] * len(room.units)
    if room.tables > FEW_TABLES or not room.asked.earlier:
        yield chance
        if room.asked.earlier:
            yield _moved_on(room, all_move)
    else:
        yield _moved_on(room, all_move)
        yield chance


def _moved_on(room: Room, all_move: bool) -> Hints:
    """Each unit's table if people move on by a construction that starts from the first round.

    Seat 0 of a construction does not move. It is left empty for facilitators or if ``all_move``.
    """
    first, moves = room.asked.earlier[0], len(room.asked.earlier)
    travellers = {
        number: sorted(who for who in table if who not in room.asked.leads)
        for number, table in first.tables.items()
    }
    first_seat = int(all_move or bool(room.opening.fixed))
    plan = shifts(room.tables, first_seat + max(map(len, travellers.values()), default=1), HORIZON)
    if moves >= len(plan.columns):
        return [None] * len(room.units)
    target = {
        who: plan.table(room.spots.get(number, number % room.tables), seat, moves)
        for number, table in travellers.items()
        for seat, who in enumerate(table, start=first_seat)
    }
    return [target.get(room.people[unit.people[0]]) for unit in room.units]

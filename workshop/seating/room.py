"""Everything about one round that the search needs, by index instead of by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from workshop.seating.bounds import least_in_round
from workshop.seating.floor import Task
from workshop.seating.model import Reason, Request, place_in
from workshop.seating.opening import Opening, open_tables
from workshop.seating.units import Unit, apart_masks, bits, can_separate, make_units


@dataclass(frozen=True)
class Room:
    """The open tables and the people to seat: ``people`` without spare facilitators, an index for each."""

    asked: Request
    opening: Opening
    people: tuple[str, ...]
    apart: list[int]
    units: list[Unit]
    refused: dict[frozenset[str], Reason]

    @property
    def tables(self) -> int:
        return len(self.opening.tables)

    @cached_property
    def index(self) -> dict[str, int]:
        return {who: i for i, who in enumerate(self.people)}

    @cached_property
    def spots(self) -> dict[int, int]:
        """Table number → index of the table."""
        return {number: spot for spot, number in enumerate(self.opening.tables)}

    @cached_property
    def led(self) -> list[list[int]]:
        """Per table the facilitators there."""
        led: list[list[int]] = [[] for _ in self.opening.tables]
        for who, number in self.opening.fixed.items():
            led[self.spots[number]].append(self.index[who])
        return led

    @cached_property
    def met(self) -> list[int]:
        """Whom each person has met, but for those whose meeting again is wished or their office."""
        leads = bits([i for table in self.led for i in table])
        uncounted = {i: bits(unit.people) for unit in self.units for i in unit.people}
        for i in (i for table in self.led for i in table):
            uncounted[i] |= leads
        return [
            self._bits_of(self.asked.history.met.get(who, ())) & ~uncounted[self.index[who]]
            for who in self.people
        ]

    @cached_property
    def visited(self) -> list[int]:
        """At which tables, by index, each traveller has been."""
        places = self.asked.history.places
        fixed = self.opening.fixed
        return [
            0 if who in fixed else bits([self.spots[n] for n in places.get(who, ()) if n in self.spots])
            for who in self.people
        ]

    @cached_property
    def past(self) -> list[list[list[int]]]:
        """Per earlier round its tables, as people who are here now, each at one table only."""
        return [
            [
                [self.index[w] for w in table if w in self.index and place[w] == n]
                for n, table in past.tables.items()
            ]
            for past, place in ((past, place_in(past)) for past in self.asked.earlier)
        ]

    @property
    def fewest(self) -> int:
        """Travellers at the smallest table, if the sizes are as planned."""
        counted = self.asked.sizes.facilitator_counts
        return max(0, min(self.opening.low - counted * len(led) for led in self.led))

    def least(self, fewest: int) -> int:
        """The bound on repeated meetings, if every table has ``fewest`` travellers or more."""
        return least_in_round(self.met, self.past, self.led, fewest)

    def task(self, groups: Mapping[str, str], returns_first: bool) -> Task:
        counted, fixed = self.asked.sizes.facilitator_counts, self.opening.fixed
        return Task(
            units=self.units,
            tables=self.tables,
            low=self.opening.low,
            high=self.opening.high,
            heads=[int(counted or who not in fixed) for who in self.people],
            leads=bits([i for table in self.led for i in table]),
            apart=self.apart,
            met=self.met,
            visited=self.visited,
            alike=self._alike(groups),
            returns_first=returns_first,
        )

    def _alike(self, groups: Mapping[str, str]) -> list[int]:
        members: dict[str, int] = {}
        for i, who in enumerate(self.people):
            if who in groups:
                members[groups[who]] = members.get(groups[who], 0) | 1 << i
        return [members[groups[who]] & ~(1 << i) if who in groups else 0 for i, who in enumerate(self.people)]

    def _bits_of(self, names: Collection[str]) -> int:
        return bits([self.index[who] for who in names if who in self.index])


def open_room(asked: Request) -> Room:
    """As many tables as the sizes ask for, and more if people who must be kept apart need them."""
    at_least = 0
    while True:
        opening = open_tables(len(asked.travellers), asked.leads, asked.sizes, at_least)
        people = tuple(who for who in asked.people if who not in opening.spare)
        apart = apart_masks(people, asked.wishes)
        spots = {number: spot for spot, number in enumerate(opening.tables)}
        fixed = {who: spots[number] for who, number in opening.fixed.items()}
        units, refused = make_units(people, asked.wishes, apart, fixed)
        room = Room(asked, opening, people, apart, units, refused)
        at_least = room.tables + 1
        if at_least > len(people) or can_separate(units, apart, room.tables):
            return room

"""What must be so, as simply as it can be said: who sits where, which notes lie there, who may see them.

It knows nothing of ledgers, events, streams or documents.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Someone:
    """``leads``: the table of a facilitator, who is never moved. ``table``: None for who has no seat."""

    name: str
    table: int | None
    leads: int | None = None
    hosts: bool = False
    here: bool = True


@dataclass
class Paper:
    """A note. ``taken_by``: who took it away, while it is away."""

    author: str
    table: int
    text: str
    anonymous: bool
    taken_by: str | None = None


@dataclass(frozen=True)
class Sight:
    """What one person sees: notes as (words, name of the author or None) by id, and who sits at the table."""

    table: int | None
    lying: dict[str, tuple[str, str | None]]
    own: dict[str, tuple[str, str | None]]
    beside: frozenset[str]


@dataclass
class Reference:
    people: dict[str, Someone] = field(default_factory=dict)
    notes: dict[str, Paper] = field(default_factory=dict)

    # What may be done. Each says whether it is allowed, and does it if so.

    def add(self, who: str, note: str, text: str, anonymous: bool) -> bool:
        table = self.people[who].table
        if table is None:
            return False
        self.notes[note] = Paper(who, table, text, anonymous)
        return True

    def edit(self, who: str, note: str, text: str) -> bool:
        if not self._in_charge(who, note) or self.notes[note].taken_by:
            return False
        self.notes[note].text = text
        return True

    def take(self, who: str, note: str) -> bool:
        if not (self.people[who].hosts or self._in_charge(who, note)):
            return False
        self.notes[note].taken_by = self.notes[note].taken_by or who
        return True

    def put_back(self, who: str, note: str) -> bool:
        """By whoever took it, or by a host; but what its author took, by the author alone."""
        paper, someone = self.notes[note], self.people[who]
        if not (someone.hosts or self._in_charge(who, note)):
            return False
        if paper.taken_by is None:
            return True
        if who != paper.taken_by and not (someone.hosts and paper.taken_by != paper.author):
            return False
        paper.taken_by = None
        return True

    def move(self, who: str, person: str, table: int) -> bool:
        moved = self.people[person]
        if not self.people[who].hosts or moved.hosts or moved.leads:
            return False
        moved.table = table
        return True

    def rename(self, who: str, name: str) -> bool:
        self.people[who].name = name
        return True

    def _in_charge(self, who: str, note: str) -> bool:
        paper = self.notes[note]
        return paper.author == who or self.people[who].leads == paper.table

    # What is seen.

    def sight(self, who: str) -> Sight:
        table = self.people[who].table
        there = {note: paper for note, paper in self.notes.items() if not paper.taken_by}
        return Sight(
            table=table,
            lying={note: self._shown(paper) for note, paper in there.items() if paper.table == table},
            own={note: self._shown(paper) for note, paper in there.items() if paper.author == who},
            beside=frozenset(other.name for other in self.people.values() if table and other.table == table),
        )

    def _shown(self, paper: Paper) -> tuple[str, str | None]:
        return paper.text, None if paper.anonymous else self.people[paper.author].name

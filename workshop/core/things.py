"""What people lay down, find, choose and say in a workshop. Plain data, like all of its state."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(slots=True)
class Note:
    """One idea on a table. ``by`` is whose idea it is; ``entered_by`` who typed it for them.

    ``deleted_by``: who took it away; only while ``deleted`` is set.
    """

    id: str
    step: str
    table: int
    kind: str
    text: str
    by: str
    at: int
    rank: float
    entered_by: str | None = None
    anonymous: bool = False
    builds_on: tuple[str, ...] = ()
    brought_from: str | None = None
    highlighted: bool = False
    edited: int = 0
    deleted: bool = False
    deleted_by: str | None = None
    late: bool = False


@dataclass(slots=True)
class Deed:
    """Who did what to a theme, when: its lineage."""

    at: int
    by: str
    did: str
    what: str = ""


@dataclass(slots=True)
class Theme:
    """Notes that people put together, and what they called it.

    ``merged_into`` keeps a merged theme findable; ``brought`` are the notes that went along when it merged.
    """

    id: str
    step: str
    at: int
    by: str
    name: str = ""
    statement: str = ""
    notes: tuple[str, ...] = ()
    single_voice: bool = False
    merged_into: str | None = None
    brought: tuple[str, ...] = ()
    split_from: str | None = None
    dissolved: bool = False
    lineage: list[Deed] = field(default_factory=list)

    @property
    def stands(self) -> bool:
        return self.merged_into is None and not self.dissolved


@dataclass(frozen=True, slots=True)
class Option:
    """Something to put dots on, frozen when its ballot opens."""

    id: str
    label: str
    statement: str = ""
    notes: tuple[str, ...] = ()
    tables: tuple[int, ...] = ()


@dataclass(slots=True)
class Ballot:
    """A vote by dots. ``papers`` is who placed what: blind until ``closed_at`` is set."""

    id: str
    step: str
    table: int | None
    options: tuple[Option, ...]
    allowance: int
    cap: int
    voters: Literal["participants", "everyone"]
    opened_at: int
    closed_at: int | None = None
    papers: dict[str, dict[str, int]] = field(default_factory=dict)

    def tally(self) -> dict[str, int]:
        counts = {option.id: 0 for option in self.options}
        for paper in self.papers.values():
            for option_id, dots in paper.items():
                counts[option_id] += dots
        return counts


@dataclass(slots=True)
class Priority:
    """One of the ideas a table chose to bring to everyone, and why."""

    note: str
    table: int
    step: str
    why: str
    by: str
    at: int


@dataclass(slots=True)
class Slot:
    """One table's turn to speak."""

    table: int
    phase: Literal["waiting", "speaking", "heard", "skipped"] = "waiting"
    started_at: int | None = None
    deadline: int | None = None
    took: int = 0
    reactions: dict[str, set[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Chat:
    """One line in the plenary's chat. ``removed_by``: its author, or a host; only a host undoes a host."""

    id: str
    step: str
    kind: Literal["reaction", "comment", "question"]
    text: str
    by: str
    at: int
    table: int | None
    anonymous: bool = False
    removed_by: str | None = None

    @property
    def removed(self) -> bool:
        return self.removed_by is not None


@dataclass(slots=True)
class Answer:
    """What one person answered, alone, to one closing question (numbered from 0)."""

    id: str
    step: str
    question: int
    by: str
    text: str
    at: int
    entered_by: str | None = None


@dataclass(slots=True)
class Feedback:
    """How it was for one person."""

    id: str
    step: str
    by: str
    text: str
    rating: int | None
    at: int


@dataclass(slots=True)
class Call:
    """A table asks the hosts to come."""

    id: str
    table: int | None
    by: str
    text: str
    at: int
    answered_by: str | None = None
    answer: str = ""


@dataclass(slots=True)
class Saying:
    """A message from a host to everyone."""

    id: str
    text: str
    by: str
    at: int

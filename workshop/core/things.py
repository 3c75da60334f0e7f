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
    """Things that people put together, and what they called it.

    ``question``: set where the things are answers to a closing question. ``merged_into`` keeps a merged theme
    findable; ``brought`` are the notes that went along when it merged. ``suggested``: which of its notes a
    suggestion brought. ``differing``: which of them see it the other way round. ``hints``: key phrases that
    came with a suggestion, for whoever names the theme.
    """

    id: str
    step: str
    at: int
    by: str
    question: int | None = None
    name: str = ""
    statement: str = ""
    includes: str = ""
    excludes: str = ""
    notes: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    single_voice: bool = False
    merged_into: str | None = None
    brought: tuple[str, ...] = ()
    split_from: str | None = None
    dissolved: bool = False
    lineage: list[Deed] = field(default_factory=list)

    @property
    def stands(self) -> bool:
        return self.merged_into is None and not self.dissolved

    @property
    def board(self) -> str:
        return board_id(self.step, self.question)


def board_id(step: str, question: int | None) -> str:
    """The wall of a themes step has the step's id; the answers to a closing question, its number as well."""
    return step if question is None else f"{step}.{question}"


@dataclass(frozen=True, slots=True)
class Guess:
    """Notes that look alike to the computer: a theme that people may make of them, or not.

    ``likeness``: for each note, how like the others it is, 0 to 100. ``example``: the note to show for it.
    """

    id: str
    notes: tuple[str, ...]
    keywords: tuple[str, ...]
    example: str
    likeness: tuple[int, ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nearness:
    """How like a theme a note is, 0 to 100, and which words they share."""

    theme: str
    score: int
    words: tuple[str, ...] = ()


Method = Literal["model", "words"]
# What else to tell people: notes in several languages, too few notes, or a worker that failed.
Remark = Literal["", "languages", "few", "failed"]


@dataclass(slots=True)
class Board:
    """What is true of a place for grouping as a whole.

    ``version`` grows with every change that suggestions depend on; ``guessed`` is the version they were made
    for, at ``guessed_level``. ``held``: for each note the standing themes it lies in. ``dismissed``: guesses
    nobody wants to see again. ``refused``: by note and theme.
    """

    naming: bool = False
    held: dict[str, set[str]] = field(default_factory=dict)
    level: int = 3
    version: int = 0
    guessed: int = 0
    guessed_level: int = 3
    method: Method | None = None
    remark: Remark = ""
    guesses: dict[str, Guess] = field(default_factory=dict)
    near: dict[str, tuple[Nearness, ...]] = field(default_factory=dict)
    dismissed: dict[str, Guess] = field(default_factory=dict)
    refused: dict[tuple[str, str], Nearness] = field(default_factory=dict)


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


@dataclass(frozen=True, slots=True)
class Showing:
    """The picture that a host shows to everyone, of a board, a ballot or (empty) the workshop as a whole."""

    picture: Literal["themes", "votes", "mixing", "timeline", "map"]
    of: str
    at: int

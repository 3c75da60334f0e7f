"""The state of one workshop, folded from its ledger. Plain data; ``changes.py`` of each activity moves it."""

from __future__ import annotations

from collections import UserDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from workshop.core.blueprint import Blueprint
from workshop.core.checked import Checked
from workshop.core.clock import DAY
from workshop.core.people import Person
from workshop.core.plan import Contact, PeopleSettings, QuotingSettings, StepSettings, TimeSettings
from workshop.core.report import Passage, Statement
from workshop.core.things import (
    Answer,
    Board,
    Call,
    Chat,
    Feedback,
    Note,
    Priority,
    Saying,
    Showing,
    Slot,
    Theme,
)
from workshop.core.votes import Ballot, Decision, Missing, NotMade

Phase = Literal["planned", "open", "closing", "closed"]
Status = Literal["lobby", "running", "closed"]


@dataclass(slots=True)
class Step:
    """One stretch of the workshop. Times are milliseconds; ``deadline`` is None while the clock is held."""

    id: str
    settings: StepSettings
    phase: Phase = "planned"
    opened_at: int | None = None
    deadline: int | None = None
    held_left: int | None = None
    closing_until: int | None = None
    then: str | None = None
    closed_at: int | None = None
    left_at_close: int = 0
    spent: int = 0
    reopened: int = 0
    seats: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def activity(self) -> str:
        return str(self.settings.__struct_config__.tag)

    @property
    def live(self) -> bool:
        return self.phase in ("open", "closing")


@dataclass(slots=True)
class Table:
    """The people and the notes of one place. Its number is its name."""

    no: int
    facilitator: str | None = None
    spokesperson: str | None = None
    link: str = ""
    last_activity: int | None = None


@dataclass(slots=True)
class Seat:
    """Where someone sits now. ``held_since`` is set while the person is away."""

    table: int
    since: int
    held_since: int | None = None


class Seats(UserDict[str, Seat]):
    """Seats by person, and found by table: what a note at a table costs must not grow with the room."""

    def __init__(self) -> None:
        super().__init__()
        self._at: dict[int, dict[str, None]] = {}

    def __setitem__(self, person: str, seat: Seat) -> None:
        before = self.data.get(person)
        if before is not None:
            del self._at[before.table][person]
        self._at.setdefault(seat.table, {})[person] = None
        self.data[person] = seat

    def __delitem__(self, person: str) -> None:
        seat = self.data.pop(person)
        del self._at[seat.table][person]

    def at(self, table: int) -> list[str]:
        return list(self._at.get(table, ()))


@dataclass(frozen=True, slots=True)
class Wish:
    """A hard rule about seats: these people sit together, or never do."""

    id: str
    how: Literal["together", "apart"]
    people: frozenset[str]


@dataclass(slots=True)
class Seated:
    """The seating made for one step: what it could not do is kept with it."""

    step: str
    tables: dict[int, tuple[str, ...]]
    seed: int
    repeat_meetings: int
    least_possible: int
    unmet: tuple[str, ...] = ()


@dataclass(slots=True)
class Workshop:
    """Everything true of one workshop after its last entry ``n``."""

    id: str
    code: str = ""
    title: str = ""
    purpose: str = ""
    plan_name: str = ""
    planned_minutes: int = 0
    practice: bool = False
    notice: str = ""
    people_settings: PeopleSettings = field(default_factory=PeopleSettings)
    # As the plan has them: a host who tries out other sizes comes back to these.
    plan_people: PeopleSettings = field(default_factory=PeopleSettings)
    times: TimeSettings = field(default_factory=TimeSettings)
    quoting: QuotingSettings = field(default_factory=QuotingSettings)
    contacts: tuple[Contact, ...] = ()
    status: Status = "lobby"
    opened_at: int = 0
    started_at: int | None = None
    closed_at: int | None = None
    n: int = 0
    steps: dict[str, Step] = field(default_factory=dict)
    current: str | None = None
    round_step: str | None = None
    open_wall: str | None = None
    names: dict[str, str] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    tables: dict[int, Table] = field(default_factory=dict)
    seats: Seats = field(default_factory=Seats)
    held: set[str] = field(default_factory=set)
    seated: dict[str, Seated] = field(default_factory=dict)
    sat: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    places: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    # By round and table: who went on to another table while that round was on, and when.
    moved_on: dict[tuple[str, int], dict[str, int]] = field(default_factory=dict)
    leads: dict[str, int] = field(default_factory=dict)
    wishes: dict[str, Wish] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    # The highest rank ever given, by round and table.
    last_rank: dict[tuple[str, int], float] = field(default_factory=dict)
    laid: dict[int, list[Note]] = field(default_factory=dict)
    written: dict[str, list[Note]] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    boards: dict[str, Board] = field(default_factory=dict)
    ballots: dict[str, Ballot] = field(default_factory=dict)
    not_made: dict[str, NotMade] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    missing: dict[str, Missing] = field(default_factory=dict)
    priorities: dict[tuple[int, str], Priority] = field(default_factory=dict)
    slots: dict[tuple[str, int], Slot] = field(default_factory=dict)
    chat: dict[str, Chat] = field(default_factory=dict)
    answers: dict[tuple[str, int, str], Answer] = field(default_factory=dict)
    # Where each answer is, or was until it was taken back.
    answer_places: dict[str, tuple[str, int, str]] = field(default_factory=dict)
    feedback: dict[tuple[str, str], Feedback] = field(default_factory=dict)
    # What hosts decided about words before they go out, by where these stand: see core/quotes.py.
    checks: dict[str, Checked] = field(default_factory=dict)
    calls: dict[str, Call] = field(default_factory=dict)
    blueprint: Blueprint = field(default_factory=Blueprint)
    # What people write in the report, by its place there and by id.
    passages: dict[str, Passage] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    saying: Saying | None = None
    showing: Showing | None = None
    # Grows with every event after which somebody may hear other streams than before.
    audience: int = 0

    def step_of_kind(self, step_id: str, activity: str) -> Step | None:
        step = self.steps.get(step_id)
        return step if step is not None and step.activity == activity else None

    def rename(self, person: str, name: str) -> None:
        self.names[person] = name
        if person in self.people:
            self.people[person].name = name

    def current_step(self) -> Step | None:
        return self.steps.get(self.current) if self.current else None

    @property
    def quoting_until(self) -> int | None:
        """Until when people may say whether their words may be quoted; None before the close."""
        return None if self.closed_at is None else self.closed_at + self.quoting.days * DAY

    @property
    def needs_seats(self) -> bool:
        """Whether the step that is on happens at tables, so that whoever comes now needs a seat."""
        step = self.current_step()
        if step is None or not step.live or self.round_step is None:
            return False
        at_tables = getattr(step.settings, "where", None) == "table"
        return step.activity in ("story_round", "priorities") or at_tables

    def at_table(self, no: int) -> list[str]:
        """The people who have a seat at this table now, held seats included."""
        return self.seats.at(no)

    def notes_at(self, no: int) -> Sequence[Note]:
        """Every note ever laid on this table, deleted ones included, in the order they came."""
        return self.laid.get(no, ())

    def notes_by(self, who: str) -> Sequence[Note]:
        """Every note of this person, deleted ones included."""
        return self.written.get(who, ())

    def answer(self, answer_id: str) -> Answer | None:
        """An answer by its id, unless it was taken back."""
        found = self.answers.get(self.answer_places.get(answer_id, ("", 0, "")))
        return found if found is not None and found.id == answer_id else None

    def with_role(self, role: str) -> Iterator[Person]:
        return (p for p in self.people.values() if p.role == role and not p.gone)

    def step_after(self, step_id: str | None) -> Step | None:
        order = list(self.steps)
        place = 0 if step_id is None else order.index(step_id) + 1
        return self.steps[order[place]] if place < len(order) else None

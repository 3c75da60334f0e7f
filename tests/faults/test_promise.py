"""Random days against a simple reference: after whatever happens, everybody sees what they must see."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.faults.reference import Reference, Someone
from tests.faults.worlds import CAST, Behind, InProcess, Opens, World, order
from tests.stories.server import Server

PICK = st.integers(0, 10**6)
WORDS = st.sampled_from(["Trust", "Time and again", "Ein Wort: Öffnung", "👩🏽‍🚀 from far", "x" * 500])


class Days(RuleBasedStateMachine):
    """``opens``: the world in which all this happens."""

    opens: ClassVar[Opens]
    acked: ClassVar[int] = 0
    crashes: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.world: World
        self.reference = Reference()
        self.given: list[tuple[str, str, int]] = []
        self.count = 0

    @initialize()
    def opening(self) -> None:
        self.world = type(self).opens()
        for name, who in self.world.cast.items():
            table = self.world.first_sight(who).table
            role = CAST.get(name)
            leads = table if role == "facilitator" else None
            self.reference.people[who] = Someone(name, table, leads, hosts=role == "host")

    # Who, and which.

    def one(self, pick: int, here: bool = True) -> str:
        known = [who for who, someone in self.reference.people.items() if someone.here is here]
        return known[pick % len(known)]

    def note(self, pick: int) -> str:
        return list(self.reference.notes)[pick % len(self.reference.notes)]

    def tables(self) -> list[int]:
        return sorted({someone.table for someone in self.reference.people.values() if someone.table})

    def does(self, who: str, allowed: bool, type_: str, same: str, **fields: Any) -> None:
        raw = order(type_, same, **fields)
        answer = self.world.tells(who, raw)
        assert answer["ok"] is allowed, f"{raw}: {answer}, but {allowed=}"
        type(self).acked += allowed
        if allowed and answer["n"]:
            self.given.append((who, raw, answer["n"]))

    # What happens.

    @rule(pick=PICK, words=WORDS, anonymous=st.booleans())
    def write(self, pick: int, words: str, anonymous: bool) -> None:
        who, same = self.one(pick), self._id()
        allowed = self.reference.add(who, same, words, anonymous)
        self.does(who, allowed, "note.add", same, step="s2", kind="helped", text=words, anonymous=anonymous)

    @precondition(lambda self: self.reference.notes)
    @rule(pick=PICK, which=PICK, words=WORDS)
    def edit(self, pick: int, which: int, words: str) -> None:
        who, note = self.one(pick), self.note(which)
        allowed = self.reference.edit(who, note, words)
        self.does(who, allowed, "note.edit", self._id(), note=note, text=words, kind="helped")

    @precondition(lambda self: self.reference.notes)
    @rule(pick=PICK, which=PICK, back=st.booleans())
    def take_away_or_put_back(self, pick: int, which: int, back: bool) -> None:
        who, note = self.one(pick), self.note(which)
        allowed = self.reference.put_back(who, note) if back else self.reference.take(who, note)
        self.does(who, allowed, "note.restore" if back else "note.delete", self._id(), note=note)

    @rule(pick=PICK, other=PICK, where=PICK)
    def move(self, pick: int, other: int, where: int) -> None:
        """By anybody: only a host may. Also of people who are away just now."""
        who = self.one(pick) if pick % 4 == 0 else self.world.cast["Hal"]
        person = list(self.reference.people)[other % len(self.reference.people)]
        table = self.tables()[where % len(self.tables())]
        if not self.reference.people[who].here:
            return
        allowed = self.reference.move(who, person, table)
        self.does(who, allowed, "person.move", self._id(), person=person, table=table)

    @rule(pick=PICK)
    def rename(self, pick: int) -> None:
        who, name = self.one(pick), f"Name {self._no()}"
        self.does(who, self.reference.rename(who, name), "person.rename", self._id(), name=name)

    @precondition(lambda self: len(self.reference.people) < 10)
    @rule()
    def join(self) -> None:
        """Where a late joiner sits is for the seating to say; that it is one of the tables, for us."""
        name = f"Late {self._no()}"
        who = self.world.joins(name)
        table = self.world.first_sight(who).table
        assert table in self.tables()
        self.reference.people[who] = Someone(name, table)

    @precondition(lambda self: sum(someone.here for someone in self.reference.people.values()) > 2)
    @rule(pick=PICK)
    def lose_the_line(self, pick: int) -> None:
        who = self.one(pick)
        self.world.goes(who)
        self.reference.people[who].here = False

    @precondition(lambda self: any(not someone.here for someone in self.reference.people.values()))
    @rule(pick=PICK)
    def come_back(self, pick: int) -> None:
        who = self.one(pick, here=False)
        self.world.comes(who)
        self.reference.people[who].here = True

    @precondition(lambda self: self.given)
    @rule(which=PICK)
    def say_it_again(self, which: int) -> None:
        """The same command, under the same id: the same answer, and nothing happens."""
        who, raw, n = self.given[which % len(self.given)]
        if self.reference.people[who].here:
            assert self.world.tells(who, raw) == {"ok": True, "n": n}

    @precondition(lambda self: self.given)
    @rule(which=PICK, pick=PICK)
    def steal(self, which: int, pick: int) -> None:
        owner, raw, _ = self.given[which % len(self.given)]
        if (thief := self.one(pick)) != owner:
            assert self.world.tells(thief, raw)["code"] == "id-taken"

    @rule(seldom=st.integers(0, 3))
    def crash(self, seldom: int) -> None:
        if seldom == 0:
            type(self).crashes += 1
            self.world.crash()

    @invariant()
    def everybody_sees_what_they_must_see(self) -> None:
        for who, someone in self.reference.people.items():
            if someone.here:
                self.world.sees(who, self.reference.sight(who))

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.world.end()

    def _id(self) -> str:
        """The same for the same day, so that a failure can be made smaller."""
        return str(uuid.UUID(int=self._no() | 0x4000 << 64 | 0x8000 << 48, version=4))

    def _no(self) -> int:
        self.count += 1
        return self.count


CALM = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@pytest.fixture
def rooms() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.mark.parametrize("examples", [25, pytest.param(1_000, marks=pytest.mark.soak)])
def test_the_promise_in_one_process(rooms: Path, figure: Callable[..., None], examples: int) -> None:
    class Here(Days):
        opens = staticmethod(lambda: InProcess(rooms / f"{uuid.uuid4()}.db"))

    many = settings(max_examples=examples, stateful_step_count=30, suppress_health_check=CALM)
    run_state_machine_as_test(Here, settings=many)
    note(figure, Here, examples, "random days against a simple reference, in one process")


@pytest.mark.parametrize("examples", [2, pytest.param(8, marks=pytest.mark.soak)])
def test_the_promise_behind_real_sockets(server: Server, figure: Callable[..., None], examples: int) -> None:
    class There(Days):
        opens = staticmethod(lambda: Behind(server))

    few = settings(max_examples=examples, stateful_step_count=20, suppress_health_check=CALM)
    run_state_machine_as_test(There, settings=few)
    note(figure, There, examples, "random days against a simple reference, over sockets")


def note(figure: Callable[..., None], days: type[Days], tried: int, fault: str) -> None:
    seen = f"{days.crashes} crashes; after each command everybody saw what they must see"
    figure(fault=fault, tried=f"{tried} days", acked=days.acked, seen=seen)

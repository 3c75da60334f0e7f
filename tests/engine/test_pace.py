"""How fast one person may go."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from workshop.live.pace import MANY, Pace


@dataclass
class Clock:
    at: float = 0.0

    def __call__(self) -> float:
        return self.at


@dataclass
class Gate:
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.pace = Pace(per_second=2, at_once=6, clock=self.clock)

    def passed(self, tries: int, who: str = "ann") -> int:
        return sum(self.pace.take(who) for _ in range(tries))


def test_so_many_at_once_and_then_no_more() -> None:
    assert Gate().passed(100) == 6


def test_a_pause_gives_back_what_it_is_long() -> None:
    gate = Gate()
    gate.passed(6)
    gate.clock.at += 1
    assert gate.passed(100) == 2
    gate.clock.at += 1_000
    assert gate.passed(100) == 6


def test_one_person_does_not_use_up_anothers_turn() -> None:
    gate = Gate()
    gate.passed(100)
    assert gate.passed(100, "bob") == 6


@given(st.lists(st.floats(min_value=0, max_value=5), max_size=80))
def test_over_any_time_nobody_does_more_than_the_rate_and_one_burst(pauses: list[float]) -> None:
    gate, done = Gate(), 0
    for pause in pauses:
        gate.clock.at += pause
        done += gate.passed(1)
    assert done <= gate.clock.at * 2 + 6 + 1e-6


def test_whoever_has_been_away_is_forgotten_when_many_have_come() -> None:
    gate = Gate()
    for no in range(MANY):
        gate.pace.take(no)
    gate.clock.at += 10
    gate.pace.take("one more")
    assert len(gate.pace._left) == 1

"""Chance that repeats itself: the same number leads to the same day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.rules.cast import Cafe


def chance_of(number: int) -> Random:
    return Random(number)  # noqa: S311 - nothing here is a secret


@dataclass
class Whims:
    """A source of chance over one café."""

    chance: Random
    cafe: Cafe
    who: str | None = None
    words: int = 0

    def often(self, share: float = 0.8) -> bool:
        return self.chance.random() < share

    def one(self, of: Iterable[Any], otherwise: Any = "nobody") -> Any:
        """One of these; now and then, or when there are none, something that is not there."""
        known = list(of)
        return self.chance.choice(known) if known and self.often(0.97) else otherwise

    def text(self) -> str:
        """Words that are nowhere else, so that a leak shows."""
        self.words += 1
        wild = self.chance.choice(["", "  ", "\u202e", "x" * 3000])
        return f"idea-{self.words};" if self.often(0.97) else wild

    def few(self, of: Sequence[Any], most: int = 4) -> list[Any]:
        known = list(of)
        picked = self.chance.sample(known, min(len(known), self.chance.randint(1, most)))
        return picked if picked and self.often(0.97) else [*picked, "nobody"]

    def here(self) -> list[str]:
        return [p.id for p in self.cafe.state.people.values() if not p.gone]

    def person(self) -> str:
        return str(self.one(self.here()))

    def table(self) -> int:
        return int(self.one(self.cafe.state.tables, 99))

    def note(self) -> str:
        """A note, mostly one that this person may do something with."""
        state = self.cafe.state
        seat = state.seats.get(self.who or "")
        near = [n.id for n in state.notes_at(seat.table)] if seat else []
        own = [n.id for n in state.notes_by(self.who or "")]
        known = self.chance.choice([own or near, near, list(state.notes)])
        return str(self.one(known[-8:] if self.often() else known))

    def theme(self) -> str:
        themes = self.cafe.state.themes.values()
        return str(self.one([t.id for t in themes if t.stands or not self.often()]))

    def notes_in(self, theme: str) -> list[Any]:
        """Some notes, mostly of this theme."""
        known = self.cafe.state.themes.get(theme)
        return self.few(
            known.notes if known is not None and self.often(0.9) else list(self.cafe.state.notes), 2
        )

    def on_walls(self) -> list[Any]:
        notes = self.cafe.state.notes.values()
        return self.few([n.id for n in notes if not n.deleted or not self.often(0.95)])

    def step(self, activity: str) -> str:
        steps = [s for s in self.cafe.state.steps.values() if s.activity == activity]
        live = [s.id for s in steps if s.live]
        return str(self.one(live if live and self.often() else [s.id for s in steps], "s1"))

    def now(self) -> str:
        state = self.cafe.state
        return state.current if state.current and self.often(0.9) else str(self.one(state.steps))

"""A blueprint as people write it: experiments, field by field, and the versions that were issued.

Plain data. What an experiment needs before it can start is said here once, for rules, views and the harvest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["experiment", "small-change"]
Value = str | tuple[str, ...]
Status = Literal["idea", "ready", "trying"]
# Of an experiment: words of people in these, in the order in which they are read.
WORDS = (
    "idea",
    "barrier",
    "designed_by",
    "owner",
    "first_step",
    "prediction",
    "measures",
)
CHOICES = ("domain", "review_on")
LISTS = ("themes", "lens")
# What makes a change a small one: each is answered yes before it starts.
CHECKS = ("own_power", "possible_now", "no_national_rule")
FIELDS = (*WORDS, *CHOICES, *LISTS, *CHECKS)
NEEDED = ("barrier", "owner", "measures", "prediction", "review_on")
# What people call what is missing.
NEEDS = {
    "barrier": "a barrier it works on",
    "owner": "a person",
    "measures": "a measure",
    "prediction": "a prediction",
    "review_on": "a review date",
    "own_power": "a yes to “within our own power”",
    "possible_now": "a yes to “possible now”",
    "no_national_rule": "a yes to “needs no change of national rules”",
}


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in one field, and how often it was written. ``repeats``: the note whose words these are."""

    value: Value
    version: int
    repeats: str | None = None


@dataclass(slots=True)
class Experiment:
    """Something to try out. ``note``: the idea of a table that it takes up. ``rank``: its place among all."""

    id: str
    kind: Kind
    note: str | None
    rank: float
    at: int
    fields: dict[str, Written] = field(default_factory=dict)
    trying: bool = False
    removed: bool = False

    def says(self, name: str) -> str:
        """What stands in a field of words, or a choice; empty as long as nobody has written there."""
        value = self.fields[name].value if name in self.fields else ""
        return value if isinstance(value, str) else ""

    def names(self, name: str) -> tuple[str, ...]:
        """What was chosen in a field that holds several things."""
        value = self.fields[name].value if name in self.fields else ()
        return value if isinstance(value, tuple) else ()

    def version(self, name: str) -> int:
        return self.fields[name].version if name in self.fields else 0

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that keep it from starting."""
        return missing(self.kind, {name: self.says(name) for name in (*NEEDED, *CHECKS)})

    @property
    def status(self) -> Status:
        if self.trying:
            return "trying"
        return "idea" if self.missing else "ready"


def missing(kind: Kind, said: Mapping[str, str]) -> tuple[str, ...]:
    """Which of the fields that an experiment of this kind needs are empty, or a check that is no yes."""
    checks = CHECKS if kind == "small-change" else ()
    return (
        *(name for name in NEEDED if not said.get(name)),
        *(name for name in checks if said.get(name) != "yes"),
    )


def called(lacking: Sequence[str]) -> str:
    """In a sentence: a person, a measure and a review date."""
    words = [NEEDS[name] for name in lacking]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


@dataclass(frozen=True, slots=True)
class Issue:
    """A version that was issued: its number, when, and what people said of it."""

    no: int
    at: int
    words: str


@dataclass(slots=True)
class Blueprint:
    """What is true of the blueprint as a whole. ``context``: the local one, and what is not to be touched.

    ``changes``: how many since the last version was issued.
    """

    context: str = ""
    context_version: int = 0
    experiments: dict[str, Experiment] = field(default_factory=dict)
    issued: list[Issue] = field(default_factory=list)
    changes: int = 0

    def standing(self) -> list[Experiment]:
        """All that were not taken out, in the order people gave them."""
        return sorted(
            (each for each in self.experiments.values() if not each.removed), key=lambda e: (e.rank, e.id)
        )

    def taken_up_by(self, note: str) -> Experiment | None:
        """The experiment that takes up this idea."""
        return next((each for each in self.standing() if each.note == note), None)

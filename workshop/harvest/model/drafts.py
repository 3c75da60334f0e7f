"""The draft of a blueprint."""

from __future__ import annotations

from workshop.harvest.model.lines import Line, Part, Sentence


class Finding(Line, frozen=True, kw_only=True):
    """A theme as the blueprint takes it up. ``hindering`` and ``helping``: its notes that tell of either."""

    theme: str
    name: str
    statement: str
    notes: int
    tables: int
    hindering: int
    helping: int
    dots: int | None
    place: int
    level: int


class Experiment(Line, frozen=True, kw_only=True):
    """An idea that a table chose, drafted as something to try. What is empty is for people to fill in.

    ``place``: by dots, then tables; those that are level share it. ``dots`` are those of its theme,
    ``own_dots`` those on the idea itself; None where there was no vote on it. ``tables``: where its theme was
    heard. ``missing``: what it needs before it can start.
    """

    idea: str
    why: str
    note: str
    table: int
    theme: str | None
    theme_name: str
    also_in: tuple[str, ...]
    dots: int | None
    own_dots: int | None
    tables: int
    place: int
    level: int
    barrier: str
    domain: str
    owner: str
    measure: str
    prediction: str
    review_on: str | None
    missing: tuple[str, ...]


class Blueprint(Part, frozen=True, kw_only=True):
    """A draft: nothing in it is decided. ``notices`` say what could not be drafted, and what to do."""

    in_the_way: tuple[Finding, ...]
    helps: tuple[Finding, ...]
    both: tuple[Finding, ...]
    experiments: tuple[Experiment, ...]
    notices: tuple[Sentence, ...]

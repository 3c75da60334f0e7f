"""What each field of an experiment may hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from workshop.activities.experiments.lens import lens_of
from workshop.core import text
from workshop.core.blueprint import CHECKS, LISTS, Kind, Value
from workshop.core.state import Workshop
from workshop.errors import Invalid, NotFound

# The most characters of each, and what a refusal calls it.
LINES = {
    "idea": (200, "The idea"),
    "barrier": (200, "The barrier"),
    "designed_by": (120, "Who designed it"),
    "owner": (80, "Who looks after it"),
}
PASSAGES = {
    "first_step": (500, "The first step"),
    "prediction": (500, "The prediction"),
    "measures": (500, "How we would know"),
}
DOMAINS = ("structure", "process", "culture")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def clean(state: Workshop, kind: Kind, name: str, value: Value) -> Value:
    """What is kept of a value for this field. Raises :class:`Invalid` or :class:`NotFound`."""
    if (name in LISTS) != isinstance(value, tuple):
        raise Invalid(f"The field {name} holds {'a list' if name in LISTS else 'words'}.")
    if isinstance(value, tuple):
        return known_themes(state, value) if name == "themes" else _entries(state, value)
    if name in CHECKS:
        return _check(kind, value)
    if name == "idea" or text.visible(value):
        return _words(name, value)
    return ""


def _words(name: str, value: str) -> str:
    if name in LINES:
        return text.line(value, *LINES[name])
    if name in PASSAGES:
        return text.passage(value, *PASSAGES[name])
    return _day(value) if name == "review_on" else _one_of(value, DOMAINS)


def _one_of(value: str, choices: Sequence[str]) -> str:
    if value not in choices:
        raise Invalid(f"Choose one of: {', '.join(choices)}. Or leave it empty.")
    return value


def _day(value: str) -> str:
    """A day of the calendar, as 2026-03-31."""
    try:
        return date.fromisoformat(value).isoformat() if _DAY.fullmatch(value) else _no_day()
    except ValueError:
        return _no_day()


def _no_day() -> str:
    raise Invalid("Write the day as year, month and day, such as 2026-03-31.", "no-day")


def _check(kind: Kind, value: str) -> str:
    if kind != "small-change":
        raise Invalid("Only small changes have these three checks.")
    return _one_of(value, ("yes", "no")) if value else ""


def known_themes(state: Workshop, themes: Iterable[str]) -> tuple[str, ...]:
    """Themes of a wall that stand, each once."""
    chosen = tuple(dict.fromkeys(themes))
    for each in chosen:
        theme = state.themes.get(each)
        if theme is None or not theme.stands or theme.question is not None:
            raise NotFound("One of these themes is not there any more. Choose among those that stand.")
    return chosen


def _entries(state: Workshop, entries: Iterable[str]) -> tuple[str, ...]:
    """Entries of this workshop's lens, in its order."""
    chosen, lens = set(entries), lens_of(state)
    if not chosen <= set(lens):
        raise Invalid("One of these is not in the lens of this blueprint. Choose among its entries.")
    return tuple(entry for entry in lens if entry in chosen)

"""The same words shown twice as a quote, or brought twice as an idea."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from workshop.core.text import same_words
from workshop.harvest.lint.findings import DESK, Finding, anchors_of, at_tables, named, quoted
from workshop.harvest.model import Harvest, NoteLine, PriorityLine

Same = list[NoteLine | PriorityLine]


def quote_twice(harvest: Harvest) -> Iterator[Finding]:
    """A note that travelled and was highlighted at both tables, or two with the same words."""
    high = (note for round_ in harvest.rounds for note in round_.notes if note.highlighted)
    found = _same(high)
    if found:
        text = f"{_each(found, 'is highlighted', 'are highlighted')} One quote is enough."
        yield Finding("quote-twice", "may", text, _anchors(found), (DESK,))


def idea_twice(harvest: Harvest) -> Iterator[Finding]:
    found = _same(harvest.priorities)
    if found:
        text = f"{_each(found, 'was brought', 'were brought')} Each becomes an experiment; one may do."
        yield Finding("idea-twice", "may", text, _anchors(found), (DESK,))


def _same(lines: Iterable[NoteLine | PriorityLine]) -> list[Same]:
    alike: dict[str, Same] = defaultdict(list)
    for line in lines:
        alike[same_words(line.text)].append(line)
    return [same for same in alike.values() if len(same) > 1]


def _each(found: list[Same], was: str, were: str) -> str:
    if len(found) == 1:
        same = found[0]
        return f"{quoted(_words(same))} {was} {_times(len(same))}, at {_where(same)}."
    return f"{named(_words(same) for same in found)} {were} more than once each."


def _anchors(found: list[Same]) -> tuple[str, ...]:
    return anchors_of(line for same in found for line in same)


def _words(same: Same) -> str:
    return min(line.text for line in same)


def _where(same: Same) -> str:
    return at_tables(line.table for line in same)


def _times(n: int) -> str:
    return "twice" if n == 2 else f"{n} times"


QUOTES = (quote_twice, idea_twice)

"""What people get back, in few words: what was asked, what they said, what was done, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workshop.core.checked import LEFT_OUT, REDACTED
from workshop.harvest.draft_phrases import own
from workshop.harvest.model import DecisionLine, Experiment, Harvest, NoteLine, ThemeLine
from workshop.harvest.publishing import WITHHELD
from workshop.harvest.words import count
from workshop.harvest.written_phrases import paragraphs

# More than this, and nobody reads to the end: the report has all of them.
MOST = 6
# Stand where words were: nothing to show of what a table marked.
SILENT = (WITHHELD, LEFT_OUT, REDACTED)
STATES = {
    "idea": "Still an idea",
    "ready": "Ready to start",
    "trying": "Being tried",
}


class Heard(NamedTuple):
    """A theme. ``reach``: how far it was heard, in words. ``quote``: words that a table marked, or empty."""

    name: str
    statement: str
    reach: str
    quote: str


class Tried(NamedTuple):
    idea: str
    state: str


class GivenBack(NamedTuple):
    """``alone``: questions that people answered by themselves. ``more``: themes that the report has besides.

    ``done`` and ``next``: paragraphs that hosts wrote, none while they have not.
    """

    asked: list[str]
    alone: list[str]
    notes: str
    heard: list[Heard]
    more: int
    voted: list[str]
    decided: list[DecisionLine]
    tried: list[Tried]
    done: list[str]
    next: list[str]


def given_back(harvest: Harvest) -> GivenBack:
    """``harvest``: as everyone may read it, since everyone may read this."""
    themes = _heard_most(harvest.themes)
    notes = {note.id: note for round_ in harvest.rounds for note in round_.notes}
    tables = {seats.table for round_ in harvest.rounds for seats in round_.seats}
    written = own(harvest.blueprint.experiments) + own(harvest.blueprint.experiments, "small-change")
    return GivenBack(
        asked=list(dict.fromkeys(round_.prompt for round_ in harvest.rounds if round_.prompt)),
        alone=[question.text for question in harvest.questions],
        notes=_notes(len(notes), len(tables)),
        heard=[_heard(theme, notes, len(tables)) for theme in themes[:MOST]],
        more=len(harvest.themes) - len(themes[:MOST]),
        voted=[vote.verdict for vote in harvest.votes if _of_everyone(vote.table, vote.open, vote.runoff_of)],
        decided=[each for each in harvest.decisions if each.table is None and each.chosen],
        tried=list(_tried(written)),
        done=_written(harvest, "done"),
        next=_written(harvest, "next"),
    )


def _notes(notes: int, tables: int) -> str:
    if not notes:
        return ""
    return f"You wrote {count(notes, 'note')} at {count(tables, 'table')}."


def _heard_most(themes: Sequence[ThemeLine]) -> list[ThemeLine]:
    """Those heard most and often; where there are none of these, whatever is more than a single voice."""
    most = [theme for theme in themes if theme.often in ("most", "often")]
    return most or [theme for theme in themes if not theme.single_voice]


def _heard(theme: ThemeLine, notes: dict[str, NoteLine], tables: int) -> Heard:
    said = "one table" if len(theme.tables) == 1 else f"{len(theme.tables)} of {tables} tables"
    reach = f"Heard at {said}, in {count(len(theme.notes), 'note')}."
    marked = (notes[id_] for id_ in theme.notes if id_ in notes and notes[id_].highlighted)
    quote = next((note.text for note in marked if note.text not in SILENT), "")
    return Heard(theme.name, theme.statement, reach, quote)


def _of_everyone(table: int | None, is_open: bool, runoff_of: str | None) -> bool:
    return table is None and not is_open and runoff_of is None


def _tried(experiments: Sequence[Experiment]) -> Iterator[Tried]:
    """What is furthest on comes first."""
    order = list(STATES)[::-1]
    for each in sorted(experiments, key=lambda one: order.index(one.status)):
        yield Tried(each.idea, STATES[each.status])


def _written(harvest: Harvest, part: str) -> list[str]:
    return paragraphs(next((each.text for each in harvest.passages if each.part == part), ""))

"""What the charts show: small tables made from the harvest, each with what it says in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from workshop.harvest.model import Harvest, VoteLine
from workshop.harvest.vote_phrases import vote_title
from workshop.harvest.words import count, listed, short

# Bars that can still be told apart in one chart; characters of a label; charts of votes in one file.
MOST_BARS, LABEL, MOST_VOTES = 20, 56, 40
# Rows that an alternative text reads out.
READ_OUT = 8


class Figure(NamedTuple):
    """``head``: of the rows, the label first. ``says``: in words, below the title. Without rows no chart."""

    title: str
    says: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    upright: bool = False

    @property
    def alt(self) -> str:
        """The same for those who do not see it."""
        read = [f"{label}: {self._numbers(numbers)}" for label, *numbers in self.rows[:READ_OUT]]
        more = len(self.rows) - READ_OUT
        rest = f" And {more} more in the table beside it." if more > 0 else ""
        kind = "Columns" if self.upright else "Bars"
        return f"{kind}: {self.title}. {'; '.join(read)}.{rest}"

    def _numbers(self, numbers: list[str | int]) -> str:
        return listed([f"{what.lower()} {n}" for n, what in zip(numbers, self.head[1:], strict=True)])


def figures(h: Harvest) -> Iterator[Figure]:
    """Every figure there is something to show in, and each vote that is still on."""
    # Everyone's votes first; then those of single tables.
    votes = sorted(h.votes, key=lambda vote: vote.table is not None)
    yield from map(_vote, votes[:MOST_VOTES])
    yield from (each for each in (_themes(h), _notes(h), _attendance(h)) if each.rows)


def _vote(vote: VoteLine) -> Figure:
    rows = [(short(option.label, LABEL), option.dots or 0) for option in vote.options]
    shown = () if vote.open or not vote.dots else tuple(rows[:MOST_BARS])
    says = " ".join(part for part in (vote.verdict, _some(len(shown), len(rows), "Votes")) if part)
    return Figure(vote_title(vote), says, ("Choice", "Dots"), shown)


def _themes(h: Harvest) -> Figure:
    rows = tuple((short(t.name, LABEL), len(t.notes), len(t.tables)) for t in h.themes)
    shown = rows[:MOST_BARS]
    says = _some(len(shown), len(rows), "Themes") or "How many notes and tables are behind each."
    return Figure("How far the themes reach", says, ("Theme", "Notes", "Tables"), shown)


def _notes(h: Harvest) -> Figure:
    tables = Counter(note.table for round_ in h.rounds for note in round_.notes)
    rows = tuple((f"Table {no}", tables[no]) for no in sorted(tables))
    says = f"{count(tables.total(), 'note')} in {count(len(h.rounds), 'round')}, by the table they lie on."
    return Figure("Notes by table", says, ("Table", "Notes"), rows, upright=True)


def _attendance(h: Harvest) -> Figure:
    sat = [each for each in h.rounds if each.people]
    rows = tuple((short(f"Round {r.no}: {r.title}", LABEL), r.participants, r.support) for r in sat)
    head = ("Round", "Participants", "Support team")
    return Figure("People in each round", h.attendance.text, head, rows, upright=True)


def _some(shown: int, there: int, sheet: str) -> str:
    return f"The first {shown} of {there}; all are in the sheet {sheet}." if 0 < shown < there else ""

"""A ballot that is closed, as bars. An open one is blind: there is nothing to draw, for anybody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from workshop.core.state import Workshop
from workshop.core.votes import Ballot, Option
from workshop.errors import Conflict
from workshop.pictures.data import VoteBar, VotesData
from workshop.pictures.letters import fit
from workshop.pictures.picture import Equivalent, Picture, Shape, empty
from workshop.pictures.svg import DOT, EDGE, INK, SOFT, Drawn, box, group, lines, number, tag, text
from workshop.pictures.wording import count

# On a wall so many are drawn, in other places so many more; those that are level are never parted.
ON_A_WALL, MOST = 8, 60
BLIND = "This vote is open, so nobody sees where the dots lie. The picture is there when it closes."
GUIDE = "Dots are a guide. People decide."
TAKEN_AWAY = "A note that was taken away"


def votes_of(state: Workshop, ballot_id: str) -> VotesData:
    """The result. Raises :class:`Conflict` while the ballot is open."""
    ballot = state.ballots[ballot_id]
    if ballot.closed_at is None:
        raise Conflict(BLIND, "blind")
    tally = ballot.tally()
    bars = [VoteBar(label=_label(state, option), dots=tally[option.id]) for option in ballot.options]
    return VotesData(
        ballot=ballot.id,
        title=state.steps[ballot.step].settings.title,
        table=ballot.table,
        voted=_voted(ballot),
        allowance=ballot.allowance,
        bars=tuple(sorted(bars, key=lambda bar: (-bar.dots, bar.label.casefold()))),
    )


def _voted(ballot: Ballot) -> int:
    return sum(any(paper.values()) for paper in ballot.papers.values())


def _label(state: Workshop, option: Option) -> str:
    note = state.notes.get(option.words_of or option.id)
    return TAKEN_AWAY if note is not None and note.deleted else option.label


def draw_votes(data: VotesData, shape: Shape) -> Picture:
    title = f"Votes: {data.title}" + (f", table {data.table}" if data.table is not None else "")
    if not any(bar.dots for bar in data.bars):
        return empty("votes", data.ballot, title, "The vote is closed, and nobody placed a dot.", shape)
    shown = data.bars[: _shown(data.bars, ON_A_WALL if shape.name == "wall" else MOST)]
    body, height = _Bars(shape, shown).drawn()
    rest = len(data.bars) - len(shown)
    if rest:
        body = group(body, _rest(rest, height, shape))
        height += shape.size * 1.6
    return Picture(
        name="votes",
        of=data.ballot,
        title=title,
        says=_says(data),
        tables=(_table(data),),
        body=body,
        width=shape.width,
        height=max(height, shape.height),
    )


def _shown(bars: tuple[VoteBar, ...], most: int) -> int:
    """The limit never cuts between equals: those level with the first that is left out are left out too."""
    if len(bars) <= most:
        return len(bars)
    cut = next(no for no, bar in enumerate(bars) if bar.dots == bars[most].dots)
    return cut or most


def _rest(rest: int, height: float, shape: Shape) -> Drawn:
    words = f"{count(rest, 'more choice')} {'has' if rest == 1 else 'have'} fewer dots."
    return text(0, height + shape.size * 0.9, words, shape.size * 0.9, paint=SOFT)


class _Bars:
    """Rows from top to bottom; those that are level share one bracket and one word."""

    def __init__(self, shape: Shape, bars: tuple[VoteBar, ...]) -> None:
        self.shape, self.bars = shape, bars
        self.most = max(bar.dots for bar in bars)
        self.margin = shape.size * 1.4
        # Three rows want no more room than this, however much there is.
        fitting = (shape.height - shape.size * 1.6) / max(len(bars), 1) if shape.height else 0
        self.row = min(fitting, shape.size * 4) if fitting else 0

    def drawn(self) -> tuple[Drawn, float]:
        y, parts = 0.0, []
        for _, level in groupby(self.bars, key=lambda bar: bar.dots):
            begin, rows = y, list(level)
            for bar in rows:
                drawn, height = self._row(bar, y)
                parts.append(drawn)
                y += height
            if len(rows) > 1 and rows[0].dots:
                parts.append(self._bracket(begin, y))
        return group(*parts), y

    def _row(self, bar: VoteBar, y: float) -> tuple[Drawn, float]:
        size, left = self.shape.size, self.margin
        thick = max(self.row * 0.3, size * 0.7) if self.row else size * 0.8
        label_room = self.row - thick - size * 0.5 if self.row else size * 1.22 * 3
        name = fit(bar.label, self.shape.width - left, label_room, self._sizes(), bold=True)
        label = len(name.lines) * name.size * 1.2
        height = self.row or label + thick + size * 1.1
        across = (self.shape.width - left - size * 0.62 * (len(f"{bar.dots:,}") + 5)) * bar.dots / self.most
        top = y + label + size * 0.25
        told = text(
            left + across + size * 0.4, top + thick / 2 + size * 0.34, count(bar.dots, "dot"), size, bold=True
        )
        return group(
            lines(
                left,
                y + name.size,
                name.lines,
                name.size,
                paint=INK,
                bold=True,
                width=self.shape.width - left,
            ),
            box(left, top, across, thick, DOT, radius=thick / 4) if bar.dots else group(),
            told,
        ), height

    def _sizes(self) -> tuple[float, ...]:
        size = self.shape.size
        return (size * 1.25, size * 1.1, size, size * 0.85) if self.row else (size, size * 0.9)

    def _bracket(self, begin: float, end: float) -> Drawn:
        """These are level: one line at their side, and the word."""
        size = self.shape.size
        top, bottom, x = begin + size * 0.3, end - size * 0.5, size * 1.0
        middle = (top + bottom) / 2
        line = f"M{number(x + size * 0.2)} {number(top)}H{number(x)}V{number(bottom)}h{number(size * 0.2)}"
        turned = f"translate({number(x - size * 0.22)} {number(middle)}) rotate(-90)"
        word = tag("text", "level", paint=SOFT, font_size=size * 0.72, text_anchor="middle", transform=turned)
        return group(tag("path", paint=EDGE, d=line, stroke_width=size * 0.08), word)


def _says(data: VotesData) -> tuple[str, ...]:
    dots = sum(bar.dots for bar in data.bars)
    top = [bar for bar in data.bars if bar.dots == data.bars[0].dots]
    most = count(top[0].dots, "dot")
    first = (
        f"“{top[0].label}” has the most: {most} of {dots:,}."
        if len(top) == 1
        else f"{len(top)} choices are level with the most, {most} each."
    )
    voted = (
        f"{count(data.voted, 'person', 'people')} placed {count(dots, 'dot')}, up to {data.allowance} each."
    )
    return (first, voted, GUIDE)


def _table(data: VotesData) -> Equivalent:
    return Equivalent("Dots, the most first", ("Choice", "Dots", "Place"), tuple(_rows(data)))


def _rows(data: VotesData) -> Iterator[tuple[str, str, str]]:
    place = 1
    for dots, level in groupby(data.bars, key=lambda bar: bar.dots):
        bars = list(level)
        words = f"{place}" + (f", level with {count(len(bars) - 1, 'other')}" if len(bars) > 1 else "")
        for bar in bars:
            yield bar.label, f"{dots:,}", words if dots else "–"
        place += len(bars)

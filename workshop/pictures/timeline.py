"""Contributions over time: how much people wrote, minute by minute, with the steps as bands behind.

Counted are notes, lines of the chat and closing answers. Dots are not: when people vote may tell how.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workshop.core.clock import MINUTE, SECOND
from workshop.core.state import Step, Workshop
from workshop.pictures.data import Band, TimelineData
from workshop.pictures.letters import em, shorten, wrap
from workshop.pictures.picture import Equivalent, Picture, Shape, empty
from workshop.pictures.svg import BAND, DOT, RULE, SOFT, Drawn, box, group, lines, number, tag, text
from workshop.pictures.wording import count

TITLE = "Contributions over time"
NOTHING = "Nothing has been written yet. The picture begins with the first note."
# At most so many stretches, each as long as one of these, in seconds.
MOST = 120
STRETCHES = (10, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400, 604_800)
# How far apart times stand on the axis, in minutes.
MARKS = (1, 2, 5, 10, 15, 30, 60, 120, 240, 720, 1_440, 10_080)


def timeline_of(state: Workshop, now: int) -> TimelineData:
    """From the start of the first step to its close, or to ``now`` (ms) while the workshop is on."""
    start = state.started_at if state.started_at is not None else state.opened_at
    wrote = sorted(at - start for at, _, _ in _written(state))
    bands = tuple(
        _band(state, step, start, now) for step in state.steps.values() if step.opened_at is not None
    )
    ends = [*(band.end for band in bands), *wrote[-1:]]
    length = max(ends, default=0)
    every = next((s for s in STRETCHES if length <= s * MOST * SECOND), STRETCHES[-1]) * SECOND
    counts = Counter(max(0, at) // every for at in wrote)
    stretches = min(length // every + 1, MOST * 20)
    return TimelineData(
        length=length, every=every, counts=tuple(counts[no] for no in range(stretches)), bands=bands
    )


def _written(state: Workshop) -> Iterator[tuple[int, str, str]]:
    """When something was written that still stands, in which step, and what it is."""
    yield from ((n.at, n.step, "notes") for n in state.notes.values() if not n.deleted)
    yield from ((line.at, line.step, "chat") for line in state.chat.values() if not line.removed)
    yield from ((a.at, a.step, "answers") for a in state.answers.values())


def _band(state: Workshop, step: Step, start: int, now: int) -> Band:
    """A step that was opened again begins where it was opened last."""
    assert step.opened_at is not None
    begin = step.opened_at
    end = max(begin, step.closed_at if step.closed_at is not None else now)
    within = Counter(what for _, where, what in _written(state) if where == step.id)
    return Band(
        title=step.settings.title,
        begin=begin - start,
        end=end - start,
        notes=within["notes"],
        chat=within["chat"],
        answers=within["answers"],
    )


def draw_timeline(data: TimelineData, shape: Shape) -> Picture:
    if not any(data.counts):
        return empty("timeline", "", TITLE, NOTHING, shape)
    size = shape.size
    height = shape.height or size * (20 if shape.name == "page" else 17)
    chart = _Chart(data, shape, height)
    return Picture(
        name="timeline",
        of="",
        title=TITLE,
        says=_says(data),
        tables=(_table(data),),
        body=group(*chart.bands(), *chart.grid(), *chart.bars(), *chart.axis()),
        width=shape.width,
        height=height,
    )


class _Chart:
    """Places: x goes with time, y with how much was written."""

    def __init__(self, data: TimelineData, shape: Shape, height: float) -> None:
        self.data, self.shape, self.size = data, shape, shape.size
        self.left, self.right = shape.size * 2.6, shape.width - shape.size * 0.4
        self.top = shape.size * (5.2 if shape.name != "phone" else 3.6)
        self.floor = height - shape.size * 2.6
        self.length = max(len(data.counts) * data.every, 1)
        self.step = _nice(max(data.counts))
        self.most = -(-max(data.counts) // self.step) * self.step

    def x(self, at: float) -> float:
        return self.left + (self.right - self.left) * at / self.length

    def y(self, n: float) -> float:
        return self.floor - (self.floor - self.top) * n / self.most

    def bands(self) -> Iterator[Drawn]:
        """Every second step is tinted. Its name stands above it; in a hand, its number."""
        for no, band in enumerate(self.data.bands, 1):
            begin, width = self.x(band.begin), self.x(band.end) - self.x(band.begin)
            if no % 2:
                yield box(begin, 0, max(width, 1), self.floor, BAND)
            yield from self._named(no, band.title, begin, width)

    def _named(self, no: int, title: str, begin: float, width: float) -> Iterator[Drawn]:
        small, pad = self.size * 0.78, self.size * 0.25
        made, whole = wrap(title, (width - 2 * pad) / small, 4)
        if self.shape.name == "phone":
            if em(str(no)) * small < width:
                yield text(begin + width / 2, small * 1.2, str(no), small, paint=SOFT, anchor="middle")
        elif whole:
            yield lines(begin + pad, small * 1.2, made, small, paint=SOFT, width=width - 2 * pad)
        elif width > small * 1.1:
            yield self._upright(title, begin + width / 2 + small * 0.35, small)

    def _upright(self, title: str, x: float, small: float) -> Drawn:
        """Read from below: a step too short for its name."""
        words = shorten(title, (self.top - small) / small)
        turned = f"translate({number(x)} {number(self.top - small * 0.5)}) rotate(-90)"
        return tag("text", words, paint=SOFT, font_size=small, transform=turned)

    def grid(self) -> Iterator[Drawn]:
        for n in range(0, self.most + 1, self.step):
            y = self.y(n)
            yield tag("line", paint=RULE, x1=self.left, x2=self.right, y1=y, y2=y, stroke_width=1.5)
            yield text(
                self.left - self.size * 0.35,
                y + self.size * 0.3,
                str(n),
                self.size * 0.8,
                paint=SOFT,
                anchor="end",
            )

    def bars(self) -> Iterator[Drawn]:
        wide = self.x(self.data.every) - self.x(0)
        gap = min(wide * 0.15, 3)
        for no, n in enumerate(self.data.counts):
            if n:
                x = self.x(no * self.data.every) + gap / 2
                yield box(x, self.y(n), max(wide - gap, 0.8), self.floor - self.y(n), DOT)

    def axis(self) -> Iterator[Drawn]:
        minutes = self.length / MINUTE
        room = (self.right - self.left) / (self.size * 4.2)
        every = next((m for m in MARKS if minutes / m <= room), MARKS[-1])
        for at in range(0, int(minutes) + 1, every):
            yield text(
                min(self.x(at * MINUTE), self.shape.width - self.size),
                self.floor + self.size,
                _time(at),
                self.size * 0.8,
                paint=SOFT,
                anchor="middle",
            )
        words = f"hours and minutes since the start · one bar for {_stretch(self.data.every)}"
        fitting = shorten(words, (self.right - self.left) / (self.size * 0.8))
        yield text(self.left, self.floor + self.size * 2.1, fitting, self.size * 0.8, paint=SOFT)


def _nice(most: int) -> int:
    """Steps of a scale: 1, 2 or 5 and their tens, at most five of them."""
    scales = (n * int(f"1{'0' * power}") for power in range(12) for n in (1, 2, 5))
    return next(scale for scale in scales if most <= scale * 5)


def _stretch(every: int) -> str:
    if every < MINUTE:
        return count(every // SECOND, "second")
    return count(every // MINUTE, "minute")


def _time(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _says(data: TimelineData) -> tuple[str, ...]:
    total, most = sum(data.counts), max(data.counts)
    at = data.counts.index(most) * data.every // MINUTE
    return (
        f"{count(total, 'contribution')} in {count(max(1, round(data.length / MINUTE)), 'minute')}.",
        f"The most within {_stretch(data.every)} came at {_time(at)} after the start: {most:,}.",
        "Notes, chat and closing answers count. Dots do not.",
    )


def _table(data: TimelineData) -> Equivalent:
    rows = tuple(
        (
            f"{no}. {band.title}",
            f"{_time(band.begin // MINUTE)} to {_time(band.end // MINUTE)}",
            f"{band.notes:,}",
            f"{band.chat:,}",
            f"{band.answers:,}",
        )
        for no, band in enumerate(data.bands, 1)
    )
    return Equivalent(
        "What was written in each step", ("Step", "From the start", "Notes", "Chat", "Answers"), rows
    )

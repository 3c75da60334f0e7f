"""Two pictures in one SVG: how soon a note is there as rates rise, and what it costs as the café grows."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from bench.figures import Figures
from bench.goals import SAME_RATE, at_same_rate
from bench.scenes.tables import BOUND_MS

Points = Sequence[tuple[float, float]]
COLOURS = ("#0b6e4f", "#c2570c", "#5b3fa8", "#1f6fb2")
DASHES = ("", "6 3", "2 3", "8 3 2 3")
WIDE, HIGH, LEFT, TOP = 360, 240, 60, 50
STYLE = "font-family='system-ui, sans-serif' font-size='12' fill='#222'"


class Axes:
    """One picture at ``x``, from the values' bounds to places on paper. ``y`` is logarithmic."""

    def __init__(self, x: int, across: float, low: float, high: float) -> None:
        self.x, self.across, self.low, self.high = x, across, low, high
        self.parts: list[str] = []

    def at(self, across: float, up: float) -> tuple[float, float]:
        share = log10(min(max(up, self.low), self.high) / self.low) / log10(self.high / self.low)
        return round(self.x + across / self.across * WIDE, 1), round(TOP + HIGH * (1 - share), 1)

    def frame(self, title: str, below: str, ticks: Sequence[float], marks: Sequence[float]) -> None:
        self.text(self.x, TOP - 28, title, "font-weight='bold'")
        self.text(self.x + WIDE / 2, TOP + HIGH + 36, below, "text-anchor='middle'")
        for up in ticks:
            x, y = self.at(0, up)
            self.line([(0, up), (self.across, up)], "#ddd")
            self.text(x - 6, y + 4, f"{up:g}", "text-anchor='end'")
        for across in marks:
            x, y = self.at(across, self.low)
            self.text(x, y + 16, f"{across:,g}", "text-anchor='middle'")

    def line(self, points: Points, colour: str, dash: str = "", width: float = 1) -> None:
        places = " ".join(f"{x},{y}" for x, y in (self.at(*point) for point in points))
        self.parts.append(
            f"<polyline points='{places}' fill='none' stroke='{colour}' stroke-width='{width}' "
            f"stroke-dasharray='{dash}'/>"
        )

    def text(self, x: float, y: float, words: str, more: str = "") -> None:
        self.parts.append(f"<text x='{x}' y='{y}' {more}>{words}</text>")

    def key(self, no: int, words: str) -> None:
        """One line of the legend, at the upper left."""
        y = TOP + 14 + 16 * no
        self.parts.append(
            f"<line x1='{self.x + 8}' x2='{self.x + 36}' y1='{y - 4}' y2='{y - 4}' stroke-width='2' "
            f"stroke='{COLOURS[no % 4]}' stroke-dasharray='{DASHES[no % 4]}'/>"
        )
        self.text(self.x + 42, y, words)


def _latency(found: Figures) -> Axes:
    most = max(rung["rate"] for run in found["runs"] for rung in run["notes"]["rungs"])
    axes = Axes(LEFT, most * 1.05, 0.5, 1_000)
    axes.frame("p95 to the table's last screen, ms", "notes a second", (1, 10, 100, 1_000), _marks(most))
    axes.line([(0, BOUND_MS), (most * 1.05, BOUND_MS)], "#b00020")
    for no, run in enumerate(found["runs"]):
        points = [(rung["rate"], rung["last_screen_ms"]["p95"]) for rung in run["notes"]["rungs"]]
        axes.line(points, COLOURS[no % 4], DASHES[no % 4], 2)
        axes.key(no, f"{run['people']:,} people")
    return axes


def _marks(most: float) -> list[float]:
    step = 500 if most <= 3_000 else 1_000
    return [float(mark) for mark in range(0, round(most) + 1, step)]


def _cost(found: Figures) -> Axes:
    beside, most = found["yardsticks"], max(run["people"] for run in found["runs"])
    axes = Axes(2 * LEFT + WIDE + 20, most * 1.05, 10, 10_000)
    title = f"CPU a note at {SAME_RATE} notes a second, µs"
    axes.frame(title, "people in the workshop", (10, 100, 1_000, 10_000), _marks(most))
    lines = {
        "this server": [(float(run["people"]), float(at_same_rate(run))) for run in found["runs"]],
        "stock libraries, bare": _level(beside["stock"]["notes"][0]["cpu_us_per_note"], most),
        "the bare loop": _level(beside["lean"]["notes"][0]["cpu_us_per_note"], most),
    }
    for no, (words, points) in enumerate(lines.items()):
        axes.line(points, COLOURS[no], DASHES[no], 2)
        axes.key(no, words)
    return axes


def _level(cost: float, most: float) -> Points:
    return [(0.0, cost), (most * 1.05, cost)]


def picture(found: Figures) -> str:
    """The SVG document."""
    parts = [part for axes in (_latency(found), _cost(found)) for part in axes.parts]
    width, height = 2 * (WIDE + LEFT) + 60, TOP + HIGH + 50
    head = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' {STYLE}>"
    ground = f"<rect width='{width}' height='{height}' fill='#fff'/>"
    return "\n".join([head, ground, *parts, "</svg>", ""])

"""Who met whom, without names: the new neighbours of each round, and how many others each person met.

Two people have met when both had a seat at one table in the same round, facilitators included.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from workshop.core.state import Workshop
from workshop.pictures.data import MixingData, MixingRound
from workshop.pictures.letters import em, shorten
from workshop.pictures.picture import Equivalent, Picture, Shape, empty
from workshop.pictures.svg import DOT, INK, OPEN, RULE, SOFT, Drawn, box, group, tag, text
from workshop.pictures.wording import count

TITLE = "Who met whom"
NOBODY = "Nobody has met yet. The picture begins with the first round at tables."
# A table of more people than this is no table; it stands in for damaged seating.
LARGEST = 60
# One dot for each person, up to so many in one column; beyond, bars.
COLUMN = 40


def mixing_of(state: Workshop) -> MixingData:
    """Every round that was seated, in the order of the agenda."""
    met: dict[frozenset[str], int] = {}
    rounds: list[MixingRound] = []
    there: set[str] = set()
    for step in state.steps.values():
        if step.id in state.seated:
            tables = [sorted(who) for (at, _), who in state.sat.items() if at == step.id and who]
            there.update(*tables)
            rounds.append(_round(len(rounds) + 1, step.settings.title, tables, met))
    others = Counter(person for pair in met for person in pair)
    return MixingData(
        people=len(there),
        twice=sum(often > 1 for often in met.values()),
        rounds=tuple(rounds),
        met=tuple(sorted(Counter(others[person] for person in there).items())),
    )


def _round(no: int, title: str, tables: list[list[str]], met: dict[frozenset[str], int]) -> MixingRound:
    pairs = {frozenset(pair) for table in tables for pair in combinations(table[:LARGEST], 2)}
    new = sum(pair not in met for pair in pairs)
    for pair in pairs:
        met[pair] = met.get(pair, 0) + 1
    people = {person for table in tables for person in table}
    return MixingRound(
        no=no, title=title, people=len(people), tables=len(tables), new=new, again=len(pairs) - new
    )


def average(data: MixingData) -> float:
    """How many others each person met."""
    return sum(others * people for others, people in data.met) / data.people if data.people else 0.0


def draw_mixing(data: MixingData, shape: Shape) -> Picture:
    if not data.people or not any(r.new for r in data.rounds):
        return empty("mixing", "", TITLE, NOBODY, shape)
    size = shape.size
    head = _headline(data, shape)
    top = size * 5.2 if shape.name != "phone" else size * 5.6
    rounds, after = _rounds(data, shape, top)
    height = shape.height or after + size * (14 if shape.name == "page" else 12)
    dots = _people(data, shape, after + size * 1.2, height)
    return Picture(
        name="mixing",
        of="",
        title=TITLE,
        says=_says(data),
        tables=_tables(data),
        body=group(head, rounds, dots),
        width=shape.width,
        height=height,
    )


def _headline(data: MixingData, shape: Shape) -> Drawn:
    """The one number to take home, large, and what it means."""
    size = shape.size
    number = _figure(average(data))
    x = em(number) * size * 4 + size * 0.9
    words = (f"others met by each of {count(data.people, 'person', 'people')},", "on average")
    if shape.name == "phone":
        words = ("others met by each", f"of {count(data.people, 'person', 'people')}, on average")
    return group(
        text(0, size * 3.2, number, size * 4, paint=DOT, bold=True),
        text(x, size * 1.4, words[0], size * 1.15),
        text(x, size * 2.85, words[1], size * 1.15),
        text(x, size * 4.2, _again(data), size, paint=SOFT),
    )


def _figure(mean: float) -> str:
    return f"{mean:.1f}".removesuffix(".0")


def _again(data: MixingData) -> str:
    if not data.twice:
        return "Nobody met twice."
    return f"{count(data.twice, 'pair')} met more than once."


def _rounds(data: MixingData, shape: Shape, top: float) -> tuple[Drawn, float]:
    """A bar for each round: pairs that were new, and in outline pairs that had met before."""
    size, wide = shape.size, shape.name != "phone"
    most = max(r.new + r.again for r in data.rounds) or 1
    begin = size * 12 if wide else 0.0
    room = shape.width - begin - size * (9 if wide else 0.5)
    row = size * (1.55 if wide else 3.4)
    if shape.height:
        row = min(row, (shape.height * 0.62 - top) / len(data.rounds))
    parts: list[Drawn] = []
    for no, r in enumerate(data.rounds):
        y = top + no * row + (0 if wide else size * 1.2)
        new, again = room * r.new / most, room * r.again / most
        told = f"{count(r.new, 'new pair')}" + (f", {r.again:,} again" if r.again else "")
        label = shorten(f"{r.no}. {r.title}", (begin or shape.width) / (size * 0.9) - 0.8)
        x, base = (0.0, y + size * 0.95) if wide else (0.0, y - size * 0.3)
        after = (begin + new + again + size * 0.4, y + size * 0.95) if wide else (size * 0, y + size * 1.85)
        parts += [
            text(x, base, label, size * 0.9, paint=SOFT, width=begin or shape.width),
            box(begin, y + size * 0.3, max(new, 1), size * 0.8, DOT),
            *([box(begin + new, y + size * 0.3, again, size * 0.8, OPEN, stroke_width=2)] if r.again else []),
            text(*after, told, size * (0.9 if wide else 0.85)),
        ]
    return group(*parts), top + len(data.rounds) * row


def _people(data: MixingData, shape: Shape, top: float, bottom: float) -> Drawn:
    """One dot for each person, above how many others they met."""
    size = shape.size
    least, most = data.met[0][0], data.met[-1][0]
    tallest = max(people for _, people in data.met)
    columns = most - least + 1
    axis, head = bottom - size * 2.4, top + size * 1.6
    step = min(shape.width / max(columns, 1), size * 3)
    left = (shape.width - step * columns) / 2
    across = max(1, -(-tallest // max(1, int((axis - head) / (size * 0.5))))) if tallest <= COLUMN * 4 else 0
    pitch = min(size * 0.62, step * 0.86 / across, (axis - head) / -(-tallest // across)) if across else 0
    parts = [
        text(
            shape.width / 2, top + size * 0.6, _caption(bool(across)), size * 0.9, paint=SOFT, anchor="middle"
        )
    ]
    every = max(1, round(size * 1.7 / step))
    for others, people in data.met:
        x = left + (others - least + 0.5) * step
        height = (axis - head) * people / tallest
        parts += (
            _stack(x, axis, people, across, pitch)
            if across
            else [box(x - step * 0.4, axis - height, step * 0.8, height, DOT)]
        )
        if (others - least) % every == 0 or others == most:
            parts.append(text(x, axis + size * 0.95, str(others), size * 0.85, paint=INK, anchor="middle"))
    parts += [
        tag("line", paint=RULE, x1=left, x2=left + step * columns, y1=axis + 1, y2=axis + 1, stroke_width=2),
        text(shape.width / 2, axis + size * 2, "others met", size * 0.85, paint=SOFT, anchor="middle"),
    ]
    return group(*parts)


def _stack(x: float, axis: float, people: int, across: int, pitch: float) -> list[Drawn]:
    """Dots from the axis upwards, a few side by side where there are many."""
    return [
        tag(
            "circle",
            paint=DOT,
            cx=x + (no % across - (min(across, people) - 1) / 2) * pitch,
            cy=axis - (no // across + 0.55) * pitch,
            r=pitch * 0.4,
        )
        for no in range(people)
    ]


def _caption(dots: bool) -> str:
    return "Each dot is one person" if dots else "How many people met so many others"


def _says(data: MixingData) -> tuple[str, ...]:
    rounds = [r for r in data.rounds if r.people]
    met = f"Of {count(data.people, 'person', 'people')}, each met {_figure(average(data))} others on average"
    return (f"{met}, in {count(len(rounds), 'round')}.", _again(data), "Facilitators count as people.")


def _tables(data: MixingData) -> tuple[Equivalent, ...]:
    rounds = tuple(
        (f"{r.no}. {r.title}", f"{r.people:,}", f"{r.tables:,}", f"{r.new:,}", f"{r.again:,}")
        for r in data.rounds
    )
    met = tuple((f"{others:,}", f"{people:,}") for others, people in data.met)
    return (
        Equivalent(
            "Pairs of people at one table, by round", ("Round", "People", "Tables", "New", "Again"), rounds
        ),
        Equivalent("How many others people met", ("Others met", "People"), met),
    )

"""How the harvest speaks: plain sentences made from counts, the same in every document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

MINUTE = 60


def count(n: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 note, 3 notes."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """One, two and three."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def tables(numbers: Sequence[int]) -> str:
    """Table 3; tables 3, 5 and 8."""
    return f"{'table' if len(numbers) == 1 else 'tables'} {listed([str(no) for no in numbers])}"


def reach(notes: int, tables: int, *more: str) -> str:
    """How far a claim carries: notes and tables, always both."""
    return " · ".join([count(notes, "note"), count(tables, "table"), *more])


def kind_word(kind: str) -> str:
    """What a kind is called on screen: ``open-end`` is Open end."""
    return kind.replace("-", " ").replace("_", " ").capitalize()


def minutes(seconds: int) -> str:
    """A stretch of time, rounded to minutes; below half a minute in seconds."""
    if 0 < seconds < MINUTE / 2:
        return count(seconds, "second")
    return count(round(seconds / MINUTE), "minute")


def local(at: int) -> datetime:
    """Milliseconds since 1970 as a time where the server stands."""
    return datetime.fromtimestamp(at / 1000).astimezone()


def day(at: int) -> str:
    """12 June 2026."""
    when = local(at)
    return f"{when.day} {when:%B %Y}"


def clock(at: int) -> str:
    """11:58."""
    return f"{local(at):%H:%M}"


def level_words(level: int) -> str:
    """What to say of something that shares its place with others; nothing if it does not."""
    return f"level with {count(level - 1, 'other')}" if level > 1 else ""


def short(text: str, most: int = 80) -> str:
    """The beginning of somebody's words, for a link or a label."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"

"""How pictures count."""

from __future__ import annotations


def count(n: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 note, 3 notes."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def reach(notes: int, tables: int, *more: str, what: str = "note") -> str:
    """How far something carries: notes and tables, always both where there are tables."""
    parts = [count(notes, what), *([count(tables, "table")] if tables else []), *more]
    return " · ".join(parts)

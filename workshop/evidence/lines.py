"""A harvest taken apart: every line by itself, and what is no line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from workshop.harvest import Harvest

Tree = dict[str, Any]
# Parts that a worker draws, and that say nothing of their own.
DRAWN = {"maps"}


@dataclass(frozen=True, slots=True)
class Line:
    """``section``: where it stands, such as ``rounds.notes``; ``says``: what is in it beside its links."""

    section: str
    anchor: str
    entries: tuple[int, ...]
    evidence: tuple[str, ...]
    says: Tree


@dataclass(slots=True)
class Apart:
    """``lines`` by section and anchor; ``twice``: those that stand there once more; ``rest``: all else."""

    lines: dict[tuple[str, str], Line] = field(default_factory=dict)
    twice: list[Line] = field(default_factory=list)
    rest: Tree = field(default_factory=dict)

    def anchors(self) -> set[str]:
        return {anchor for _, anchor in self.lines}


def take_apart(harvest: Harvest) -> Apart:
    apart = Apart()
    tree: Tree = msgspec.to_builtins(harvest)
    for line in _lines(tree, ""):
        if (line.section, line.anchor) in apart.lines:
            apart.twice.append(line)
        else:
            apart.lines[line.section, line.anchor] = line
    apart.rest = dict(_flat(tree, ""))
    return apart


def _is_line(value: Any) -> bool:
    return isinstance(value, dict) and "anchor" in value


def _lines(tree: Tree, section: str) -> Iterator[Line]:
    """Take every line out of the tree."""
    for name, value in list(tree.items()):
        path = f"{section}.{name}" if section else name
        if _is_line(value):
            yield from _line(tree.pop(name), path)
        elif isinstance(value, dict):
            yield from _lines(value, path)
        elif isinstance(value, list | tuple) and any(map(_is_line, value)):
            for each in tree.pop(name):
                yield from _line(each, path)


def _line(tree: Tree, section: str) -> Iterator[Line]:
    anchor, entries, evidence = tree.pop("anchor"), tree.pop("entries"), tree.pop("evidence")
    yield from _lines(tree, section)
    yield Line(section, anchor, tuple(entries), tuple(evidence), tree)


def _flat(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """What is left, by its path."""
    if isinstance(value, dict):
        for name, each in value.items():
            if name not in DRAWN:
                yield from _flat(each, f"{path}.{name}" if path else name)
    elif isinstance(value, list | tuple):
        for no, each in enumerate(value, 1):
            yield from _flat(each, f"{path}.{no}")
    else:
        yield path, value

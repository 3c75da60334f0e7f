"""A YAML file as a tree whose every value knows its line and column."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from workshop.activities.flow import Trail
from workshop.plans.scalars import Value


@dataclass(slots=True)
class Node:
    """A value of the file and where it begins, counted from 1."""

    line: int
    column: int


@dataclass(slots=True)
class Single(Node):
    """``text`` is what stands in the file, ``value`` what it means; ``plain``: without quotation marks."""

    text: str
    value: Value
    plain: bool


@dataclass(slots=True)
class Listing(Node):
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Fields(Node):
    values: dict[str, Node] = field(default_factory=dict)
    names: dict[str, Single] = field(default_factory=dict)


def plain(node: Node) -> Any:
    """The same as plain data: dicts, lists and single values."""
    if isinstance(node, Fields):
        return {name: plain(value) for name, value in node.values.items()}
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    assert isinstance(node, Single)
    return node.value


def find(root: Node, trail: Trail) -> Node:
    """The node at the end of a trail, or the last one on the way that is there."""
    node = root
    for part in trail:
        if isinstance(node, Fields) and part in node.values:
            node = node.values[str(part)]
        elif isinstance(node, Listing) and isinstance(part, int):
            node = node.items[part]
        else:
            break
    return node


def name_of(root: Node, trail: Trail) -> Node:
    """The node of the field's name at the end of a trail."""
    parent = find(root, trail[:-1])
    assert isinstance(parent, Fields)
    return parent.names[str(trail[-1])]

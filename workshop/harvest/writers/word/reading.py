"""Follows the tags of a template, and knows what each name stands for, without running anything."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from html import unescape
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints, is_typeddict

from jinja2 import nodes

from workshop.errors import Invalid
from workshop.harvest.words import short

LOOP = dict.fromkeys(("index", "index0", "revindex", "revindex0", "first", "last", "length"), str)
_TAG = re.compile(r"<[^>]+>")
Scope = dict[str, Any]


class Source(NamedTuple):
    """One part of a template as Jinja reads it. ``where``: what people call the part."""

    where: str
    text: str

    def paragraph(self, line: int | None) -> str:
        """The words of the paragraph in which something stands; Jinja does not know every line."""
        lines = self.text.split("\n")
        words = unescape(_TAG.sub("", lines[min(line or 1, len(lines)) - 1]))
        return f"in {self.where}, in “{short(words, 90)}”"


def invalid(message: str) -> Invalid:
    return Invalid(message, "template")


def near(name: str, known: Iterable[str]) -> str:
    """The known name that is most like this one, or all of them."""
    names = sorted(known)
    like = get_close_matches(name, names, 1, 0.5)
    return f"Did you mean “{like[0]}”?" if like else f"There are: {', '.join(names)}."


class Reader:
    """Follows the tags with what each name stands for, so that a field that does not exist is found unrun."""

    def __init__(self, source: Source, used: set[str]) -> None:
        self.source, self.used = source, used

    def read(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.For():
                self._loop(node, scope)
            case nodes.If():
                self._kind(node.test, scope)
                for branch in (node.body, node.elif_, node.else_):
                    self.read(branch, scope)
            case nodes.Assign():
                self._bind(node.target, self._kind(node.node, scope), scope)
            case nodes.Output():
                for each in node.nodes:
                    self._kind(each, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        over = self._kind(node.iter, scope)
        if over is str or is_typeddict(over):
            raise self._wrong(node.iter, "is not a list, so it cannot be repeated")
        inner = {**scope, "loop": LOOP}
        self._bind(node.target, get_args(over)[0] if get_origin(over) is list else None, inner)
        if node.test is not None:
            self._kind(node.test, inner)
        self.read(node.body, inner)
        self.read(node.else_, scope)

    def _bind(self, target: nodes.Node, kind: Any, scope: Scope) -> None:
        if not isinstance(target, nodes.Name):
            where = self.source.paragraph(target.lineno)
            raise invalid(f"The template gives several names at once, {where}. Give one name at a time.")
        scope[target.name] = kind

    def _kind(self, node: nodes.Node, scope: Scope) -> Any:
        """What an expression stands for; None where that cannot be known."""
        match node:
            case nodes.TemplateData() | nodes.Const():
                return str
            case nodes.Name():
                return self._named(node, scope)
            case nodes.Getattr():
                return self._part(node, node.attr, scope)
            case nodes.Getitem():
                return self._item(node, scope)
        for each in node.iter_child_nodes():
            self._kind(each, scope)
        return None

    def _named(self, node: nodes.Name, scope: Scope) -> Any:
        if node.name not in scope:
            raise self._unknown(node, node.name, scope)
        self.used.add(node.name)
        return scope[node.name]

    def _part(self, node: nodes.Getattr | nodes.Getitem, name: str, scope: Scope) -> Any:
        of = self._kind(node.node, scope)
        parts = _parts(of)
        if parts is None:
            return None
        if name not in parts:
            raise self._unknown(node, name, parts)
        return parts[name]

    def _item(self, node: nodes.Getitem, scope: Scope) -> Any:
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if isinstance(key, str):
            return self._part(node, key, scope)
        of = self._kind(node.node, scope)
        return get_args(of)[0] if get_origin(of) is list else None

    def _unknown(self, node: nodes.Node, name: str, known: Iterable[str]) -> Invalid:
        where = self.source.paragraph(node.lineno)
        names = [each for each in known if not each.startswith("_")]
        return invalid(f"There is no field “{name}” here, {where}. {near(name, names)}")

    def _wrong(self, node: nodes.Node, what: str) -> Invalid:
        return invalid(f"Something in a loop {what}, {self.source.paragraph(node.lineno)}.")


def _parts(of: Any) -> Mapping[str, Any] | None:
    """The fields of a group of fields. Words and lists have none; None where it is not known what it is."""
    if of is None:
        return None
    if isinstance(of, dict):
        return of
    return get_type_hints(of) if is_typeddict(of) else {}

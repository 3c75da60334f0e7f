"""Whether every field of a plan is there, known, and holds what its type allows.

msgspec tells only the first thing that is wrong. Here each value is converted by itself, from the inside out,
so that everything can be told at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

import msgspec

from workshop.activities.flow import Trail
from workshop.activities.plan import AnyStep, Plan
from workshop.core.plan import StepSettings
from workshop.plans.problems import Finding
from workshop.plans.tree import Fields, Listing, Node, Single, plain
from workshop.plans.wording import allowed, cut, near, subject, wrong

# Each kind of step by the name that plans call it.
ACTIVITIES: dict[str, type[StepSettings]] = {str(k.__struct_config__.tag): k for k in get_args(AnyStep)}
_CHOICE = f"Choose one of: {', '.join(ACTIVITIES)}."


def findings(root: Fields) -> list[Finding]:
    """All that is wrong with the fields of a plan; empty if and only if :func:`build` succeeds."""
    return _Shape(root).value(root, Plan, ())


def build(root: Fields) -> Plan:
    """The plan itself. Raises ``msgspec.ValidationError`` when :func:`findings` has something to say."""
    return msgspec.convert(plain(root), Plan, strict=True)


class _Shape:
    def __init__(self, root: Fields) -> None:
        self.root = root

    def value(self, node: Node, kind: Any, trail: Trail) -> list[Finding]:
        """What is wrong inside this value or, when all its parts are right, with the value as a whole."""
        inside = list(self._inside(node, _bare(kind), trail))
        if inside:
            return inside
        try:
            msgspec.convert(plain(node), kind, strict=True)
        except msgspec.ValidationError:
            name = next((str(part) for part in reversed(trail) if isinstance(part, str)), "")
            return [self._finding(trail, wrong(name, node, kind))]
        return []

    def _inside(self, node: Node, kind: Any, trail: Trail) -> Iterator[Finding]:
        if isinstance(node, Listing) and get_origin(kind) is list:
            for no, item in enumerate(node.items):
                yield from self.value(item, get_args(kind)[0], (*trail, no))
        elif isinstance(node, Fields) and kind == AnyStep:
            yield from self._step(node, trail)
        elif isinstance(node, Fields) and isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            yield from self._struct(node, kind, trail)

    def _step(self, node: Fields, trail: Trail) -> Iterator[Finding]:
        named = node.values.get("activity")
        settings = ACTIVITIES.get(named.text) if isinstance(named, Single) else None
        if settings is not None:
            yield from self._struct(node, settings, trail)
        else:
            yield self._finding((*trail, "activity"), f"{_no_activity(named)} {_CHOICE}")
            yield from self._fields(node, StepSettings, trail)

    def _struct(self, node: Fields, kind: type[msgspec.Struct], trail: Trail) -> Iterator[Finding]:
        tag = ["activity"] if kind.__struct_config__.tag else []
        known = tag + [each.encode_name for each in msgspec.structs.fields(kind)]
        for name in node.values:
            if name not in known:
                message = f" is not a field here.{near(name, known)} The fields are: {', '.join(known)}."
                yield self._finding((*trail, name), message, of_name=True)
        yield from self._fields(node, kind, trail)

    def _fields(self, node: Fields, kind: type[msgspec.Struct], trail: Trail) -> Iterator[Finding]:
        for each in msgspec.structs.fields(kind):
            where = (*trail, each.encode_name)
            value = node.values.get(each.encode_name)
            if value is not None:
                yield from self.value(value, each.type, where)
            elif each.required:
                yield self._finding(where, f" is missing. {allowed(each.encode_name, each.type)}")

    def _finding(self, trail: Trail, rest: str, *, of_name: bool = False) -> Finding:
        return Finding(trail, f"{subject(self.root, trail)}{rest}", of_name=of_name)


def _no_activity(named: Node | None) -> str:
    if named is None:
        return " is missing."
    if isinstance(named, Single) and named.text:
        return f": there is no activity “{cut(named.text)}”.{near(named.text, [*ACTIVITIES])}"
    return " has to be one word."


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind

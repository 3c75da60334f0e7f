"""From YAML text to a tree, built from the parser's events.

So a hostile file is left before it costs anything: aliases, deep nesting and too many values stop the reading
where they stand. (The C parser needs minutes for 200,000 opening brackets, and the 324 bytes of an alias bomb
unfold into seconds of work.)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from workshop.activities.flow import Trail
from workshop.plans.problems import PlanProblem, Problem, dotted
from workshop.plans.scalars import value_of
from workshop.plans.source import UNWANTED, complaint
from workshop.plans.syntax import syntax_problem
from workshop.plans.tree import Fields, Listing, Node, Single

MOST_VALUES = 15_000
DEEPEST = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TOO_MANY = f"A plan has at most {MOST_VALUES:,} values, and here it goes on. Take some steps out."
_TOO_DEEP = "This is nested too deep. The deepest that a plan needs is a list in a step."
_ANCHOR = "& and * (anchors) are not allowed. Write the words out, or put them in quotation marks."
_TAG = "! (a tag) is not allowed here. Take it away, or put the words in quotation marks."
_SECOND = "A second plan begins here. Keep one plan in a file."
_NOTHING = (
    "There are only comments here. Begin with a copy of a plan that works, such as sessions/blank.yaml."
)
_NO_FIELDS = (
    "A plan is made of fields, each with a name and a colon. Begin with a line such as name: Our café."
)
_ODD_NAME = "The name before a colon has to be one word, such as title. Take the brackets away."


def parse(text: str, file: str) -> tuple[Fields, list[Problem]]:
    """The tree of one plan, and what is wrong with single values of it. Raises :class:`PlanProblem`."""
    parsing = _Parsing(text, file)
    return parsing.root(), parsing.problems


class _Parsing:
    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.events = self._events(text)

    def root(self) -> Fields:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                if root is not None:
                    raise self._refusal(event, _SECOND)
                root = self._node(event, ())
        if not isinstance(root, Fields):
            line, column = (root.line, root.column) if root else (1, 1)
            raise PlanProblem([Problem(self.file, line, column, "", _NO_FIELDS if root else _NOTHING)])
        return root

    def _events(self, text: str) -> Iterator[Any]:
        count = 0
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                count += isinstance(event, yaml.NodeEvent)
                if count > MOST_VALUES:
                    raise self._refusal(event, _TOO_MANY)
                yield event
        except yaml.YAMLError as wrong:
            raise PlanProblem([*self.problems, syntax_problem(self.file, wrong)]) from None

    def _node(self, event: Any, trail: Trail) -> Node:
        if event.anchor is not None:
            raise self._refusal(event, _ANCHOR, trail)
        if event.tag is not None:
            raise self._refusal(event, _TAG, trail)
        if len(trail) > DEEPEST:
            raise self._refusal(event, _TOO_DEEP)
        if isinstance(event, yaml.ScalarEvent):
            return self._single(event, trail)
        make = self._listing if isinstance(event, yaml.SequenceStartEvent) else self._fields
        return make(event, trail)

    def _single(self, event: Any, trail: Trail) -> Single:
        hidden = UNWANTED.search(event.value)
        if hidden is not None:
            self._complain(event, complaint(hidden[0]), trail)
        bare = event.implicit[0]
        return Single(*_place(event), event.value, value_of(event.value, plain=bare), bare)

    def _listing(self, event: Any, trail: Trail) -> Listing:
        listing = Listing(*_place(event))
        for inner in self.events:
            if isinstance(inner, yaml.SequenceEndEvent):
                break
            listing.items.append(self._node(inner, (*trail, len(listing.items))))
        return listing

    def _fields(self, event: Any, trail: Trail) -> Fields:
        fields = Fields(*_place(event))
        for inner in self.events:
            if isinstance(inner, yaml.MappingEndEvent):
                break
            name = self._node(inner, (*trail, "?"))
            if isinstance(name, Single):
                self._keep(fields, name, inner, (*trail, name.text))
            else:
                self._complain(inner, _ODD_NAME, trail)
                self._node(next(self.events), (*trail, "?"))
        return fields

    def _keep(self, fields: Fields, name: Single, event: Any, trail: Trail) -> None:
        """YAML would let the last of two equal names win, and nobody would see the first go."""
        value = self._node(next(self.events), trail)
        first = fields.names.setdefault(name.text, name)
        if first is name:
            fields.values[name.text] = value
        else:
            message = f"{name.text} is given twice: here, and on line {first.line}. Keep one of the two."
            self._complain(event, message, trail)

    def _complain(self, event: Any, message: str, trail: Trail) -> None:
        self.problems.append(Problem(self.file, *_place(event), dotted(trail), message))

    def _refusal(self, event: Any, message: str, trail: Trail = ()) -> PlanProblem:
        return PlanProblem([*self.problems, Problem(self.file, *_place(event), dotted(trail), message)])


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1

"""The places where people's words stand, each with a name: ``note/ID``, ``answer/ID``, ``why/3/ID``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any, NamedTuple

from workshop.core.blueprint import WORDS
from workshop.core.state import Workshop

Things = Mapping[Any, Any]


class Place(NamedTuple):
    """Where words of one kind stand: in ``field`` of the things in ``shelf`` of the state.

    ``own``: somebody's alone; else a group, or a host, wrote them down. ``named``: what a thing is called.
    """

    kind: str
    shelf: str
    field: str
    own: bool = True
    named: Callable[[Any], str] = lambda thing: str(thing.id)
    stands: Callable[[Any], bool] = lambda _thing: True

    def things(self, state: Workshop) -> Things:
        found: Things = attrgetter(self.shelf)(state)
        return found

    def read(self, thing: Any) -> str:
        return str(getattr(thing, self.field))

    def write(self, thing: Any, text: str) -> Any:
        return replace(thing, **{self.field: text})

    def of(self, thing: Any) -> str:
        return f"{self.kind}/{self.named(thing)}"


class _Within(Place):
    """Words in a part of a thing, such as how the tie of a ballot ended: ``field`` has a dot."""

    def read(self, thing: Any) -> str:
        part, _, field = self.field.partition(".")
        within = getattr(thing, part)
        return str(getattr(within, field)) if within is not None else ""

    def write(self, thing: Any, text: str) -> Any:
        part, _, field = self.field.partition(".")
        return replace(thing, **{part: replace(getattr(thing, part), **{field: text})})


class _Tried(Place):
    """Words in one field of an experiment."""

    def read(self, thing: Any) -> str:
        return str(thing.says(self.field))

    def write(self, thing: Any, text: str) -> Any:
        written = replace(thing.fields[self.field], value=text)
        return replace(thing, fields={**thing.fields, self.field: written})


class _Alone(Place):
    """Words of the blueprint as a whole."""

    def things(self, state: Workshop) -> Things:
        return {"whole": state.blueprint}


def _not_removed(thing: Any) -> bool:
    return not thing.removed


def _stands(theme: Any) -> bool:
    return bool(theme.stands)


# Who owns an experiment, and who designed it, is named there on purpose.
TRIED = tuple(name for name in WORDS if name not in ("owner", "designed_by"))
CONTEXT = _Alone("context", "", "context", own=False, named=lambda _: "whole")
PLACES: tuple[Place, ...] = (
    Place("note", "notes", "text", stands=lambda note: not note.deleted),
    Place("why", "priorities", "why", named=lambda chosen: f"{chosen.table}/{chosen.note}"),
    Place("answer", "answers", "text"),
    Place("chat", "chat", "text", stands=_not_removed),
    Place("missing", "missing", "text", stands=_not_removed),
    Place("feedback", "feedback", "text"),
    Place("theme", "themes", "name", own=False, stands=_stands),
    Place("statement", "themes", "statement", own=False, stands=_stands),
    Place("includes", "themes", "includes", own=False, stands=_stands),
    Place("excludes", "themes", "excludes", own=False, stands=_stands),
    Place("decision", "decisions", "why", own=False),
    Place("decider", "decisions", "decider", own=False),
    _Within("tie", "ballots", "settled.why", own=False),
    _Within("settler", "ballots", "settled.decided_by", own=False),
    Place("passage", "passages", "text", own=False, named=lambda passage: str(passage.part)),
    Place("heading", "statements", "heading", own=False, stands=_not_removed),
    Place("said", "statements", "text", own=False, stands=_not_removed),
    _Within("quoted", "statements", "quote.words", own=False, stands=_not_removed),
    *(
        _Tried(f"experiment-{name}", "blueprint.experiments", name, own=False, stands=_not_removed)
        for name in TRIED
    ),
    CONTEXT,
)
BY_KIND = {place.kind: place for place in PLACES}
# Words that one person wrote, and that can be redacted for good.
OWN = tuple(place.kind for place in PLACES if place.own)


class Words(NamedTuple):
    """Words that stand, what they are called, and the ``thing`` they are part of.

    ``by``: whose they are; None for those of a group.
    """

    of: str
    text: str
    by: str | None
    thing: Any


def all_words(state: Workshop) -> Iterator[Words]:
    """Everything that people wrote and that stands, in the order of the report."""
    for place in PLACES:
        for thing in place.things(state).values():
            text = place.read(thing)
            if text and place.stands(thing):
                yield Words(place.of(thing), text, thing.by if place.own else None, thing)


def words_at(state: Workshop, of: str) -> str | None:
    """The words that are called so; None where none stand there any more."""
    place, thing = found_at(state, of)
    return (
        place.read(thing) or None if place is not None and thing is not None and place.stands(thing) else None
    )


def found_at(state: Workshop, of: str) -> tuple[Place | None, Any]:
    """Where these words stand, and the thing they are part of."""
    kind, _, name = of.partition("/")
    place = BY_KIND.get(kind)
    if place is None:
        return None, None
    shelf = place.things(state)
    direct = shelf.get(state.answer_places.get(name, name) if place.kind == "answer" else name)
    if direct is not None:
        return place, direct
    return place, next((thing for thing in shelf.values() if place.named(thing) == name), None)

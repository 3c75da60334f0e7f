"""Every room of the house: which rule answers a command, which changes follow an event, who hears of it.

A room is one folder with ``messages.py``, ``rules.py``, ``changes.py`` and ``views.py``:

- ``RULES`` and ``SERVER_RULES``: command to rule. A rule is a pure function of command, state, person and
  moment that gives events, or refuses. Browsers may send only what is in ``RULES``.
- ``CHANGES``: event to change. A change moves the state and cannot refuse.
- ``AFTER``: event to what follows from it in the same breath, such as the seats when a round opens.
- ``VIEWS`` and ``TOUCHES``: the documents of each stream, and which of them an event touches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

import msgspec

from workshop.core.clock import Moment
from workshop.core.messages import Command, Event, Private
from workshop.core.people import Person
from workshop.core.state import Workshop
from workshop.core.views import Touch, Views

ROOMS = (
    "people",
    "steps",
    "hosting",
    "pictures",
    "notes",
    "arrival",
    "presentation",
    "story_round",
    "pause",
    "themes",
    "suggestions",
    "dot_voting",
    "ties",
    "decisions",
    "priorities",
    "plenary",
    "closing_questions",
    "feedback",
    "blueprint",
    "report",
    "quotes",
)

Rule = Callable[[Any, Workshop, Person | None, Moment], Iterable[Event]]
Change = Callable[[Workshop, Any, int, str | None], None]
Follow = Callable[[Workshop, Any, Moment], Iterable[Event]]
Hearing = Callable[[Workshop, Any], Iterable[Touch]]


def _tables(part: str, name: str) -> Iterator[Any]:
    for room in ROOMS:
        yield getattr(import_module(f"workshop.activities.{room}.{part}"), name, {})


def _single(part: str, name: str) -> dict[type[Any], Any]:
    return {kind: found for table in _tables(part, name) for kind, found in table.items()}


def _several(part: str, name: str) -> dict[type[Any], tuple[Any, ...]]:
    gathered: dict[type[Any], tuple[Any, ...]] = {}
    for table in _tables(part, name):
        for kind, found in table.items():
            gathered[kind] = (*gathered.get(kind, ()), found)
    return gathered


RULES: dict[type[Command], Rule] = _single("rules", "RULES")
SERVER_RULES: dict[type[Command], Rule] = _single("rules", "SERVER_RULES")
CHANGES: dict[type[Event], tuple[Change, ...]] = _several("changes", "CHANGES")
AFTER: dict[type[Event], tuple[Follow, ...]] = _several("rules", "AFTER")
TOUCHES: dict[type[Event], tuple[Hearing, ...]] = _several("views", "TOUCHES")
VIEWS: Views = {(view.stream, view.name): view for views in _tables("views", "VIEWS") for view in views}
EVENTS: tuple[type[Event], ...] = tuple(kind for kind in CHANGES if not issubclass(kind, Private))


def _union(kinds: Iterable[type[Any]]) -> Any:
    union: Any = None
    for kind in kinds:
        union = kind if union is None else union | kind
    return union


# What a browser may send, and what the ledger may hold.
BrowserCommand: Any = _union(RULES)
AnyEvent: Any = _union(EVENTS)

_command_reader = msgspec.json.Decoder(BrowserCommand)
_event_reader = msgspec.json.Decoder(AnyEvent)


def read_command(raw: bytes | str) -> Command:
    """A browser's command, strictly. Raises ``msgspec.ValidationError`` or ``msgspec.DecodeError``."""
    command: Command = _command_reader.decode(raw)
    return command


def read_event(raw: bytes | str) -> Event:
    """An event as the ledger keeps it."""
    event: Event = _event_reader.decode(raw)
    return event


def apply(state: Workshop, event: Event, at: int, by: str | None) -> None:
    """Move the state by one fact. A fact cannot be refused."""
    for change in CHANGES[type(event)]:
        change(state, event, at, by)


def decide(state: Workshop, command: Command, by: Person | None, moment: Moment) -> Iterator[Event]:
    """What follows from a command, each event applied to the state before it is yielded.

    Raises :class:`~workshop.errors.Refused` before the first event, or not at all.
    """
    rule = RULES.get(type(command)) if by is not None else SERVER_RULES[type(command)]
    assert rule is not None, f"no rule for {type(command).__name__}"
    waiting = list(rule(command, state, by, moment))[::-1]
    while waiting:
        event = waiting.pop()
        apply(state, event, moment.at, by.id if by else None)
        following = [e for follow in AFTER.get(type(event), ()) for e in follow(state, event, moment)]
        waiting.extend(following[::-1])
        yield event


def touched(state: Workshop, event: Event) -> dict[str, dict[str, None]]:
    """The documents an event touched, by stream, in order and without repeats."""
    heard: dict[str, dict[str, None]] = {}
    for hearing in TOUCHES.get(type(event), ()):
        for stream, key in hearing(state, event):
            heard.setdefault(stream, {})[key] = None
    return heard

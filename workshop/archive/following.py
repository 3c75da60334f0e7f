"""Whether entries are those of one whole café, by the rules of this version."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import msgspec

from workshop.activities.rooms import EVENTS, VIEWS, apply, read_event
from workshop.core.messages import Event, type_of
from workshop.core.state import Workshop
from workshop.core.views import snapshot
from workshop.errors import Invalid
from workshop.ledger.records import Entry

KINDS = {type_of(kind): kind for kind in EVENTS}


def follow(workshop_id: str, entries: Iterable[Entry], names: Mapping[str, str]) -> Workshop:
    """What these entries lead to. Raises :class:`Invalid`, with what is wrong and in which entry."""
    state, numbers = Workshop(id=workshop_id, names=dict(names)), dict[str, int]()
    for entry in entries:
        _must_be_next(state, entry)
        _must_be_heard_in_order(numbers, entry)
        _take(state, entry)
    if not state.n:
        raise Invalid("it holds no entry.", "entries")
    _must_be_known(state.people, names)
    _must_be_shown(state, numbers)
    return state


def _must_be_next(state: Workshop, entry: Entry) -> None:
    if entry.n <= state.n:
        raise Invalid(f"entry {entry.n:,} stands there twice, or in the wrong place.", "entries")
    if entry.n > state.n + 1:
        raise Invalid(f"entry {state.n + 1:,} is missing.", "entries")


def _must_be_heard_in_order(numbers: dict[str, int], entry: Entry) -> None:
    for stream, n in entry.streams.items():
        if n != numbers.get(stream, 0) + 1:
            raise Invalid(f"entry {entry.n:,} has a wrong number on the stream {stream!a}.", "streams")
        numbers[stream] = n


def _take(state: Workshop, entry: Entry) -> None:
    event = _event(entry)
    try:
        apply(state, event, entry.at, entry.by)
    except Exception as problem:
        # Whatever a change stumbles over: an entry that was decided by a rule is never one of these.
        words = f"entry {entry.n:,} ({entry.type}) does not follow from those before it."
        raise Invalid(words, "entries") from problem
    if entry.by is not None and entry.by not in state.people:
        raise Invalid(f"entry {entry.n:,} is by somebody who never joined.", "entries")
    state.n = entry.n


def _event(entry: Entry) -> Event:
    if entry.type not in KINDS:
        raise Invalid(
            f"entry {entry.n:,} is of a kind that this version does not know: {entry.type!a}. "
            "A newer version may have made it: install that one.",
            "unknown-kind",
        )
    try:
        event = read_event(entry.body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise Invalid(f"entry {entry.n:,} ({entry.type}) cannot be read.", "entries") from problem
    if type(event) is not KINDS[entry.type]:
        raise Invalid(f"entry {entry.n:,} is not of the kind that it names.", "entries")
    return event


def _must_be_known(people: Collection[str], names: Iterable[str]) -> None:
    strangers = [person for person in names if person not in people]
    if strangers:
        raise Invalid(f"somebody has a name who never joined: {strangers[0]}.", "people")


def _must_be_shown(state: Workshop, streams: Iterable[str]) -> None:
    """A café that cannot be drawn would break where people look at it."""
    for stream in streams:
        try:
            msgspec.json.encode(snapshot(VIEWS, state, stream))
        except Exception as problem:
            raise Invalid(f"what the stream {stream!a} shows cannot be drawn.", "entries") from problem

"""What travels: commands (orders), events (facts) and documents (what a stream shows)."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

CommandId = Annotated[
    str,
    Meta(
        pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        description="A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.",
    ),
]
Id = Annotated[str, Meta(min_length=1, max_length=80)]
TableNo = Annotated[int, Meta(ge=1, le=1000)]
Millis = Annotated[int, Meta(ge=0, le=2**53)]
# The door lets long text through so that a rule can answer in words how much too long it is.
Text = Annotated[str, Meta(max_length=12_000)]


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """An order. ``id`` is made by the sender; what a command creates carries the command's id."""

    id: CommandId


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """A fact, as it stands in the ledger. New fields need a default: old entries are folded for ever."""


class Private(Event, frozen=True, kw_only=True):
    """A person's name: it must be erasable, so it goes to the person table, never into the ledger."""

    person: str
    name: str


class Doc(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """What one stream shows of one thing: the shape a browser receives."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a plan may say about a step of one activity kind."""


def type_of(message: type[msgspec.Struct]) -> str:
    """The wire name of a command or event class, such as ``note.add``."""
    return str(message.__struct_config__.tag)

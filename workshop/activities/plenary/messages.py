"""Each table speaks in turn; everyone else reacts, comments and asks in the chat."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.core.messages import Command, Event, Id, TableNo, Text
from workshop.core.plan import StepSettings

ChatKind = Literal["reaction", "comment", "question"]
Reaction = Literal["thanks", "same", "more", "help"]


class Plenary(StepSettings, frozen=True, kw_only=True, tag="plenary"):
    """Without ``seconds_each`` the minutes are shared equally among the tables."""

    prompt: Annotated[str, Meta(max_length=400)] = ""
    seconds_each: Annotated[int, Meta(ge=20, le=1_800)] | None = None


class CallTable(Command, frozen=True, kw_only=True, tag="plenary.call"):
    """A host gives the floor to a table; whoever spoke before has been heard. None: nobody speaks now."""

    step: Id
    table: TableNo | None


class SkipTable(Command, frozen=True, kw_only=True, tag="plenary.skip"):
    step: Id
    table: TableNo
    on: bool = True


class SayInChat(Command, frozen=True, kw_only=True, tag="chat.say"):
    step: Id
    kind: ChatKind
    text: Text
    anonymous: bool = False


class RemoveChat(Command, frozen=True, kw_only=True, tag="chat.remove"):
    """One's own line, or by a host anyone's. ``on`` false puts it back."""

    chat: Id
    on: bool = True


class React(Command, frozen=True, kw_only=True, tag="plenary.react"):
    step: Id
    table: TableNo
    reaction: Reaction
    on: bool


class SlotsMade(Event, frozen=True, kw_only=True, tag="plenary.slots-made"):
    step: str
    tables: tuple[int, ...]


class TableCalled(Event, frozen=True, kw_only=True, tag="plenary.called"):
    """``table`` has the floor for ``seconds``; ``was`` had it before, and has been heard."""

    step: str
    table: int | None
    seconds: int
    was: int | None = None


class TableSkipped(Event, frozen=True, kw_only=True, tag="plenary.skipped"):
    step: str
    table: int
    on: bool = True


class ChatSaid(Event, frozen=True, kw_only=True, tag="chat.said"):
    chat: str
    step: str
    kind: ChatKind
    text: str
    by: str
    table: int | None
    anonymous: bool = False


class ChatRemoved(Event, frozen=True, kw_only=True, tag="chat.removed"):
    chat: str
    on: bool = True


class Reacted(Event, frozen=True, kw_only=True, tag="plenary.reacted"):
    step: str
    table: int
    person: str
    reaction: Reaction
    on: bool

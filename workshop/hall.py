"""One workshop in memory: its state, and what each stream has heard. Its conductor owns it, alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from workshop.activities.quotes.messages import QuoteRedacted
from workshop.activities.rooms import VIEWS, apply, decide, read_event, touched
from workshop.core.clock import MINUTE, Moment
from workshop.core.messages import Command, Event, Private, type_of
from workshop.core.people import Person
from workshop.core.state import Workshop
from workshop.core.views import EVERYTHING, document, snapshot
from workshop.errors import Conflict
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Entry, Listing, Record
from workshop.live.wire import Frame, Snapshot, StreamEvent

# How many events of each stream are kept for browsers that missed a few; beyond that they get a snapshot.
TAIL = 200
# How often at most a list of workshops learns that this one is busy.
LISTED_EVERY = MINUTE

NOTHING = msgspec.Raw(b"{}")


@dataclass(slots=True)
class Draft:
    """What a batch of commands has led to and nobody has been told yet."""

    entries: list[Entry] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    heard: dict[str, list[StreamEvent]] = field(default_factory=dict)


class Hall:
    """State, stream numbers and recent events of one workshop."""

    def __init__(self, workshop_id: str) -> None:
        self.state = Workshop(id=workshop_id)
        self.numbers: dict[str, int] = {}
        self.tails: dict[str, deque[StreamEvent]] = {}
        # Who gave each command, and the last entry it led to: a repeat gets the same answer. What led to none
        # is remembered only here: said once more it might do something by now.
        self.handled: dict[str, tuple[str | None, int]] = {}
        self.draft = Draft()
        self._shown: dict[str, tuple[int, msgspec.Raw]] = {}
        self._listed: tuple[str, str, int] | None = None
        # Words were redacted: what streams showed before may hold them.
        self._forgets = False

    @classmethod
    def fold(cls, ledger: Ledger, workshop_id: str, told: int | None = None) -> Hall:
        """The hall as the ledger has it. What follows entry ``told`` is drafted, to be told now."""
        hall = cls(workshop_id)
        entries = ledger.read(workshop_id)
        # Read after the entries: everybody in them has a name by then.
        hall.state.names = ledger.names(workshop_id)
        for entry in entries:
            hall._apply(entry, tell=told is not None and entry.n > told)
        return hall

    def catch_up(self, ledger: Ledger, *, tell: bool = True) -> None:
        """Apply what another process has appended since, and draft it to be told, where anybody listens."""
        entries = ledger.read(self.state.id, after=self.state.n)
        if entries:
            for person, name in ledger.names(self.state.id).items():
                self.state.rename(person, name)
        for entry in entries:
            self._apply(entry, tell=tell)

    def _apply(self, entry: Entry, *, tell: bool) -> None:
        event = read_event(entry.body)
        apply(self.state, event, entry.at, entry.by)
        self.state.n = entry.n
        self._forgets |= isinstance(event, QuoteRedacted)
        self.handled[entry.command] = (entry.by, entry.n)
        if tell:
            for stream, keys in touched(self.state, event).items():
                if stream in entry.streams:
                    self.numbers[stream] = entry.streams[stream] - 1
                    self._hear(stream, keys, event, entry.at)
        self.numbers.update(entry.streams)

    def do(self, command: Command, by: Person | None, moment: Moment) -> int:
        """Decide one command and draft its entries. Gives the last entry's number; 0 where nothing changes.

        Raises :class:`~workshop.errors.Refused`, with the state as it was.
        """
        giver = by.id if by else None
        if command.id in self.handled:
            return self._again(command.id, giver)
        last = 0
        for event in decide(self.state, command, by, moment):
            last = self._take(event, command.id, giver, moment.at) or last
        self.handled[command.id] = (giver, last)
        return last

    def _again(self, command_id: str, giver: str | None) -> int:
        first_giver, n = self.handled[command_id]
        if first_giver != giver:
            raise Conflict("This command belongs to somebody else.", "id-taken")
        return n

    def _take(self, event: Event, command_id: str, by: str | None, at: int) -> int:
        if isinstance(event, Private):
            self.draft.names[event.person] = event.name
            return 0
        self.state.n += 1
        self._forgets |= isinstance(event, QuoteRedacted)
        streams = {s: self._hear(s, keys, event, at) for s, keys in touched(self.state, event).items()}
        body = msgspec.json.encode(event).decode()
        self.draft.entries.append(
            Entry(
                n=self.state.n,
                at=at,
                by=by,
                command=command_id,
                type=type_of(type(event)),
                body=body,
                streams=streams,
            )
        )
        return self.state.n

    def _hear(self, stream: str, keys: Iterable[str], event: Event, at: int) -> int:
        """Number the event on one stream, with the documents it touched as that stream now shows them."""
        n = self.numbers[stream] = self.numbers.get(stream, 0) + 1
        clear = EVERYTHING in keys
        found = (
            snapshot(VIEWS, self.state, stream)
            if clear
            else {k: document(VIEWS, self.state, stream, k) for k in keys}
        )
        told = StreamEvent(
            n=n,
            type=type_of(type(event)),
            at=at,
            put={k: doc for k, doc in found.items() if doc is not None},
            drop=[k for k, doc in found.items() if doc is None],
            clear=clear,
        )
        self.draft.heard.setdefault(stream, []).append(told)
        return n

    def record(self, at: int) -> Record:
        """The draft as one commit."""
        state = self.state
        shown = (state.title, state.status, at // LISTED_EVERY)
        listing = None if shown == self._listed else Listing.of(state, at)
        self._listed = shown
        return Record(
            workshop_id=state.id, entries=self.draft.entries, names=self.draft.names, listing=listing
        )

    def tell(self) -> list[Frame]:
        """Call after the commit: the frames to send, which are from now on part of the streams' tails."""
        frames = [self._frame(stream, events) for stream, events in self.draft.heard.items()]
        self.draft = Draft()
        if self._forgets:
            self._forgets = False
            self.tails.clear()
            self._shown.clear()
        return frames

    def _frame(self, stream: str, events: list[StreamEvent]) -> Frame:
        self.tails.setdefault(stream, deque(maxlen=TAIL)).extend(events)
        return Frame(stream=stream, from_=events[0].n - 1, to=events[-1].n, events=events)

    def snapshot(self, stream: str) -> Snapshot:
        return Snapshot(
            stream=stream, n=self.numbers.get(stream, 0), state=dict(snapshot(VIEWS, self.state, stream))
        )

    def number(self, stream: str) -> int:
        """Of the last event of a stream."""
        return self.numbers.get(stream, 0)

    def shown(self, stream: str) -> msgspec.Raw:
        """The documents of a stream as JSON, drawn once for all who ask while its number stays the same."""
        n, drawn = self._shown.get(stream, (-1, NOTHING))
        if n != self.number(stream):
            drawn = msgspec.Raw(msgspec.json.encode(snapshot(VIEWS, self.state, stream)))
            self._shown[stream] = (self.number(stream), drawn)
        return drawn

    def since(self, stream: str, n: int) -> Frame | Snapshot | None:
        """What a browser that knows events up to ``n`` lacks: nothing, the missing events, or a snapshot."""
        now = self.numbers.get(stream, 0)
        if n == now:
            return None
        tail = [event for event in self.tails.get(stream, ()) if event.n > n]
        if n > now or not tail or tail[0].n != n + 1:
            return self.snapshot(stream)
        return Frame(stream=stream, from_=n, to=now, events=tail)

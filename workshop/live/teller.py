"""Who hears what: carries frames to the people who follow a stream, and moves people between streams."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, cast

from workshop import metrics
from workshop.core import streams
from workshop.core.people import Role
from workshop.errors import NotAllowed
from workshop.hall import Hall
from workshop.live.audiences import Audiences
from workshop.live.bundles import Bundles
from workshop.live.lines import Packed, event
from workshop.live.presence import Connection, Presence
from workshop.live.weather import FIELDS, HERE, Sky
from workshop.live.wire import PROTOCOL, Frame, Refusal, Snapshot, Unfollow, Weather, Welcome, Wire


class Sender(Protocol):
    """Sends over lines, in order, without waiting. See :class:`~workshop.live.lines.Lines`."""

    def send(self, line: str, packed: Packed) -> None: ...
    def send_all(self, lines: list[str], packed: Packed) -> None: ...
    def busy(self, line: str) -> bool: ...
    def hang_up(self, line: str) -> None: ...


# Calls something after so many seconds.
Later = Callable[[float, Callable[[], None]], None]


class LiveTeller:
    """Tells over lines. Its methods run in the worker of the workshop they are about."""

    def __init__(self, sender: Sender, presence: Presence, sky: Sky, later: Later) -> None:
        self._sender = sender
        self._presence = presence
        self._sky = sky
        self.audiences = Audiences()
        self._bundles = Bundles(self._send_frame, self.audiences.size, later)
        # Says to other processes how far a workshop has come, where there are any.
        self.spread: Callable[[str, int], None] = lambda _workshop_id, _n: None
        # Says in this process that a workshop has changed, or that somebody has come to it.
        self.stir: Callable[[str], None] = lambda _workshop_id: None
        self._audience: dict[str, int] = {}
        self._expected: set[str] = set()
        self._leaving: list[str] = []

    def _send(self, name: str, wire: Wire, line: str) -> None:
        self._sender.send(line, event(name, wire))

    def _send_frame(self, workshop_id: str, frame: Frame) -> None:
        lines = self.audiences.of(workshop_id, frame.stream)
        if lines:
            self._sender.send_all(lines, event("events", frame))
            metrics.framed(len(lines))

    def tell(self, workshop_id: str, frames: list[Frame]) -> None:
        for frame in frames:
            self._bundles.add(workshop_id, frame)

    def hurry(self, workshop_id: str) -> None:
        self._bundles.flush_all(workshop_id)

    def recorded(self, workshop_id: str, n: int) -> None:
        self.spread(workshop_id, n)
        self.stir(workshop_id)

    def present(self, workshop_id: str) -> frozenset[str]:
        return self._presence.present(workshop_id)

    def attended(self, workshop_id: str) -> bool:
        return self._presence.attended(workshop_id)

    def forget(self, workshop_id: str) -> None:
        self._audience.pop(workshop_id, None)
        self._expected.discard(workshop_id)
        self._bundles.forget(workshop_id)

    def expect(self, hall: Hall) -> None:
        """Once for each café: its ledger knows who had a seat when the server ended, not who was here."""
        if hall.state.id not in self._expected:
            self._expected.add(hall.state.id)
            seats = hall.state.seats.items()
            self._presence.expect(hall.state.id, [who for who, seat in seats if seat.held_since is None])

    def admit(self, hall: Hall, connection: Connection, now: int) -> None:
        """Welcome a new connection: it hears everything after the snapshots it is given here."""
        self.stir(hall.state.id)
        person = hall.state.people[connection.person]
        wanted = streams.followed(hall.state, person)
        snapshots = [self._start(hall, connection, stream) for stream in wanted]
        welcome = Welcome(
            protocol=PROTOCOL,
            workshop=hall.state.id,
            person=person.id,
            role=person.role,
            now=now,
            streams=snapshots,
        )
        self._send("welcome", welcome, connection.line)

    def _start(self, hall: Hall, connection: Connection, stream: str) -> Snapshot:
        snapshot = self.snapshot(hall, stream, connection.role)
        self._enter(connection, snapshot)
        return snapshot

    def _enter(self, connection: Connection, snapshot: Snapshot) -> bool:
        # What is held of the stream is in the snapshot already: those who heard it before get it first.
        self._bundles.flush(connection.workshop, snapshot.stream)
        return self.audiences.enter(connection, snapshot.stream, snapshot.n)

    def snapshot(self, hall: Hall, stream: str, role: Role | None = None) -> Snapshot:
        # Encoded already, which the encoder of the packet takes over as it is.
        state = cast(dict[str, Any], hall.shown(stream))
        return Snapshot(
            stream=stream, n=hall.number(stream), state=state, here=self._here(hall, stream, role)
        )

    def _here(self, hall: Hall, stream: str, role: Role | None) -> list[str]:
        """Those connected, where it is shown: a table shows its own people, desk and screens everyone."""
        present = self._presence.present(hall.state.id)
        kind, rest = streams.kind_and_id(stream)
        if kind == "table":
            return sorted(present.intersection(hall.state.at_table(int(rest))))
        if kind == "desk" or (kind == "hall" and role == "screen"):
            return sorted(present)
        return []

    def part(self, hall: Hall) -> None:
        """Before a change of audience is told: those who go do not hear who comes."""
        if self._audience.get(hall.state.id) == hall.state.audience:
            return
        for connection in self._presence.connections(hall.state.id):
            for stream in connection.streams.keys() - self._wanted(hall, connection).keys():
                self._bundles.flush(connection.workshop, stream)
                self.audiences.leave(connection, stream)
                connection.left.append(stream)

    @staticmethod
    def _wanted(hall: Hall, connection: Connection) -> dict[str, None]:
        """The streams this connection is to hear now, in order."""
        person = hall.state.people.get(connection.person)
        if person is None:
            return {}
        asked = sorted(
            stream for stream in connection.asked if streams.may_follow(hall.state, person, stream)
        )
        return dict.fromkeys((*streams.followed(hall.state, person), *asked))

    def refollow(self, hall: Hall) -> None:
        """After a change of audience: everyone hears what they may hear now, and nothing else."""
        if self._audience.get(hall.state.id) == hall.state.audience:
            return
        self._audience[hall.state.id] = hall.state.audience
        fresh: dict[str, Snapshot] = {}
        for connection in self._presence.connections(hall.state.id):
            person = hall.state.people.get(connection.person)
            if person is None or person.gone:
                self.dismiss(connection, Refusal(code="gone", message="You have left this café."))
            elif connection.streams:
                # Whoever has none has not been welcomed yet, and the welcome comes first.
                self._adjust(hall, connection, fresh)
        for person_id in self._presence.elsewhere(hall.state.id):
            self._now_at_table(hall, person_id)

    def _adjust(self, hall: Hall, connection: Connection, fresh: dict[str, Snapshot]) -> None:
        # The new table before the old one goes: a screen between two tables would show none.
        for stream in self._wanted(hall, connection):
            if stream not in connection.streams:
                fresh[stream] = fresh.get(stream) or self.snapshot(hall, stream)
                self._start_with(connection, fresh[stream])
                if stream == self._table_of(hall, connection.person):
                    self._now_at_table(hall, connection.person)
        left, connection.left = connection.left, []
        for stream in sorted(left):
            self._send("unfollow", Unfollow(stream=stream), connection.line)

    def _start_with(self, connection: Connection, snapshot: Snapshot) -> None:
        if self._enter(connection, snapshot):
            self._send("follow", snapshot, connection.line)

    def _now_at_table(self, hall: Hall, person_id: str) -> None:
        """Whoever sat there already does not know yet that this person is here."""
        table = self._table_of(hall, person_id)
        if table is not None:
            self._sky.change(hall.state.id, table, HERE, person_id, True)

    def follow(self, hall: Hall, connection: Connection, stream: str) -> None:
        """A host reads along. Raises :class:`NotAllowed` for anyone who may not."""
        person = hall.state.people[connection.person]
        if not streams.may_follow(hall.state, person, stream):
            raise NotAllowed("This is not yours to read.")
        connection.asked.add(stream)
        if stream not in connection.streams:
            self._start_with(connection, self.snapshot(hall, stream))

    def unfollow(self, hall: Hall, connection: Connection, stream: str) -> None:
        connection.asked.discard(stream)
        person = hall.state.people[connection.person]
        if stream in connection.streams and stream not in streams.followed(hall.state, person):
            self.stop(connection, stream)

    def stop(self, connection: Connection, stream: str) -> None:
        self._bundles.flush(connection.workshop, stream)
        self.audiences.leave(connection, stream)
        self._send("unfollow", Unfollow(stream=stream), connection.line)

    def dismiss(self, connection: Connection, why: Refusal) -> None:
        """Say why, and stop telling at once. The line itself is cut a moment later, after the last ack."""
        self._send("bye", why, connection.line)
        self.audiences.leave_all(connection)
        self._leaving.append(connection.line)

    def cut(self) -> None:
        """Close the lines of those who were dismissed."""
        leaving, self._leaving = self._leaving, []
        for line in leaving:
            self._sender.hang_up(line)

    def hung_up(self, connection: Connection) -> None:
        """This line is no more."""
        self.audiences.leave_all(connection, for_good=True)

    def presence_changed(self, hall: Hall, person_id: str, here: bool) -> None:
        """Let the desk, the screens and the person's own table know."""
        for stream in ("desk", "hall", self._table_of(hall, person_id)):
            if stream is not None:
                self._sky.change(hall.state.id, stream, HERE, person_id, here)

    @staticmethod
    def _table_of(hall: Hall, person_id: str) -> str | None:
        seat = hall.state.seats.get(person_id)
        return streams.table(seat.table) if seat else None

    def tell_weather(self, workshop_id: str, weather: Weather) -> None:
        """To those only who keep up with what matters more."""
        packed = event("weather", weather)
        for line in self._under(workshop_id, weather.stream):
            if not self._sender.busy(line):
                self._sender.send(line, packed)

    def _under(self, workshop_id: str, stream: str) -> list[str]:
        if stream not in (streams.HALL, FIELDS):
            return self.audiences.of(workshop_id, stream)
        # In a full room everybody's coming and going would be news to everybody: only screens count heads.
        here = self._presence.connections(workshop_id)
        return [c.line for c in here if stream == FIELDS or c.role == "screen"]

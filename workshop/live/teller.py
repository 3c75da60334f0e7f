"""Who hears what: carries frames to the people who follow a stream, and moves people between streams."""

from __future__ import annotations

from typing import Any, Protocol

import msgspec

from workshop.core import streams
from workshop.core.people import Person, Role
from workshop.errors import NotAllowed
from workshop.hall import Hall
from workshop.live.presence import Connection, Presence
from workshop.live.weather import HERE, Sky
from workshop.live.wire import PROTOCOL, Frame, Refusal, Snapshot, Unfollow, Weather, Welcome, Wire


class Sender(Protocol):
    """What the teller needs of the Socket.IO server."""

    def emit(self, event: str, data: Any, *, to: str) -> None: ...
    def enter_room(self, sid: str, room: str) -> None: ...
    def leave_room(self, sid: str, room: str) -> None: ...
    def disconnect(self, sid: str) -> None: ...


def room(workshop: str, stream: str) -> str:
    """A stream of a workshop, as Socket.IO knows it."""
    return f"{workshop}/{stream}"


class LiveTeller:
    """Tells over Socket.IO. Its methods run in the worker of the workshop they are about."""

    def __init__(self, sender: Sender, presence: Presence, sky: Sky) -> None:
        self._sender = sender
        self._presence = presence
        self._sky = sky
        self._audience: dict[str, int] = {}
        self._leaving: list[str] = []

    def _send(self, event: str, wire: Wire, to: str) -> None:
        self._sender.emit(event, msgspec.to_builtins(wire), to=to)

    def tell(self, workshop_id: str, frames: list[Frame]) -> None:
        for frame in frames:
            self._send("events", frame, room(workshop_id, frame.stream))

    def present(self, workshop_id: str) -> frozenset[str]:
        return self._presence.present(workshop_id)

    def admit(self, hall: Hall, connection: Connection, now: int) -> None:
        """Welcome a new connection: it hears everything after the snapshots it is given here."""
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
        self._send("welcome", welcome, connection.sid)

    def _start(self, hall: Hall, connection: Connection, stream: str) -> Snapshot:
        snapshot = self.snapshot(hall, stream, connection.role)
        self._enter(connection, snapshot)
        return snapshot

    def _enter(self, connection: Connection, snapshot: Snapshot) -> None:
        try:
            self._sender.enter_room(connection.sid, room(connection.workshop, snapshot.stream))
        except (KeyError, ValueError):
            # Hung up in this very moment, which presence learns next: no reason to fail all the others.
            return
        connection.streams[snapshot.stream] = snapshot.n

    def snapshot(self, hall: Hall, stream: str, role: Role | None = None) -> Snapshot:
        return msgspec.structs.replace(hall.snapshot(stream), here=self._here(hall, stream, role))

    def _here(self, hall: Hall, stream: str, role: Role | None) -> list[str]:
        """Those connected, where it is shown: a table shows its own people, desk and screens everyone."""
        present = self._presence.present(hall.state.id)
        kind, rest = streams.kind_and_id(stream)
        if kind == "table":
            return sorted(present.intersection(hall.state.at_table(int(rest))))
        if kind == "desk" or (kind == "hall" and role == "screen"):
            return sorted(present)
        return []

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
            else:
                self._adjust(hall, connection, person, fresh)

    def _adjust(self, hall: Hall, connection: Connection, person: Person, fresh: dict[str, Snapshot]) -> None:
        asked = {stream for stream in connection.asked if streams.may_follow(hall.state, person, stream)}
        wanted = dict.fromkeys((*streams.followed(hall.state, person), *sorted(asked)))
        # The new table before the old one goes: a screen between two tables would show none.
        for stream in wanted:
            if stream not in connection.streams:
                fresh[stream] = fresh.get(stream) or self.snapshot(hall, stream)
                self._start_with(connection, fresh[stream])
                if stream == self._table_of(hall, person.id):
                    # Whoever sat there already does not know yet that this person is here.
                    self._sky.change(hall.state.id, stream, HERE, person.id, True)
        for stream in sorted(connection.streams.keys() - wanted.keys()):
            self.stop(connection, stream)

    def _start_with(self, connection: Connection, snapshot: Snapshot) -> None:
        self._enter(connection, snapshot)
        self._send("follow", snapshot, connection.sid)

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
        self._sender.leave_room(connection.sid, room(connection.workshop, stream))
        connection.streams.pop(stream, None)
        self._send("unfollow", Unfollow(stream=stream), connection.sid)

    def dismiss(self, connection: Connection, why: Refusal) -> None:
        """Say why, and stop telling at once. The line itself is cut a moment later, after the last ack."""
        self._send("bye", why, connection.sid)
        for stream in connection.streams:
            self._sender.leave_room(connection.sid, room(connection.workshop, stream))
        connection.streams.clear()
        self._leaving.append(connection.sid)

    def cut(self) -> None:
        """Close the lines of those who were dismissed."""
        leaving, self._leaving = self._leaving, []
        for sid in leaving:
            self._sender.disconnect(sid)

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
        if weather.stream != streams.HALL:
            self._send("weather", weather, room(workshop_id, weather.stream))
            return
        # In a full room everybody's coming and going would be news to everybody: only screens count heads.
        for connection in self._presence.connections(workshop_id):
            if connection.role == "screen":
                self._send("weather", weather, connection.sid)

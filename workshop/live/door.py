"""The door: turns what comes over Socket.IO into typed commands, and answers into acknowledgements."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
import socketio
from flask import Flask
from flask_socketio import SocketIO
from limits import RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from workshop.activities.people.messages import Away, Return
from workshop.activities.rooms import read_command
from workshop.conductor import Conductor
from workshop.config import Config
from workshop.core import streams
from workshop.core.clock import SECOND
from workshop.core.ids import new_id
from workshop.errors import Invalid, NotAllowed, Refused, TooMany
from workshop.hall import Hall
from workshop.live import packets
from workshop.live.asked import known_numbers, plain, refusal, stream_named
from workshop.live.presence import Connection, Presence
from workshop.live.teller import LiveTeller
from workshop.live.weather import WRITING, Sky
from workshop.live.wire import Done, Frame, Refusal, Snapshot, Synced, Wire
from workshop.tokens import Tokens

log = logging.getLogger(__name__)
T = TypeVar("T")

# The largest message taken, in bytes: an agenda of sixty steps fits, a flood does not.
MOST_BYTES = 64_000
WEATHER_EVERY = 0.25
LAST_WORDS = 0.2


def now() -> int:
    """The server's clock, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def listen(web: Flask, async_mode: str | None) -> SocketIO:
    """Socket.IO in front of the pages: one handler at a time for each connection, and a cap on messages.

    Handlers are registered on its plain server, without a Flask request around each event: a token says who
    someone is, and a request context costs a fifth of a note.
    """
    return SocketIO(
        web,
        async_mode=async_mode,
        async_handlers=False,
        manage_session=False,
        max_http_buffer_size=MOST_BYTES,
        ping_interval=15,
        ping_timeout=15,
        http_compression=False,
    )


class Door:
    """Every event a browser may send, and nothing else."""

    def __init__(self, server: socketio.Server, config: Config, tokens: Tokens) -> None:
        self.server = server
        self._tokens = tokens
        self.presence = Presence(now, round(config.away_seconds * SECOND))
        self.sky = Sky()
        self.teller = LiveTeller(server, self.presence, self.sky)
        self.conductor: Conductor
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._pace = RateLimitItemPerSecond(config.commands_per_second * 3, 3)

    def open(self, conductor: Conductor) -> None:
        """Start to listen."""
        self.conductor = conductor
        self.server.on("connect", self._connect)
        self.server.on("disconnect", self._disconnect)
        for event in ("command", "sync", "follow", "unfollow", "writing", "time"):
            self.server.on(event, self._answering(event))
        self.server.on("*", self._unknown)
        packets.cut_the_unfit(self.server)
        self.server.start_background_task(self._watch_the_weather)

    def _answering(self, event: str) -> Callable[..., dict[str, Any]]:
        handle: Callable[[Connection, Any], Wire] = getattr(self, f"_{event}")
        kind = "command" if event == "command" else "question"

        def paced(connection: Connection, data: Any) -> Wire:
            if not self._limiter.hit(self._pace, connection.workshop, connection.person, kind):
                raise TooMany("That was too fast. It goes again by itself in a moment.")
            return handle(connection, data)

        def answer(sid: str, *data: Any) -> dict[str, Any]:
            return plain(self._guarded(paced, sid, data))

        return answer

    def _guarded(self, handle: Callable[[Connection, Any], Wire], sid: str, data: tuple[Any, ...]) -> Wire:
        """What a handler answers, or its refusal. Nothing a browser sends raises beyond this point."""
        try:
            connection = self.presence.connection(sid)
            if connection is None:
                raise NotAllowed("This connection has no place in the café. Open the page again.", "token")
            return handle(connection, data[0] if len(data) == 1 else None)
        except Refused as refused:
            return refusal(refused)
        except (msgspec.DecodeError, RecursionError, TypeError, ValueError) as problem:
            return refusal(Invalid(f"This message cannot be read: {problem}.", "unreadable"))
        except Exception:
            log.exception("a handler failed")
            return Refusal(code="broken", message="Something went wrong on the server. Please try once more.")

    def _unknown(self, _event: str, _sid: str, *_data: Any) -> dict[str, Any]:
        return plain(refusal(Invalid("This server knows no such event.", "unknown-event")))

    def _connect(self, sid: str, _environ: dict[str, Any], auth: Any = None) -> None:
        packets.must_be_real(self.server, sid)
        try:
            connection = self._known(sid, auth)
        except Refused as refused:
            # The second argument travels as `data`; a single one would arrive as text only.
            answer = plain(refusal(refused))
            raise socketio.exceptions.ConnectionRefusedError(refused.message, answer) from refused
        self.server.start_background_task(self._come_in, connection)

    def _known(self, sid: str, auth: Any) -> Connection:
        token = auth.get("token") if isinstance(auth, dict) else None
        if not isinstance(token, str):
            raise NotAllowed("Join the café first: open its link, or type its code.", "token")
        workshop, person_id = self._tokens.read_person(token)
        person = self.conductor.ask(workshop, lambda hall: hall.state.people.get(person_id))
        if person is None or person.gone:
            raise NotAllowed("You are not in this café any more. Join again with its code.", "gone")
        connection = Connection(sid=sid, workshop=workshop, person=person_id, role=person.role)
        connection.news = self.presence.arrive(connection)
        return connection

    def _come_in(self, connection: Connection) -> None:
        workshop, person = connection.workshop, connection.person
        try:
            if connection.news:
                self.conductor.command(workshop, Return(id=new_id(), person=person))
            self.conductor.ask(workshop, lambda hall: self._admit(hall, connection))
        except Refused as refused:
            self.teller.dismiss(connection, refusal(refused))

    def _admit(self, hall: Hall, connection: Connection) -> None:
        self.teller.admit(hall, connection, now())
        if connection.news:
            self.teller.presence_changed(hall, connection.person, here=True)

    def _disconnect(self, sid: str, *_reason: Any) -> None:
        packets.must_be_real(self.server, sid)
        self.presence.depart(sid)

    def _command(self, connection: Connection, raw: Any) -> Wire:
        if not isinstance(raw, str):
            raise Invalid("A command is sent as one string of JSON.", "unreadable")
        n = self.conductor.command(connection.workshop, read_command(raw), connection.person)
        return Done(n=n)

    def _sync(self, connection: Connection, data: Any) -> Wire:
        known = known_numbers(data)
        return self.conductor.ask(connection.workshop, lambda hall: self._missing(hall, connection, known))

    def _missing(self, hall: Hall, connection: Connection, known: dict[str, int]) -> Synced:
        lacking = [
            # What was said on a stream before someone could hear it is not theirs, whatever number they name.
            hall.since(stream, n) if n >= connection.streams[stream] else hall.snapshot(stream)
            for stream, n in known.items()
            if stream in connection.streams
        ]
        return Synced(
            now=now(),
            frames=[found for found in lacking if isinstance(found, Frame)],
            snapshots=[
                self.teller.snapshot(hall, s.stream, connection.role)
                for s in lacking
                if isinstance(s, Snapshot)
            ],
            unfollowed=[stream for stream in known if stream not in connection.streams],
        )

    def _follow(self, connection: Connection, data: Any) -> Wire:
        stream = stream_named(data)
        self.conductor.ask(connection.workshop, lambda hall: self.teller.follow(hall, connection, stream))
        return Done(n=0)

    def _unfollow(self, connection: Connection, data: Any) -> Wire:
        stream = stream_named(data)
        self.conductor.ask(connection.workshop, lambda hall: self.teller.unfollow(hall, connection, stream))
        return Done(n=0)

    def _writing(self, connection: Connection, data: Any) -> Wire:
        on = isinstance(data, dict) and data.get("on") is True
        for stream in connection.streams:
            if streams.kind_and_id(stream)[0] == "table" and stream not in connection.asked:
                self.sky.change(connection.workshop, stream, WRITING, connection.person, on)
        return Done(n=0)

    def _time(self, _connection: Connection, _data: Any) -> Wire:
        return Synced(now=now(), frames=[], snapshots=[], unfollowed=[])

    def _watch_the_weather(self) -> None:
        while True:
            self.server.sleep(WEATHER_EVERY)
            try:
                self._look_round()
            except Exception:
                log.exception("looking round for who is here failed")

    def _look_round(self) -> None:
        for workshop, person in self.presence.gone_for_long():
            self.server.start_background_task(self._has_gone, workshop, person)
        self.teller.cut()
        for workshop, weather in self.sky.gathered():
            self.teller.tell_weather(workshop, weather)

    def _has_gone(self, workshop: str, person: str) -> None:
        try:
            self.conductor.command(workshop, Away(id=new_id(), person=person))
            if person in self.presence.present(workshop):
                # Back before the absence was written down: it must not outlast the return.
                self.conductor.command(workshop, Return(id=new_id(), person=person))
                return
            self.conductor.ask(workshop, lambda hall: self.teller.presence_changed(hall, person, here=False))
        except Refused as refused:
            log.warning("could not record that somebody is away: %s", refused.code)

    def close(self, again_in: int) -> None:
        """Tell every browser that the server stops, and when to come back (milliseconds)."""
        for connection in self.presence.everyone():
            self.server.emit("bye", {"code": "restarting", "again_in": again_in}, to=connection.sid)
        # The last acks and these words are still on their way out.
        self.server.sleep(LAST_WORDS)

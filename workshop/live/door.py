"""The door: turns what comes over Socket.IO into typed commands, and answers into acknowledgements."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

import socketio
from flask import Flask
from flask_socketio import SocketIO

from workshop import metrics
from workshop.activities.rooms import read_command
from workshop.conductor import Conductor
from workshop.config import Config
from workshop.core import streams
from workshop.core.clock import SECOND
from workshop.core.people import SCREEN
from workshop.errors import Invalid, NotAllowed, TooMany
from workshop.hall import Hall
from workshop.live import packets
from workshop.live.asked import answer_to, known_numbers, stream_named
from workshop.live.clock import now
from workshop.live.comings import Comings
from workshop.live.lines import Lines, ack
from workshop.live.pace import Pace
from workshop.live.presence import Connection
from workshop.live.weather import FIELD, FIELDS, WRITING
from workshop.live.wire import Done, Frame, Refusal, Snapshot, Synced, Wire
from workshop.orders import Order, Then
from workshop.tokens import Tokens

log = logging.getLogger(__name__)
T = TypeVar("T")

# The largest message taken, in bytes: an agenda of sixty steps fits, a flood does not.
MOST_BYTES = 64_000
# A browser that comes back sends what has gathered: so many seconds' worth at once.
BURST = 3


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


# Answers one event of a browser, at once or later.
Reply = Callable[[Wire], None]
Handler = Callable[[Connection, Any, Reply], None]


class Door:
    """Every event a browser may send, and nothing else."""

    def __init__(self, server: socketio.Server, config: Config, tokens: Tokens) -> None:
        self.server = server
        self.lines = Lines(server.eio)
        self.comings = Comings(server, self.lines, tokens, round(config.away_seconds * SECOND))
        self.presence, self.sky, self.teller = self.comings.presence, self.comings.sky, self.comings.teller
        self.close = self.comings.close
        self.conductor: Conductor
        self._pace = Pace(config.commands_per_second, config.commands_per_second * BURST)
        self._handlers: dict[str, Handler] = {
            "command": self._command,
            "sync": self._sync,
            "follow": self._follow,
            "unfollow": self._unfollow,
            "writing": self._writing,
            "time": self._time,
        }

    def open(self, conductor: Conductor) -> None:
        """Start to listen."""
        self.conductor = conductor
        self.comings.open(conductor)
        packets.take_events(self.server, self._hear)

    def _hear(self, line: str, event: str, data: list[Any], number: int | None) -> None:
        def reply(wire: Wire) -> None:
            if event == "command":
                metrics.commanded(wire.code if isinstance(wire, Refusal) else "ok")
            if number is not None:
                self.lines.send(line, ack(number, wire))

        try:
            self._handle(line, event, data, reply)
        except Exception as problem:
            reply(answer_to(problem))

    def _handle(self, line: str, event: str, data: list[Any], reply: Reply) -> None:
        handle = self._handlers.get(event)
        if handle is None:
            raise Invalid("This server knows no such event.", "unknown-event")
        connection = self.presence.connection(line)
        if connection is None:
            raise NotAllowed("This connection has no place in the café. Open the page again.", "token")
        kind = "command" if event == "command" else "question"
        if not self._pace.take((connection.workshop, connection.person, kind)):
            raise TooMany("That was too fast. It goes again by itself in a moment.")
        handle(connection, data[0] if len(data) == 1 else None, reply)

    def _then(self, reply: Reply, words: Callable[[Any], Wire]) -> Then:
        """What is done with an order's answer: it is put into words, or the problem is."""

        def then(answer: Any, problem: BaseException | None) -> None:
            reply(words(answer) if problem is None else answer_to(problem))

        return then

    def _command(self, connection: Connection, raw: Any, reply: Reply) -> None:
        if not isinstance(raw, str):
            raise Invalid("A command is sent as one string of JSON.", "unreadable")
        then = self._then(reply, lambda n: Done(n=n))
        order = Order(command=read_command(raw), by=connection.person, then=then)
        self.conductor.hand_in(connection.workshop, order)

    def _ask(self, connection: Connection, question: Callable[[Hall], Any], then: Then) -> None:
        self.conductor.hand_in(connection.workshop, Order(ask=question, then=then))

    def _sync(self, connection: Connection, data: Any, reply: Reply) -> None:
        known = known_numbers(data)
        then = self._then(reply, lambda synced: synced)
        self._ask(connection, lambda hall: self._missing(hall, connection, known), then)

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

    def _follow(self, connection: Connection, data: Any, reply: Reply) -> None:
        stream = stream_named(data)
        then = self._then(reply, lambda _: Done(n=0))
        self._ask(connection, lambda hall: self.teller.follow(hall, connection, stream), then)

    def _unfollow(self, connection: Connection, data: Any, reply: Reply) -> None:
        stream = stream_named(data)
        then = self._then(reply, lambda _: Done(n=0))
        self._ask(connection, lambda hall: self.teller.unfollow(hall, connection, stream), then)

    def _writing(self, connection: Connection, data: Any, reply: Reply) -> None:
        """At one's table; hosts, who write the report, at the desk. ``at``: in a field that all write in."""
        said = data if isinstance(data, dict) else {}
        on, at = said.get("on") is True, said.get("at")
        if isinstance(at, str):
            self._writing_at(connection, at, on)
            return reply(Done(n=0))
        for stream in list(connection.streams):
            if streams.kind_and_id(stream)[0] in ("table", "desk") and stream not in connection.asked:
                self.sky.change(connection.workshop, stream, WRITING, connection.person, on)
                self.comings.kin.writing(connection.workshop, stream, connection.person, on)
        reply(Done(n=0))

    def _writing_at(self, connection: Connection, field: str, on: bool) -> None:
        """Everyone sees in which field somebody writes, and nobody who."""
        if FIELD.fullmatch(field) is None:
            raise Invalid("There is no such field.")
        if connection.role != SCREEN:
            self.sky.change(connection.workshop, FIELDS, WRITING, field, on)
            self.comings.kin.writing(connection.workshop, FIELDS, field, on)

    def _time(self, _connection: Connection, _data: Any, reply: Reply) -> None:
        reply(Synced(now=now(), frames=[], snapshots=[], unfollowed=[]))

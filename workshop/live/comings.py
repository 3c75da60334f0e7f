"""Comings and goings: who may come in, what they are given, who is away, and the end of it all."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

import socketio

from workshop.activities.people.messages import Away, Return
from workshop.conductor import Conductor
from workshop.core.ids import new_id
from workshop.errors import NotAllowed, Refused, Unavailable
from workshop.hall import Hall
from workshop.live.asked import answer_to, plain, refusal
from workshop.live.clock import now
from workshop.live.kin import Kin
from workshop.live.lines import Lines, event
from workshop.live.presence import Connection, Presence
from workshop.live.teller import LiveTeller
from workshop.live.weather import Sky
from workshop.orders import Order
from workshop.tokens import Tokens

log = logging.getLogger(__name__)

# In seconds.
WEATHER_EVERY = 0.25
LAST_WORDS, LOOK_AGAIN, RECORD_AGAIN = 1.5, 0.05, 2.0
# When people come back after a restart, in milliseconds: one after the other, and not all in one moment.
AGAIN_SOONEST, SPREAD_LEAST, SPREAD_EACH = 2_000, 1_000, 2


class Comings:
    """``grace``: how long a lost connection goes unremarked, in milliseconds."""

    def __init__(self, server: socketio.Server, lines: Lines, tokens: Tokens, grace: int) -> None:
        self._server = server
        self._lines = lines
        self._tokens = tokens
        self._conductor: Conductor
        self.presence = Presence(now, grace)
        self.sky = Sky()
        self.teller = LiveTeller(lines, self.presence, self.sky, self._later)
        self.kin = Kin(self.presence, self.sky, self.teller)

    def open(self, conductor: Conductor) -> None:
        """Let people in."""
        self._conductor = conductor
        self._server.on("connect", self._connect)
        self._server.on("disconnect", self._disconnect)

    def _later(self, seconds: float, do: Callable[[], None]) -> None:
        def wait() -> None:
            self._server.sleep(seconds)
            do()

        self._server.start_background_task(wait)

    def _connect(self, sid: str, _environ: dict[str, Any], auth: Any = None) -> None:
        try:
            connection = self._known(self._server.manager.eio_sid_from_sid(sid, "/"), auth)
        except Refused as refused:
            # The second argument travels as `data`; a single one would arrive as text only.
            answer = plain(refusal(refused))
            raise socketio.exceptions.ConnectionRefusedError(refused.message, answer) from refused
        # After the library's own greeting, which goes out when this handler has returned.
        self._server.start_background_task(self._come_in, connection)

    def _known(self, line: str, auth: Any) -> Connection:
        token = auth.get("token") if isinstance(auth, dict) else None
        if not isinstance(token, str):
            raise NotAllowed("Join the café first: open its link, or type its code.", "token")
        workshop, person_id = self._tokens.read_person(token)
        person = self._conductor.person(workshop, person_id)
        if person is None or person.gone:
            raise NotAllowed("You are not in this café any more. Join again with its code.", "gone")
        connection = Connection(line=line, workshop=workshop, person=person_id, role=person.role)
        connection.news = self.presence.arrive(connection)
        self.kin.here(workshop, person_id)
        return connection

    def _come_in(self, connection: Connection) -> None:
        def then(_answer: Any, problem: BaseException | None) -> None:
            if problem is not None:
                self.teller.dismiss(connection, answer_to(problem))

        if connection.news:
            back = Return(id=new_id(), person=connection.person)
            self._conductor.hand_in(connection.workshop, Order(command=back, then=then))
        admit = Order(ask=lambda hall: self._admit(hall, connection), then=then)
        self._conductor.hand_in(connection.workshop, admit)

    def _admit(self, hall: Hall, connection: Connection) -> None:
        self.teller.expect(hall)
        self.teller.admit(hall, connection, now())
        if connection.news:
            self.teller.presence_changed(hall, connection.person, here=True)

    def _disconnect(self, sid: str, *_reason: Any) -> None:
        connection = self.presence.depart(self._server.manager.eio_sid_from_sid(sid, "/"))
        if connection is not None:
            self.teller.hung_up(connection)
            if not self.presence.is_here(connection.workshop, connection.person):
                self.kin.here(connection.workshop, connection.person, on=False)

    def watch_the_weather(self, rest: Callable[[float], bool]) -> None:
        """Who has gone, who is too slow, and what only matters now; a task for the background."""
        while rest(WEATHER_EVERY):
            try:
                self._look_round()
            except Exception:
                log.exception("looking round for who is here failed")

    def _look_round(self) -> None:
        for workshop, person in self.presence.gone_for_long():
            self._server.start_background_task(self._has_gone, workshop, person)
        self.teller.cut()
        for workshop, weather in self.sky.gathered():
            self.teller.tell_weather(workshop, weather)

    def _has_gone(self, workshop: str, person: str) -> None:
        if not self._conductor.holds(workshop) or person in self.presence.present(workshop):
            return  # Somebody else's guest, in a café that nobody here attends; or back already.
        try:
            self._conductor.command(workshop, Away(id=new_id(), person=person))
            if person in self.presence.present(workshop):
                # Back before the absence was written down: it must not outlast the return.
                self._conductor.command(workshop, Return(id=new_id(), person=person))
                return
            self._conductor.ask(workshop, lambda hall: self.teller.presence_changed(hall, person, here=False))
        except Unavailable:
            log.info("that somebody is away is recorded later")
            self._later(RECORD_AGAIN, lambda: self._has_gone(workshop, person))
        except Refused as refused:
            log.warning("could not record that somebody is away", extra={"code": refused.code})

    def close(self) -> None:
        """Tell every browser that the server stops, and when to come back: one after the other."""
        people = self.presence.everyone()
        spread = max(SPREAD_LEAST, len(people) * SPREAD_EACH)
        for place, connection in enumerate(people):
            again_in = AGAIN_SOONEST + spread * place // len(people)
            self._lines.send(connection.line, event("bye", {"code": "restarting", "again_in": again_in}))
        # The last acks and these words are still on their way out. Whoever has read them hangs up.
        end = time.monotonic() + LAST_WORDS
        while self.presence.everyone() and time.monotonic() < end:
            self._server.sleep(LOOK_AGAIN)

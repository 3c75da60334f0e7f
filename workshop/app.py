"""Wires every room of the server, in order: a list you can read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from flask import Flask
from flask_socketio import SocketIO

from workshop import metrics
from workshop.background import Background
from workshop.conductor import Conductor
from workshop.config import Config
from workshop.jobs.crew import Crew
from workshop.jobs.parcels import Parcels
from workshop.jobs.queue import Jobs
from workshop.ledger.database import open_beside, open_database
from workshop.ledger.ledger import Ledger
from workshop.ledger.passing import open_passing
from workshop.live.clock import now
from workshop.live.door import Door, listen
from workshop.live.endings import end_at_once
from workshop.press import Outside, here
from workshop.relay import Relay
from workshop.suggesting import Suggesting
from workshop.tokens import Tokens
from workshop.watching import keep_watch, throw_away
from workshop.web.kit import make_services
from workshop.web.pages import make_web
from workshop.webhooks.post import Post


@dataclass(frozen=True, slots=True)
class Cafe:
    """The running parts of one server process. ``web`` is what a server library serves, sockets included."""

    config: Config
    web: Flask
    door: Door
    conductor: Conductor
    tokens: Tokens
    ledger: Ledger
    crew: Crew
    background: Background

    def stop(self) -> None:
        """Take nothing new, finish what has been handed in, and tell browsers when to come back."""
        self.web.extensions["cafe"].stopping = True
        self.background.stop()
        self.crew.tell_to_stop()
        self.conductor.stop()
        self.door.close()
        self.crew.stop()


def _meet_the_kin(config: Config, door: Door, conductor: Conductor, background: Background) -> None:
    """Other processes may serve the same cafés, where their database can be shared."""
    kin, relay = door.comings.kin, None
    if config.redis_url:
        relay = Relay(config.redis_url, config.secret_key, kin)
    kin.open(conductor, relay)
    if relay is not None:
        relay.start()
    if relay is not None or not config.database_url.startswith("sqlite"):
        background.start(kin.watch)


def _suggest(door: Door, conductor: Conductor, crew: Crew) -> Suggesting:
    suggesting = Suggesting(conductor, crew)
    door.teller.stir = suggesting.changed
    return suggesting


def _post(config: Config, ledger: Ledger, crew: Crew, beside: Outside) -> Post:
    """Where another thread waits for the disk it has connections of its own: locks belong to the loop."""
    own = ledger if beside is here else Ledger(open_beside(config.database_url))
    return Post(config, own, crew, now)


def create_app(config: Config, async_mode: str | None = None, outside: Outside = here) -> Cafe:
    """Everything, ready to be served. ``async_mode``: the server library, as Socket.IO names it.

    ``outside``: runs what waits for a disk where it does not hold up that library's loop.
    """
    engine = open_database(config.database_url)
    ledger = Ledger(engine)
    now.go_on_from(ledger.last_written())
    tokens = Tokens(config.secret_key, config.token_days)
    web = make_web(config)
    sockets: SocketIO = listen(web, async_mode)
    end_at_once(sockets.server.eio)
    door = Door(sockets.server, config, tokens)
    if async_mode == "eventlet":
        from workshop.live.direct import send_directly

        send_directly(sockets.server.eio, door.lines)
    # A database across a network is waited for without holding anybody up.
    beside = outside if config.database_url.startswith("sqlite") else here
    conductor = Conductor(ledger, door.teller, now, beside)
    door.open(conductor)
    background = Background(sockets.server.start_background_task, sockets.server.sleep)
    _meet_the_kin(config, door, conductor, background)
    passing = open_passing(engine)
    crew, parcels = Crew(config, Jobs(passing), beside), Parcels(passing)
    web.extensions["cafe"] = make_services(config, conductor, tokens, crew, parcels)
    keep_watch(sockets.server, conductor, door.lines, crew)
    watching = metrics.watch_the_loop, door.comings.watch_the_weather, partial(throw_away, crew, parcels)
    for task in (*watching, _suggest(door, conductor, crew).run, _post(config, ledger, crew, beside).run):
        background.start(task)
    return Cafe(
        config=config,
        web=web,
        door=door,
        conductor=conductor,
        tokens=tokens,
        ledger=ledger,
        crew=crew,
        background=background,
    )

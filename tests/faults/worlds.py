"""Two worlds in which the same things are done: an engine in this process, and a server behind sockets."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import msgspec

from tests.engine.kit import Engine
from tests.faults.load import PATIENCE, dies_and_lives
from tests.faults.reference import Sight
from tests.stories.cafe import Cafe, arrival, story
from tests.stories.conftest import seated
from tests.stories.person import Doc, Person
from tests.stories.server import Server
from workshop.activities.people.messages import Away, Return
from workshop.activities.rooms import read_command
from workshop.core import streams
from workshop.errors import Refused
from workshop.hall import Hall

Docs = dict[str, dict[str, Doc]]
CAST = {"Hal": "host", "Fay": "facilitator", "Flo": "facilitator"}
COMING = ("Fay", "Flo", "Ann", "Bob", "Dan", "Eve")


class World(Protocol):
    """People are known by their ids. ``cast``: those who are there at the beginning, by name."""

    cast: dict[str, str]

    def tells(self, who: str, raw: str) -> Doc:
        """A command as it is written, and its answer."""

    def sees(self, who: str, sight: Sight) -> None:
        """Wait until somebody sees exactly this, and fail when they do not."""

    def first_sight(self, who: str) -> Sight: ...
    def joins(self, name: str) -> str: ...
    def goes(self, who: str) -> None: ...
    def comes(self, who: str) -> None: ...
    def crash(self) -> None: ...
    def end(self) -> None: ...


def sight(docs: Docs, who: str) -> Sight:
    """What these documents show to a person, from their own streams alone."""
    own = docs.get(f"person/{who}", {})
    table = own["me"]["table"]
    at_table = docs.get(f"table/{table}", {})
    extra = [
        s
        for s in docs
        if s.startswith(("table/", "person/")) and s not in (f"table/{table}", f"person/{who}")
    ]
    assert not extra, f"{who} hears {extra}"
    seats = at_table["table"]["seats"] if table else []
    return Sight(table, _notes(at_table), _notes(own), frozenset(seat["name"] for seat in seats))


def _notes(docs: dict[str, Doc]) -> dict[str, tuple[str, str | None]]:
    return {doc["id"]: (doc["text"], doc["name"]) for key, doc in docs.items() if key.startswith("note/")}


class Mirror:
    """A browser's memory: documents and a number for each stream that it follows."""

    def __init__(self) -> None:
        self.docs: Docs = {}
        self.numbers: dict[str, int] = {}

    def take(self, told: Any) -> None:
        """A frame, or a snapshot, as it stands on the wire."""
        wire = msgspec.json.decode(msgspec.json.encode(told))
        if "state" in wire:
            self.docs[wire["stream"]], self.numbers[wire["stream"]] = wire["state"], wire["n"]
        elif wire["stream"] in self.docs and wire["to"] > self.numbers[wire["stream"]]:
            assert wire["from"] == self.numbers[wire["stream"]], f"a gap: {wire}"
            for event in wire["events"]:
                self._event(wire["stream"], event)

    def _event(self, stream: str, event: Doc) -> None:
        if event["clear"]:
            self.docs[stream].clear()
        self.docs[stream].update(event["put"])
        for key in event["drop"]:
            self.docs[stream].pop(key, None)
        self.numbers[stream] = event["n"]

    def forget(self, stream: str) -> None:
        del self.docs[stream], self.numbers[stream]


class InProcess:
    """A conductor on a database file. A crash leaves it behind and folds the ledger anew."""

    def __init__(self, path: Path) -> None:
        self._engines = [Engine(path)]
        self._read = 0
        self._mirrors: dict[str, Mirror] = {}
        self.cast = {"Hal": self._engine.hal}
        for name in COMING:
            self.cast[name] = self._engine.join(name, CAST.get(name, "participant"))
        self._engine.round()
        for who in self.cast.values():
            self.comes(who)

    @property
    def _engine(self) -> Engine:
        return self._engines[-1]

    def tells(self, who: str, raw: str) -> Doc:
        command = read_command(raw)
        try:
            n = self._engine.hands.submit(self._engine.conductor.command, self._engine.id, command, who)
            return {"ok": True, "n": n.result(20)}
        except Refused as refused:
            return {"ok": False, "code": refused.code, "message": refused.message}
        finally:
            self._tell_all()

    def _tell_all(self) -> None:
        """Carry what the engine says to whoever is here, and let each follow what is theirs now."""
        self._engine.ask(lambda hall: hall.state.n)
        frames, self._read = self._engine.ears.frames[self._read :], len(self._engine.ears.frames)
        for who, mirror in self._mirrors.items():
            for frame in frames:
                mirror.take(frame)
            self._engine.ask(lambda hall, who=who, mirror=mirror: _follow(hall, who, mirror))

    def first_sight(self, who: str) -> Sight:
        return sight(self._mirrors[who].docs, who)

    def sees(self, who: str, expected: Sight) -> None:
        mirror, fresh = self._mirrors[who], Mirror()
        self._engine.ask(lambda hall: _follow(hall, who, fresh))
        assert mirror.docs == fresh.docs, "live is not what a late joiner sees"
        assert sight(mirror.docs, who) == expected

    def joins(self, name: str) -> str:
        who = self._engine.join(name)
        self.comes(who)
        self._tell_all()
        return who

    def goes(self, who: str) -> None:
        self._engine.ears.here.discard(who)
        del self._mirrors[who]
        self._engine.do(None, Away, person=who)
        self._tell_all()

    def comes(self, who: str) -> None:
        self._engine.ears.here.add(who)
        self._engine.do(None, Return, person=who)
        self._mirrors[who] = Mirror()
        self._tell_all()

    def crash(self) -> None:
        """Browsers keep what they have, and ask the new process for what they lack."""
        self._engines.append(self._engine.twin())
        self._read = 0
        for mirror in self._mirrors.values():
            self._engine.ask(lambda hall, mirror=mirror: _catch_up(hall, mirror))
        self._tell_all()

    def end(self) -> None:
        for engine in self._engines:
            engine.close()


def _follow(hall: Hall, who: str, mirror: Mirror) -> None:
    wanted = streams.followed(hall.state, hall.state.people[who])
    for stream in wanted:
        if stream not in mirror.docs:
            mirror.take(hall.snapshot(stream))
    for stream in mirror.docs.keys() - set(wanted):
        mirror.forget(stream)


def _catch_up(hall: Hall, mirror: Mirror) -> None:
    for stream, n in list(mirror.numbers.items()):
        told = hall.since(stream, n)
        if told is not None:
            mirror.take(told)


class Behind:
    """A server, and everybody with a line of their own. A crash is a real one."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._cafe = Cafe(server, arrival(), story())
        r = seated(self._cafe)
        people = (r.hal, r.fay, r.flo, r.ann, r.bob, r.dan)
        self.cast = {person.name: person.id for person in people}
        self._people = {person.id: person for person in self._cafe.people}
        self._here = set(self._people)
        for person in self._cafe.people:
            person.patience = PATIENCE

    def tells(self, who: str, raw: str) -> Doc:
        return self._people[who].tells(raw)

    def first_sight(self, who: str) -> Sight:
        person = self._people[who]
        person.until(lambda: person.me.get("table") is None or person.table, "a whole table")
        return sight(person.docs, who)

    def sees(self, who: str, expected: Sight) -> None:
        person = self._people[who]
        if person.gaps:
            person.catch_up()
        person.until(lambda: _settled(person) and sight(person.docs, who) == expected, f"{expected}")

    def joins(self, name: str) -> str:
        person = self._cafe.join(name)
        person.patience = PATIENCE
        person.until(lambda: person.table, "a table")
        self._people[person.id] = person
        self._here.add(person.id)
        return person.id

    def goes(self, who: str) -> None:
        self._here.discard(who)
        self._people[who].close_the_lid()

    def comes(self, who: str) -> None:
        self._here.add(who)
        self._people[who].reopen_the_lid()

    def crash(self) -> None:
        dies_and_lives(self._server, [self._people[who] for who in self._here])

    def end(self) -> None:
        self._cafe.go_home()
        assert not self._server.troubles()


def _settled(person: Person) -> bool:
    """Whether the table that somebody sits at is the one they hear, and no other."""
    table = person.me.get("table")
    heard = {stream for stream in person.docs if stream.startswith("table/")}
    return heard == ({f"table/{table}"} if table else set())


Opens = Callable[[], World]


def order(type_: str, same: str, **fields: Any) -> str:
    return json.dumps({"id": same, "type": type_, **fields})

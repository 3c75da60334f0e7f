"""People who do things all the while, each the next one only when the last is acknowledged."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from random import Random
from typing import Any

import requests
import socketio

from tests.stories.cafe import Cafe
from tests.stories.person import Doc, Person, new_id
from tests.stories.server import Server

# Longer than a slow machine needs to bring a server back.
PATIENCE = 60.0
# Of one writer's notes: five writers' fit on a ballot of 200 options, however fast the machine.
MOST_LYING = 35
# A server that stumbles says so; what it says once of a stranger's request is another matter.
COMPLAINT = re.compile(r"Traceback|ERROR(?!.*further occurrences of this error)")


def until(true: Callable[[], bool], what: str, patience: float = 2 * PATIENCE) -> None:
    """Look until something is so that nobody tells us of."""
    end, pause = time.monotonic() + patience, threading.Event()
    while not true():
        assert time.monotonic() < end, f"never came: {what}"
        pause.wait(0.05)


def dies_and_lives(server: Server, people: Sequence[Person]) -> float:
    """Kill the server, and start it: seconds until all these people are back by themselves."""
    until(lambda: all(person.settled for person in people), "everybody settled")
    before = {person: person.welcomes for person in people}
    died = time.monotonic()
    server.kill()
    server.start()
    for person, welcomes in before.items():
        person.until(lambda p=person, w=welcomes: p.connected and p.welcomes > w, "a welcome again")
    return time.monotonic() - died


class Tally:
    """How many commands of all these people were acknowledged."""

    def __init__(self) -> None:
        self.acked = 0
        self._news = threading.Condition()

    def one_more(self) -> None:
        with self._news:
            self.acked += 1
            self._news.notify_all()

    def until_more(self, more: int) -> None:
        goal = self.acked + more
        with self._news:
            there = self._news.wait_for(lambda: self.acked >= goal, PATIENCE)
        assert there, f"only {self.acked} of {goal} came through"


class Sure:
    """Sends each command, under its own id, until it is answered for good, as a browser's outbox does."""

    content = False

    def __init__(self, person: Person, tally: Tally) -> None:
        self.person = person
        self.tally = tally
        self.resent = 0
        self._put_off = threading.Event()

    def until_put_off(self) -> None:
        """Wait until the server has asked for a command to be sent again later."""
        self._put_off.clear()
        assert self._put_off.wait(PATIENCE)

    def does(self, type_: str, **fields: Any) -> tuple[str, Doc]:
        """The command's id, and its final answer."""
        same = new_id()
        raw = self.person.command(type_, id=same, **fields)
        while (answer := self._once(raw)) is None:
            self.resent += 1
        if answer["ok"]:
            self.tally.one_more()
        return same, answer

    def surely(self, type_: str, **fields: Any) -> str:
        same, answer = self.does(type_, **fields)
        assert answer["ok"], f"{self.person.name} was refused {type_}: {answer}"
        return same

    def _once(self, raw: str) -> Doc | None:
        self.person.until(lambda: self.person.connected, "the server back")
        try:
            answer = self.person.tells(raw)
        except ConnectionError:
            return None
        if answer["ok"] or not answer["again"]:
            return answer
        self._put_off.set()
        return None


class Writer(Sure):
    """Adds notes, and edits, deletes and restores its own. ``lying``: what must be there, by id."""

    def __init__(self, person: Person, tally: Tally, chance: Random, name: str) -> None:
        super().__init__(person, tally)
        self.chance = chance
        self.name = name
        self.lying: dict[str, str] = {}
        self.taken: dict[str, str] = {}
        self.said = 0

    def act(self) -> None:
        """One thing more. Every one of them is allowed, so that a refusal is a fault."""
        roll, full = self.chance.random(), len(self.lying) >= MOST_LYING
        if not self.lying or (roll < 0.6 and not full):
            self.add()
        elif roll < 0.85:
            self._edit(self.chance.choice(list(self.lying)))
        elif roll < 0.95 or full or not self.taken:
            self._turn("note.delete", self.chance.choice(list(self.lying)), self.lying, self.taken)
        else:
            self._turn("note.restore", self.chance.choice(list(self.taken)), self.taken, self.lying)

    def _words(self) -> str:
        self.said += 1
        return f"{self.name} {self.said}"

    def add(self) -> None:
        words = self._words()
        self.lying[self.surely("note.add", step="s2", kind="helped", text=words)] = words

    def _edit(self, note: str) -> None:
        words = self._words()
        self.surely("note.edit", note=note, text=words, kind="helped")
        self.lying[note] = words

    def _turn(self, type_: str, note: str, out: dict[str, str], into: dict[str, str]) -> None:
        self.surely(type_, note=note)
        into[note] = out.pop(note)


class Mover(Sure):
    """The host, who sends people to other tables. ``sits``: where each must sit."""

    def __init__(
        self, hal: Person, tally: Tally, chance: Random, movable: list[Person], tables: list[int]
    ) -> None:
        super().__init__(hal, tally)
        self.movable, self.tables, self.chance = movable, tables, chance
        self.sits: dict[str, int] = {}

    def act(self) -> None:
        who, table = self.chance.choice(self.movable), self.chance.choice(self.tables)
        self.surely("person.move", person=who.id, table=table)
        self.sits[who.id] = table


class Voter(Sure):
    """Places all dots, again and again otherwise. ``dots``: what must lie on the ballot."""

    def __init__(self, person: Person, tally: Tally, chance: Random) -> None:
        super().__init__(person, tally)
        self.chance = chance
        self.dots: dict[str, int] = {}

    def act(self) -> None:
        ballot = self.person.until(lambda: self.person.all("hall", "ballot"), "a ballot")[0]
        options = [option["id"] for option in ballot["options"]]
        dots = dict.fromkeys(self.chance.sample(options, min(2, len(options))), 1)
        self.surely("dots.place", ballot=ballot["id"], dots=dots)
        self.dots = dots


class Door:
    """People who come in while all this goes on; a page that did not come is asked for again."""

    def __init__(self, cafe: Cafe, tally: Tally, most: int) -> None:
        self.cafe, self.tally, self.most = cafe, tally, most
        self.came: list[Person] = []
        self.resent = 0

    @property
    def content(self) -> bool:
        return len(self.came) >= self.most

    def act(self) -> None:
        self.cafe.hal.until(lambda: self.cafe.hal.connected, "the server back")
        try:
            person = self.cafe.join(f"New {len(self.came)}")
        except (requests.RequestException, socketio.exceptions.ConnectionError):
            self.resent += 1
            return
        person.patience = PATIENCE
        self.came.append(person)
        self.tally.one_more()


Actor = Writer | Mover | Voter | Door


def _act_until(actor: Actor, enough: threading.Event) -> None:
    while not enough.is_set() and not actor.content:
        actor.act()


@contextmanager
def busy(actors: Sequence[Actor]) -> Iterator[None]:
    """All of them are at it in the meantime; whatever went wrong for one of them is raised at the end."""
    enough = threading.Event()
    with ThreadPoolExecutor(len(actors)) as hands:
        work: list[Future[None]] = [hands.submit(_act_until, actor, enough) for actor in actors]
        try:
            yield
        finally:
            enough.set()
        for one in work:
            one.result(PATIENCE * 2)

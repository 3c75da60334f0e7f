"""Who is connected. Several tabs of one person are one presence; a short gap is no absence."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from workshop.core.people import Role

NOBODY: frozenset[str] = frozenset()


def _door(process: str) -> str:
    """Another process stands for all lines that it has with a person."""
    return f"process {process}"


@dataclass(slots=True)
class Connection:
    """One open tab, on one line. ``streams``: what it follows, and the number from which it may know each.

    ``asked``: the streams a host asked for besides. ``left``: heard no more, which is about to be said.
    ``news``: this person was not here before.
    """

    line: str
    workshop: str
    person: str
    role: Role
    streams: dict[str, int] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    left: list[str] = field(default_factory=list)
    news: bool = False
    open: bool = True


class Presence:
    """Connections by workshop and person; thread-safe."""

    def __init__(self, now: Callable[[], int], grace: int) -> None:
        self._now = now
        self._grace = grace
        self._lock = threading.RLock()
        self._by_line: dict[str, Connection] = {}
        self._here: dict[str, dict[str, set[str]]] = {}
        # The people of each workshop, drawn once after each change: rules ask more often than people come.
        self._drawn: dict[str, frozenset[str]] = {}
        # When each person's last connection closed; removed when they are back, or found to be away.
        self._lost: dict[tuple[str, str], int] = {}

    def arrive(self, connection: Connection) -> bool:
        """Whether this person was not here before (nor a moment ago)."""
        with self._lock:
            self._by_line[connection.line] = connection
            return self._come(connection.line, connection.workshop, connection.person)

    def arrive_elsewhere(self, process: str, workshop: str, person: str) -> bool:
        """The same for somebody who is connected to another process."""
        with self._lock:
            return self._come(_door(process), workshop, person)

    def _come(self, line: str, workshop: str, person: str) -> bool:
        people = self._here.setdefault(workshop, {})
        news = person not in people
        people.setdefault(person, set()).add(line)
        self._lost.pop((workshop, person), None)
        if news:
            self._drawn.pop(workshop, None)
        return news

    def depart(self, line: str) -> Connection | None:
        with self._lock:
            connection = self._by_line.pop(line, None)
            if connection is not None:
                self._go(line, connection.workshop, connection.person)
            return connection

    def depart_elsewhere(self, process: str, workshop: str, person: str) -> None:
        with self._lock:
            self._go(_door(process), workshop, person)

    def lose(self, process: str) -> None:
        """A process is no more, and so are its connections."""
        with self._lock:
            for workshop, person in self.connected_to(process):
                self._go(_door(process), workshop, person)

    def connected_to(self, process: str) -> list[tuple[str, str]]:
        """Workshop and person of all who are connected to another process."""
        door = _door(process)
        with self._lock:
            return [
                (workshop, person)
                for workshop, people in self._here.items()
                for person, lines in people.items()
                if door in lines
            ]

    def elsewhere(self, workshop: str) -> list[str]:
        """Those in a workshop who are connected to other processes alone."""
        with self._lock:
            people = self._here.get(workshop, {})
            return [
                person
                for person, lines in people.items()
                if lines and all(line not in self._by_line for line in lines)
            ]

    def attended(self, workshop: str) -> bool:
        """Whether anybody in this workshop is connected to this very process, or has been a moment ago."""
        with self._lock:
            return len(self.elsewhere(workshop)) < len(self._here.get(workshop, {}))

    def _go(self, line: str, workshop: str, person: str) -> None:
        lines = self._here.get(workshop, {}).get(person)
        if lines is not None:
            lines.discard(line)
            if not lines:
                self._lost[workshop, person] = self._now()

    def expect(self, workshop: str, people: Iterable[str]) -> None:
        """These were here when the server ended: whoever is not back in time is away."""
        with self._lock:
            known = self._here.setdefault(workshop, {})
            for person in people:
                if person not in known:
                    known[person] = set()
                    self._lost[workshop, person] = self._now()
            self._drawn.pop(workshop, None)

    def is_here(self, workshop: str, person: str) -> bool:
        """Whether somebody is connected to this very process."""
        return any(line in self._by_line for line in self._here.get(workshop, {}).get(person, ()))

    def by_workshop(self) -> dict[str, set[str]]:
        """The people who are connected to this very process."""
        found: dict[str, set[str]] = {}
        for connection in self.everyone():
            found.setdefault(connection.workshop, set()).add(connection.person)
        return found

    def gone_for_long(self) -> list[tuple[str, str]]:
        """Workshop and person of those whose grace has just ended; each is given once."""
        with self._lock:
            before = self._now() - self._grace
            gone = [place for place, since in self._lost.items() if since <= before]
            for workshop, person in gone:
                del self._lost[workshop, person]
                self._here[workshop].pop(person, None)
                self._drawn.pop(workshop, None)
                if not self._here[workshop]:
                    del self._here[workshop]
            return gone

    def connection(self, line: str) -> Connection | None:
        return self._by_line.get(line)

    def connections(self, workshop: str) -> Iterator[Connection]:
        with self._lock:
            lines = [line for tabs in self._here.get(workshop, {}).values() for line in tabs]
            found = [self._by_line[line] for line in lines if line in self._by_line]
        return iter(found)

    def present(self, workshop: str) -> frozenset[str]:
        drawn = self._drawn.get(workshop)
        return self._draw(workshop) if drawn is None else drawn

    def _draw(self, workshop: str) -> frozenset[str]:
        with self._lock:
            people = self._here.get(workshop)
            if not people:
                return NOBODY
            drawn = self._drawn[workshop] = frozenset(people)
            return drawn

    def everyone(self) -> list[Connection]:
        with self._lock:
            return list(self._by_line.values())

"""Who reads a report: where they have a place, and whether they may read everybody's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import request

from workshop.core.people import HOST, PARTICIPANT, SCREEN, Person
from workshop.errors import NotAllowed, Refused
from workshop.ledger.records import Listing
from workshop.web.cafe import holds_home
from workshop.web.join import cookie
from workshop.web.kit import find_cafe, services

# What a host adds to an address to see what everyone else does.
AS_READERS = "as=readers"


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone who may read. ``key`` is theirs, or empty where a cookie is enough.

    ``full``: with everybody's words. Hosts alone may, and they may also look as all others do.
    """

    cafe: Listing
    hosts: bool
    full: bool
    key: str

    @property
    def query(self) -> str:
        """What keeps an address leading to the same."""
        parts = [f"key={self.key}" if self.key else "", AS_READERS if self.hosts and not self.full else ""]
        said = "&".join(part for part in parts if part)
        return f"?{said}" if said else ""

    @property
    def closed(self) -> bool:
        return self.cafe.status == "closed"


def reader_of(code: str, key: str = "") -> Reader:
    """Whoever has a place in the café, this server's home, or the readers' link; others are refused."""
    cafe = find_cafe(code)
    key = key or request.args.get("key", "")
    roles = {person.role for person in people_here(cafe)}
    hosts = holds_home() or HOST in roles
    try:
        services().tokens.read_reader(key, cafe.id)
    except Refused:
        if not hosts and not roles:
            raise NotAllowed(_who_may_read(key), "reader") from None
        key = ""
    return Reader(cafe, hosts, hosts and request.args.get("as") != "readers", key)


def host_of(code: str) -> Reader:
    """As :func:`reader_of`, for what is for hosts alone."""
    reader = reader_of(code)
    if not reader.hosts:
        raise NotAllowed("This is for the hosts of the café. Ask one of them.", "host")
    return reader


def _who_may_read(key: str) -> str:
    if key:
        return "This link is not complete, too old, or for another café. Ask the host for the report’s link."
    return "This is for the people who were there. Open it where you took part, or ask the host for its link."


def people_here(cafe: Listing) -> Iterator[Person]:
    """Whose places in the café this browser has."""
    for role in (PARTICIPANT, HOST, SCREEN):
        try:
            workshop_id, person_id = services().tokens.read_person(request.cookies.get(cookie(role), ""))
        except Refused:
            continue
        if workshop_id != cafe.id:
            continue
        person = services().conductor.person(cafe.id, person_id)
        if person is not None and not person.gone:
            yield person

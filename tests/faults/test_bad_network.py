"""A network that loses and delays, one that falls silent, and one that lets only polling through."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
import requests

from tests.faults.load import COMPLAINT, PATIENCE, Tally, Writer, busy, dies_and_lives, until
from tests.faults.road import Road, why_not
from tests.stories.cafe import Cafe, arrival, boot, story
from tests.stories.conftest import seated
from tests.stories.person import Doc, Person
from tests.stories.server import Server

Start = Callable[..., Server]
Roads = Callable[..., Road]

# On a bad road a word may need many tries.
LONG = 240.0


@pytest.fixture
def roads() -> Iterator[Roads]:
    if why_not():
        pytest.skip(why_not())
    built: list[Road] = []

    def build(**how: float) -> Road:
        built.append(Road(**how))
        return built[-1]

    yield build
    for road in built:
        road.close()


def beyond(person: Person, road: Road) -> Person:
    """A tab of the same person at the far end of a road."""
    return Person(person.name, person.base.replace("127.0.0.1", road.far), person.boot, LONG)


@pytest.mark.parametrize("notes", [4, pytest.param(40, marks=pytest.mark.soak)])
def test_a_network_that_loses_a_tenth_and_takes_half_a_second(
    started: Start, roads: Roads, figure: Callable[..., None], notes: int
) -> None:
    r = seated(Cafe(started(), arrival(), story()))
    road = roads(lost=0.1, late=0.5, seed=time.time_ns())
    tally = Tally()
    tabs = [beyond(person, road) for person in (r.ann, r.bob, r.dan)]
    with ThreadPoolExecutor(len(tabs)) as hands:
        list(hands.map(lambda tab: tab.connect(), tabs))
        writers = [Writer(tab, tally, Random(0), tab.name) for tab in tabs]  # noqa: S311
        begun = time.monotonic()
        list(hands.map(lambda writer: [writer.add() for _ in range(notes)], writers))
    took = time.monotonic() - begun
    expected = {note: text for writer in writers for note, text in writer.lying.items()}
    found = lying(r.ann) | lying(r.bob) | lying(r.dan)
    doubled = len(found) - len(set(found.values()))
    figure(
        fault="a network that loses 10 % of the packets each way and takes 500 ms each way",
        tried=f"{road.carried + road.dropped:,} packets, {road.dropped:,} of them lost",
        acked=tally.acked,
        lost=len(expected.items() - found.items()),
        doubled=doubled,
        seen=f"{took / notes:.1f} s for a note; {sum(w.resent for w in writers)} went again on a new line",
    )
    assert road.dropped
    assert found == expected
    for tab in tabs:
        tab.until(lambda tab=tab: lying(tab) == lying_at(tab, r.cafe), "what lies on the table")
        assert not tab.gaps
        tab.close_the_lid()
    road.lost = road.late = 0.0


def lying(person: Person) -> dict[str, str]:
    person.asks("time")
    return {note["id"]: note["text"] for note in person.all(person.table, "note")}


def lying_at(tab: Person, cafe: Cafe) -> dict[str, str]:
    """The same table as somebody sees it whose network is good."""
    near = next(person for person in cafe.people if person.id == tab.id)
    return lying(near)


@pytest.mark.parametrize("to_the_end", [False, pytest.param(True, marks=pytest.mark.soak)])
def test_a_line_that_falls_silent_is_found_out_and_the_seat_is_held(
    started: Start, roads: Roads, figure: Callable[..., None], to_the_end: bool
) -> None:
    """No word of farewell, no reset: packets just stop, as when a lift closes its doors."""
    r = seated(Cafe(started(), arrival(), story()))
    road = roads()
    without = open_lines(r.cafe.server, road)
    gone = [r.ann, r.bob, r.dan]
    far = [beyond(person, road).connect("websocket" if no else "polling") for no, person in enumerate(gone)]
    for person in gone:
        person.close_the_lid()
    r.ann, r.bob, r.dan = far
    r.fay.until(lambda: not held(r.fay), "everybody here")
    road.swallows = True
    begun = time.monotonic()
    r.hal.patience = PATIENCE
    r.hal.until(lambda: all(away(r.hal, person) for person in far), "all three away")
    found_out = time.monotonic() - begun
    if to_the_end:
        until(lambda: open_lines(r.cafe.server, road) == without, "the lines given up")
    given_up = time.monotonic() - begun
    r.fay.writes("Are you there?")
    road.swallows = False
    begun = time.monotonic()
    for person in far:
        person.until(lambda p=person: p.connected and p.welcomes > 1, "the way back")
    r.hal.until(lambda: not any(away(r.hal, person) for person in far), "all three back")
    healed = time.monotonic() - begun
    figure(
        fault="half-open connections: a network falls silent without a word, then is back",
        tried=f"{len(far)} lines, one of them polling",
        acked=1,
        heal=[healed],
        seen=f"the server noticed after {found_out:.0f} s and held the seats; after {given_up:.0f} s it had "
        "given up every line",
    )
    table = r.fay.table
    for person in far:
        if person.table == table:
            person.reads("Are you there?")
        person.close_the_lid()
    assert not COMPLAINT.search(r.cafe.server.troubles())


def open_lines(server: Server, road: Road) -> int:
    """How many connections over this road the server's process holds open."""
    held = {link.readlink().name for link in Path(f"/proc/{server.process.pid}/fd").iterdir()}
    known = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    near = f"{int.from_bytes(socket.inet_aton(road.near), 'little'):08X}:{server.port:04X}"
    return sum(fields[1] == near and f"socket:[{fields[9]}]" in held for fields in known)


def held(person: Person) -> list[Doc]:
    return [seat for seat in person.sees(person.table, "table")["seats"] if seat["held_since"]]


def away(host: Person, person: Person) -> bool:
    return bool(host.sees("desk", f"person/{person.id}")["held_since"])


class PollingCafe(Cafe):
    """Everybody's network blocks WebSockets."""

    def _in(self, page: requests.Response, name: str) -> Person:
        person = Person(name, self.server.base, boot(page)).connect("polling")
        person.patience = PATIENCE
        self.people.append(person)
        return person


def test_a_whole_cafe_over_long_polling_that_lives_through_a_crash(
    started: Start, figure: Callable[..., None]
) -> None:
    server = started()
    r = seated(PollingCafe(server, arrival(), story()))
    tally = Tally()
    people = (r.ann, r.bob, r.dan, r.fay)
    writers = [Writer(person, tally, Random(no), person.name) for no, person in enumerate(people)]  # noqa: S311
    with busy(writers):
        tally.until_more(60)
        healed = dies_and_lives(server, r.cafe.people)
        tally.until_more(60)
    expected = {note: text for writer in writers for note, text in writer.lying.items()}
    tab = {person: person.second_tab() for person in people}
    found = lying(tab[r.ann]) | lying(tab[r.dan])
    figure(
        fault="long polling only, and the server is killed",
        tried="once",
        acked=tally.acked,
        lost=len(expected.items() - found.items()),
        doubled=len(found) - len(set(found.values())),
        heal=[healed],
    )
    assert found == expected
    for person, fresh in tab.items():
        if person.gaps:
            person.catch_up()
        person.until(lambda p=person, f=fresh: p.docs == f.docs, "what a fresh tab shows")
        fresh.close_the_lid()
    assert not server.troubles()


def test_whoever_stopped_polling_and_is_taken_out_holds_up_nobody(started: Start) -> None:
    """The line waits for a poll that never comes: who looks round for who is here must not wait with it."""
    r = seated(Cafe(started(), arrival(), story()))
    r.bob.close_the_lid()
    poll_once(r.bob)
    r.hal.does("person.remove", person=r.bob.id)
    r.ann.close_the_lid()
    r.hal.until(lambda: away(r.hal, r.ann), "Ann away")
    r.fay.writes("Life goes on")


def poll_once(person: Person) -> None:
    """Come in over polling, hear the welcome, and never ask again."""
    way = f"{person.base}/socket.io/?EIO=4&transport=polling"
    opened = requests.get(way, timeout=PATIENCE).text
    way += "&sid=" + json.loads(opened[1:])["sid"]
    requests.post(way, data="40" + json.dumps({"token": person.boot["token"]}), timeout=PATIENCE)
    heard = ""
    while '"welcome"' not in heard:
        heard += requests.get(way, timeout=PATIENCE).text

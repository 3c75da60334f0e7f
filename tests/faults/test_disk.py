"""The disk is full while everybody writes: they wait, all can be read, and it goes on by itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

from tests.faults.load import PATIENCE, Tally, Writer, busy
from tests.stories.cafe import Browser, Cafe, arrival, story, words
from tests.stories.conftest import Round, seated
from tests.stories.server import Server
from tests.stories.test_full_disk import Disk

Start = Callable[..., Server]


def test_what_is_there_can_be_read_and_what_waits_goes_by_itself(
    started: Start, figure: Callable[..., None]
) -> None:
    server = started()
    r = seated(Cafe(server, arrival(), story()))
    disk, tally = Disk(server), Tally()
    people = (r.ann, r.bob, r.fay, r.dan)
    writers = [Writer(person, tally, Random(no), person.name) for no, person in enumerate(people)]  # noqa: S311
    heal = []
    for person in r.cafe.people:
        person.patience = PATIENCE
    with busy(writers):
        for _ in range(3):
            tally.until_more(30)
            disk.fills_up()
            until_refused(writers)
            reads_are_served(r)
            disk.has_room()
            begun = time.monotonic()
            tally.until_more(20)
            heal.append(time.monotonic() - begun)
    expected = {note: text for writer in writers for note, text in writer.lying.items()}
    tabs = {person: person.second_tab() for person in (r.ann, r.dan)}
    found = {note["id"]: note["text"] for tab in tabs.values() for note in tab.all(tab.table, "note")}
    figure(
        fault="the disk is full while people write, then has room again",
        tried="3 times",
        acked=tally.acked,
        lost=len(expected.items() - found.items()),
        doubled=len(found) - len(set(found.values())),
        heal=heal,
        seen="snapshots, pages and what was missed were served meanwhile",
    )
    assert found == expected
    for person, fresh in tabs.items():
        person.until(lambda p=person, f=fresh: p.docs == f.docs, "what a fresh tab shows")
        assert not person.gaps
        fresh.close_the_lid()


def until_refused(writers: list[Writer]) -> None:
    """Wait until everybody has been told to wait."""
    for writer in writers:
        writer.until_put_off()


def reads_are_served(r: Round) -> None:
    """A new tab, what was missed, a page; and somebody new is told in words to come again."""
    tab = r.ann.second_tab()
    assert tab.docs.keys() == r.ann.docs.keys()
    assert tab.asks("sync", {"streams": {tab.table: 0}})["ok"]
    tab.close_the_lid()
    browser = Browser(r.cafe.server)
    assert browser.opens(f"/j/{r.cafe.code}").status_code == 200
    late = browser.joins(f"/j/{r.cafe.code}", "Cleo")
    assert late.status_code == 503
    assert "cannot write to its disk" in words(late)

"""The disk is full while people write: they are told to wait, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.stories.cafe import Cafe, arrival, story
from tests.stories.conftest import Round, seated
from tests.stories.disk import Disk
from tests.stories.person import refusal
from tests.stories.server import Server

Start = Callable[..., Server]


@pytest.fixture
def full(started: Start) -> Iterator[tuple[Round, Disk]]:
    server = started()
    r = seated(Cafe(server, arrival(), story()))
    r.ann.writes("While there was room")
    disk = Disk(server)
    disk.fills_up()
    yield r, disk
    r.cafe.go_home()


def test_a_full_disk_is_told_and_what_was_refused_goes_through_later(full: tuple[Round, Disk]) -> None:
    r, disk = full
    raw = r.ann.command("note.add", step="s2", kind="helped", text="When there was none " * 20)
    answer = refusal(r.ann.tells(raw))
    assert (answer["code"], answer["again"]) == ("unavailable", True)
    assert "cannot write to its disk" in answer["message"]
    assert r.bob.asks("sync", {"streams": {r.bob.table: 0}})["ok"]
    assert len(r.bob.notes()) == 1
    disk.has_room()
    assert r.ann.tells(raw)["ok"]
    r.bob.until(lambda: len(r.bob.notes()) == 2, "the second note")
    assert not r.bob.gaps

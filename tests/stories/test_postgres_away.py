"""A server on PostgreSQL, which goes away and comes back: nothing acknowledged is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.services import Postgres, until
from tests.stories.cafe import Cafe, arrival, story
from tests.stories.conftest import Round, seated
from tests.stories.person import refusal
from tests.stories.server import Server

Start = Callable[..., Server]


@pytest.fixture
def server(postgres: Postgres, started: Start) -> Server:
    return started(DATABASE_URL=postgres.database())


@pytest.fixture
def r(server: Server) -> Iterator[Round]:
    found = seated(Cafe(server, arrival(), story()))
    # A silent database is given up after seconds, and a slow machine takes its time as well.
    found.ann.patience = found.bob.patience = 60
    yield found
    found.cafe.go_home()


def note(r: Round, text: str) -> str:
    return r.ann.command("note.add", step="s2", kind="helped", text=text)


def goes_through(r: Round, raw: str, notes: int) -> None:
    """The same command again, as a browser's outbox does, until it is acknowledged."""
    until(lambda: r.ann.tells(raw)["ok"], "the acknowledgement")
    r.bob.until(lambda: len(r.bob.notes()) == notes, "the note")
    assert not r.bob.gaps
    assert [r.ann.byes, r.bob.byes] == [[], []]


def held(r: Round, raw: str) -> None:
    answer = refusal(r.ann.tells(raw))
    assert (answer["code"], answer["again"]) == ("unavailable", True)


# How it goes, and how it comes back. A silent one is given up after seconds.
AWAY = [
    pytest.param(Postgres.stop, Postgres.start, id="switched-off"),
    pytest.param(Postgres.freeze, Postgres.thaw, id="silent"),
]


@pytest.mark.parametrize(("goes", "comes"), AWAY)
def test_what_cannot_be_kept_is_not_acknowledged_and_goes_through_later(
    r: Round, postgres: Postgres, goes: Callable[[Postgres], None], comes: Callable[[Postgres], None]
) -> None:
    r.ann.writes("Before")
    raw = note(r, "In the meantime")
    goes(postgres)
    try:
        held(r, raw)
        held(r, raw)
    finally:
        comes(postgres)
    goes_through(r, raw, 2)


def test_a_restart_in_a_quiet_moment_is_not_noticed(r: Round, postgres: Postgres) -> None:
    r.ann.writes("Before")
    postgres.stop()
    postgres.start()
    goes_through(r, note(r, "Afterwards"), 2)


def test_both_are_killed_and_all_that_was_acknowledged_is_there(
    r: Round, postgres: Postgres, server: Server
) -> None:
    words = [f"Note {n}" for n in range(5)]
    for one in words:
        r.ann.writes(one)
    server.kill()
    postgres.stop()
    postgres.start()
    server.start()
    for person in (r.ann, r.bob):
        person.until(lambda who=person: who.welcomes > 1, "a welcome again")
    r.ann.writes("And on it goes")
    r.bob.until(lambda: r.bob.notes().keys() == {*words, "And on it goes"}, "all notes, and no other")

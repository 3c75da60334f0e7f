"""A disk that is full, a broken database, a faster process: told in words, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection, event

from tests.engine.kit import SOON, Engine
from workshop.activities.arrival.messages import Arrival
from workshop.activities.hosting.messages import SayToAll
from workshop.activities.steps.messages import EditAgenda
from workshop.core.ids import new_id
from workshop.errors import Refused, Unavailable

Full = Callable[[bool], None]


@pytest.fixture
def full(engine: Engine) -> Iterator[Full]:
    """Lets the database grow no more, or again. The limit is SQLite's own."""
    limit = [2**30]

    def limited(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {limit[0]}")

    event.listen(engine.ledger._engine, "begin", limited)

    def be(on: bool) -> None:
        limit[0] = 1 if on else 2**30

    yield be
    event.remove(engine.ledger._engine, "begin", limited)


LONG = {
    "title": "Long",
    "planned_minutes": 60,
    "table_size": 4,
    # More than a small database has room for.
    "steps": [Arrival(title="Arriving", minutes=1, words="Welcome. " * 200)] * 40,
}


def test_a_full_disk_refuses_in_words_and_asks_to_try_again(engine: Engine, full: Full) -> None:
    full(True)
    refusal = engine.refused(engine.hal, EditAgenda, **LONG)
    assert isinstance(refusal, Unavailable)
    assert "cannot write to its disk" in refusal.message


def test_what_could_not_be_kept_has_not_happened_and_was_not_told(engine: Engine, full: Full) -> None:
    heard = len(engine.ears.frames)
    full(True)
    engine.refused(engine.hal, EditAgenda, **LONG)
    assert engine.ask(lambda hall: (hall.state.title, hall.state.n)) == ("A café", 2)
    assert len(engine.ears.frames) == heard


def test_when_there_is_room_again_the_same_command_goes_through(engine: Engine, full: Full) -> None:
    once = new_id()
    full(True)
    engine.refused(engine.hal, EditAgenda, id=once, **LONG)
    full(False)
    assert engine.do(engine.hal, EditAgenda, id=once, **LONG) == 3
    assert engine.ask(lambda hall: hall.state.title) == "Long"
    assert [e.n for e in engine.entries()] == [1, 2, 3]


def test_somebody_elses_lock_is_waited_for_and_then_told(engine: Engine) -> None:
    engine.ledger._pen.exec_driver_sql("PRAGMA busy_timeout = 50")
    engine.ledger._pen.rollback()
    with engine.ledger._engine.connect() as other:
        other.begin()
        assert isinstance(engine.refused(engine.hal, SayToAll, text="Hello"), Unavailable)
    assert engine.says("Hello again") == 3


def test_two_processes_at_once_lose_nothing_and_double_nothing(engine: Engine, twin: Engine) -> None:
    both = (engine, twin)
    sent = [each.later(each.hal, SayToAll, text=f"{no}") for no in range(30) for each in both]
    numbers = [one.result(SOON) for one in sent]
    entries = engine.entries()
    assert [e.n for e in entries] == list(range(1, 63))
    assert len({e.command for e in entries}) == 62
    assert sorted(numbers) == list(range(3, 63))


def test_a_command_sent_to_two_processes_at_once_happens_once(engine: Engine, twin: Engine) -> None:
    for no in range(10):
        once = new_id()
        both = [each.later(each.hal, SayToAll, id=once, text=f"{no}") for each in (engine, twin)]
        assert {one.result(SOON) for one in both} == {3 + no}
    assert len(engine.entries()) == 12


def test_two_processes_keep_each_stream_contiguous(engine: Engine, twin: Engine) -> None:
    for no in range(5):
        engine.says(f"{no}")
        twin.says(f"{no} too")
    hall = [entry.streams["hall"] for entry in engine.entries() if "hall" in entry.streams]
    assert hall == list(range(1, len(hall) + 1))


def test_a_slower_process_decides_anew_on_what_the_faster_one_did(engine: Engine, twin: Engine) -> None:
    once = new_id()
    engine.says("First")
    twin.ask(lambda hall: hall.state.n)
    first = engine.says("Second", id=once)
    assert twin.says("Third") == first + 1
    assert twin.says("Second", id=once) == first


def broken(engine: Engine, n: int) -> None:
    """Somebody's hand slipped in the database."""
    engine.sql("update entry set body = 'nonsense' where n = ?", n)


def test_a_ledger_that_cannot_be_read_is_told_to_everyone_who_asks(engine: Engine, twin: Engine) -> None:
    broken(engine, 2)
    for _ in range(2):
        assert twin.refused(twin.hal, SayToAll, text="Hello").code == "broken"
    with pytest.raises(Refused, match="Something went wrong on the server"):
        twin.ask(lambda hall: hall.state.n)


def test_once_it_is_mended_everything_goes_on(engine: Engine, twin: Engine) -> None:
    body = engine.entries()[1].body
    broken(engine, 2)
    twin.refused(twin.hal, SayToAll, text="Hello")
    engine.ledger.redact(engine.id, 2, body)
    assert twin.says("Hello") == 3


def test_a_faster_process_that_leaves_nonsense_behind_leaves_nobody_waiting(
    engine: Engine, twin: Engine
) -> None:
    twin.ask(lambda hall: hall.state.n)
    broken(engine, engine.says("First"))
    sent = [twin.later(twin.hal, SayToAll, text=f"{no}") for no in range(5)]
    assert [one.exception(SOON).code for one in sent] == ["broken"] * 5  # type: ignore[union-attr]

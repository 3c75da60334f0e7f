"""What a hall remembers for browsers that missed a few things."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.engine.kit import Engine
from workshop.hall import TAIL
from workshop.live.wire import Frame, Snapshot


@pytest.fixture
def cafe(engine: Engine) -> Engine:
    for no in range(5):
        engine.says(f"Number {no}")
    return engine


def since(engine: Engine, n: int, stream: str = "hall") -> Any:
    return engine.ask(lambda hall: hall.since(stream, n))


def last(engine: Engine) -> int:
    n: int = engine.ask(lambda hall: hall.numbers["hall"])
    return n


def test_whoever_knows_it_all_lacks_nothing(cafe: Engine) -> None:
    assert since(cafe, last(cafe)) is None
    assert since(cafe, 0, "table/1") is None


def test_whoever_missed_a_few_gets_just_those(cafe: Engine) -> None:
    n = last(cafe)
    frame = since(cafe, n - 3)
    assert isinstance(frame, Frame)
    assert (frame.from_, frame.to, [event.n for event in frame.events]) == (n - 3, n, [n - 2, n - 1, n])


@pytest.mark.parametrize("known", [-1, -(10**30), 10**30])
def test_whoever_names_a_number_that_cannot_be_gets_a_snapshot(cafe: Engine, known: int) -> None:
    snapshot = since(cafe, known)
    assert isinstance(snapshot, Snapshot)
    assert snapshot.n == last(cafe)


def test_whoever_missed_more_than_is_remembered_gets_a_snapshot(cafe: Engine) -> None:
    for no in range(TAIL):
        cafe.says(f"More {no}")
    assert isinstance(since(cafe, last(cafe) - TAIL), Frame)
    assert isinstance(since(cafe, last(cafe) - TAIL - 1), Snapshot)


def test_after_a_restart_there_are_only_snapshots(cafe: Engine, twin: Engine) -> None:
    n = last(cafe)
    assert since(twin, n) is None
    assert isinstance(since(twin, n - 1), Snapshot)


def test_a_restart_shows_everybody_the_same(cafe: Engine, twin: Engine) -> None:
    def shown(engine: Engine) -> bytes:
        return msgspec.json.encode(engine.ask(lambda hall: [hall.snapshot("hall"), hall.snapshot("desk")]))

    assert shown(twin) == shown(cafe)


def test_events_and_snapshot_agree(cafe: Engine) -> None:
    frame = since(cafe, last(cafe) - 1)
    snapshot = cafe.ask(lambda hall: hall.snapshot("hall"))
    assert all(snapshot.state[key] == doc for key, doc in frame.events[-1].put.items())

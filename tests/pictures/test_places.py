"""Where notes lie on the map: asked of a worker, kept, and asked again when notes have come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.jobs.kit import WALL, House
from workshop.errors import Unavailable
from workshop.jobs.queue import MOST_ATTEMPTS
from workshop.web.places import KIND, Atlas


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path / "cafe.db")
    yield made
    made.conductor.stop()


def work(house: House, **places: list[int]) -> None:
    """A worker takes the map that was asked for, and finishes it."""
    mine = house.jobs.take("worker", [KIND])
    assert mine is not None
    assert house.jobs.finish(mine, {"board": WALL, "version": 1, "places": places})


def test_the_first_map_of_a_board_is_worth_waiting_for(house: House) -> None:
    atlas = Atlas(house.crew)
    assert atlas.places(house.id, WALL, ["a", "b"]) is None
    assert atlas.places(house.id, WALL, ["a", "b"]) is None
    work(house, a=[1, 2], b=[3, 4])
    assert atlas.places(house.id, WALL, ["a", "b"]) == {"a": (1, 2), "b": (3, 4)}
    assert house.jobs.take("worker", [KIND]) is None


def test_the_map_of_before_stays_while_a_newer_one_is_worked_out(house: House) -> None:
    atlas = Atlas(house.crew)
    atlas.places(house.id, WALL, ["a"])
    work(house, a=[1, 2])
    later = Atlas(house.crew)
    assert later.places(house.id, WALL, ["a", "new"]) == {"a": (1, 2)}
    assert later.places(house.id, WALL, ["a", "new"]) == {"a": (1, 2)}
    work(house, a=[5, 5], new=[6, 6])
    assert later.places(house.id, WALL, ["a", "new"]) == {"a": (5, 5), "new": (6, 6)}


def test_a_board_without_notes_needs_no_worker(house: House) -> None:
    assert Atlas(house.crew).places(house.id, WALL, []) == {}
    assert house.jobs.take("worker", [KIND]) is None


def test_a_map_that_cannot_be_made_is_said_so(house: House) -> None:
    atlas = Atlas(house.crew)
    atlas.places(house.id, WALL, ["a"])
    for _ in range(MOST_ATTEMPTS):
        mine = house.jobs.take("worker", [KIND])
        assert mine is not None
        house.jobs.abandon("worker")
    assert house.jobs.take("worker", [KIND]) is None
    with pytest.raises(Unavailable, match="Try again"):
        atlas.places(house.id, WALL, ["a"])

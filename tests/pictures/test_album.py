"""What pictures show is read once for all who look at the same."""

from __future__ import annotations

from workshop.pictures.data import Data, MixingData
from workshop.web.album import MOST, Album


def read(people: int) -> Data:
    return MixingData(people=people, twice=0, rounds=(), met=())


def test_who_looks_at_the_same_gets_what_was_read_for_the_first() -> None:
    album = Album()
    first = album.data("w-1", lambda: read(6))
    assert album.data("w-1", lambda: read(7)) is first
    assert album.data("w-2", lambda: read(7)) == read(7)


def test_only_the_latest_are_kept() -> None:
    album = Album()
    for no in range(MOST + 1):
        album.data(no, lambda no=no: read(no))  # type: ignore[misc]
    assert album.data(MOST, lambda: read(99)) == read(MOST)
    assert album.data(0, lambda: read(99)) == read(99)

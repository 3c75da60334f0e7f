"""Versions of a blueprint for other systems: what they read, and what they are told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.api.kit import CAFE
from tests.api.receiver import Receiver, receiving
from tests.api.schema import wrong
from tests.api.test_openapi import PARTS, described
from tests.api.test_webhooks import Office
from tests.harvest.day import entries
from tests.harvest.test_experiments import WORDS, Together
from workshop.api.scopes import BLUEPRINT, HARVEST
from workshop.ledger.records import Record
from workshop.webhooks.message import ISSUED


class Issuing(Office):
    """A café with a blueprint of one version; more can be issued after its close."""

    def __init__(self, folder: Path) -> None:
        self.made = Together(silent=("Ann",))
        self.one = self.made.add(WORDS, note=self.made.notes[WORDS])
        self.made.issue("First")
        self.made.cafe.close()
        super().__init__(folder, self.made)  # type: ignore[arg-type]

    def goes_on(self) -> None:
        """The host changes something and issues another version."""
        known = len(entries(self.made.cafe))
        self.made.cafe.wait(60)
        self.made.write(self.one, owner=f"The team, {known}")
        self.made.issue("Again")
        self.ledger.append(Record(workshop_id="w1", entries=entries(self.made.cafe)[known:]))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Issuing]:
    with closing(Issuing(tmp_path)) as made:
        yield made


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


def test_versions_are_read_newest_first_and_one_by_one(office: Issuing) -> None:
    office.goes_on()
    key = office.key(BLUEPRINT, HARVEST)
    found = office.leafs(f"{CAFE}/blueprint/versions", key, limit=1)
    assert [each["no"] for each in found] == [2, 1]
    first = office.reads(f"{CAFE}/blueprint/versions/1", key)
    assert (first["words"], first["experiments"][0]["owner"]) == ("First", "")
    assert [*wrong(first, described("/workshops/{code}/blueprint/versions/{no}"), PARTS)] == []
    assert WORDS not in str(found)
    assert WORDS in str(office.reads(f"{CAFE}/blueprint/versions/1"))
    for no in ("3", "0", "one"):
        assert office.asks(f"{CAFE}/blueprint/versions/{no}").status_code == 404


def test_a_version_is_told_once_and_so_is_the_next_one(office: Issuing, receiver: Receiver) -> None:
    office.adds(receiver.url, event=ISSUED)
    for _ in range(3):
        office.round()
    office.goes_on()
    office.post = office._post()
    for _ in range(3):
        office.round()
    first, second = receiver.got
    assert [got.said["type"] for got in (first, second)] == [ISSUED, ISSUED]
    assert [got.said["data"]["version"] for got in (first, second)] == [1, 2]
    way = second.said["data"]["links"]["version"].removeprefix("https://cafe.example")
    assert office.reads(way)["words"] == "Again"


def test_whoever_comes_later_is_told_only_of_what_comes_later(office: Issuing, receiver: Receiver) -> None:
    office.adds(receiver.url, made_at=office.made.cafe.at + 1_000, event=ISSUED)
    office.round()
    assert receiver.got == []
    office.goes_on()
    office.round()
    assert [got.said["data"]["version"] for got in receiver.got] == [2]


def test_who_asked_for_the_close_hears_of_no_version(office: Issuing, receiver: Receiver) -> None:
    office.adds(receiver.url)
    office.round()
    assert [got.said["type"] for got in receiver.got] == ["workshop.closed"]

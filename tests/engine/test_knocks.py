"""How often one address may knock."""

from __future__ import annotations

import pytest

from workshop.web.knocks import MOST, Knocks


def test_one_address_does_not_use_up_anothers_turn() -> None:
    knocks = Knocks(2)
    assert [knocks.take("10.0.0.1") for _ in range(3)] == [True, True, False]
    assert knocks.take("10.0.0.2")


@pytest.mark.parametrize("other", ["2001:db8:1:2::7", "2001:db8:1:2:ffff:ffff:ffff:ffff"])
def test_all_addresses_of_one_home_count_as_one(other: str) -> None:
    knocks = Knocks(1)
    assert knocks.take("2001:db8:1:2::1")
    assert not knocks.take(other)
    assert knocks.take("2001:db8:1:3::1")


def test_an_address_counts_the_same_in_its_old_and_its_new_spelling() -> None:
    knocks = Knocks(1)
    assert knocks.take("10.0.0.1")
    assert not knocks.take("::ffff:10.0.0.1")


def test_however_many_addresses_have_come_only_so_many_are_remembered() -> None:
    knocks = Knocks(1)
    for no in range(MOST + 100):
        knocks.take(f"10.{no >> 16}.{no >> 8 & 255}.{no & 255}")
    assert len(knocks) <= MOST

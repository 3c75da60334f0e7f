"""Things that people order by hand stay in the order they asked for."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from workshop.core.ranks import moved

NAMES = "abcdefgh"
Ranks = dict[str, float]


def in_order(ranks: Ranks) -> list[str]:
    return sorted(ranks, key=lambda thing: ranks[thing])


def move(ranks: Ranks, thing: str, place: int) -> int:
    """Put a thing at a place among the others; how many ranks that took."""
    others = [(other, ranks[other]) for other in in_order(ranks) if other != thing]
    changed = dict(moved(thing, others, place))
    ranks |= changed
    return len(changed)


def asked(order: list[str], thing: str, place: int) -> list[str]:
    rest = [other for other in order if other != thing]
    return [*rest[:place], thing, *rest[place:]]


def a_list(length: int = 3) -> Ranks:
    return {name: float(no) for no, name in enumerate(NAMES[:length], 1)}


def test_a_thing_goes_first_last_or_between_two_and_nothing_else_moves() -> None:
    ranks = a_list()
    assert move(ranks, "c", 0) == 1
    assert in_order(ranks) == ["c", "a", "b"]
    assert move(ranks, "c", 2) == 1
    assert in_order(ranks) == ["a", "b", "c"]
    assert move(ranks, "c", 1) == 1
    assert in_order(ranks) == ["a", "c", "b"]


def test_the_only_thing_there_is_first_and_last() -> None:
    assert list(moved("a", [], 0)) == [("a", 1.0)]


def test_back_where_it_was_it_keeps_its_rank() -> None:
    for place, (name, rank) in enumerate(a_list().items()):
        others = [(other, at) for other, at in a_list().items() if other != name]
        assert list(moved(name, others, place)) == [(name, rank)]


def test_hundreds_go_into_one_gap() -> None:
    ranks = a_list(4)
    order = in_order(ranks)
    for no in range(600):
        thing = "cd"[no % 2]
        order = asked(order, thing, 1)
        move(ranks, thing, 1)
        assert in_order(ranks) == order
        assert len(set(ranks.values())) == len(ranks)


def test_hundreds_go_to_the_front_and_to_the_end() -> None:
    ranks = a_list()
    for _ in range(300):
        move(ranks, in_order(ranks)[-1], 0)
        move(ranks, in_order(ranks)[0], 2)
    assert in_order(ranks) == ["a", "b", "c"]
    assert all(map(math.isfinite, ranks.values()))


def test_all_are_spaced_anew_only_when_a_gap_has_become_too_narrow() -> None:
    ranks = a_list(4)
    spaced = [move(ranks, "cd"[no % 2], 1) for no in range(100)]
    assert set(spaced) == {1, 4}
    assert spaced.count(4) <= 100 // 15


def test_things_with_one_rank_between_them_are_told_apart_again() -> None:
    others = [("a", 2.0), ("b", 2.0)]
    assert [thing for thing, _ in sorted(moved("c", others, 1), key=lambda new: new[1])] == ["a", "c", "b"]


MOVES = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, len(NAMES) - 1)), max_size=200)


@given(MOVES)
def test_any_series_of_moves_leads_to_the_order_that_was_asked_for(moves: list[tuple[str, int]]) -> None:
    ranks, order = a_list(len(NAMES)), list(NAMES)
    for thing, place in moves:
        order = asked(order, thing, place)
        move(ranks, thing, place)
        assert in_order(ranks) == order


@given(st.sampled_from(NAMES), st.integers(0, len(NAMES) - 1), st.integers(50, 200))
def test_any_gap_takes_any_number(guest: str, place: int, times: int) -> None:
    """The two at one place change places again and again: its gap is halved each time."""
    ranks, order = a_list(len(NAMES)), list(NAMES)
    for no in range(times):
        thing = guest if no % 2 else order[place]
        order = asked(order, thing, place)
        move(ranks, thing, place)
        assert in_order(ranks) == order

"""Who sits where: the rules as sentences, then properties that hold for any workshop."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workshop.seating import (
    Mode,
    Plan,
    Round,
    Seating,
    SeatingError,
    Sizes,
    Wishes,
    plan_rounds,
    seat,
    seat_late,
    sentences,
    text,
)
from workshop.seating.bounds import least_repeats
from workshop.seating.designs import among_equals, construct, shifts
from workshop.seating.floor import rank
from workshop.seating.walk import count_repeats

# Everybody, facilitators, wishes, sizes, and who is here in each earlier round.
Case = tuple[list[str], dict[str, int], Wishes, Sizes, list[list[str]]]


def people(number: int) -> list[str]:
    return [f"p{i:03}" for i in range(number)]


def leads(number: int) -> dict[str, int]:
    return {f"f{i:02}": i + 1 for i in range(number)}


def crowds(seating: Seating) -> list[int]:
    """Travellers at each table."""
    return [sum(who[0] == "p" for who in table) for table in seating.tables.values()]


def table_of(seating: Seating, who: str) -> int:
    return next(number for number, table in seating.tables.items() if who in table)


def rounds_of(
    number: int, led: int, rounds: int, mode: Mode = "rotate", wishes: Wishes | None = None
) -> list[Seating]:
    """The same people, seated again and again."""
    made: list[Seating] = []
    for _ in range(rounds):
        past = [Round(one.tables) for one in made]
        here = people(number) + list(leads(led))
        made.append(seat(here, facilitators=leads(led), earlier=past, seed=7, mode=mode, wishes=wishes))
    return made


# A day in the life


def test_ninety_two_people_fifteen_late_nine_dropping_out() -> None:
    led, here = leads(18), people(74)
    first = seat(here[:59] + list(led), facilitators=led, seed=2026)
    assert len(first.tables) == 18
    assert set(crowds(first)) == {3, 4}

    tables = {number: list(table) for number, table in first.tables.items()}
    for who in here[59:]:
        tables[seat_late(who, tables, facilitators=led)].append(who)
    assert {len(table) - 1 for table in tables.values()} <= {4, 5}

    past = [Round({number: tuple(table) for number, table in tables.items()})]
    for _ in range(2):
        started = time.process_time()
        later = seat(here[:65] + list(led), facilitators=led, earlier=past, seed=2026, mode="rotate")
        assert time.process_time() - started < 1
        assert set(crowds(later)) == {3, 4}
        assert (later.repeat_meetings, later.returns, later.unmet) == (0, 0, ())
        past.append(Round(later.tables))


def test_nobody_meets_twice_in_cafes_of_the_usual_sizes() -> None:
    for number, led in [(69, 23), (74, 18), (92, 23), (18, 6), (12, 4), (160, 40), (20, 5), (24, 6)]:
        for one in rounds_of(number, led, 3):
            assert (one.repeat_meetings, one.returns) == (0, 0), (number, led)


def test_a_small_cafe_does_not_run_into_a_dead_end() -> None:
    """Five tables of four travellers have room for five rounds, if the first ones are not left to chance."""
    assert [one.repeat_meetings for one in rounds_of(20, 5, 5)] == [0] * 5
    assert [one.repeat_meetings for one in rounds_of(16, 0, 5)] == [0] * 5


def test_with_too_few_tables_it_says_that_people_must_meet_again() -> None:
    again = rounds_of(9, 3, 2)[1]
    assert again.repeat_meetings == again.least_possible == 3
    assert "3 pairs meet again. With this many tables it cannot be fewer." in sentences(again)


def test_with_two_tables_companions_are_mixed_rather_than_moved_together() -> None:
    again = rounds_of(8, 2, 2)[1]
    assert again.repeat_meetings == again.least_possible == 8


def test_travellers_go_everywhere_before_they_come_back() -> None:
    last = rounds_of(16, 4, 4)
    for who in people(16):
        assert len({table_of(one, who) for one in last}) == 4


def test_two_hundred_people_take_a_moment_and_a_thousand_less_than_a_second() -> None:
    for number, led, limit in [(200, 50, 0.05), (1000, 250, 1.0)]:
        first, second = rounds_of(number, led, 2)
        started = time.process_time()
        seat(
            people(number) + list(leads(led)),
            facilitators=leads(led),
            earlier=[Round(first.tables), Round(second.tables)],
            seed=1,
            mode="rotate",
        )
        assert time.process_time() - started < limit


# Sizes and tables


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, []), (1, [1]), (2, [2]), (3, [3]), (4, [4]), (5, [5]), (6, [3, 3]), (7, [3, 4]), (9, [4, 5])],
)
def test_few_people_sit_at_as_few_tables_as_it_takes(number: int, expected: list[int]) -> None:
    assert sorted(crowds(seat(people(number), facilitators={}, seed=1))) == expected


def test_nobody_sits_alone_even_where_a_table_of_one_is_allowed() -> None:
    assert crowds(seat(people(3), facilitators={}, seed=1, sizes=Sizes(2, 1, 2))) == [3]


def test_nobody_sits_alone_among_facilitators_to_make_numbers_even() -> None:
    led = {"f": 1, "g": 1, "h": 1, "i": 2, "j": 2}
    counted = Sizes(3, facilitator_counts=True)
    seating = seat([*people(6), *led], facilitators=led, seed=0, sizes=counted)
    assert seating.alone == ()


def test_a_fault_that_matters_more_outweighs_any_number_of_the_next() -> None:
    for kind in range(4):
        before, after = [0] * 5, [0] * 5
        before[kind], after[kind + 1] = 1, 1_000_000
        assert rank(*before) > rank(*after)


def test_a_single_person_is_seated_and_the_host_is_told() -> None:
    alone = seat(people(1), facilitators={}, seed=1)
    assert alone.alone == (1,)
    assert sentences(alone) == ("Only one participant at table 1.",)


def test_facilitators_wait_at_their_tables_before_anybody_else_comes() -> None:
    assert seat(list(leads(3)), facilitators=leads(3), seed=1).tables == {
        1: ("f00",),
        2: ("f01",),
        3: ("f02",),
    }


def test_facilitators_too_many_are_left_as_deputies() -> None:
    seating = seat(people(7) + list(leads(5)), facilitators=leads(5), seed=1)
    assert sorted(seating.tables) == [1, 2]
    assert seating.spare == ("f02", "f03", "f04")
    assert "Facilitators without a table, who can step in as deputies: 3." in sentences(seating)


def test_with_facilitators_too_few_some_tables_run_without_one() -> None:
    seating = seat(people(30) + list(leads(4)), facilitators=leads(4), seed=1)
    assert set(crowds(seating)) == {5}
    assert seating.without_facilitator == (5, 6)
    assert "No facilitator at tables 5, 6." in sentences(seating)


def test_the_wished_size_decides_where_hardly_anybody_facilitates() -> None:
    assert set(crowds(seat([*people(60), "f00"], facilitators=leads(1), seed=1))) == {4}


def test_a_facilitator_can_count_as_one_of_the_four() -> None:
    counted = Sizes(4, facilitator_counts=True)
    seating = seat(people(69) + list(leads(23)), facilitators=leads(23), seed=1, sizes=counted)
    assert {len(table) for table in seating.tables.values()} == {4}


def test_facilitators_who_are_not_here_open_no_table() -> None:
    seating = seat([*people(4), "f01"], facilitators=leads(9), seed=1)
    assert seating.tables == {2: ("f01", "p000", "p001", "p002", "p003")}


def test_two_facilitators_can_share_a_table() -> None:
    seating = seat([*people(6), "f", "g", "h"], facilitators={"f": 3, "g": 3, "h": 8}, seed=1)
    assert seating.tables[3][:2] == ("f", "g")
    assert sorted(seating.tables) == [3, 8]


def test_somebody_listed_twice_is_refused() -> None:
    with pytest.raises(SeatingError, match="listed twice"):
        seat(["a", "b", "a"], facilitators={}, seed=1)


@pytest.mark.parametrize("numbers", [(0, 3, 5), (4, 0, 5), (4, 6, 5)])
def test_sizes_that_make_no_sense_are_refused(numbers: tuple[int, int, int]) -> None:
    with pytest.raises(SeatingError):
        Sizes(*numbers)


# Wishes


def test_an_interpreter_and_a_participant_move_together_every_time() -> None:
    pair = frozenset({"p003", "p031"})
    for one in rounds_of(60, 15, 3, wishes=Wishes(together=(pair,))):
        assert table_of(one, "p003") == table_of(one, "p031")
        assert (one.repeat_meetings, one.returns, one.unmet) == (0, 0, ())


def test_an_interpreter_of_a_facilitator_stays_at_that_table() -> None:
    wishes = Wishes(together=(frozenset({"f02", "p007"}),))
    assert {table_of(one, "p007") for one in rounds_of(20, 5, 3, wishes=wishes)} == {3}


def test_a_manager_never_shares_a_table_with_their_staff() -> None:
    staff = ["p001", "p002", "p003", "p004"]
    wishes = Wishes(apart=tuple(frozenset({"p000", one}) for one in staff))
    for one in rounds_of(12, 3, 3, wishes=wishes):
        assert table_of(one, "p000") not in {table_of(one, who) for who in staff}


def test_keeping_apart_opens_a_table_where_one_would_do() -> None:
    seating = seat(people(4), facilitators={}, seed=1, wishes=Wishes(apart=(frozenset({"p000", "p001"}),)))
    assert sorted(crowds(seating)) == [2, 2]
    assert seating.unmet == ()


def test_keeping_apart_comes_before_company() -> None:
    seating = seat(people(2), facilitators={}, seed=1, wishes=Wishes(apart=(frozenset(people(2)),)))
    assert seating.alone == (1, 2)


def test_somebody_apart_from_the_only_facilitator_sits_elsewhere() -> None:
    wishes = Wishes(apart=(frozenset({"f00", "p000"}),))
    seating = seat([*people(5), "f00"], facilitators=leads(1), seed=1, wishes=wishes)
    assert table_of(seating, "p000") != 1
    assert sorted(crowds(seating)) == [2, 3]


def test_a_wish_that_contradicts_another_is_reported_and_people_are_kept_apart() -> None:
    both = frozenset({"p000", "p001"})
    seating = seat(people(8), facilitators={}, seed=1, wishes=Wishes((both,), (both,)))
    assert [(one.kind, one.people, one.reason) for one in seating.unmet] == [
        ("together", ("p000", "p001"), "apart_too")
    ]
    assert "They are kept apart" in sentences(seating)[0]


def test_contradictions_are_found_through_others_as_well() -> None:
    chain = (frozenset({"p000", "p001"}), frozenset({"p001", "p002"}))
    wishes = Wishes(chain, (frozenset({"p000", "p002"}),))
    unmet = seat(people(8), facilitators={}, seed=1, wishes=wishes).unmet
    assert [one.people for one in unmet] == [("p001", "p002")]


def test_nobody_is_brought_to_a_facilitator_beside_whom_sits_somebody_to_keep_apart_from() -> None:
    wishes = Wishes((frozenset({"f", "p000"}),), (frozenset({"g", "p000"}),))
    seating = seat([*people(4), "f", "g"], facilitators={"f": 1, "g": 1}, seed=1, wishes=wishes)
    assert table_of(seating, "p000") != 1
    assert [one.reason for one in seating.unmet] == ["apart_too"]


def test_two_facilitators_cannot_be_brought_together() -> None:
    wishes = Wishes(together=(frozenset({"f00", "f01"}),))
    unmet = seat(people(8) + list(leads(2)), facilitators=leads(2), seed=1, wishes=wishes).unmet
    assert [one.reason for one in unmet] == ["two_facilitators"]


def test_two_facilitators_of_one_table_cannot_be_kept_apart() -> None:
    wishes = Wishes(apart=(frozenset({"f", "g"}),))
    unmet = seat([*people(4), "f", "g"], facilitators={"f": 1, "g": 1}, seed=1, wishes=wishes).unmet
    assert [one.reason for one in unmet] == ["same_facilitators"]


def test_a_wish_for_a_spare_facilitator_is_reported() -> None:
    wishes = Wishes(together=(frozenset({"f01", "p000"}),))
    unmet = seat(people(4) + list(leads(2)), facilitators=leads(2), seed=1, wishes=wishes).unmet
    assert [one.reason for one in unmet] == ["not_seated"]


def test_a_family_larger_than_a_table_still_sits_together() -> None:
    family = frozenset(people(6))
    seating = seat(people(18), facilitators={}, seed=1, wishes=Wishes(together=(family,)))
    assert any(family <= set(table) for table in seating.tables.values())
    assert seating.outside


def test_wishes_of_people_who_are_not_here_are_passed_over() -> None:
    wishes = Wishes((frozenset({"p000", "x"}),), (frozenset({"p001", "y"}),))
    assert seat(people(8), facilitators={}, seed=1, wishes=wishes).unmet == ()


def test_organisations_are_mixed_as_far_as_meetings_allow() -> None:
    here, groups = people(16), {f"p{i:03}": "abcd"[i % 4] for i in range(16)}
    for table in seat(here, facilitators={}, seed=3, groups=groups).tables.values():
        assert {groups[who] for who in table} == set("abcd")


# Staying and going home


def test_people_stay_where_they_sat_last() -> None:
    first, second = rounds_of(20, 5, 2)
    past = [Round(first.tables), Round(second.tables)]
    here = people(20) + list(leads(5))
    assert seat(here, facilitators=leads(5), earlier=past, seed=1, mode="stay").tables == second.tables
    assert seat(here, facilitators=leads(5), earlier=past, seed=1, mode="home").tables == first.tables


def test_with_staying_a_newcomer_joins_the_smallest_table() -> None:
    past = [Round({1: ("a", "b", "c", "d"), 2: ("e", "f", "g")})]
    seating = seat([*"abcdefg", "new"], facilitators={}, earlier=past, seed=1, mode="stay")
    assert table_of(seating, "new") == 2


def test_with_staying_nobody_is_left_alone() -> None:
    past = [Round({1: ("a", "b", "c"), 2: ("d", "e", "g")})]
    seating = seat([*"abcd", "f00"], facilitators={"f00": 2}, earlier=past, seed=1, mode="stay")
    assert seating.tables == {1: ("a", "b", "c", "d")}
    assert seating.spare == ("f00",)


def test_going_home_heeds_a_wish_made_since() -> None:
    past = [Round({1: ("a", "b", "c"), 2: ("d", "e", "g")})]
    wishes = Wishes(apart=(frozenset({"a", "b"}),))
    seating = seat([*"abcdeg"], facilitators={}, earlier=past, seed=1, mode="home", wishes=wishes)
    assert table_of(seating, "a") != table_of(seating, "b")
    assert seating.unmet == ()


# Late joiners


def test_a_late_joiner_takes_the_smallest_table_but_not_the_table_of_one() -> None:
    assert seat_late("new", {1: ["a", "b", "c", "d"], 2: ["e", "f", "g"], 3: ["h"]}) == 2
    assert seat_late("new", {1: list("abcde"), 2: ["h"]}) == 2


def test_a_late_joiner_is_not_put_at_an_empty_table_while_another_has_room() -> None:
    assert seat_late("new", {1: ["f00"], 2: ["f01", "a", "b"]}, facilitators=leads(2)) == 2


def test_a_late_joiner_meets_new_people_where_tables_are_equal() -> None:
    earlier = [Round({1: ("new", "a"), 2: ("b", "c")})]
    assert seat_late("new", {1: ["a", "x", "y"], 2: ["b", "v", "w"]}, earlier=earlier) == 2


def test_a_late_joiner_is_seated_by_the_wishes_first() -> None:
    tables = {1: list("abcde"), 2: ["f", "g"], 3: ["h", "i", "j"]}
    assert seat_late("new", tables, wishes=Wishes(together=(frozenset({"new", "a"}),))) == 1
    assert seat_late("new", tables, wishes=Wishes(apart=(frozenset({"new", "f"}),))) == 3


def test_full_tables_take_two_more_before_a_new_one_opens() -> None:
    assert seat_late("new", {1: list("abcdef"), 2: list("ghijk")}) == 2
    assert seat_late("new", {1: list("abcdefx"), 3: list("ghijkly")}) == 2
    assert seat_late("new", {}) == 1


# Planning ahead


@pytest.mark.parametrize(
    "numbers",
    [
        (92, 4, 3, 23),
        (1000, 4, 6, 0),
        (1000, 4, 6, 250),
        (16, 4, 5, 0),
        (9, 3, 4, 0),
        (15, 3, 5, 5),
        (24, 4, 5, 6),
        (25, 5, 6, 0),
        (27, 3, 13, 0),
        (30, 5, 5, 6),
        (32, 4, 9, 0),
        (64, 4, 21, 0),
        (90, 4, 3, 22),
        (13, 4, 3, 0),
    ],
)
def test_nobody_meets_twice_where_a_construction_is_known(numbers: tuple[int, int, int, int]) -> None:
    plan = plan_rounds(*numbers)
    check(plan, *numbers)
    assert plan["repeat_meetings"] == plan["least_possible"] == 0
    assert plan["seconds"] < 1


@pytest.mark.parametrize(
    ("numbers", "repeats"),
    [
        ((12, 4, 3, 3), 6),
        ((12, 4, 3, 0), 6),
        ((20, 5, 3, 4), 8),
        ((7, 4, 3, 0), 6),
        ((3, 4, 2, 1), 3),
        ((5, 5, 3, 5), 20),
        ((92, 4, 3, 30), 14),
    ],
)
def test_repeats_that_cannot_be_avoided_are_as_few_as_proved(
    numbers: tuple[int, int, int, int], repeats: int
) -> None:
    plan = plan_rounds(*numbers)
    check(plan, *numbers)
    assert plan["repeat_meetings"] == plan["least_possible"] == repeats
    assert f"Repeated meetings: {repeats}. With these numbers it cannot be fewer." in text(plan)


@pytest.mark.parametrize(
    "numbers", [(16, 4, 5, 2), (16, 4, 6, 4), (16, 4, 5, 1), (10, 3, 4, 7), (9, 2, 8, 3)]
)
def test_facilitators_stay_in_more_rounds_than_there_are_tables(numbers: tuple[int, int, int, int]) -> None:
    check(plan_rounds(*numbers), *numbers)


def test_where_no_proof_is_known_the_plan_says_so() -> None:
    plan = plan_rounds(12, 3, 5)
    assert plan["least_possible"] == 0 < plan["repeat_meetings"] < 6
    assert "It may be possible with fewer" in text(plan)


def test_a_plan_reads_as_rounds_and_tables() -> None:
    plan = plan_rounds(4, 2, 1)
    assert text(plan).startswith("Round 1\n  Table 1: ")
    assert "Nobody meets anybody twice." in text(plan)


@pytest.mark.parametrize(
    ("numbers", "complaint"),
    [
        ((0, 4, 3, 0), "people is 0"),
        ((10**9, 4, 3, 0), "people is 1000000000. It can be 1 to"),
        ((12, 0, 3, 0), "size is 0"),
        ((12, 4, 0, 0), "rounds is 0"),
        ((12, 4, 10**6, 0), "rounds is 1000000"),
        ((12, 4, 3, 13), "facilitators is 13. It can be 0 to 12"),
        ((12, 4, 3, -1), "facilitators is -1"),
    ],
)
def test_numbers_out_of_range_are_refused_with_what_is_allowed(
    numbers: tuple[int, int, int, int], complaint: str
) -> None:
    with pytest.raises(SeatingError, match=complaint):
        plan_rounds(*numbers)


@pytest.mark.parametrize("tables", [5, 6, 7, 8, 9, 10, 12, 16, 25])
def test_columns_of_a_construction_differ_differently(tables: int) -> None:
    plan = shifts(tables, 4, tables)
    assert len(plan.columns) >= min(5, tables)
    starts = [[plan.table(0, seat_no, r) for seat_no in range(4)] for r in range(len(plan.columns))]
    for a, b in combinations(range(4), 2):
        together = [start for start in starts if start[a] == start[b]]
        assert len(together) == 1


def test_people_of_one_seat_meet_only_after_all_others() -> None:
    built, more = construct(64, 16, 21), among_equals(64, 16, 5)
    assert (len(built), len(more)) == (16, 5)
    assert count_repeats(built + more) == 0


@pytest.mark.parametrize(
    "numbers",
    [(6, 3, 3, 0), (6, 3, 3, 2), (7, 4, 2, 0), (7, 4, 3, 1), (5, 3, 3, 3), (6, 2, 3, 4), (4, 2, 4, 0)],
)
def test_the_bound_is_true_for_every_seating_there_is(numbers: tuple[int, int, int, int]) -> None:
    number, size, rounds, led = numbers
    tables = -(-number // size)
    least = least_repeats(number, tables, rounds, led)
    best = min(count_repeats(choice) for choice in product(all_rounds(number, tables, led), repeat=rounds))
    assert least <= best
    assert plan_rounds(*numbers)["repeat_meetings"] == best


def all_rounds(number: int, tables: int, led: int) -> set[tuple[tuple[int, ...], ...]]:
    """Every round whose table sizes differ by at most one, facilitators at their tables."""
    fixed = [who % tables for who in range(led)]
    found = set()
    for rest in product(range(tables), repeat=number - led):
        at = [*fixed, *rest]
        round_ = [tuple(who for who in range(number) if at[who] == table) for table in range(tables)]
        if max(map(len, round_)) - min(map(len, round_)) <= 1:
            found.add(tuple(sorted(round_)))
    return found


def check(plan: Plan, number: int, size: int, rounds: int, led: int) -> None:
    """Everyone once a round, sizes even, facilitators in place, repeats counted right."""
    met: Counter[tuple[int, int]] = Counter()
    home: dict[int, int] = {}
    assert len(plan["rounds"]) == rounds
    for tables in plan["rounds"]:
        assert sorted(who for table in tables for who in table) == list(range(number))
        sizes = [len(table) for table in tables]
        assert max(sizes) - min(sizes) <= 1
        assert max(sizes) <= size or size == 2
        assert min(sizes) > 1 or size == 1 or number == 1
        for no, table in enumerate(tables):
            assert all(home.setdefault(who, no) == no for who in table if who < led)
            met.update(combinations(table, 2))
    assert plan["repeat_meetings"] == sum(times - 1 for times in met.values())
    assert plan["repeat_meetings"] >= plan["least_possible"]


# Whatever the workshop


@settings(max_examples=60)
@given(st.data())
def test_any_plan_is_sound(data: st.DataObject) -> None:
    number = data.draw(st.integers(1, 14))
    size = data.draw(st.integers(1, 6))
    rounds = data.draw(st.integers(1, 3))
    led = data.draw(st.integers(0, number))
    check(plan_rounds(number, size, rounds, led, seed=1), number, size, rounds, led)


@st.composite
def workshops(draw: st.DrawFn) -> Case:
    """Any of these, contradictions and strangers among the wishes included."""
    here = people(draw(st.integers(0, 26)))
    led = {who: draw(st.integers(1, 6)) for who in leads(draw(st.integers(0, 6)))}
    pick = st.sampled_from([*here, *led, "stranger", "another"])
    pair = st.frozensets(pick, min_size=2, max_size=2)
    apart = draw(st.lists(pair, max_size=5))
    together = draw(st.lists(pair, max_size=3))
    counted = draw(st.booleans())
    sizes = Sizes(draw(st.integers(3, 5)), facilitator_counts=counted)
    attendance = draw(
        st.lists(st.lists(st.sampled_from(here), unique=True) if here else st.just([]), max_size=2)
    )
    return here, led, Wishes(tuple(together), tuple(apart)), sizes, attendance


def play(workshop: Case, mode: Mode, seed: int) -> tuple[list[Round], Seating]:
    here, led, wishes, sizes, attendance = workshop
    past: list[Round] = []
    for present in attendance:
        one = seat([*present, *led], facilitators=led, earlier=past, seed=seed, mode=mode, sizes=sizes)
        past.append(Round(one.tables))
    last = seat(
        [*here, *led], facilitators=led, earlier=past, seed=seed, mode=mode, sizes=sizes, wishes=wishes
    )
    return past, last


MODES: st.SearchStrategy[Mode] = st.sampled_from(["mixed", "rotate", "stay", "home"])


@settings(max_examples=60)
@given(workshops(), MODES, st.integers(0, 99))
def test_everyone_has_exactly_one_seat_and_facilitators_never_move(
    workshop: Case, mode: Mode, seed: int
) -> None:
    here, led, *_ = workshop
    _, seating = play(workshop, mode, seed)
    seated = [who for table in seating.tables.values() for who in table]
    assert sorted([*seated, *seating.spare]) == sorted([*here, *led])
    assert set(seating.spare) <= set(led)
    for number, table in seating.tables.items():
        assert all(led[who] == number for who in table if who in led)
    if here:
        assert min(crowds(seating)) > 0


@settings(max_examples=60)
@given(workshops(), MODES, st.integers(0, 99))
def test_a_wish_is_met_or_reported_with_a_reason(workshop: Case, mode: Mode, seed: int) -> None:
    wishes = workshop[2]
    _, seating = play(workshop, mode, seed)
    at = {who: number for number, table in seating.tables.items() for who in table}
    reported = {(one.kind, frozenset(one.people)) for one in seating.unmet}
    for wish in wishes.apart:
        if len(seats := [at[who] for who in wish if who in at]) == 2:
            assert (seats[0] != seats[1]) or ("apart", wish) in reported
    for wish in wishes.together:
        if len(seats := [at[who] for who in wish if who in at]) == 2:
            assert (seats[0] == seats[1]) != (("together", wish) in reported)
    assert all(one.why.endswith(".") for one in seating.unmet)


@settings(max_examples=60)
@given(workshops(), st.sampled_from(["mixed", "rotate"]), st.integers(0, 99))
def test_apart_is_kept_wherever_no_facilitator_stands_in_the_way(
    workshop: Case, mode: Mode, seed: int
) -> None:
    _, seating = play(workshop, mode, seed)
    assert all(one.reason == "same_facilitators" for one in seating.unmet if one.kind == "apart")


@settings(max_examples=60)
@given(workshops(), MODES, st.integers(0, 99), st.randoms(use_true_random=False))
def test_the_same_people_and_seed_make_the_same_seating(
    workshop: Case,
    mode: Mode,
    seed: int,
    order: Random,
) -> None:
    here, led, wishes, sizes, attendance = workshop
    mixed = here.copy()
    order.shuffle(mixed)
    assert play(workshop, mode, seed) == play((mixed, led, wishes, sizes, attendance), mode, seed)


@settings(max_examples=60)
@given(workshops(), st.sampled_from(["mixed", "rotate"]), st.integers(0, 99))
def test_repeats_are_counted_right_and_never_below_the_bound(workshop: Case, mode: Mode, seed: int) -> None:
    here, led, _, sizes, attendance = workshop
    past, seating = play((here, led, Wishes(), sizes, attendance), mode, seed)
    met = {pair for one in past for table in one.tables.values() for pair in combinations(sorted(table), 2)}
    now = {pair for table in seating.tables.values() for pair in combinations(sorted(table), 2)}
    assert seating.repeat_meetings == sum(not set(pair) <= set(led) for pair in met & now)
    assert seating.repeat_meetings >= seating.least_possible


@settings(max_examples=60)
@given(workshops(), MODES, st.integers(0, 99))
def test_what_is_wished_is_not_counted_as_a_repeat_and_the_bound_heeds_it(
    workshop: Case, mode: Mode, seed: int
) -> None:
    _, seating = play(workshop, mode, seed)
    assert seating.repeat_meetings >= seating.least_possible


def test_a_couple_that_keeps_together_is_not_a_repeat() -> None:
    couples = tuple(frozenset({f"p{i:03}", f"p{i + 1:03}"}) for i in range(0, 8, 2))
    again = rounds_of(8, 0, 2, wishes=Wishes(together=couples))[1]
    assert again.repeat_meetings == again.least_possible == 0


@settings(max_examples=60)
@given(workshops(), st.sampled_from(["mixed", "rotate"]), st.integers(0, 99))
def test_sizes_differ_by_at_most_one_and_nobody_is_alone(workshop: Case, mode: Mode, seed: int) -> None:
    here, led, _, sizes, attendance = workshop
    _, seating = play((here, led, Wishes(), sizes, attendance), mode, seed)
    assume(len(here) > 1)
    assert min(crowds(seating)) > 1
    counted = crowds(seating)
    if sizes.facilitator_counts:
        assume(len(set(led.values())) == len(led))
        counted = [len(table) for table in seating.tables.values()]
    assert max(counted) - min(counted) <= 1


def companions_of(who: str, table: Sequence[str]) -> set[str]:
    return set(table) - {who}


@settings(max_examples=60)
@given(workshops(), st.integers(0, 99))
def test_a_late_joiner_is_never_alone_while_others_have_room(workshop: Case, seed: int) -> None:
    here, led, wishes, sizes, _ = workshop
    _, seating = play(workshop, "mixed", seed)
    chosen = seat_late("late", seating.tables, facilitators=led, wishes=wishes, sizes=sizes)
    if here:
        assert any(who in here for who in companions_of("late", seating.tables.get(chosen, ())))

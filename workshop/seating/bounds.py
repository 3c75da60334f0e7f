"""How few repeated meetings are possible at all: bounds that are proved, if not always reached.

A repeated meeting is a pair at one table that shared a table in an earlier round; a pair that meets three
times makes two. The arguments are pigeonhole arguments. The counting of pairs is the bound of the social
golfer problem (Wikipedia, "Social golfer problem"), carried over to repeats.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshop.seating.units import bits


def pairs(people: int) -> int:
    return people * (people - 1) // 2


def fewest_pairs(people: int, tables: int, staying: int = 0) -> int:
    """Of ``people`` from one table, how many pairs share a table again when sent to ``tables`` tables.

    At least ``staying`` stay at one of them. Pairs are fewest when the others even the numbers out.
    """
    if people <= staying or tables == 1:
        return pairs(people)
    low, more = divmod(people, tables)
    if staying > low + (more > 0):
        low, more = divmod(people - staying, tables - 1)
        return pairs(staying) + more * pairs(low + 1) + (tables - 1 - more) * pairs(low)
    return more * pairs(low + 1) + (tables - more) * pairs(low)


def least_repeats(people: int, tables: int, rounds: int, facilitators: int) -> int:
    """A lower bound on repeated meetings over all rounds, for table sizes that differ by at most one.

    Facilitators are spread evenly over the tables and stay. Two arguments, the better one counts:

    *Two rounds.* The people of one table go to ``tables`` tables, so some share a table again
    (``fewest_pairs``). Every round after the first therefore repeats at least that many meetings of the
    first.

    *All rounds.* Each round needs so many meetings and there are only so many pairs; what is over is
    repeated. This holds for each class of pairs by itself, so the excesses add up: two travellers;
    traveller and facilitator; two facilitators of one table, who meet in every round.
    """
    makeups = list(_makeups(people, tables, facilitators))
    travellers = people - facilitators
    two_rounds = min(sum(n * fewest_pairs(size, tables, led) for n, size, led in m) for m in makeups)
    travel = min(sum(n * pairs(size - led) for n, size, led in m) for m in makeups)
    hosted = min(sum(n * led * (size - led) for n, size, led in m) for m in makeups)
    fixed = min(sum(n * pairs(led) for n, _, led in m) for m in makeups)
    all_rounds = (
        max(0, rounds * travel - pairs(travellers))
        + max(0, rounds * hosted - facilitators * travellers)
        + (rounds - 1) * fixed
    )
    return max((rounds - 1) * two_rounds, all_rounds)


def _makeups(people: int, tables: int, facilitators: int) -> Iterator[list[tuple[int, int, int]]]:
    """What a round can look like: (number of tables, people at each, facilitators among them).

    They differ in how many of the larger tables have the larger number of facilitators.
    """
    small, big = divmod(people, tables)
    led, more = divmod(facilitators, tables)
    for both in range(max(0, big + more - tables), min(big, more) + 1):
        makeup = [
            (both, small + 1, led + 1),
            (big - both, small + 1, led),
            (more - both, small, led + 1),
            (tables - big - more + both, small, led),
        ]
        if all(size >= hosts for n, size, hosts in makeup if n):
            yield makeup


def least_in_round(
    met: Sequence[int], groups: Sequence[Sequence[Sequence[int]]], led: Sequence[Sequence[int]], low: int
) -> int:
    """A lower bound on repeated meetings in the round to come, given the earlier ones.

    ``met``: per person, by index, the bit set of those whose meeting again would count. ``groups``: per
    earlier round its tables, as people present, each in one group only. ``led``: per table to come, its
    facilitators. ``low``: the fewest travellers at any table. Two arguments, the better one counts: people
    of one earlier table sent to ``len(led)`` tables, and people who have too few left to meet.
    """
    same_table = max((sum(_meet_again(met, group, len(led)) for group in past) for past in groups), default=0)
    return max(same_table, _too_few_left(met, led, low))


def _meet_again(met: Sequence[int], group: Sequence[int], tables: int) -> int:
    here = bits(group)
    counted = sum((met[i] & here).bit_count() for i in group) // 2
    uncounted = pairs(len(group)) - counted
    return max(0, fewest_pairs(len(group), tables) - uncounted)


def _too_few_left(met: Sequence[int], led: Sequence[Sequence[int]], low: int) -> int:
    """Travellers need ``low`` - 1 others and a facilitator, facilitators need ``low`` travellers."""
    hosts = bits([i for table in led for i in table])
    everyone = (1 << len(met)) - 1
    travellers = [i for i in range(len(met)) if not hosts >> i & 1]
    fresh = [everyone & ~(seen | hosts) for seen in met]
    lacking = sum(max(0, low - 1 - (fresh[i] & ~(1 << i)).bit_count()) for i in travellers)
    hosts_at = [bits(table) for table in led]
    hosted = sum(all(met[i] & here for here in hosts_at) for i in travellers)
    hosting = sum(max(0, low - fresh[i].bit_count()) for table in led for i in table)
    return -(-lacking // 2) + max(hosted, hosting)

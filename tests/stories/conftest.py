"""Cafés that many stories begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tests.stories.cafe import Cafe, arrival, step, story
from tests.stories.person import Person
from tests.stories.server import Server

Make = Callable[..., Cafe]


@pytest.fixture(scope="session")
def house(server: Server) -> Iterator[Cafe]:
    """A café in its lobby that many knock at and nothing happens in."""
    cafe = Cafe(server, arrival())
    cafe.join("Ann")
    yield cafe
    cafe.go_home()


@dataclass
class Round:
    """A round is on: Fay, Ann and Bob sit at table ``here``, Flo and Dan ``there``, and Hal hosts."""

    cafe: Cafe
    hal: Person
    fay: Person
    flo: Person
    ann: Person
    bob: Person
    dan: Person
    here: int
    there: int


ROUNDS = (arrival(), story(), story("Once more", recap=True, bring_in=True, seating="rotate"))


@pytest.fixture
def round_on(made: Make) -> Round:
    return seated(made(*ROUNDS))


@pytest.fixture(scope="session")
def still(server: Server) -> Iterator[Round]:
    """A round in which everything that is tried is refused, so that many tests can try."""
    cafe = Cafe(server, *ROUNDS)
    yield seated(cafe)
    cafe.go_home()


def seated(cafe: Cafe) -> Round:
    """Everybody comes in, the first step passes, the second is a round; nobody has sat elsewhere before."""
    fay, flo, ann, bob, dan = (cafe.join(name) for name in ("Fay", "Flo", "Ann", "Bob", "Dan"))
    wishes = {"together": [ann, bob], "apart": [ann, dan]}
    made = [cafe.hal.does("wish.make", how=how, people=[p.id for p in who]) for how, who in wishes.items()]
    cafe.next()
    cafe.next()
    for wish in made:
        cafe.hal.does("wish.drop", wish=wish)
    for person in cafe.people[1:]:
        person.until(lambda person=person: person.table, "a table")
    if fay.table != ann.table:
        fay, flo = flo, fay
    assert (fay.table, flo.table) == (bob.table, dan.table)
    here, there = ann.me["table"], dan.me["table"]
    return Round(cafe, cafe.hal, fay, flo, ann, bob, dan, here, there)


@pytest.fixture
def whole_day(made: Make) -> Round:
    """As above, with everything that may follow a round."""
    return seated(
        made(
            arrival(),
            story(),
            step("themes", "What belongs together", names="any_time"),
            step("dot_voting", "What matters", dots=2, cap=1),
            step("priorities", "What we bring"),
            step("plenary", "Hearing each table", seconds_each=60),
            step("closing_questions", "One question", questions=["What will you do?", "With whom?"]),
            step("feedback", "How was it"),
        )
    )

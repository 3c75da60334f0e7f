"""Ties: talk, one second vote, then somebody decides or a lot does. No order of a list decides anything."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest

from tests.rules.cast import Cafe, refold, story
from workshop.activities.dot_voting.messages import CloseBallot, DotVoting, PlaceDots
from workshop.activities.steps.messages import EndEarly
from workshop.activities.ties.messages import SettleTie, TalkItOver, TieSettled, VoteAgain
from workshop.core.clock import MINUTE
from workshop.core.votes import standing
from workshop.errors import Conflict, Invalid, NotAllowed


def voting(**settings: Any) -> DotVoting:
    return DotVoting(title="Dots", minutes=5, over="notes", **settings)


class Tie:
    """Five ideas of all tables for three places: one is clear, and three are level for two of them.

    At tables (``where="table"``): the ideas of table 1, and its people.
    """

    def __init__(self, **settings: Any) -> None:
        self.cafe = Cafe.at_two_tables(story(), voting(dots=2, take=3, **settings), story("Next"))
        self.ids = {name: self.cafe.note("Ann", name) for name in ("a", "b", "c", "d", "e")}
        self.names = {note: name for name, note in self.ids.items()}
        step = self.cafe.go_to("Dots")
        self.ballot = f"{step}/1" if settings.get("where") == "table" else step
        for who, dots in (("Ann", "ab"), ("Bob", "ac"), ("Eve", "ad")):
            self.vote(self.ballot, who, dots)

    def vote(self, ballot: str, who: str, dots: str) -> None:
        self.cafe.do(who, PlaceDots, ballot=ballot, dots={self.ids[name]: 1 for name in dots})

    def closed(self, who: str = "Hal") -> Tie:
        self.cafe.do(who, CloseBallot, ballot=self.ballot)
        return self

    def again(self, *dots: tuple[str, str], who: str = "Hal") -> Tie:
        """A second vote, with these dots, closed."""
        self.cafe.do(who, VoteAgain, ballot=self.ballot)
        for voter, placed in dots:
            self.vote(f"{self.ballot}/again", voter, placed)
        self.cafe.do(who, CloseBallot, ballot=f"{self.ballot}/again")
        return self

    @property
    def stream(self) -> str:
        return "table/1" if "/" in self.ballot else "hall"

    def shown(self) -> dict[str, Any]:
        return dict(self.cafe.docs(self.stream)[f"ballot/{self.ballot}"])

    def says(self) -> dict[str, Any]:
        """What goes on and what is level, by names."""
        outcome = self.shown()["outcome"]
        named = {k: {self.names[o] for o in outcome[k]} for k in ("ahead", "level", "goes_on", "tied")}
        return named | {"places": outcome["places"], "left": outcome["left"]}


@pytest.mark.parametrize(
    ("counts", "take", "ahead", "level", "places"),
    [
        ({"a": 3, "b": 2, "c": 2, "d": 2, "e": 1, "f": 0}, 3, "a", "bcd", 2),
        ({"a": 3, "b": 2, "c": 1}, 3, "abc", "", 0),
        ({"a": 3, "b": 2, "c": 1, "d": 1}, 3, "ab", "cd", 1),
        ({"a": 2, "b": 2, "c": 2}, 2, "", "abc", 2),
        ({"a": 2, "b": 2, "c": 2}, 3, "abc", "", 0),
        ({"a": 2, "b": 0, "c": 0}, 2, "a", "", 0),
        ({"a": 0, "b": 0}, 1, "", "", 0),
        ({}, 1, "", "", 0),
        ({"a": 5, "b": 4}, None, "", "", 0),
    ],
)
def test_the_line_never_cuts_between_equals(
    counts: dict[str, int], take: int | None, ahead: str, level: str, places: int
) -> None:
    found = standing(counts, take)
    assert (set(found.ahead), set(found.level), found.places) == (set(ahead), set(level), places)
    turned = standing(dict(reversed(counts.items())), take)
    assert (set(turned.ahead), set(turned.level)) == (set(ahead), set(level))


def test_at_the_close_everyone_sees_what_is_clear_and_what_is_level_for_how_many_places() -> None:
    tie = Tie().closed()
    assert tie.says() == {
        "ahead": {"a"},
        "level": {"b", "c", "d"},
        "goes_on": {"a"},
        "tied": {"b", "c", "d"},
        "places": 2,
        "left": 2,
    }


def test_without_a_line_there_is_nothing_to_settle() -> None:
    cafe = Cafe.at_two_tables(story(), voting(), story("Next"))
    cafe.note("Ann", "One")
    ballot = cafe.go_to("Dots")
    cafe.do("Hal", CloseBallot, ballot=ballot)
    assert cafe.refused("Hal", VoteAgain, ballot=ballot).code == "no-tie"


def test_while_the_vote_is_on_nobody_is_told_whether_there_is_a_tie() -> None:
    tie = Tie()
    for command in (TalkItOver, VoteAgain):
        assert tie.cafe.refused("Hal", command, ballot=tie.ballot).code == "vote-on"
    assert tie.shown()["outcome"] is None


def test_the_talk_has_a_clock_that_everyone_sees() -> None:
    tie = Tie().closed()
    tie.cafe.do("Hal", TalkItOver, ballot=tie.ballot)
    assert tie.shown()["outcome"]["talk_until"] == tie.cafe.at + 3 * MINUTE


def test_the_second_vote_is_among_the_tied_alone_blind_and_with_new_dots() -> None:
    tie = Tie().closed()
    tie.cafe.do("Hal", VoteAgain, ballot=tie.ballot)
    again = tie.cafe.docs("hall")[f"ballot/{tie.ballot}/again"]
    assert {tie.names[option["id"]] for option in again["options"]} == {"b", "c", "d"}
    assert (again["allowance"], again["cap"], again["take"], again["open"]) == (1, 1, 2, True)
    tie.vote(f"{tie.ballot}/again", "Ann", "b")
    assert (again["result"], again["voted"], again["outcome"]) == (None, None, None)
    assert tie.says()["tied"] == {"b", "c", "d"}
    assert tie.shown()["result"][tie.ids["b"]] == 1
    assert f"dots/{tie.ballot}/again" in tie.cafe.docs("person/ann")
    assert f"dots/{tie.ballot}" not in tie.cafe.docs("person/ann")


def test_the_second_vote_settles_what_it_can() -> None:
    tie = Tie().closed().again(("Ann", "b"), ("Bob", "b"), ("Eve", "c"))
    assert (tie.says()["goes_on"], tie.says()["tied"]) == ({"a", "b", "c"}, set())
    assert (tie.says()["ahead"], tie.says()["level"]) == ({"a"}, {"b", "c", "d"})


def test_what_is_still_level_after_the_second_vote_waits_for_somebody_to_decide() -> None:
    tie = Tie().closed().again(("Ann", "b"), ("Bob", "b"))
    assert (tie.says()["goes_on"], tie.says()["tied"], tie.says()["left"]) == ({"a", "b"}, {"c", "d"}, 1)


def test_a_second_vote_without_a_dot_leaves_all_of_them_level() -> None:
    tie = Tie().closed().again()
    assert (tie.says()["goes_on"], tie.says()["tied"], tie.says()["left"]) == ({"a"}, {"b", "c", "d"}, 2)


def test_there_is_one_second_vote_and_no_third() -> None:
    tie = Tie().closed().again(("Ann", "b"))
    assert tie.cafe.refused("Hal", VoteAgain, ballot=tie.ballot).code == "voted-again"


def test_two_hosts_who_ask_for_the_second_vote_at_once_get_one() -> None:
    tie = Tie().closed()
    tie.cafe.join("Hana")
    assert tie.cafe.do("Hal", VoteAgain, ballot=tie.ballot)
    assert tie.cafe.do("Hana", VoteAgain, ballot=tie.ballot) == []
    assert len(tie.cafe.state.ballots) == 2


def settle(tie: Tie, who: str = "Hal", **fields: Any) -> TieSettled:
    fields = {
        "ballot": tie.ballot,
        "how": "chosen",
        "decided_by": "the hosts",
        "why": "It comes first",
        **fields,
    }
    (told,) = tie.cafe.do(who, SettleTie, **fields)
    assert isinstance(told, TieSettled)
    return told


def test_somebody_decides_with_a_reason_that_everyone_sees() -> None:
    tie = Tie().closed()
    settle(tie, options=[tie.ids["b"], tie.ids["d"]])
    assert (tie.says()["goes_on"], tie.says()["tied"]) == ({"a", "b", "d"}, set())
    settled = tie.shown()["outcome"]["settled"]
    assert (settled["how"], settled["decided_by"], settled["why"]) == (
        "chosen",
        "the hosts",
        "It comes first",
    )


def test_who_decides_fills_the_places_that_are_left_with_what_is_level() -> None:
    tie = Tie().closed()
    fields = {"ballot": tie.ballot, "how": "chosen", "decided_by": "us", "why": "So"}
    b, e = tie.ids["b"], tie.ids["e"]
    assert tie.cafe.refused("Hal", SettleTie, options=[b], **fields).code == "places"
    assert tie.cafe.refused("Hal", SettleTie, options=[b, e], **fields).code == "unknown-option"


@pytest.mark.parametrize("lacking", [{"why": " "}, {"decided_by": ""}])
def test_a_tie_is_settled_with_a_reason_and_by_somebody(lacking: dict[str, str]) -> None:
    tie = Tie().closed()
    fields: dict[str, Any] = {"how": "chosen", "decided_by": "us", "why": "So"} | lacking
    options = [tie.ids["b"], tie.ids["c"]]
    refusal = tie.cafe.refused("Hal", SettleTie, ballot=tie.ballot, options=options, **fields)
    assert isinstance(refusal, Invalid)


def test_all_of_them_may_go_on() -> None:
    tie = Tie().closed()
    settle(tie, how="all", why="There is room for four")
    assert tie.says()["goes_on"] == {"a", "b", "c", "d"}


def test_a_lot_is_drawn_by_the_server_and_can_be_drawn_again_from_its_seed() -> None:
    tie = Tie().closed()
    tie.cafe.chance = 0xFEEDBEEF
    told = settle(tie, how="lot", why="We do not want to argue")
    assert told.seed == "00000000feedbeef"
    again = sorted(
        (tie.ids[name] for name in "bcd"),
        key=lambda option: sha256(f"{told.seed}/{option}".encode()).hexdigest(),
    )
    assert list(told.options) == again[:2]
    assert tie.shown()["outcome"]["settled"]["seed"] == told.seed
    assert refold(tie.cafe) == tie.cafe.state


def test_each_of_those_that_are_level_may_win_the_lot() -> None:
    tie = Tie().closed()
    won = set()
    for chance in range(40):
        tie.cafe.chance = chance
        won |= set(settle(tie, how="lot", why="Fair").options)
        tie.cafe.state.ballots[tie.ballot].settled = None
    assert won == {tie.ids[name] for name in "bcd"}


def test_what_is_settled_stays_settled() -> None:
    tie = Tie().closed()
    settle(tie, how="all")
    refusal = tie.cafe.refused("Hal", SettleTie, ballot=tie.ballot, how="lot", why="Again")
    assert (refusal.code, isinstance(refusal, Conflict)) == ("settled", True)


@pytest.mark.parametrize("who", ["Ann", "Fay", "Sol"])
def test_in_the_hall_hosts_close_and_settle(who: str) -> None:
    tie = Tie()
    assert isinstance(tie.cafe.refused(who, CloseBallot, ballot=tie.ballot), NotAllowed)
    tie.closed()
    for command in (TalkItOver, VoteAgain):
        assert isinstance(tie.cafe.refused(who, command, ballot=tie.ballot), NotAllowed)


def test_a_table_settles_its_own_tie_with_its_facilitator() -> None:
    tie = Tie(where="table").closed("Fay").again(("Ann", "b"), ("Bob", "b"), who="Fay")
    assert isinstance(tie.cafe.refused("Ann", TalkItOver, ballot=tie.ballot), NotAllowed)
    assert isinstance(tie.cafe.refused("Flo", TalkItOver, ballot=tie.ballot), NotAllowed)
    settle(tie, "Fay", options=[tie.ids["c"]], decided_by="the table", why="It is ours")
    assert tie.says()["goes_on"] == {"a", "b", "c"}
    assert tie.cafe.docs("table/2").keys().isdisjoint({f"ballot/{tie.ballot}", f"ballot/{tie.ballot}/again"})


def test_the_hosts_see_which_tables_are_level_and_nothing_of_their_dots() -> None:
    tie = Tie(where="table").closed("Fay")
    votes = tie.cafe.docs("desk")[f"votes/{tie.cafe.state.ballots[tie.ballot].step}"]
    assert votes["tables"] == [{"table": 1, "state": "tied"}, {"table": 2, "state": "nothing"}]
    assert set(votes) == {"step", "voted", "tables", "lacking"}


def test_when_the_café_goes_on_an_open_second_vote_closes() -> None:
    tie = Tie().closed()
    tie.cafe.do("Hal", EndEarly, step=tie.ballot)
    tie.cafe.do("Hal", VoteAgain, ballot=tie.ballot)
    tie.cafe.next()
    assert not tie.cafe.state.ballots[f"{tie.ballot}/again"].open


def test_when_the_café_ends_an_open_second_vote_closes() -> None:
    tie = Tie().closed()
    tie.cafe.do("Hal", EndEarly, step=tie.ballot)
    tie.cafe.do("Hal", VoteAgain, ballot=tie.ballot)
    tie.cafe.close()
    assert not tie.cafe.state.ballots[f"{tie.ballot}/again"].open


def test_reopening_the_step_takes_back_what_was_settled_and_the_second_vote() -> None:
    tie = Tie().closed().again(("Ann", "b"))
    settle(tie, options=[tie.ids["c"]])
    tie.cafe.do("Hal", EndEarly, step=tie.ballot)
    tie.cafe.reopen(tie.ballot)
    shown = tie.shown()
    assert (shown["open"], shown["result"], shown["outcome"]) == (True, None, None)
    assert f"ballot/{tie.ballot}/again" not in tie.cafe.docs("hall")
    assert list(tie.cafe.state.ballots) == [tie.ballot]
    assert tie.closed().says()["tied"] == {"b", "c", "d"}

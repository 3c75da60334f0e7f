"""Following live equals arriving late, for every stream and every event; and no stream says too much.

People of a small cast do random things, sensible and not, through whole plans. A copy of each stream lives on
what events carry; after each command it must be what somebody who arrives now would get.
"""

from __future__ import annotations

from functools import cache

import pytest

from tests.rules.cast import arrival, refold, story
from tests.rules.chance import Whims, chance_of
from tests.rules.followed import Followed
from tests.rules.secrets_kept import (
    no_answer_too_much,
    no_author_of_what_is_anonymous,
    no_dot_of_a_closed_ballot,
    no_group_of_anybody,
    no_quoting_of_anybody,
    no_tally_of_an_open_ballot,
    no_word_too_much,
)
from tests.rules.whims import MAKERS, SERVER_DOES, draw
from workshop.activities import rooms
from workshop.activities.blueprint.messages import Blueprint
from workshop.activities.closing_questions.messages import ClosingQuestions
from workshop.activities.decisions.messages import DecisionSetAside, RecordDecision
from workshop.activities.dot_voting.messages import CloseBallot, DotVoting
from workshop.activities.feedback.messages import FeedbackStep
from workshop.activities.notes.messages import DeleteNote, EditNote, RestoreNote
from workshop.activities.pause.messages import Break
from workshop.activities.people.messages import Join
from workshop.activities.plan import AnyStep
from workshop.activities.plenary.messages import Plenary
from workshop.activities.presentation.messages import Presentation
from workshop.activities.priorities.messages import PickPriority, Priorities
from workshop.activities.themes.messages import StartTheme, Themes
from workshop.core.plan import PeopleSettings

SEEDS = 16
COMMANDS = 1000

# How often the costlier looks are taken.
SOMETIMES = 0.1

# What may be told to no effect: it is about a table, and everyone knows who sits there.
IDLE = {("TableLed", "table"), ("TableLed", "hall"), ("PersonLeft", "table"), ("PersonLeft", "hall")}
IDLE |= {("SeatsMade", "hall")}
# Whoever may have had words before them forgets them; all alike, so that nobody can tell whose they were.
IDLE |= {("QuoteRedacted", kind) for kind in ("hall", "desk", "table", "wall", "person")}
# Everyone knows what was voted on and brought by the names of themes, and by none of their other words.
IDLE |= {("ThemeNamed", "hall"), ("ThemeUnmerged", "hall")}

STEPS: tuple[AnyStep, ...] = (
    arrival(),
    Presentation(title="Why we are here", minutes=5),
    story(),
    Priorities(title="First ideas", minutes=5),
    DotVoting(title="Dots at tables", minutes=5, over="notes", where="table", voters="everyone", take=1),
    story("Our collective story", seating="rotate", recap=True, bring_in=True),
    Break(title="Break", minutes=5),
    Themes(title="Themes", minutes=10, names="any_time"),
    DotVoting(title="Dots on themes", minutes=5, cap=2, take=2),
    Priorities(title="What matters", minutes=5),
    DotVoting(title="Dots on ideas", minutes=5, over="priorities", own=False),
    Plenary(title="Plenary", minutes=10),
    story("One more round", seating="home"),
    Themes(title="Themes again", minutes=10, who="facilitators"),
    Blueprint(title="Our blueprint", minutes=20),
    ClosingQuestions(title="Alone", minutes=5, questions=["What now?", "And then?"]),
    FeedbackStep(title="How was it", minutes=5),
)


@cache
def a_day(seed: int) -> Followed:
    """A whole plan in random order of doing things; every fourth one with its steps shuffled, too."""
    chance = chance_of(seed)
    steps = list(STEPS)
    if seed % 4 == 3:
        chance.shuffle(steps)
    cafe = Followed(*steps, people=PeopleSettings(groups=["Families", "Schools"]))
    cafe.join("Hal", "Fay", "Ann", "Bob", "Sol")
    cafe.join(*[name for name in ("Flo", "Cleo", "Dan", "Eve", "Hana") if chance.random() < 0.8])
    whims = Whims(chance, cafe)
    for _ in range(COMMANDS):
        cafe.wait(chance.choice([0, 0.5, 1, 2, 5, 5, 20, 90]))
        if cafe.state.status == "closed" and chance.random() < 0.1:
            break
        if not any(cafe.state.with_role("host")):
            cafe.try_to(None, Join, {"name": "Another host", "role": "host"})
        if cafe.try_to(*draw(whims)):
            no_word_too_much(cafe.state, cafe.shown)
            no_answer_too_much(cafe.state, cafe.shown)
            no_tally_of_an_open_ballot(cafe.state, cafe.shown)
            no_dot_of_a_closed_ballot(cafe.state, cafe.shown)
            no_author_of_what_is_anonymous(cafe.state, cafe.shown, chance)
            if chance.random() < SOMETIMES:
                no_group_of_anybody(cafe.state, cafe.shown, chance)
                no_quoting_of_anybody(cafe.state, cafe.shown, chance)
    return cafe


@pytest.mark.parametrize("seed", range(SEEDS))
def test_following_live_equals_arriving_late(seed: int) -> None:
    a_day(seed)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_ledger_alone_leads_to_the_same_state(seed: int) -> None:
    cafe = a_day(seed)
    assert refold(cafe) == cafe.state


@pytest.mark.parametrize("seed", range(SEEDS))
def test_nobody_but_the_hosts_hears_that_something_happened_which_changes_nothing_for_them(seed: int) -> None:
    assert {(event, stream) for event, stream in a_day(seed).idle if stream != "desk"} <= IDLE


def test_late_changes_reach_the_wall_and_what_a_table_brings() -> None:
    cafe = Followed.at_two_tables(
        story(), Priorities(title="Top", minutes=1), Themes(title="Wall", minutes=1)
    )
    note = cafe.note("Ann", "No time")
    cafe.go_to("Top")
    cafe.do("Fay", PickPriority, note=note)
    cafe.do("Ann", EditNote, note=note, text="No time for visits", kind="helped")
    cafe.do("Ann", StartTheme, step=cafe.go_to("Wall"), notes=[note])
    cafe.do("Ann", DeleteNote, note=note)
    cafe.do("Ann", RestoreNote, note=note)


def test_a_wall_that_was_pushed_back_catches_up_when_it_opens_again() -> None:
    cafe = Followed.at_two_tables(story(), Themes(title="Wall", minutes=1))
    cafe.note("Ann", "No time")
    cafe.go_to("Wall")
    cafe.reopen("s1")
    cafe.note("Bob", "Nobody hears the wall now")
    cafe.go_to("Wall")


def test_a_decision_goes_with_the_vote_that_was_pushed_back() -> None:
    assert DecisionSetAside in a_vote_pushed_back().events


@cache
def a_vote_pushed_back() -> Followed:
    """A vote closed and decided on, when the host goes back to the round before it."""
    cafe = Followed.at_two_tables(story(), DotVoting(title="Dots", minutes=5, over="notes"))
    note = cafe.note("Ann", "No time")
    ballot = cafe.go_to("Dots")
    cafe.do("Hal", CloseBallot, ballot=ballot)
    decided = {"chosen": [note], "set_aside": [], "why": "It is clear", "decided_by": "hosts", "decider": ""}
    cafe.do("Hal", RecordDecision, step=ballot, ballot=ballot, **decided)
    cafe.reopen("s1")
    return cafe


def test_every_command_and_every_event_took_part() -> None:
    days = [*(a_day(seed) for seed in range(SEEDS)), a_vote_pushed_back()]
    assert set(rooms.RULES) | set(SERVER_DOES) == set(MAKERS)
    assert set(MAKERS) == set().union(*(day.accepted for day in days))
    assert set(rooms.EVENTS) <= set().union(*(day.events for day in days))

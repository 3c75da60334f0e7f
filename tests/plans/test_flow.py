"""A step that has nothing to work on is refused, wherever it stands."""

from __future__ import annotations

from typing import Any, get_args, get_type_hints

import pytest

from tests.plans.made import Told, Write, plan, step
from workshop.activities import flow
from workshop.activities.dot_voting.messages import DotVoting
from workshop.plans import PlanProblem, read

ROUND = step("story_round", title="Our stories")
THEMES = step("themes")
PRIORITIES = step("priorities")


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (
            {"table_size": 2},
            "smallest of people: 3 is more than table_size. Give a whole number from 2 to 2.",
        ),
        (
            {"table_size": 6},
            "largest of people: 5 is less than table_size. Give a whole number from 6 to 10.",
        ),
        ({"smallest": 5}, "smallest of people: 5 is more than table_size. Give a whole number from 2 to 4."),
        ({"largest": 3}, "largest of people: 3 is less than table_size. Give a whole number from 4 to 10."),
    ],
)
def test_sizes_of_tables_fit_each_other(told: Told, people: dict[str, int], said: str) -> None:
    (only,) = told(plan(people=people))
    assert said in only


def test_sizes_may_be_equal(told: Told) -> None:
    assert told(plan(people={"smallest": 4, "table_size": 4, "largest": 4})) == []


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (["Families", " families"], "groups of people: “families” is there more than once."),
        (["Families", "\u3164"], "groups of people: one of them cannot be seen."),
    ],
)
def test_each_group_has_a_name_of_its_own(told: Told, groups: list[str], said: str) -> None:
    (only,) = told(plan(people={"groups": groups}))
    assert said in only


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (["x" * 61], "group 1 of people: "),
        ([f"Group {no}" for no in range(13)], "groups of people has 13 items. Give a list of at most 12"),
        (["Families", ""], "group 2 of people is empty."),
        ("Families", "groups of people: “Families”"),
    ],
)
def test_groups_are_a_short_list_of_short_names(told: Told, groups: object, said: str) -> None:
    (only,) = told(plan(people={"groups": groups}))
    assert said in only


@pytest.mark.parametrize("activity", ["themes", "priorities", "plenary"])
def test_what_speaks_of_notes_needs_a_round_before_it(told: Told, activity: str) -> None:
    (only,) = told(plan(step(activity), ROUND))
    assert f"activity of step 2 “{activity}”: there is no round before this step" in only
    assert only.endswith("Put a story_round before it.")
    assert told(plan(ROUND, step(activity))) == []


@pytest.mark.parametrize(
    ("over", "before", "missing"),
    [
        ("themes", [ROUND, PRIORITIES], "themes"),
        ("notes", [], "story_round"),
        ("priorities", [ROUND, THEMES], "priorities"),
    ],
)
def test_dots_need_something_to_go_on(
    told: Told, over: str, before: list[dict[str, Any]], missing: str
) -> None:
    (only,) = told(plan(*before, step("dot_voting", over=over)))
    assert f"over of step {len(before) + 2} “dot_voting”: there are no {over} yet." in only
    assert only.endswith(f"Put a step with activity: {missing} before this one.")


@pytest.mark.parametrize("over", ["themes", "notes", "priorities"])
def test_dots_go_on_what_came_before(told: Told, over: str) -> None:
    assert told(plan(ROUND, THEMES, PRIORITIES, step("dot_voting", over=over))) == []


def test_nobody_can_put_more_dots_on_one_thing_than_they_have(told: Told) -> None:
    (only,) = told(plan(ROUND, THEMES, step("dot_voting", dots=3, cap=4)))
    assert (
        "cap of step 4 “dot_voting”: 4 is more than the dots a person has. Give a whole number from 1" in only
    )


@pytest.mark.parametrize(("dots", "cap"), [(3, 3), (None, 20)])
def test_all_dots_may_go_on_one_thing(told: Told, dots: int | None, cap: int) -> None:
    assert told(plan(ROUND, THEMES, step("dot_voting", dots=dots, cap=cap))) == []


def test_themes_gather_from_earlier_rounds_only(told: Told) -> None:
    later = step("story_round", title="Later")
    (wrong,) = told(plan(ROUND, step("themes", from_steps=["Our stories", "Later"]), later))
    assert "from_steps of step 3 “themes”: no earlier round is called “Later”." in wrong
    assert wrong.endswith("The earlier rounds are: “Our stories”.")
    assert told(plan(ROUND, later, step("themes", from_steps=["Our stories", "Later"]))) == []


def test_rounds_have_titles_of_their_own(told: Told) -> None:
    (only,) = told(plan(ROUND, step("break", title="Our stories"), step("story_round", title="Our stories")))
    assert "title of step 4 “Our stories”: an earlier round has this title already." in only


@pytest.mark.parametrize("field", ["recap", "bring_in"])
def test_the_first_round_has_nothing_from_earlier(told: Told, field: str) -> None:
    second = step("story_round", title="Second", **{field: True})
    assert told(plan(ROUND, second)) == []
    (only,) = told(plan(second))
    assert f"{field} of step 2 “Second”: this is the first round" in only


def test_a_kind_of_note_is_named_once(told: Told) -> None:
    (only,) = told(plan(step("story_round", note_kinds=["helped", "hindered", "helped"])))
    assert "note_kinds of step 2 “story_round”: “helped” is there more than once." in only


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"lens": "own"}, "lens of step 2 “blueprint”: one's own lens needs its entries."),
        ({"entries": ["Warmth"]}, "entries of step 2 “blueprint”: they are of a lens of one's own."),
        ({"lens": "own", "entries": ["Warmth", "warmth "]}, "“Warmth” is there more than once."),
        ({"lens": "own", "entries": ["\u200b"]}, "one of them cannot be seen."),
        ({"lens": "spectacles"}, "Choose one of: characteristics, features, own."),
        ({"lens": "own", "entries": ["x" * 81]}, "entry 1 of step 2 “blueprint”"),
    ],
)
def test_a_lens_is_one_of_ours_or_has_entries(told: Told, fields: dict[str, Any], said: str) -> None:
    (only,) = told(plan(step("blueprint", **fields)))
    assert said in only


def test_a_blueprint_needs_no_other_step(told: Told) -> None:
    assert told(plan(step("blueprint", lens="own", entries=["Warmth", "Time"]))) == []


def test_the_order_is_looked_at_only_when_the_fields_are_right(told: Told) -> None:
    said = told(plan(step("plenary"), step("break", colour="red")))
    assert ["colour of step 3" in each for each in said] == [True]


def test_a_plan_whose_steps_cannot_follow_one_another_is_refused(write: Write) -> None:
    with pytest.raises(PlanProblem, match="there is no round before this step"):
        read(write(plan(step("plenary"))))


def test_what_is_wrong_comes_with_advice_once_the_fields_are_right(told: Told) -> None:
    said = told(plan(step("plenary"), contacts=[]))
    assert ["advice: " in each for each in said] == [True, False]


def test_everything_that_can_be_voted_on_is_known() -> None:
    assert set(get_args(get_type_hints(DotVoting)["over"])) == set(flow._NEEDED)

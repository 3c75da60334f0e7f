"""Every wrong field is told at once: where it is, what is wrong, what is allowed."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plans.made import Told, Write, plan, step
from workshop.plans import PlanProblem, check, read, shape
from workshop.plans.parse import parse
from workshop.plans.shelf import paths
from workshop.plans.wording import near

MANY_WRONG = """\
name: 2026
purpos: To try it
people: {table_size: 0, tables: 0}
contacts: [{name: Amina, howe: call}, Rob]
steps:
  - activity: story-round
    minutes: 20
  - activity: story_round
    title: Our stories
    minutes: ten
    promt: What helps?
    notekinds: [helped]
    seating: mix
  - activity: break
    title: Break
    minutes: -5
"""


def test_all_that_is_wrong_is_told_at_once_by_line(told: Told) -> None:
    assert [each.split(" ", 1) for each in told(MANY_WRONG)] == [
        ["plan.yaml:1:1:", "purpose is missing. Write 1 to 400 characters."],
        ["plan.yaml:1:1:", "minutes is missing. Give whole minutes from 1 to 480."],
        [
            "plan.yaml:1:7:",
            "name: 2026 needs quotation marks to be words: '2026'. Write 1 to 120 characters.",
        ],
        [
            "plan.yaml:2:1:",
            "purpos is not a field here. Did you mean purpose? The fields are: "
            "name, purpose, minutes, steps, people, times, quoting, notice, contacts.",
        ],
        ["plan.yaml:3:22:", "table_size of people: 0 is not allowed. Give a whole number from 2 to 8."],
        [
            "plan.yaml:3:25:",
            "tables of people is not a field here. Did you mean table_size? The fields are: "
            "table_size, smallest, largest, facilitators, facilitator_counts, groups.",
        ],
        [
            "plan.yaml:4:26:",
            "howe of contact 1 is not a field here. Did you mean how? The fields are: name, how.",
        ],
        [
            "plan.yaml:4:39:",
            "contact 2: “Rob” is not allowed. Give its fields on lines of their own, "
            "each with a name, a colon and a value.",
        ],
        ["plan.yaml:6:5:", "title of step 1 is missing. Write 1 to 120 characters."],
        [
            "plan.yaml:6:15:",
            "activity of step 1: there is no activity “story-round”. Did you mean story_round? "
            "Choose one of: arrival, blueprint, break, closing_questions, dot_voting, feedback, plenary, "
            "presentation, priorities, story_round, themes.",
        ],
        ["plan.yaml:8:5:", "prompt of step 2 “Our stories” is missing. Write 1 to 400 characters."],
        [
            "plan.yaml:8:5:",
            "note_kinds of step 2 “Our stories” is missing. Give a list of 1 to 6, each after a hyphen.",
        ],
        [
            "plan.yaml:10:14:",
            "minutes of step 2 “Our stories”: “ten” is not a number. Give whole minutes from 1 to 480.",
        ],
        [
            "plan.yaml:11:5:",
            "promt of step 2 “Our stories” is not a field here. Did you mean prompt? The fields are: "
            "activity, title, minutes, words, prompt, note_kinds, seating, recap, bring_in, note_length.",
        ],
        [
            "plan.yaml:12:5:",
            "notekinds of step 2 “Our stories” is not a field here. Did you mean note_kinds? The fields are: "
            "activity, title, minutes, words, prompt, note_kinds, seating, recap, bring_in, note_length.",
        ],
        [
            "plan.yaml:13:14:",
            "seating of step 2 “Our stories”: “mix” is not allowed. Did you mean mixed? "
            "Choose one of: home, mixed, rotate, stay.",
        ],
        [
            "plan.yaml:16:14:",
            "minutes of step 3 “Break”: −5 is not allowed. Give whole minutes from 1 to 480.",
        ],
    ]


@pytest.mark.parametrize(
    ("activity", "field", "value", "said"),
    [
        ("break", "minutes", 0, "0 is not allowed. Give whole minutes from 1 to 480."),
        ("break", "minutes", 481, "481 is not allowed. Give whole minutes from 1 to 480."),
        ("break", "minutes", 10**30, f"{10**30} is not allowed. Give whole minutes from 1 to 480."),
        ("break", "minutes", 2.5, "2.5 is not allowed. Give whole minutes from 1 to 480."),
        ("break", "minutes", "5", "“5” stands in quotation marks, so it is read as words. Take them away."),
        ("break", "minutes", [5], "is a list here. Give whole minutes"),
        ("break", "title", True, "“true” needs quotation marks to be words: 'true'."),
        ("break", "title", {"a": "b"}, "is a group of fields here. Write 1 to 120 characters."),
        ("break", "title", "", "is empty. Write 1 to 120 characters."),
        ("break", "title", "  ", "is empty. Write 1 to 120 characters."),
        (
            "break",
            "title",
            "x" * 121,
            f"“{'x' * 39}…” is too long by 1 character. Write 1 to 120 characters.",
        ),
        ("break", "words", "x" * 2_010, "is too long by 10 characters. Write at most 2,000 characters."),
        ("story_round", "recap", "yes", "“yes” stands in quotation marks, so it is read as words."),
        ("story_round", "recap", None, "is empty. Write true or false."),
        ("story_round", "note_length", 10, "10 is not allowed. Give a number of characters from 50 to"),
        ("story_round", "note_kinds", [], "has no items. Give a list of 1 to 6, each after a hyphen."),
        ("story_round", "note_kinds", list("abcdefg"), "has 7 items. Give a list of 1 to 6"),
        ("story_round", "note_kinds", "helped", "“helped” is not allowed. Give a list of 1 to 6"),
        ("plenary", "seconds_each", 10, "10 is not allowed. Give whole seconds from 20 to 1,800."),
        (
            "presentation",
            "link",
            "http://x",
            "“http://x” is not allowed. Give an address that begins with https://",
        ),
        ("themes", "from_steps", 5, "5 is not allowed. Give a list of at most 20, each after a hyphen."),
        ("dot_voting", "dots", 21, "21 is not allowed. Give a whole number from 1 to 20."),
        ("dot_voting", "dots", 0, "0 is not allowed. Give a whole number from 1 to 20."),
        ("dot_voting", "take", 0, "0 is not allowed. Give a whole number from 1 to 20."),
        ("dot_voting", "own", 3, "3 is not allowed. Write true or false."),
        ("dot_voting", "over", "theme", "“theme” is not allowed. Did you mean themes? Choose one of:"),
    ],
)
def test_a_wrong_value_is_told_with_what_is_allowed(
    told: Told, activity: str, field: str, value: Any, said: str
) -> None:
    (only,) = told(
        plan(step(activity, **{field: value}), minutes=60) if field != "minutes" else _minutes(value)
    )
    assert f": {field} of step 2" in only
    assert said in only


def _minutes(value: Any) -> str:
    good = plan(step("break", minutes=7))
    return good.replace("minutes: 7", f"minutes: {value!r}")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"note_kinds": ["helped", "Not so"]},
            "note kind 2 of step 2 “story_round”: “Not so” is not allowed. Write one word",
        ),
        ({"note_kinds": ["helped", 5]}, "note kind 2 of step 2 “story_round”: 5 needs quotation marks"),
    ],
)
def test_an_item_of_a_list_is_told_by_its_number(told: Told, fields: dict[str, Any], said: str) -> None:
    (only,) = told(plan(step("story_round", **fields)))
    assert said in only


def test_the_title_of_a_round_needs_to_be_words(told: Told) -> None:
    (only,) = told(plan(step("themes", from_steps=[5])))
    assert only.endswith("round 1 of step 2 “themes”: 5 needs quotation marks to be words: '5'. Write words.")


def test_a_picture_needs_words(told: Told) -> None:
    pictures = [{"address": "/a.png", "alt": "A table"}, {"address": "/b.png"}]
    (only,) = told(plan(step("presentation", pictures=pictures)))
    assert "alt of picture 2 of step 2 “presentation” is missing. Write 1 to 500 characters." in only


def test_a_step_that_is_no_group_of_fields(told: Told) -> None:
    assert "step 3: “arrival” is not allowed. Give its fields" in told(plan(step("break")) + "- arrival\n")[0]


@pytest.mark.parametrize("activity", ["[break]", "{a: b}", ""])
def test_an_activity_that_is_no_word(told: Told, activity: str) -> None:
    said = told(plan(step("break")).replace("activity: break", f"activity: {activity}"))
    assert [
        "activity of step 2 “break” has to be one word. Choose one of: arrival" in each for each in said
    ] == [True]


def test_an_activity_that_is_not_there(told: Told) -> None:
    said = told(plan(step("break")).replace("- activity: break\n  title", "- title"))
    assert "activity of step 2 “break” is missing. Choose one of: arrival" in said[0]


def test_a_plan_without_steps(told: Told) -> None:
    assert (
        "steps has no items. Give a list of 1 to 60" in told("name: a\npurpose: b\nminutes: 5\nsteps: []")[0]
    )


def test_problems_carry_their_field_for_programs(write: Write) -> None:
    fields = [problem.field for problem in check(write(MANY_WRONG))]
    assert {"people.table_size", "contacts[0].howe", "steps[2].minutes"} <= set(fields)


def test_a_refusal_tells_twenty_problems_and_counts_the_rest(write: Write) -> None:
    with pytest.raises(PlanProblem) as refused:
        read(write(plan(*[step("break", x=1) for _ in range(25)])))
    lines = refused.value.message.splitlines()
    assert len(refused.value.problems) == 25
    assert lines[20:] == ["There are 5 more. Put these right first, then check the plan again."]
    assert refused.value.code == "plan"


def test_nothing_far_away_is_offered() -> None:
    assert near("zebra", ["title", "minutes"]) == ""
    assert near("x" * 200_000, ["title"]) == ""


LINES = [path.read_text().splitlines() for path in paths().values()]
SPOILT = st.sampled_from(
    ["", "-5", "no", "[]", "{}", "[a, {b: c}]", "''", "1.5", "true", "x: y", "@", "  - a", "&a"]
)


@settings(max_examples=150)
@given(st.data())
def test_whatever_is_spoilt_reading_and_checking_agree(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A plan with a line spoilt is either read, or refused with at least one place in the file."""
    lines = list(data.draw(st.sampled_from(LINES)))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        name, colon, _rest = lines[at].partition(": ")
        lines[at] = name + colon + data.draw(SPOILT)
    path = tmp_path_factory.mktemp("spoilt") / "plan.yaml"
    path.write_text("\n".join(lines))
    wrong = [problem for problem in check(path) if problem.severity == "wrong"]
    assert all(1 <= problem.line <= len(lines) + 1 for problem in wrong)
    if wrong:
        with pytest.raises(PlanProblem):
            read(path)
    else:
        read(path)


WORDS = st.text(st.characters(codec="utf-8"), max_size=9)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=300)
@given(st.sampled_from(sorted(shape.ACTIVITIES)), VALUES, st.data())
def test_something_is_found_exactly_when_the_plan_cannot_be_built(
    activity: str, value: Any, data: st.DataObject
) -> None:
    kind = shape.ACTIVITIES[activity]
    field = data.draw(st.sampled_from([each.name for each in msgspec.structs.fields(kind)]))
    text = plan(step(activity, **{field: value})) if field != "minutes" else plan(step(activity))
    try:
        root, _ = parse(text, "plan.yaml")
    except PlanProblem:
        return
    try:
        shape.build(root)
        built = True
    except msgspec.ValidationError:
        built = False
    assert (shape.findings(root) == []) == built

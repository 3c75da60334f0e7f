"""YAML without its traps: words stay words, and a hostile file costs nothing."""

from __future__ import annotations

import pytest

from tests.plans.made import Told, Write, plan, step
from workshop.plans import read
from workshop.plans.scalars import value_of

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("2026-11-22", "2026-11-22"),
        ("0o17", 15),
        ("0x1F", 31),
        ("010", 10),
        ("-5", -5),
        ("+5", 5),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("-.inf", float("-inf")),
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("9" * 6_000, float("inf")),
    ],
)
def test_bare_values_mean_what_yaml_1_2_says(text: str, value: object) -> None:
    found = value_of(text, plain=True)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", ["5", "true", "null", "~", "1.5"])
def test_what_stands_in_quotation_marks_is_words(text: str) -> None:
    assert value_of(text, plain=False) == text


def test_words_that_other_readers_change_stay_as_they_are(write: Write) -> None:
    steps = "steps: [{activity: break, title: no, minutes: 5}]"
    made = read(write(f"name: 12:30\npurpose: yes\nminutes: 5\n{steps}"))
    assert (made.name, made.purpose, made.steps[0].title) == ("12:30", "yes", "no")


def test_the_ends_of_long_texts_are_trimmed(write: Write) -> None:
    text = plan().replace("notice: Who runs this.", "notice: |\n\n  Who.\n\n  What.\n\n")
    assert read(write(text)).notice == "Who.\n\nWhat."


def test_a_field_given_twice_is_told_with_both_lines(told: Told) -> None:
    assert told(plan() + "purpose: another\n") == [
        "plan.yaml:11:1: purpose is given twice: here, and on line 2. Keep one of the two."
    ]


def test_an_alias_bomb_stops_at_its_first_anchor(told: Told) -> None:
    assert len(BOMB) < 400
    assert told(BOMB) == [
        "plan.yaml:1:4: & and * (anchors) are not allowed. "
        "Write the words out, or put them in quotation marks."
    ]


@pytest.mark.parametrize("text", ["a: *b", "*a : b", "<<: *a", "&a b: c", "- &a [b]", "&a {b: c}"])
def test_no_anchor_or_alias_gets_in_anywhere(told: Told, text: str) -> None:
    assert "(anchors) are not allowed" in told(text)[0]


@pytest.mark.parametrize(
    "text", ["a: !!str 5", "a: !!python/object/apply:os.system [ls]", "! a: b", "a: ! b"]
)
def test_no_tag_gets_in_anywhere(told: Told, text: str) -> None:
    assert "! (a tag) is not allowed" in told(text)[0]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_stops_early(told: Told, opening: str) -> None:
    """The parser would take a minute and a half for all of the brackets."""
    assert "This is nested too deep." in told(opening * 50_000)[0]


def test_too_many_values_stop_early(told: Told) -> None:
    assert "A plan has at most 15,000 values" in told("a: [" + "1, " * 20_000 + "1]")[0]


@pytest.mark.parametrize("text", ["- a\n- b", "hello", "5", "[]", "''"])
def test_a_plan_is_made_of_fields(told: Told, text: str) -> None:
    assert told(text) == [
        "plan.yaml:1:1: A plan is made of fields, each with a name and a colon. "
        "Begin with a line such as name: Our café."
    ]


def test_a_file_of_comments(told: Told) -> None:
    assert "There are only comments here." in told("# soon\n")[0]


def test_two_plans_in_one_file(told: Told) -> None:
    assert told(f"{plan()}---\n{plan()}") == [
        "plan.yaml:12:1: A second plan begins here. Keep one plan in a file."
    ]


@pytest.mark.parametrize("name", ["[a, b]: ", "{a: b}: ", "? [a]\n: "])
def test_a_name_that_is_no_word(told: Told, name: str) -> None:
    assert any("The name before a colon has to be one word" in each for each in told(f"{plan()}{name}x\n"))


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("name: a: b", "1:8", "No colon is expected here."),
        ("name: a\n purpose: b", "2:9", "No colon is expected here."),
        ("name: @home", "1:7", "Words cannot begin with this sign."),
        ("a: b\nname: 'open\nc: d\n", "2:7", "A quotation mark opens here and never closes."),
        ("name: 'it's'\n", "1:11", "This does not fit the lines above it."),
        ("a: b\nname: [c, d\ne: f", "3:2", "A bracket is opened and not closed."),
        ("- a\nname: b", "2:1", "This does not fit the list above it."),
        ("a: b\nname\n", "3:1", "Here is a name without a colon."),
        ("%YAML 3.0\n---\na: b", "1:1", "This cannot be read as YAML (found incompatible YAML document)."),
    ],
)
def test_broken_yaml_is_told_in_plain_words(told: Told, text: str, place: str, said: str) -> None:
    assert told(text)[0].startswith(f"plan.yaml:{place}: {said}")


@pytest.mark.parametrize("broken", ["&d e", "@e"])
def test_what_was_given_twice_is_told_even_when_the_file_breaks_later(told: Told, broken: str) -> None:
    said = told(f"name: a\nname: b\nc: {broken}")
    assert [each.split(": ")[0] for each in said] == ["plan.yaml:2:1", "plan.yaml:3:4"]


def test_a_step_may_be_written_on_one_line(told: Told) -> None:
    assert told(plan(step("break"))) == []

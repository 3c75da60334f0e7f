"""``docs/plans.md`` knows every field, with its limits and what holds without it; and only those."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
import yaml

from tests.plans.made import Write
from workshop.activities.plan import Plan
from workshop.activities.presentation.messages import Picture
from workshop.core.plan import Contact, PeopleSettings, QuotingSettings, StepSettings, TimeSettings
from workshop.plans import read
from workshop.plans.shape import ACTIVITIES
from workshop.plans.wording import allowed

DOC = (Path(__file__).parents[2] / "docs" / "plans.md").read_text()
SECTIONS = dict(re.findall(r"^##+ ([^\n]+)\n(.*?)(?=^##|\Z)", DOC, re.M | re.S))
NUMBER = re.compile(r"\d+(?:,\d+)*")
COMMON = {each.name for each in msgspec.structs.fields(StepSettings)}
STRUCTS: dict[str, type[msgspec.Struct]] = {
    "The plan": Plan,
    "people": PeopleSettings,
    "times": TimeSettings,
    "quoting": QuotingSettings,
    "contacts": Contact,
    "Every step": StepSettings,
    "pictures": Picture,
    **ACTIVITIES,
}


def rows(section: str) -> dict[str, list[str]]:
    """Each field's row: what is allowed, what holds without it, what it is."""
    found = re.findall(r"^\| `(\w+)` \|(.*)\|$", SECTIONS[section], re.M)
    return {name: [cell.strip() for cell in rest.split("|")] for name, rest in found}


def own_fields(section: str) -> list[msgspec.structs.FieldInfo]:
    fields = msgspec.structs.fields(STRUCTS[section])
    return [each for each in fields if section not in ACTIVITIES or each.name not in COMMON]


@pytest.mark.parametrize("section", STRUCTS)
def test_the_table_has_every_field_and_no_other(section: str) -> None:
    expected = {each.name for each in own_fields(section)} | (
        {"activity"} if section == "Every step" else set()
    )
    assert set(rows(section)) == expected


@pytest.mark.parametrize(
    ("section", "field"),
    [
        pytest.param(section, each, id=f"{section}-{each.name}")
        for section in STRUCTS
        for each in own_fields(section)
    ],
)
def test_a_row_says_what_is_enforced(section: str, field: msgspec.structs.FieldInfo) -> None:
    what_is_allowed, without, _ = rows(section)[field.name]
    limits = NUMBER.findall(allowed(field.name, field.type))
    choices = re.findall(r"Choose one of: (.*)\.", allowed(field.name, field.type))
    assert set(limits) <= set(NUMBER.findall(what_is_allowed))
    assert all(f"`{choice}`" in what_is_allowed for line in choices for choice in line.split(", "))
    assert without == told_default(field) or (field.default is None and without)


def told_default(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return "must be given"
    if field.default_factory is not msgspec.NODEFAULT or field.default == "":
        return "empty"
    if isinstance(field.default, msgspec.Struct):
        return "its defaults"
    return f"`{yaml.safe_dump(field.default).splitlines()[0]}`"


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", DOC, re.S))
def test_an_example_is_a_plan(write: Write, example: str) -> None:
    assert read(write(example)).steps


def test_there_is_an_example() -> None:
    assert "```yaml" in DOC

"""Whatever happened in a café, its report can be checked, and findings are about lines that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import msgspec.structs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.harvest.day import harvest
from tests.rules.cast import Cafe, story
from tests.rules.followed import Followed
from tests.rules.test_live_equals_late import a_day
from workshop.activities.themes.messages import StartTheme, Themes
from workshop.harvest import DOCUMENTS, Harvest
from workshop.harvest.lint import checks, groups_of
from workshop.harvest.lint.groups import Groups
from workshop.web.report_checks import panel

DOCS = Path(__file__).parents[2] / "docs" / "report-checks.md"
CODE = Path(__file__).parents[2] / "workshop" / "harvest" / "lint"
# Days of a thousand commands: the fourth has its steps shuffled.
SEEDS = 6
# What a code looks like in the rules.
SAID = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')


@cache
def a_harvest(seed: int) -> tuple[Harvest, Groups]:
    cafe: Followed = a_day(seed)
    return harvest(cafe), groups_of(cafe.state)


def anchors(value: object) -> Iterator[str]:
    """Every anchor of a harvest, however deep."""
    if isinstance(value, dict):
        if "anchor" in value:
            yield value["anchor"]
        for each in value.values():
            yield from anchors(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from anchors(each)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_any_day_can_be_checked_and_every_finding_is_about_lines_that_are_there(seed: int) -> None:
    left, groups = a_harvest(seed)
    there = set(anchors(msgspec.to_builtins(left)))
    for finding in checks(left, groups):
        assert finding.anchors
        assert set(finding.anchors) <= there, finding
        assert finding.text.endswith((".", "?”", ".”", "!”", "…”")), finding.text
        assert "\n" not in finding.text


@pytest.mark.parametrize("seed", range(SEEDS))
def test_on_any_day_every_finding_leads_to_a_place_of_the_report(seed: int) -> None:
    left, groups = a_harvest(seed)
    shown = panel(left, groups)
    pages = (("", "report.html"), (f"/w/{left.code}/blueprint", "blueprint.html"))
    places = {
        f"{page}#{id_}"
        for page, document in pages
        for id_ in re.findall(r'\bid="([^"]+)"', DOCUMENTS[document](left).decode())
    }
    for remark in (*shown.must, *shown.may):
        assert {way.address for way in (*remark.look, *remark.rest)} <= places


@pytest.mark.parametrize("seed", range(SEEDS))
def test_on_any_day_the_order_of_themes_makes_no_difference(seed: int) -> None:
    left, groups = a_harvest(seed)
    turned = msgspec.structs.replace(left, themes=left.themes[::-1], priorities=left.priorities[::-1])
    assert checks(turned, groups) == checks(left, groups)


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4))
def test_any_words_can_stand_in_a_theme(words: list[str]) -> None:
    left = _two_themes()
    made = [
        msgspec.structs.replace(left.themes[no % 2], name=text, statement=text, includes=words[0])
        for no, text in enumerate(words)
    ]
    strange = msgspec.structs.replace(left, themes=tuple(made))
    assert all(finding.text for finding in checks(strange))


@given(st.text(max_size=120))
def test_any_words_can_be_a_question(words: str) -> None:
    left = _two_themes()
    asked = tuple(msgspec.structs.replace(round_, prompt=words) for round_ in left.rounds)
    assert all(finding.text for finding in checks(msgspec.structs.replace(left, rounds=asked)))


@cache
def _two_themes() -> Harvest:
    cafe = Cafe.at_two_tables(story(), Themes(title="Themes", minutes=5, names="any_time"))
    notes = [cafe.note(who, f"A note of {who}") for who in ("Ann", "Bob", "Cleo", "Dan")]
    step = cafe.go_to("Themes")
    for no in (0, 2):
        cafe.do("Ann", StartTheme, step=step, notes=notes[no : no + 2], name=f"Theme {no}")
    cafe.close()
    return harvest(cafe)


def test_every_finding_is_explained_to_hosts() -> None:
    written = "".join(path.read_text() for path in CODE.glob("*.py"))
    found = set(SAID.findall(written)) - {"utf-8", "two-ways", "small-change", "key-theme"}
    explained = set(re.findall(r"^\| `([a-z-]+)` \|", DOCS.read_text(), re.MULTILINE))
    assert found == explained

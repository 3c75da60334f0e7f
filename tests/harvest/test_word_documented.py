"""The page about Word templates: each field is on it, its example works, its limits are those of the code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

from tests.harvest.paper import Paper
from tests.harvest.templates import template
from workshop.harvest import Harvest
from workshop.harvest.writers.word import word
from workshop.harvest.writers.word.apart import LIMITS
from workshop.harvest.writers.word.grammar import FILTERS
from workshop.harvest.writers.word.package import DENSEST, LARGEST, LARGEST_UNPACKED, MB, MOST_PARTS
from workshop.harvest.writers.word.sections import Fields

PAGE = (Path(__file__).parents[2] / "docs" / "word-templates.md").read_text()
SAID = set(re.findall(r"[`.]([a-z_]+)(?=[`.])", PAGE))


def names(group: Any) -> Iterator[str]:
    for name, kind in get_type_hints(group).items():
        yield name
        inner = get_args(kind)[0] if get_origin(kind) is list else kind
        if is_typeddict(inner):
            yield from names(inner)


def test_every_field_is_on_the_page() -> None:
    assert sorted(set(names(Fields)) - SAID) == []


def test_every_filter_is_on_the_page() -> None:
    assert sorted(set(FILTERS) - SAID - {"d", "e"}) == []


def test_the_example_is_a_template(left: Harvest, tmp_path: Path) -> None:
    lines = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert lines is not None
    path = tmp_path / "example.docx"
    path.write_bytes(template(*lines[1].splitlines()))
    words = Paper(word(left, path)).paragraphs()
    assert words[:2] == [left.title, "Anytown Council, 14 November 2023"]
    assert "“Forms eat the evenings.” (Hindered · Table 1, round 1 · highlighted)" in words


def test_the_limits_are_those_of_the_code() -> None:
    assert f"more than {LARGEST // MB} MB, {LARGEST_UNPACKED // MB} MB unpacked, {MOST_PARTS} parts" in PAGE
    assert f"more than {DENSEST} times its size" in PAGE
    assert f"more than {LIMITS.seconds} seconds or {LIMITS.memory / 1e9:g} GB" in PAGE

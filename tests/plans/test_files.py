"""A path that leads to no plan gets an answer that says why."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.plans.made import Told, Write, plan
from workshop.plans import PlanProblem, check, read


def only(path: Path) -> str:
    """The single thing that reading and checking this path both say."""
    with pytest.raises(PlanProblem) as refused:
        read(path)
    problems = check(path)
    assert refused.value.message == "\n".join(map(str, problems))
    assert len(problems) == 1
    return str(problems[0])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.yaml"
    assert only(path) == f"{path}: There is no such file. Look at the name and the folder, letter by letter."


def test_a_folder_is_no_plan(tmp_path: Path) -> None:
    assert "This is a folder. Name one plan file in it" in only(tmp_path)


def test_a_device_is_no_plan() -> None:
    assert only(Path(os.devnull)).endswith(
        "This is not a file that holds text. Name a file that ends in .yaml."
    )


def test_a_name_that_no_file_can_have() -> None:
    assert "This file cannot be read (File name too long)" in only(Path("x" * 300 + ".yaml"))


@contextmanager
def without_rights() -> Iterator[None]:
    """Root may read everything, so the test goes on as nobody."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_one_may_not_read(write: Write) -> None:
    path = write(plan())
    path.chmod(0)
    with without_rights():
        assert "This file may not be read. Ask its owner, or change its permissions." in only(path)


@pytest.mark.parametrize("content", [b"", b"\n \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file(write: Write, content: bytes) -> None:
    assert "This file is empty. Begin with a copy of a plan that works" in only(write(content))


def test_a_file_that_is_too_large(write: Write) -> None:
    room = 256 * 1024
    assert "at most 256 KB" in only(write(plan() + "#" * room))
    good = plan()
    assert check(write(good + "#" * (room - len(good.encode())))) == []


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("name: café\nx: y".encode("latin-1"), "1:10"),
        (b"\xef\xbb\xbfname: a\nx: caf\xe9", "2:7"),
        ("name: x".encode("utf-16"), "1:1"),
    ],
)
def test_text_in_another_encoding_is_found_where_it_begins(told: Told, content: bytes, place: str) -> None:
    assert told(content) == [
        f"plan.yaml:{place}: From here on this is not UTF-8 text. "
        "Save the file again with the encoding UTF-8."
    ]


def test_a_mark_in_front_and_lines_of_windows_are_fine(told: Told) -> None:
    assert told(b"\xef\xbb\xbf" + plan().replace("\n", "\r\n").encode()) == []


def test_a_tab_is_refused_where_it_is(told: Told) -> None:
    assert told("name: a\n\tpurpose: b") == [
        "plan.yaml:2:1: There is a tab here. YAML needs spaces instead: two for each step inwards."
    ]


@pytest.mark.parametrize("char", ["\0", "\x1b", "\u202e", "\u2028", "\ufeff"])
def test_hidden_characters_are_refused_however_they_are_written(told: Told, char: str) -> None:
    said = f"There is a hidden character here (U+{ord(char):04X})."
    assert said in told(f"name: a{char}b")[0]
    assert any(said in each for each in told(f'name: "a\\u{ord(char):04x}b"'))


def test_emoji_and_other_scripts_are_welcome(told: Told) -> None:
    assert told(plan(name="Café 🫖 قصّتنا 👩‍👧")) == []

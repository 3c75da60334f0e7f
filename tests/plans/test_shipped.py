"""The plans that come with the program are good ones, and are found wherever the program is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.activities.closing_questions.messages import ClosingQuestions
from workshop.activities.story_round.messages import StoryRound
from workshop.errors import NotFound
from workshop.plans import PlanProblem, check, load, shelf, shipped
from workshop.plans.shelf import paths


def test_explore_comes_first_and_the_blank_one_last() -> None:
    names = list(shipped())
    assert names[0] == "explore"
    assert names[-1] == "blank"
    assert {"explore", "taster", "blank"} <= set(names)


@pytest.mark.parametrize("name", paths())
def test_a_shipped_plan_has_nothing_wrong(name: str) -> None:
    expected = ["“One good day” has 6 minutes. Under 15, not all get to speak."] if name == "taster" else []
    assert [problem.message for problem in check(paths()[name])] == expected


@pytest.mark.parametrize("name", paths())
def test_a_shipped_plan_speaks_plainly_and_promises_no_secrecy(name: str) -> None:
    plan = load(name)
    assert "We never promise secrecy." in plan.notice
    assert plan.contacts
    assert "!" not in paths()[name].read_text()


def test_explore_is_the_three_hours_of_the_event() -> None:
    plan = load("explore")
    assert [(step.__struct_config__.tag, step.minutes) for step in plan.steps] == [
        ("arrival", 10),
        ("presentation", 5),
        ("presentation", 15),
        ("story_round", 30),
        ("break", 10),
        ("story_round", 25),
        ("break", 5),
        ("story_round", 15),
        ("priorities", 10),
        ("themes", 8),
        ("dot_voting", 4),
        ("plenary", 23),
        ("closing_questions", 12),
        ("feedback", 5),
        ("presentation", 3),
    ]
    assert sum(step.minutes for step in plan.steps) == plan.minutes == 180


def test_explore_asks_what_the_event_asked() -> None:
    steps = load("explore").steps
    rounds = [step for step in steps if isinstance(step, StoryRound)]
    assert rounds[0].prompt == "What has helped or hindered your experience of children's social care?"
    assert [step.note_kinds for step in rounds] == [
        ["helped", "hindered"],
        ["problem", "strength", "possibility", "suggestion"],
        ["solution"],
    ]
    assert [(step.seating, step.recap, step.bring_in) for step in rounds] == [
        ("mixed", False, False),
        ("rotate", True, True),
        ("rotate", True, True),
    ]
    assert [len(step.questions) for step in steps if isinstance(step, ClosingQuestions)] == [3]


def test_a_taster_takes_twenty_minutes() -> None:
    plan = load("taster")
    assert sum(step.minutes for step in plan.steps) == plan.minutes == 20


def test_a_plan_is_loaded_by_its_path(tmp_path: Path) -> None:
    copy = tmp_path / "mine.yaml"
    shutil.copy(paths()["blank"], copy)
    assert load(str(copy)) == load("blank")


@pytest.mark.parametrize(("name", "meant"), [("explor", " Did you mean explore?"), ("zzz", ""), ("", "")])
def test_an_unknown_name_says_which_there_are(name: str, meant: str) -> None:
    with pytest.raises(NotFound) as refused:
        load(name)
    assert refused.value.message == (
        f"There is no plan called “{name}”.{meant} There are: {', '.join(paths())}. "
        "Or give the path of a file that ends in .yaml."
    )


def test_an_unknown_path_says_that_no_file_is_there() -> None:
    with pytest.raises(PlanProblem, match=r"nowhere/mine.yaml: There is no such file"):
        load("nowhere/mine.yaml")


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The program as a wheel lays it out: the plans inside the package."""
    package = tmp_path / "workshop"
    shutil.copytree(
        shelf._PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__", "assets", "sessions")
    )
    shutil.copytree(shelf.folder(), package / "sessions")
    return tmp_path


def told_by(installed: Path, code: str) -> str:
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {str(installed)!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=installed,
    )
    return run.stdout + run.stderr


def test_plans_are_found_inside_an_installed_package(installed: Path) -> None:
    said = told_by(installed, "from workshop.plans import shelf, shipped; print(shelf.folder(), *shipped())")
    assert said.split() == [str(installed / "workshop" / "sessions"), *paths()]


def test_a_plan_laid_beside_them_stands_between_explore_and_the_blank_one(installed: Path) -> None:
    folder = installed / "workshop" / "sessions"
    shutil.copy(folder / "taster.yaml", folder / "agenda.yaml")
    said = told_by(installed, "from workshop.plans import shipped; print(*shipped())")
    assert said.split() == ["explore", "agenda", *list(paths())[1:]]


def test_a_plan_that_somebody_broke_is_left_out_and_named(installed: Path) -> None:
    (installed / "workshop" / "sessions" / "taster.yaml").write_text("name: broken")
    said = told_by(installed, "from workshop.plans import shipped; print(*shipped())")
    assert "plan taster is left out: 3 things are wrong with it" in said
    assert " ".join(name for name in paths() if name != "taster") in said
    listed = told_by(installed, "from workshop.plans.command import run; run(['list'])")
    assert "taster       cannot be used as it is. See why: workshop plans check taster" in listed

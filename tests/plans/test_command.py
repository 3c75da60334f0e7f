"""``workshop plans``: what is printed, and the number it ends with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plans.made import Write, plan, step
from workshop.plans.command import USAGE, run
from workshop.plans.shelf import paths


def test_a_good_plan(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(plan(step("story_round")))
    assert run(["check", str(path)]) == 0
    assert (
        capsys.readouterr().out == f"{path}: “A café” can be used. 25 minutes, 2 steps, 0 pieces of advice.\n"
    )


def test_a_plan_with_advice_is_good(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(plan(contacts=[]))
    assert run(["check", str(path)]) == 0
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{path}:1:1: advice: The plan names nobody to turn to.")
    assert last == f"{path}: “A café” can be used. 5 minutes, 1 step, 1 piece of advice."


def test_a_plan_with_something_wrong(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(plan(step("plenary"), contacts=[]))
    assert run(["check", str(path)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == f"{path}: 1 thing to put right, 1 piece of advice."


def test_one_wrong_plan_among_several(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    good = write(plan())
    assert run(["check", "nowhere.yaml", str(good)]) == 1
    out = capsys.readouterr().out
    assert "nowhere.yaml: There is no such file." in out
    assert f"{good}: “A café” can be used." in out


def test_a_shipped_plan_is_checked_by_its_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(paths()["explore"].parent)
    assert run(["check", "explore"]) == 0
    assert capsys.readouterr().out.startswith(
        "explore.yaml: “Explore – collective story café” can be used. 180 min"
    )


def test_an_unknown_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "explor"]) == 1
    assert "Did you mean explore?" in capsys.readouterr().err


def test_the_list(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(paths())
    assert lines[0] == "explore      180 minutes, 15 steps  Explore – collective story café"


@pytest.mark.parametrize("arguments", [[], ["check"], ["chek", "a.yaml"], ["list", "x"]])
def test_what_is_not_understood_shows_what_is(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr().err == f"{USAGE}\n"


def test_help_is_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    assert capsys.readouterr().out == f"{USAGE}\n"

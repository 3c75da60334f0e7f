"""``workshop plans list`` and ``workshop plans check FILE``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from workshop.activities.plan import Plan
from workshop.errors import NotFound
from workshop.plans.problems import PlanProblem, Problem
from workshop.plans.reader import check, read
from workshop.plans.shelf import find, paths

USAGE = """\
workshop plans list            the plans that come with this program
workshop plans check FILE …    what is wrong with a plan, and what to think about
                               (FILE is a path, or a name from the list)"""


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say and print it. 0: all is well, 1: something is wrong, 2: not understood."""
    match list(arguments):
        case ["list"]:
            return _list()
        case ["check", *names] if names:
            return max([_check(name) for name in names])
        case ["help" | "--help" | "-h"]:
            print(USAGE)
            return 0
        case _:
            print(USAGE, file=sys.stderr)
            return 2


def _list() -> int:
    lines = [_line(name, path) for name, path in paths().items()]
    print("\n".join(lines))
    return 0


def _line(name: str, path: Path) -> str:
    try:
        plan = read(path)
    except PlanProblem:
        return f"{name:<12} cannot be used as it is. See why: workshop plans check {name}"
    return f"{name:<12} {_size(plan):<22} {plan.name}"


def _size(plan: Plan) -> str:
    return f"{plan.minutes} minutes, {_count(len(plan.steps), 'step')}"


def _check(name: str) -> int:
    try:
        path = _short(find(name))
    except NotFound as refusal:
        print(refusal.message, file=sys.stderr)
        return 1
    problems = check(path)
    for problem in problems:
        print(problem)
    print(_summary(path, problems))
    return int(any(problem.severity == "wrong" for problem in problems))


def _short(path: Path) -> Path:
    """As seen from the folder one is in, when it lies below it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _summary(path: Path, problems: list[Problem]) -> str:
    wrong = sum(problem.severity == "wrong" for problem in problems)
    advice = _count(len(problems) - wrong, "piece") + " of advice"
    if wrong:
        return f"{path}: {_count(wrong, 'thing')} to put right, {advice}."
    plan = read(path)
    return f"{path}: “{plan.name}” can be used. {_size(plan)}, {advice}."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"

"""From a file to a plan, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from workshop.activities import flow
from workshop.activities.plan import Plan
from workshop.plans import advice, shape
from workshop.plans.parse import parse
from workshop.plans.problems import Finding, PlanProblem, Problem, dotted
from workshop.plans.source import text_of
from workshop.plans.tree import Fields, find, name_of


def read(path: Path) -> Plan:
    """The plan in this file. Raises :class:`PlanProblem` with all that is wrong with it."""
    plan, _, problems = _examine(path)
    if plan is None or problems:
        raise PlanProblem(problems)
    return plan


def check(path: Path) -> list[Problem]:
    """All that is wrong with a plan file and, once its fields are right, what to think about; by line."""
    try:
        plan, root, problems = _examine(path)
    except PlanProblem as wrong:
        return list(wrong.problems)
    if plan is not None:
        problems += _placed(path, root, advice.findings(plan))
    return sorted(problems, key=lambda each: (each.line, each.column))


def _examine(path: Path) -> tuple[Plan | None, Fields, list[Problem]]:
    """Whether steps can follow one another is asked only when every field of every step is right."""
    root, problems = parse(text_of(path), str(path))
    problems += _placed(path, root, shape.findings(root))
    if problems:
        return None, root, sorted(problems, key=lambda each: (each.line, each.column))
    plan = shape.build(root)
    wrong = (Finding(trail, words) for trail, words in flow.findings(plan.people, plan.steps))
    return plan, root, _placed(path, root, wrong)


def _placed(path: Path, root: Fields, findings: Iterable[Finding]) -> list[Problem]:
    return [_problem(path, root, finding) for finding in findings]


def _problem(path: Path, root: Fields, said: Finding) -> Problem:
    node = name_of(root, said.trail) if said.of_name else find(root, said.trail)
    return Problem(str(path), node.line, node.column, dotted(said.trail), said.message, said.severity)

"""Plans: a workshop as data. Reads and checks ``sessions/*.yaml``; see ``docs/plans.md``."""

from workshop.plans.problems import PlanProblem, Problem
from workshop.plans.reader import check, read
from workshop.plans.shelf import load, shipped

__all__ = ["PlanProblem", "Problem", "check", "load", "read", "shipped"]

"""What a check of a plan says, and the refusal of a plan that has something wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from workshop.activities.flow import Trail
from workshop.errors import Refused

Severity = Literal["wrong", "advice"]
MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says about the value at ``trail``; ``of_name`` when it is about the field's name."""

    trail: Trail
    message: str
    severity: Severity = "wrong"
    of_name: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right ("wrong"), or to think about ("advice").

    ``line`` and ``column`` count from 1; both are 0 when it is about the file itself.
    """

    file: str
    line: int
    column: int
    field: str
    message: str
    severity: Severity = "wrong"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {'' if self.severity == 'wrong' else 'advice: '}{self.message}"


class PlanProblem(Refused):
    """This file is not a plan that can be run. ``problems`` holds all that was found wrong."""

    code = "plan"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self._told()))

    def _told(self) -> list[str]:
        more = len(self.problems) - MOST_TOLD
        rest = (
            [f"There are {more} more. Put these right first, then check the plan again."] if more > 0 else []
        )
        return [*map(str, self.problems[:MOST_TOLD]), *rest]


def dotted(trail: Trail) -> str:
    """A trail for programs, such as ``steps[2].minutes``."""
    words = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in trail)
    return "".join(words).lstrip(".")

"""The plans that come with the program: ``sessions/*.yaml``, found in a checkout and once installed."""

from __future__ import annotations

import logging
from difflib import get_close_matches
from pathlib import Path

from workshop.activities.plan import Plan
from workshop.errors import NotFound
from workshop.plans.problems import PlanProblem
from workshop.plans.reader import read

log = logging.getLogger(__name__)

FIRST, LAST = "explore", "blank"
_PACKAGE = Path(__file__).resolve().parents[1]
_ENDINGS = (".yaml", ".yml")


def folder() -> Path:
    """Where the shipped plans lie: a wheel carries them inside the package, a checkout beside it."""
    inside = _PACKAGE / "sessions"
    return inside if inside.is_dir() else _PACKAGE.parent / "sessions"


def paths() -> dict[str, Path]:
    """Every shipped plan file by its id, Explore first and the blank one last."""
    found = {path.stem: path for path in folder().glob("*.yaml")}
    return dict(sorted(found.items(), key=lambda each: (each[0] != FIRST, each[0] == LAST, each[0])))


def shipped() -> dict[str, Plan]:
    """Every shipped plan that can be run, by its id. One that somebody broke is left out and logged."""
    plans: dict[str, Plan] = {}
    for name, path in paths().items():
        try:
            plans[name] = read(path)
        except PlanProblem as wrong:
            log.warning("plan %s is left out: %d things are wrong with it", name, len(wrong.problems))
    return plans


def find(name_or_path: str) -> Path:
    """The file of a shipped plan's name, or of a path. Raises :class:`NotFound` for an unknown name."""
    known = paths()
    if name_or_path in known:
        return known[name_or_path]
    if name_or_path.endswith(_ENDINGS) or "/" in name_or_path or "\\" in name_or_path:
        return Path(name_or_path)
    near = get_close_matches(name_or_path.lower(), known, n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    raise NotFound(
        f"There is no plan called “{name_or_path[:60]}”.{meant} There are: {', '.join(known)}. "
        "Or give the path of a file that ends in .yaml."
    )


def load(name_or_path: str) -> Plan:
    """A shipped plan by name, or any plan by path. Raises :class:`NotFound` or :class:`PlanProblem`."""
    return read(find(name_or_path))

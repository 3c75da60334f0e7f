"""What is logged is a fixed sentence and fields that hold ids, codes and counts: nobody can be quoted."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from workshop.logs import FIELDS

HOUSE = Path(__file__).parents[2] / "workshop"
LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}
# The name of a plan's file is no word of anybody in a café, and this speaks before a log is set up.
FILES = {"plans/shelf.py"}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Where something is logged, and how."""
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                by = node.func.value
                if isinstance(by, ast.Name) and by.id in ("log", "logger") and node.func.attr in LEVELS:
                    yield f"{path.relative_to(HOUSE)}", node


def fixed(call: ast.Call) -> bool:
    """One sentence that is known when the program is written, with nothing to fill in but ids and kinds."""
    return isinstance(call.args[0], ast.Constant) and all(map(_harmless, call.args[1:]))


def _harmless(filled_in: ast.expr) -> bool:
    return isinstance(filled_in, ast.Attribute) and filled_in.attr in ("workshop_id", "code", "__name__")


def fields(call: ast.Call) -> set[str]:
    given = [keyword.value for keyword in call.keywords if keyword.arg == "extra"]
    return {
        str(ast.literal_eval(key)) for one in given if isinstance(one, ast.Dict) for key in one.keys if key
    }


def test_the_log_says_fixed_sentences() -> None:
    found = list(calls())
    assert found
    assert [f"{where}:{call.lineno}" for where, call in found if not fixed(call) and where not in FILES] == []


def test_the_log_has_only_fields_that_are_known() -> None:
    assert [where for where, call in calls() if not fields(call) <= set(FIELDS)] == []

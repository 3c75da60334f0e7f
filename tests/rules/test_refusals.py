"""Refusals are answers: what programs are told stands in the protocol."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from workshop import errors

ROOT = Path(__file__).resolve().parents[2]
KINDS: dict[str, type[errors.Refused]] = {k: v for k, v in vars(errors).items() if isinstance(v, type)}
# What a browser may be told over its line; pages and commands have their own words.
ROOMS = ("activities", "core", "live", "hall.py", "conductor.py")


def refusals() -> Iterator[ast.Call]:
    for room in ROOMS:
        path = ROOT / "workshop" / room
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
                    yield node


def code(call: ast.Call) -> str:
    assert isinstance(call.func, ast.Name)
    given = call.args[1] if len(call.args) > 1 else None
    return str(given.value) if isinstance(given, ast.Constant) else KINDS[call.func.id].code


def test_every_code_is_explained_in_the_protocol() -> None:
    protocol = (ROOT / "docs" / "protocol.md").read_text()
    used = {code(call) for call in refusals()}
    assert len(used) > 30
    assert sorted(each for each in used if f"`{each}`" not in protocol) == []

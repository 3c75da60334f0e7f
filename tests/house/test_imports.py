"""Imports point inward: core ← activities ← conductor ← live, web. What is pure stays pure."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2] / "workshop"
MODULES = sorted(path for path in HOUSE.rglob("*.py"))

# What each part may import of ours, from the inside out. A part that is not named may import anything.
INWARD = {
    "errors": (),
    "core": ("core", "errors"),
    "seating": ("seating", "errors"),
    "activities": ("activities", "core", "seating", "errors"),
    "plans": ("plans", "activities", "core", "errors"),
    "ledger": ("ledger", "core", "errors"),
    "metrics": (),
    "tokens": ("core", "errors"),
    "relay": ("core", "errors"),
    "hall": ("activities", "core", "ledger", "errors", "live.wire"),
    "press": ("ledger", "metrics"),
    "orders": ("core", "hall", "live.wire"),
    "tray": ("orders",),
    "house": ("ledger", "orders", "press", "desk"),
    "desk": ("activities", "core", "ledger", "hall", "house", "orders", "press", "tray", "errors"),
    "conductor": ("core", "desk", "orders", "press", "hall", "ledger", "errors"),
    "live": (
        "live",
        "conductor",
        "orders",
        "hall",
        "activities",
        "core",
        "config",
        "tokens",
        "metrics",
        "errors",
    ),
    "pictures": ("pictures", "activities", "core", "errors"),
    "privacy": ("privacy",),
    "harvest": ("harvest", "privacy", "pictures", "ledger", "activities", "core", "errors"),
    "jobs": (
        "jobs",
        "webhooks.sending",
        "exporting.everything",
        "sensemaking",
        "hall",
        "activities",
        "ledger",
        "core",
        "config",
        "logs",
        "metrics",
        "errors",
    ),
    "aside": ("errors",),
    "archive": ("archive", "activities", "ledger", "core", "config", "tokens", "aside", "errors"),
    "evidence": ("evidence", "harvest", "ledger", "core", "aside", "errors"),
    "webhooks": (
        "webhooks",
        "jobs",
        "harvest",
        "ledger",
        "core",
        "config",
        "live.clock",
        "beside",
        "errors",
    ),
    "suggesting": ("jobs", "activities", "conductor", "orders", "core", "errors"),
}
PURE = ("core", "seating", "activities", "pictures", "privacy", "errors")
# Which part of the house alone may know a library.
KEPT_TO = {
    "flask": ("web", "live", "app", "api"),
    "flask_socketio": ("live", "app"),
    "socketio": ("live", "rehearsal", "watching"),
    "sqlalchemy": ("ledger", "harvest", "jobs"),
    "alembic": ("ledger",),
    "psycopg": ("ledger",),
    "redis": ("relay",),
    "jinja2": ("web", "harvest"),
    "eventlet": ("__main__", "live"),
    "gevent": ("__main__",),
    "geventwebsocket": ("__main__",),
    "numpy": ("sensemaking",),
    "onnxruntime": ("sensemaking",),
    "xlsxwriter": ("harvest",),
}


@cache
def imported(path: Path) -> tuple[str, ...]:
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by its place"
            yield str(node.module)
            yield from (f"{node.module}.{name.name}" for name in node.names)


def part(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def within(name: str, allowed: tuple[str, ...]) -> bool:
    inside = name.removeprefix("workshop.")
    return name == "workshop" or any(inside == one or inside.startswith(f"{one}.") for one in allowed)


@pytest.mark.parametrize("name", INWARD)
def test_a_part_imports_only_what_lies_further_in(name: str) -> None:
    outward = [
        f"{path.relative_to(HOUSE)} imports {found}"
        for path in MODULES
        if part(path) == name
        for found in imported(path)
        if found.split(".")[0] == "workshop"
        and not within(found, INWARD[name])
        and not within(found.rpartition(".")[0], INWARD[name])
    ]
    assert not outward


@pytest.mark.parametrize("name", PURE)
def test_what_is_pure_knows_only_python_and_its_messages(name: str) -> None:
    known = {*sys.stdlib_module_names, "msgspec", "workshop"} - {
        "socket",
        "sqlite3",
        "asyncio",
        "threading",
        "time",
    }
    impure = [
        f"{path.relative_to(HOUSE)} imports {found}"
        for path in MODULES
        if part(path) == name
        for found in imported(path)
        if found.split(".")[0] not in known
    ]
    # Seating says how long it took.
    assert not [one for one in impure if one != "seating/plan.py imports time"]


@pytest.mark.parametrize("library", KEPT_TO)
def test_a_library_is_known_only_where_it_belongs(library: str) -> None:
    elsewhere = [
        str(path.relative_to(HOUSE))
        for path in MODULES
        if part(path) not in KEPT_TO[library]
        if any(found.split(".")[0] == library for found in imported(path))
    ]
    assert not elsewhere


def test_a_process_that_serves_loads_nothing_of_what_a_worker_reckons_with() -> None:
    """Seventy megabytes, and half a second, of which people would feel each."""
    program = "import sys, workshop.app; print([*sys.modules])"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    loaded = set(ast.literal_eval(ran.stdout))
    assert "workshop.jobs.crew" in loaded
    assert not [one for one in loaded if one.startswith(("numpy", "onnxruntime", "workshop.sensemaking"))]
    assert not [one for one in loaded if one.startswith(("xlsxwriter", "docx", "typst"))]

"""What every file of this house keeps to."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop import schema

ROOT = Path(__file__).parents[2]
LONGEST_MODULE, LONGEST_FUNCTION = 250, 40
BINARY = {".woff2", ".ttf", ".docx", ".xlsx", ".pdf", ".png", ".jpg", ".webp", ".ico"}
HOUSE = ("workshop/", "static/")
# Written by programs, not by people.
MADE = (
    *("package-lock.json", "requirements/", "static/wire/", "docs/schemas/", "static/fonts/"),
    *("docs/sample/report", "docs/sample/blueprint", "docs/sample/harvest"),
)


def tracked() -> Iterator[Path]:
    """Every file that is kept, and not what a run has left behind."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file() and (ROOT / name).suffix not in BINARY:
            yield ROOT / name


FILES = list(tracked())


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def by_hand(path: Path) -> bool:
    return not named(path).startswith(MADE)


def places(pattern: str) -> list[str]:
    """Where something stands, as file:line."""
    return [
        f"{named(path)}:{no}"
        for path in FILES
        for no, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(pattern, line)
    ]


def test_no_module_is_too_long_to_read() -> None:
    code = [path for path in FILES if path.suffix in (".py", ".ts", ".tsx") and by_hand(path)]
    long = [path for path in code if len(path.read_text().splitlines()) > LONGEST_MODULE]
    assert [name for name in map(named, long) if name.startswith(HOUSE) and ".test." not in name] == []


def test_no_function_is_too_long_to_grasp() -> None:
    long = [
        f"{named(path)}:{node.lineno} {node.name}"
        for path in FILES
        if path.suffix == ".py" and named(path).startswith(HOUSE)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_nothing_is_left_for_later() -> None:
    assert places(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b") == []


def test_no_file_knows_one_persons_machine() -> None:
    assert places(r"(?<![\w.])/(work|root|home/[a-z]+|Users|tmp|var/folders)/") == []


def test_no_file_knows_where_packages_come_from() -> None:
    assert places(r"(pypi|pythonhosted|npmjs|jsdelivr|unpkg|esm)\.(org|com|net|sh)") == []


def test_schemas_say_what_the_messages_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert schema.main(["--check"]) == 0, capsys.readouterr().out


def test_text_ends_with_a_line_and_has_no_spaces_behind() -> None:
    untidy = [
        named(path)
        for path in FILES
        if by_hand(path)
        and (text := path.read_text())
        and (not text.endswith("\n") or re.search(r"[ \t]+$", text, re.M))
    ]
    assert untidy == []

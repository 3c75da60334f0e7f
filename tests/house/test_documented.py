"""Nothing is left for a reader to guess: every command, fact, stream, setting and refusal is in the docs."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import msgspec
import pytest

from workshop.activities import rooms
from workshop.activities.plan import AnyStep, Plan
from workshop.commands import SERVERS, parser
from workshop.config import Config
from workshop.core.messages import type_of
from workshop.live import wire

ROOT = Path(__file__).parents[2]
DOCS = {path.name: path.read_text() for path in (ROOT / "docs").glob("*.md")}
ALL = "\n".join(DOCS.values())


def missing(names: set[str], text: str = ALL) -> list[str]:
    """Those that do not stand in the docs as a word of their own, in code style."""
    said = set(re.findall(r"`([^`\s]+)", text))
    return sorted(names - said)


def test_every_command_is_documented() -> None:
    assert missing({type_of(kind) for kind in rooms.RULES}) == []


def test_every_event_is_documented() -> None:
    assert missing({type_of(kind) for kind in rooms.EVENTS}) == []


def test_every_stream_and_frame_is_in_the_protocol() -> None:
    protocol = DOCS["protocol.md"]
    kinds = {view.stream for view in rooms.VIEWS.values()}
    assert [kind for kind in kinds if not re.search(rf"`{kind}(/[^`]*)?`", protocol)] == []
    said = ("welcome", "events", "follow", "unfollow", "weather", "bye", "command", "sync", "writing", "time")
    assert missing(set(said), protocol) == []


def test_every_document_of_a_stream_is_documented() -> None:
    names = {view.name for view in rooms.VIEWS.values()}
    assert [name for name in names if not re.search(rf"`{name}(/[^`]*)?`", ALL)] == []


def test_every_setting_is_documented_with_its_default() -> None:
    words = DOCS["configuration.md"]
    assert missing({name.upper() for name in Config.__struct_fields__}, words) == []
    for field in msgspec.structs.fields(Config):
        if isinstance(field.default, int | float):
            line = next(line for line in words.splitlines() if f"`{field.name.upper()}`" in line)
            assert f"{field.default}" in line


def test_every_field_of_a_plan_is_documented() -> None:
    words = DOCS["plans.md"]
    fields = {*Plan.__struct_fields__, *(f for kind in AnyStep.__args__ for f in kind.__struct_fields__)}
    assert missing(fields, words) == []
    headings = set(re.findall(r"^### (\w+)$", words, re.MULTILINE))
    assert {type_of(kind) for kind in AnyStep.__args__} - headings == set()


def test_every_command_of_the_command_line_is_documented() -> None:
    listed = re.findall(r"^    (\w+) +", parser(lambda _: 0).format_help(), re.MULTILINE)
    assert {"run", "serve"} <= set(listed)
    assert [name for name in listed if f"`workshop {name}`" not in DOCS["configuration.md"]] == []
    assert missing({*SERVERS}, DOCS["configuration.md"]) == []


def test_every_code_of_a_refusal_is_documented() -> None:
    # The one that stands for all is never sent.
    assert missing(codes() - {"refused"}, DOCS["protocol.md"] + DOCS["reference.md"]) == []


def codes() -> set[str]:
    """The codes that refusals over the socket are given in the code."""
    found = {"broken"}
    for part in ("activities", "core", "live", "errors.py", "desk.py", "hall.py", "conductor.py"):
        place = ROOT / "workshop" / part
        for path in [place] if place.is_file() else place.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                found |= _code_of(node)
    return found


def _code_of(node: ast.AST) -> set[str]:
    """``code = …``, ``Refusal(code=…)``, or the second argument of a refusal."""
    if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "code" for t in node.targets):
        return {node.value.value} if isinstance(node.value, ast.Constant) else set()
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return set()
    if node.func.id not in (
        "Invalid",
        "NotAllowed",
        "NotFound",
        "Conflict",
        "TooMany",
        "Unavailable",
        "Refusal",
    ):
        return set()
    given = [*node.args[1:2], *(keyword.value for keyword in node.keywords if keyword.arg == "code")]
    return {str(one.value) for one in given if isinstance(one, ast.Constant)}


def test_the_protocol_names_the_number_it_has() -> None:
    assert f"`protocol` (now {wire.PROTOCOL})" in DOCS["protocol.md"]


@pytest.mark.parametrize("name", sorted(DOCS))
def test_links_between_documents_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", DOCS[name]):
        if "://" not in target:
            assert (ROOT / "docs" / target).exists(), f"{name} points to {target}"

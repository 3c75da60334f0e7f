"""``workshop export CODE --verify``, as people meet it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.archive.test_stories import SECRET_WORDS, redact
from tests.stories.cafe import Cafe, arrival, story
from tests.stories.conftest import Round, seated
from tests.stories.server import Server
from tests.stories.test_backup import run

Start = Callable[..., Server]


@pytest.fixture
def ended(started: Start, tmp_path: Path) -> tuple[Round, Path]:
    """A café that has ended, and its exported report."""
    server = started()
    r = seated(Cafe(server, arrival(), story()))
    r.ann.writes("What Ann saw 🍎")
    r.bob.writes(SECRET_WORDS)
    r.hal.does("workshop.close")
    out = tmp_path / "report"
    run("export", r.cafe.code, "--format", "json", "--out", out, "--data", server.data)
    r.cafe.go_home()
    return r, out


def verified(r: Round, *place: object, code: int = 0) -> str:
    return run("export", r.cafe.code, "--verify", *place, "--data", r.cafe.server.data, code=code)


def test_a_report_is_checked_beside_the_server_and_holds(ended: tuple[Round, Path]) -> None:
    r, out = ended
    for place in (out, out / "harvest.json"):
        assert "All of it holds: every quote, every number and every link." in verified(r, place)
    assert r.cafe.browser.opens(r.hal.boot["report_link"]).status_code == 200
    assert "All of it holds" in verified(r)


def test_what_does_not_hold_is_said_with_what_to_do_and_a_code(ended: tuple[Round, Path]) -> None:
    r, out = ended
    path = out / "harvest.json"
    path.write_text(path.read_text().replace("What [name] saw", "What [name] made up"))
    said = verified(r, out, code=1)
    assert "1 thing does not hold:" in said
    assert f"quote: Table {r.here}, round 1: “What [name] made up 🍎”" in said
    assert "and what stands in the ledger is “What [name] saw 🍎”." in said
    assert "→ Quote it to the letter; what an editor adds stands in [ ]." in said


def test_what_was_redacted_after_the_export_is_found_in_it(ended: tuple[Round, Path]) -> None:
    r, out = ended
    redact(r.cafe.server.data, r.cafe.code)
    assert "what stands in the ledger is “(taken back)”" in verified(r, out, code=1)


def test_what_is_no_report_of_this_cafe_is_refused(ended: tuple[Round, Path], tmp_path: Path) -> None:
    r, out = ended
    assert "There is no file" in verified(r, tmp_path / "nowhere", code=2)
    letter = tmp_path / "letter.json"
    for content in ("Dear Ann", "[]", "{}", '{"format": 4}', "[" * 50_000, '{"format": "two"}'):
        letter.write_text(content)
        assert "is no harvest.json of an export: " in verified(r, letter, code=2)
    tree = json.loads((out / "harvest.json").read_text())
    letter.write_text(json.dumps(tree | {"format": 1}))
    assert "has format 1, and this version checks format 4" in verified(r, letter, code=2)
    letter.write_text(json.dumps(tree | {"workshop": "w2"}))
    assert "is the report of another café" in verified(r, letter, code=2)
    assert "leave --out and --format away" in verified(r, out, "--out", tmp_path, code=2)
    assert "There is no report of this café yet." in verified(r, code=2)

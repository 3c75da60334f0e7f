"""``workshop themes`` by its front door: files in, files out, and what is said of a broken one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.sensemaking.said import SAID, TRUE, library

ROOT = Path(__file__).parents[2]
Themes = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def themes(tmp_path: Path) -> Themes:
    """Runs the command in a folder of its own. ``model``: what SENSEMAKING_MODEL says."""

    def run(*given: str, model: str = "", home: Path | None = None) -> subprocess.CompletedProcess[str]:
        own = {} if home is None else {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
        return subprocess.run(  # noqa: S603 - the command itself
            [sys.executable, "-m", "workshop", "themes", *given],
            cwd=tmp_path,
            env={
                **os.environ,
                **own,
                "SENSEMAKING_MODEL": model,
                "PYTHONPATH": str(Path(__file__).parents[2]),
            },
            capture_output=True,
            text=True,
            timeout=60,
        )

    return run


def lines(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def test_notes_become_themes_in_a_file(tmp_path: Path, themes: Themes) -> None:
    rows: list[dict[str, Any]] = [{"text": note.text, "by": "left out"} for note in library()]
    rows[3]["id"] = "mine"
    lines(tmp_path / "notes.jsonl", rows)
    done = themes("notes.jsonl", "--out", "themes.json")
    assert (done.returncode, done.stdout) == (0, "")
    found = json.loads((tmp_path / "themes.json").read_text())
    assert list(found) == ["method", "themes", "ungrouped"]
    assert found["method"] == "model"
    assert all(list(theme) == ["name", "keywords", "example", "notes"] for theme in found["themes"])
    placed = [note for theme in found["themes"] for note in theme["notes"]] + found["ungrouped"]
    assert sorted(placed, key=str) == sorted([0, 1, 2, "mine", *range(4, len(rows))], key=str)
    assert all(theme["example"] in {row["text"] for row in rows} for theme in found["themes"])


def test_notes_are_sorted_into_themes(tmp_path: Path, themes: Themes) -> None:
    lines(
        tmp_path / "notes.jsonl", [{"text": "It opens too late in the morning"}, {"text": "The wifi is slow"}]
    )
    given = [
        {"name": "Opening hours", "notes": list(SAID["opening"][:2])},
        {"name": "Computers", "examples": list(SAID["computers"][:2])},
        {"name": "Staff", "notes": []},
        {"name": "Warm rooms"},
    ]
    (tmp_path / "themes.json").write_text(json.dumps(given))
    found = json.loads(themes("notes.jsonl", "--into", "themes.json").stdout)
    assert [note["note"] for note in found["notes"]] == [0, 1]
    assert [note["themes"][0]["theme"] for note in found["notes"]] == ["Opening hours", "Computers"]
    for note in found["notes"]:
        scores = [theme["score"] for theme in note["themes"]]
        assert len(scores) == 3
        assert 1 >= scores[0] >= scores[1] >= scores[2] >= 0


def test_nothing_is_told_to_the_makers_of_the_libraries(tmp_path: Path, themes: Themes) -> None:
    """The runtime keeps what it will send in a file below the home folder."""
    home = tmp_path / "home"
    home.mkdir()
    lines(tmp_path / "notes.jsonl", [{"text": "It opens too late"}, {"text": "The wifi is slow"}])
    assert json.loads(themes("notes.jsonl", home=home).stdout)["method"] == "model"
    assert list(home.rglob("*")) == []


def test_what_the_command_wrote_can_be_sorted_into(tmp_path: Path, themes: Themes) -> None:
    said = [{"text": text} for texts in SAID.values() for text in texts]
    lines(tmp_path / "notes.jsonl", said)
    assert themes("notes.jsonl", "--out", "themes.json").returncode == 0
    made = json.loads((tmp_path / "themes.json").read_text())["themes"]
    found = json.loads(themes("notes.jsonl", "--into", "themes.json").stdout)
    best = {note["note"]: note["themes"][0]["theme"] for note in found["notes"]}
    held = {note: theme["name"] for theme in made for note in theme["notes"]}
    assert sum(best[note] == name for note, name in held.items()) > len(held) * 0.9


def test_a_damaged_model_leaves_the_words(tmp_path: Path, themes: Themes) -> None:
    lines(tmp_path / "notes.jsonl", [{"text": note.text} for note in library()])
    (tmp_path / "model.onnx").write_bytes(b"damaged")
    done = themes("notes.jsonl", model="model.onnx")
    assert json.loads(done.stdout)["method"] == "words"
    assert "not the one expected" in done.stderr


def test_the_method_is_measured_set_by_set(tmp_path: Path, themes: Themes) -> None:
    rows: list[dict[str, Any]] = [
        {"set": "library", "text": note.text, "theme": TRUE[note.id]} for note in library()
    ]
    lines(tmp_path / "labelled.jsonl", [*rows, {"set": "library", "text": "Hello", "theme": "(none)"}])
    done = themes("--score", "labelled.jsonl")
    said = [line.split("  ")[0].strip() or line.strip().split("  ")[0] for line in done.stdout.splitlines()]
    assert [word for word in ("AMI", "ARI", "pair F1", "V") if word not in done.stdout] == []
    assert {"library", "library, with (none)", "mean", "mean, shuffled"} <= set(said)


BROKEN = {
    "no text": ('{"text": "good"}\n{"words": 1}\n', "notes.jsonl, line 2"),
    "not JSON": ('{"text": "good"}\n\nhello\n', "notes.jsonl, line 3"),
    "text is a number": ('{"text": 5}\n', "notes.jsonl, line 1"),
    "deep": ("[" * 100_000 + "\n", "notes.jsonl, line 1"),
    "empty": ("\n\n", "is empty"),
    "twice the same id": ('{"text": "a", "id": 1}\n{"text": "b", "id": 1}\n', "the same id"),
}


@pytest.mark.parametrize(("written", "said"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_said_to_be_so(tmp_path: Path, themes: Themes, written: str, said: str) -> None:
    (tmp_path / "notes.jsonl").write_text(written)
    done = themes("notes.jsonl")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_and_foreign_files_are_said_to_be_so(tmp_path: Path, themes: Themes) -> None:
    lines(tmp_path / "notes.jsonl", [{"text": "Tea"}])
    (tmp_path / "latin.jsonl").write_bytes(b'{"text": "caf\xe9"}')
    (tmp_path / "none.json").write_text("[]")
    assert "cannot be read" in themes("nowhere.jsonl").stderr
    assert "not text in UTF-8" in themes("latin.jsonl").stderr
    assert "has no themes" in themes("notes.jsonl", "--into", "none.json").stderr
    assert "cannot be written" in themes("notes.jsonl", "--out", "no/where.json").stderr
    assert "--score" in themes().stderr

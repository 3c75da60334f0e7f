"""A café of simulated people, over the real protocol: nothing lost, nothing twice, nobody meets again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ABOUT = (
    "<b>time</b> & =SUM(A1) calm with the same worker",
    "paperwork eats whole evenings",
    "a supervisor who listens every week",
    "schools and health at one table",
    "flats that young people can afford",
)
ROUNDS = ("helped", "suggestion", "solution")


def rehearse(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "workshop", "rehearse", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)  # noqa: S603


def said(folder: Path) -> list[dict[str, str]]:
    """What a file lets people say: notes of each round, answers, feedback; markup and formulas among it."""
    lines = [
        {"step": f"round-{no}", "kind": kind, "text": f"Idea {i} of round {no}: {ABOUT[i % len(ABOUT)]}"}
        for no, kind in enumerate(ROUNDS, 1)
        for i in range(30)
    ]
    lines += [{"step": "closing-1", "kind": "answer", "text": f"Answer {i}: more time"} for i in range(40)]
    lines += [{"step": "feedback", "kind": "feedback", "text": "Thank you 🙂"}]
    (folder / "said.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return lines


@pytest.fixture(scope="module")
def cafe(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, str]], dict[str, Any]]:
    folder = tmp_path_factory.mktemp("rehearsal")
    lines = said(folder)
    out = folder / "out"
    words = ("--plan", "explore", "--people", "92", "--notes", str(folder / "said.jsonl"), "--out", str(out))
    done = rehearse(*words)
    assert done.returncode == 0, done.stderr
    return out, lines, json.loads((out / "rehearsal.json").read_text())


Cafe = tuple[Path, list[dict[str, str]], dict[str, Any]]


def test_nothing_is_lost_or_doubled_and_nobody_meets_twice(cafe: Cafe) -> None:
    _, _, figures = cafe
    assert (figures["lost"], figures["duplicated"], figures["repeat_meetings"]) == (0, 0, 0)
    assert figures["people"] == 92
    assert figures["notes_sent"] == figures["notes_acked"] == figures["notes_in_harvest"] >= 90


def test_every_dot_that_was_cast_is_counted(cafe: Cafe) -> None:
    assert 0 < cafe[2]["dots_cast"] == cafe[2]["dots_counted"]


def test_every_theme_stands_in_the_harvest_as_everybody_saw_it_last(cafe: Cafe) -> None:
    _, _, figures = cafe
    assert (figures["themes"] > 5, figures["themes_altered"]) == (True, 0)


def test_facilitators_make_themes_of_suggestions(cafe: Cafe) -> None:
    deeds = cafe[2]["deeds"]
    assert deeds.get("accepted", 0) + deeds.get("adjusted", 0) >= 1


def test_after_the_vote_somebody_decides_and_the_answers_get_headings(cafe: Cafe) -> None:
    out, _, figures = cafe
    assert figures["decided"] == figures["decisions"] == 1
    harvest = json.loads((out / "harvest" / "harvest.json").read_text())
    assert harvest["questions"][0]["topics"]


LEVEL = """
name: At level tables
purpose: Settle what is level
minutes: 30
people: {groups: [Families, Schools]}
steps:
  - {activity: story_round, title: Our stories, minutes: 10, prompt: What helped?, note_kinds: [helped]}
  - {activity: themes, title: What belongs together, minutes: 10}
  - {activity: dot_voting, title: What next, minutes: 10, over: notes, where: table, dots: 1, take: 1}
"""


def test_ties_at_tables_are_settled_and_nobody_waits_for_a_worker_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKERS", "0")
    (tmp_path / "level.yaml").write_text(LEVEL)
    done = rehearse("--plan", str(tmp_path / "level.yaml"), "--people", "40", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    figures = json.loads((tmp_path / "rehearsal.json").read_text())
    harvest = json.loads((tmp_path / "harvest" / "harvest.json").read_text())
    assert figures["deeds"]["ties"] >= 1 <= figures["deeds"]["by_hand"]
    assert figures["deeds"]["without_suggestions"] == 8
    assert not figures["deeds"].keys() & {"accepted", "adjusted", "chips"}
    assert figures["decided"] == figures["decisions"] == figures["tables"]
    assert figures["dots_cast"] == figures["dots_counted"]
    votes = [vote for vote in harvest["votes"] if vote["runoff_of"] is None]
    assert all(sum(option["goes_on"] for option in vote["options"]) >= 1 for vote in votes)
    assert (figures["lost"], figures["duplicated"], figures["themes_altered"]) == (0, 0, 0)


def test_every_contribution_is_in_the_harvest_word_for_word(cafe: Cafe) -> None:
    out, lines, _ = cafe
    harvest = json.loads((out / "harvest" / "harvest.json").read_text())
    notes = [note["text"] for part in harvest["rounds"] for note in part["notes"]]
    everything = json.dumps(harvest, ensure_ascii=False)
    assert all(line["text"] in notes for line in lines if line["step"].startswith("round"))
    assert all(json.dumps(line["text"], ensure_ascii=False)[1:-1] in everything for line in lines)


def test_no_name_of_anybody_is_in_the_harvest(cafe: Cafe) -> None:
    harvest = (cafe[0] / "harvest" / "harvest.json").read_text()
    assert not [name for name in ("Oluwaseun", "Bronwen", "Marek", "Hal") if name in harvest]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "is empty"),
        ('{"step": "round-1", "kind": "helped", "text": "x"}\n' * 16 + "{broken", "notes.jsonl:17:"),
        ('{"step": "round-9", "kind": "helped", "text": "x"}', "there is no step round-9"),
        ('{"step": "round-1", "kind": "odd", "text": "x"}', "only helped, hindered"),
    ],
)
def test_a_file_of_notes_that_cannot_be_used_is_refused_in_words(
    tmp_path: Path, text: str, complaint: str
) -> None:
    (tmp_path / "notes.jsonl").write_text(text)
    done = rehearse("--plan", "explore", "--notes", str(tmp_path / "notes.jsonl"))
    assert (done.returncode, complaint in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_a_missing_file_of_notes_is_named(tmp_path: Path) -> None:
    done = rehearse("--notes", str(tmp_path / "none.jsonl"))
    assert done.returncode == 2
    assert "none.jsonl cannot be read" in done.stderr

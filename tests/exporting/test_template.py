"""``workshop export --template``: the report in an organisation's own Word file, or a clear refusal."""

from __future__ import annotations

from pathlib import Path

from tests.exporting.conftest import Told
from tests.harvest.day import CODE
from tests.harvest.paper import Paper
from tests.harvest.templates import LEAST, template


def ours(folder: Path, *lines: str) -> Path:
    path = folder / "ours.docx"
    path.write_bytes(template(*lines))
    return path


def test_the_report_is_written_in_the_template(told: Told, data: Path, tmp_path: Path) -> None:
    mine = ours(tmp_path, *LEAST, "Anytown Council")
    out = tmp_path / "out"
    told("export", CODE, "--data", data, "--out", out, "--format", "docx", "--template", mine)
    words = Paper((out / "report.docx").read_bytes()).paragraphs()
    assert words[0] == "A café"
    assert words[-1] == "Anytown Council"


def test_a_template_that_cannot_be_used_writes_nothing(told: Told, data: Path, tmp_path: Path) -> None:
    mine, out = ours(tmp_path, *LEAST, "{{ titel }}"), tmp_path / "out"
    said = told("export", CODE, "--data", data, "--out", out, "--template", mine, code=2)
    assert "There is no field “titel” here, in the text, in “{{ titel }}”. Did you mean “title”?" in said
    assert not out.exists()


def test_a_template_that_is_not_there_is_named(told: Told, data: Path, tmp_path: Path) -> None:
    said = told("export", CODE, "--data", data, "--out", tmp_path / "o", "--template", "nowhere.docx", code=2)
    assert "There is no file nowhere.docx" in said


def test_a_template_is_for_word(told: Told, data: Path, tmp_path: Path) -> None:
    mine = ours(tmp_path, *LEAST)
    said = told(
        "export", CODE, "--data", data, "--out", tmp_path / "o", "--format", "md", "--template", mine, code=2
    )
    assert "A template is for Word: give --format docx too, or leave --template away." in said

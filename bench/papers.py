"""Where the figures go: ``bench/results.json``, and into the documentation between two markers."""

from __future__ import annotations

import json
from pathlib import Path

from bench.figures import Figures
from bench.plot import picture
from bench.report import markdown

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "bench" / "results.json"
PAGE = ROOT / "docs" / "performance.md"
PICTURE = ROOT / "docs" / "images" / "performance.svg"
BEGIN, END = "<!-- `make bench` writes from here -->", "<!-- to here -->"


def between(page: str, text: str) -> str:
    """The page with ``text`` between its markers. Raises :class:`ValueError` if they are not there."""
    before, _, rest = page.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"The page has no {BEGIN} … {END}: put both lines where the figures belong.")
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"


def write_down(found: Figures) -> None:
    """Keep a run."""
    RESULTS.write_text(json.dumps(found, indent=1) + "\n")
    publish(found)


def publish(found: Figures) -> None:
    """Tell a run in the documentation."""
    PICTURE.write_text(picture(found))
    PAGE.write_text(between(PAGE.read_text(), markdown(found)))

"""Plans and steps made for a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

Write = Callable[[str | bytes], Path]
Told = Callable[[str | bytes], list[str]]


def step(activity: str, **fields: Any) -> dict[str, Any]:
    """One step, complete enough to be read."""
    needed: dict[str, dict[str, Any]] = {
        "story_round": {"prompt": "What helps?", "note_kinds": ["helped"], "minutes": 20},
        "closing_questions": {"questions": ["What now?"]},
        "presentation": {"words": "Look."},
    }
    return {"activity": activity, "title": activity, "minutes": 5, **needed.get(activity, {}), **fields}


def plan(*steps: dict[str, Any], **fields: Any) -> str:
    """A plan that begins with an arrival and gives no reason for advice, as YAML."""
    every = [step("arrival"), *steps]
    whole = {
        "name": "A café",
        "purpose": "To try it",
        "minutes": sum(each["minutes"] for each in every),
        "notice": "Who runs this.",
        "contacts": [{"name": "Amina"}],
        **fields,
        "steps": every,
    }
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)

"""Words of notes that stand in other entries too: suggestions, labels of ballots, experiments."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

# What stands in place of words that were taken back.
GONE = "…"

Body = dict[str, Any]


def _suggested(body: Body, _note: str) -> None:
    """Key phrases come from many notes at once; a worker reckons them again."""
    for guess in body["put"]:
        guess["keywords"] = guess["shared"] = []
    for near in body["near"].values():
        for theme in near:
            theme["words"] = []


def _started(body: Body, _note: str) -> None:
    body["hints"] = []


def _opened(body: Body, note: str) -> None:
    for option in body["options"]:
        if note in (option["id"], option.get("words_of")):
            option["label"] = GONE
            option["statement"] = ""


def _added(body: Body, note: str) -> None:
    if body.get("repeats") == note:
        body["idea"] = GONE


def _written(body: Body, note: str) -> None:
    if body.get("repeats") == note:
        body["value"] = GONE


COPIES: dict[str, Callable[[Body, str], None]] = {
    "suggestion.changed": _suggested,
    "theme.started": _started,
    "ballot.opened": _opened,
    "experiment.added": _added,
    "experiment.written": _written,
}


def without_copies(kind: str, body: str, note: str) -> str:
    """The body of an entry of such a kind, without words of this note."""
    given: Body = json.loads(body)
    COPIES[kind](given, note)
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))

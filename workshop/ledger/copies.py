"""Words that stand in other entries too: suggestions, labels of ballots, experiments, quotes."""

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


def _stated(body: Body, of: str) -> None:
    """Whoever quotes it: the words go, and the statement stays."""
    quote = body.get("quote")
    if quote is not None and quote["source"].partition("-")[2] == of:
        quote["words"] = GONE


COPIES: dict[str, Callable[[Body, str], None]] = {
    "suggestion.changed": _suggested,
    "theme.started": _started,
    "ballot.opened": _opened,
    "statement.added": _stated,
    "statement.written": _stated,
    "experiment.added": _added,
    "experiment.written": _written,
}


def written_by(body: Body) -> str | None:
    """The id of the note, the answer or the line of the chat whose words an entry holds."""
    found: str | None = body.get("note") or body.get("answer") or body.get("chat")
    return found


def without_copies(kind: str, body: str, of: str) -> str:
    """The body of an entry of such a kind, without words of this note, answer or line of the chat."""
    given: Body = json.loads(body)
    COPIES[kind](given, of)
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))

"""Which entries hold the words that are called so: ``note/ID``, ``answer/ID``, ``why/3/ID``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from workshop.ledger.copies import GONE
from workshop.ledger.records import Entry

# By kind: the types of entries, which of their fields say of what they are, and which holds the words.
HELD: dict[str, tuple[tuple[str, ...], tuple[str, ...], str]] = {
    "note": (("note.added", "note.edited"), ("note",), "text"),
    "why": (("priority.picked",), ("table", "note"), "why"),
    "answer": (("question.answered",), ("answer",), "text"),
    "chat": (("chat.said",), ("chat",), "text"),
    "missing": (("missing.said",), ("missing",), "text"),
    "feedback": (("feedback.given",), ("feedback",), "text"),
}


def without_words(entries: Iterable[Entry], of: str) -> Iterator[tuple[int, str]]:
    """The numbers of the entries that hold these words, each with its body as it is without them."""
    kind, _, name = of.partition("/")
    if kind not in HELD:
        return
    types, fields, words = HELD[kind]
    for entry in entries:
        if entry.type not in types:
            continue
        body: dict[str, Any] = json.loads(entry.body)
        called = "/".join(str(body.get(field)) for field in fields)
        if called == name and body.get(words, "") not in ("", GONE):
            body[words] = GONE
            yield entry.n, json.dumps(body, ensure_ascii=False, separators=(",", ":"))

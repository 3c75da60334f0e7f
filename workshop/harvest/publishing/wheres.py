"""Where words stand, in words: all that is said of them beside the words themselves."""

from __future__ import annotations

from typing import Any

from workshop.core.quotes import Words
from workshop.core.state import Workshop
from workshop.harvest.rounds import round_numbers

GROUPS = {
    "theme": "Name of a theme",
    "statement": "What a theme says",
    "includes": "What belongs in a theme",
    "excludes": "What does not belong in a theme",
    "decision": "Why something was decided",
    "decider": "Who decided",
    "tie": "How a tie was settled",
    "settler": "Who settled a tie",
    "passage": "A passage of the report",
    "heading": "Heading in the report",
    "said": "What the report says",
    "quoted": "A quote in the report",
    "context": "The context of the blueprint",
    "missing": "What somebody missed in a vote",
    "feedback": "How it was for somebody",
    "chat": "Chat of the plenary",
}


def where_words(state: Workshop, words: Words) -> str:
    """Such as: Table 3, round 1."""
    kind = words.of.partition("/")[0]
    if kind.startswith("experiment-"):
        return "An experiment in the blueprint"
    return GROUPS.get(kind) or _own(state, kind, words.thing)


def _own(state: Workshop, kind: str, thing: Any) -> str:
    if kind == "note":
        return f"Table {thing.table}, round {round_numbers(state).get(thing.step, 0)}"
    if kind == "why":
        return f"Why table {thing.table} chose an idea"
    return f"Answer to closing question {thing.question + 1}"

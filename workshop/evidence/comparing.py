"""One line as the report has it, and as the ledger has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workshop.core.checked import LEFT_OUT, REDACTED
from workshop.evidence.finding import Kind
from workshop.evidence.lines import Line
from workshop.evidence.quotes import quotes
from workshop.harvest.publishing import WITHHELD
from workshop.harvest.words import short

# Where people's own words stand, by section.
QUOTED = {
    "rounds.notes": ("text",),
    "priorities": ("text", "why"),
    "plenaries.chat": ("text",),
    "questions.answers": ("text",),
    "feedback.words": ("text",),
    "missing": ("text",),
    "decisions": ("why",),
    "blueprint.experiments": (
        *("idea", "why", "designed_by", "owner"),
        *("first_step", "prediction", "measures"),
    ),
    "blueprint.context": ("text",),
    "blueprint.issued": ("words", "context"),
    "statements": ("quote",),
}
THEMES = (
    *("themes", "questions.topics", "groups", "statements"),
    *("blueprint.in_the_way", "blueprint.helps", "blueprint.both"),
)
# Where hosts wrote, whose words are no quotes.
WRITTEN = ("passages", "statements")
NAMES = ("name", "statement", "includes", "excludes", "theme_name", "label", "barrier")
HOLDS = ("notes", "answers", "ideas", "differing", "themes")
LONG = 200
# What stands by now where somebody's words stood.
SINCE_OUT = {
    WITHHELD: "Whoever wrote that may not be quoted by now.",
    LEFT_OUT: "A host has left these words out, since they may show who somebody is.",
    REDACTED: "These words were redacted for good.",
}


def differences(given: Line, true: Line) -> Iterator[tuple[Kind, str]]:
    """What differs in what a line says, by its kind and in words."""
    for name in given.says | true.says:
        # A list of lines that is empty on one side: its lines are compared by themselves.
        mine, theirs = given.says.get(name, ()), true.says.get(name, ())
        if mine != theirs and not (_is_quote(given.section, name) and quotes(str(mine), str(theirs))):
            yield _kind(given.section, name, theirs), _words(given.section, name, mine, theirs)


def _is_quote(section: str, name: str) -> bool:
    return name in QUOTED.get(section, ())


def _kind(section: str, name: str, true: Any) -> Kind:
    if _is_quote(section, name):
        return "quote"
    if section in WRITTEN and name in ("text", "heading"):
        return "written"
    if section.startswith("votes"):
        return "vote"
    if name in NAMES:
        return "name"
    if section in THEMES and name in HOLDS and not isinstance(true, int):
        return "theme"
    if name in ("text", "verdict"):
        return "sentence"
    return "count" if isinstance(true, int) and not isinstance(true, bool) else "different"


def _words(section: str, name: str, mine: Any, theirs: Any) -> str:
    if _is_quote(section, name):
        if not theirs:
            return f"It says “{_shown(mine)}”, and that does not stand in the ledger any more."
        why = SINCE_OUT.get(theirs, "")
        said = f"It says “{_shown(mine)}”, and what stands in the ledger is “{_shown(theirs)}”."
        return f"{said} {why}".rstrip()
    if isinstance(mine, list | tuple) and isinstance(theirs, list | tuple):
        return f"“{_called(name)}” has {len(mine):,} of them, and {_held(mine, theirs)}"
    return f"“{_called(name)}” is {_value(mine)}, and the ledger gives {_value(theirs)}."


def _held(mine: Any, theirs: Any) -> str:
    if len(mine) != len(theirs):
        return f"the ledger gives {len(theirs):,}."
    return "the ledger gives others, or in another order."


def _called(name: str) -> str:
    return name.replace("_", " ")


def _value(value: Any) -> str:
    return f"“{_shown(value)}”" if isinstance(value, str) else str(value)


def _shown(value: Any) -> str:
    return short(str(value), LONG)

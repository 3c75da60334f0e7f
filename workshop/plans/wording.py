"""Plain words for what a field may hold, and for what is wrong with what it holds.

What is allowed is read from the settings' own types, so it can never differ from what is enforced.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from msgspec import inspect

from workshop.activities.flow import Trail
from workshop.core.plan import Kind
from workshop.plans.tree import Fields, Listing, Node, Single, find

_UNITS = {
    "minutes": "whole minutes",
    "seconds_each": "whole seconds",
    "closing_call": "whole seconds",
    "late_notes": "whole seconds",
    "reopen": "whole seconds",
    "seat_held": "whole seconds",
    "note_length": "a number of characters",
    "answer_length": "a number of characters",
}
_ITEMS = {
    "steps": "step",
    "contacts": "contact",
    "pictures": "picture",
    "questions": "question",
    "note_kinds": "note kind",
    "from_steps": "round",
    "groups": "group",
    "entries": "entry",
}
_SHOWN = 40


def subject(root: Node, trail: Trail) -> str:
    """What a sentence is about: ``minutes of step 3 “Break”``."""
    words: list[str] = []
    for depth, part in enumerate(trail):
        if isinstance(part, int):
            words[-1] = f"{_ITEMS[str(trail[depth - 1])]} {part + 1}{_title(find(root, trail[: depth + 1]))}"
        else:
            words.append(cut(part))
    return " of ".join(reversed(words)) or "this plan"


def _title(node: Node) -> str:
    title = node.values.get("title") if isinstance(node, Fields) else None
    return f" “{cut(title.text)}”" if isinstance(title, Single) and title.text else ""


def cut(text: str) -> str:
    """The beginning of it, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def near(word: str, words: list[str]) -> str:
    """A sentence that offers the word that was probably meant, or nothing."""
    plain = word[:_SHOWN].lower().replace("-", "_").replace(" ", "_")
    found = get_close_matches(plain, words, n=1, cutoff=0.6)
    return f" Did you mean {found[0]}?" if found else ""


def _bare(kind: Any) -> inspect.Type:
    """The type of a field without its description and without "or nothing"."""
    info = kind if isinstance(kind, inspect.Type) else inspect.type_info(kind)
    while isinstance(info, inspect.Metadata):
        info = info.type
    if isinstance(info, inspect.UnionType):
        kinds = [part for part in info.types if not isinstance(part, inspect.NoneType)]
        return _bare(kinds[0]) if len(kinds) == 1 else info
    return info


_KIND = _bare(Kind)


def allowed(name: str, kind: Any) -> str:
    """The sentence that says what this field may hold."""
    match _bare(kind):
        case inspect.IntType(ge=least, le=most):
            return f"Give {_UNITS.get(name, 'a whole number')} from {least:,} to {most:,}."
        case inspect.StrType(pattern=str()) as text:
            return _allowed_pattern(text)
        case inspect.StrType(max_length=None):
            return "Write words."
        case inspect.StrType(min_length=least, max_length=int(most)):
            return f"Write {'1 to' if least else 'at most'} {most:,} characters."
        case inspect.BoolType():
            return "Write true or false."
        case inspect.LiteralType(values=values):
            return f"Choose one of: {', '.join(map(str, values))}."
        case inspect.ListType(min_length=least, max_length=most):
            return f"Give a list of {f'{least} to' if least else 'at most'} {most}, each after a hyphen."
        case _:
            return "Give its fields on lines of their own, each with a name, a colon and a value."


def _allowed_pattern(text: inspect.StrType) -> str:
    if text == _KIND:
        return "Write one word in small letters, such as helped; digits and hyphens may follow."
    return "Give an address that begins with https://, or with / for one on this server."


def wrong(name: str, node: Node, kind: Any) -> str:
    """The rest of a sentence after its subject: what is wrong here, then what is allowed."""
    return f"{_what(node, _bare(kind))} {allowed(name, kind)}"


def _what(node: Node, kind: inspect.Type) -> str:
    if isinstance(node, Listing) and isinstance(kind, inspect.ListType):
        return f" has {len(node.items) or 'no'} {'item' if len(node.items) == 1 else 'items'}."
    if isinstance(node, Listing):
        return " is a list here."
    if isinstance(node, Fields):
        return " is a group of fields here."
    assert isinstance(node, Single)
    return _nothing(node) or f": {_shown(node)} {_single(node, kind)}"


def _nothing(node: Single) -> str:
    return " is empty." if node.value is None or node.value == "" else ""


def _single(node: Single, kind: inspect.Type) -> str:
    match kind, node.value:
        case inspect.StrType(), bool() | int() | float():
            return f"needs quotation marks to be words: '{cut(node.text)}'."
        case inspect.StrType(max_length=int(most)), str(text) if len(text) > most:
            over = len(text) - most
            return f"is too long by {over:,} {'character' if over == 1 else 'characters'}."
        case inspect.IntType() | inspect.BoolType(), str() if not node.plain:
            return "stands in quotation marks, so it is read as words. Take them away."
        case inspect.IntType(), str():
            return "is not a number."
        case inspect.LiteralType(values=values), _:
            return f"is not allowed.{near(node.text, [str(value) for value in values])}"
        case _:
            return "is not allowed."


def _shown(node: Single) -> str:
    if isinstance(node.value, bool) or not isinstance(node.value, int | float):
        return f"“{cut(node.text)}”"
    return cut(node.text).replace("-", "−")

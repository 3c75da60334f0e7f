"""Other people's words in other formats: shown as they are, never read as structure or as formulas."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

# What Markdown reads anywhere in a line; `:` only where an address would become a link.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>&|~$])")
_ADDRESS = re.compile(r"(?i)(?<=[a-z]):(?=//)|(?<=\bwww)\.")
# What Markdown reads at the beginning of a line: headings, lists, rules, underlined headings.
_BEGINNING = re.compile(r"^([#+\-=:]|\d+(?=[.)]))")

# What a spreadsheet takes for a formula, in any width, and the whites that may hide it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def markdown(value: Any) -> str:
    """Text as Markdown that shows it word for word, all in one line. ``Markup`` is Markdown already."""
    if isinstance(value, Markup):
        return value
    return "<br>".join(_line(line) for line in str(value).splitlines())


def _line(line: str) -> str:
    """One line. White space at its beginning could make it code, so it goes."""
    words = _ANYWHERE.sub(r"\\\1", line.strip())
    words = _ADDRESS.sub(lambda found: "\\" + found.group(), words)
    return _BEGINNING.sub(_escaped_beginning, words)


def _escaped_beginning(found: re.Match[str]) -> str:
    begin = found.group(1)
    # A number is a list only through the sign behind it.
    return f"{begin}\\" if begin.isdigit() else f"\\{begin}"


def cell(value: Any) -> Any:
    """A cell that no spreadsheet calculates: an apostrophe goes before what could be a formula."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value

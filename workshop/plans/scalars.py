"""Single values as YAML 1.2 reads them (its core schema, section 10.3.2), not as PyYAML does.

PyYAML follows YAML 1.1: ``no`` would be false and ``12:30`` the number 750.
"""

from __future__ import annotations

import re

Value = str | int | float | bool | None

_WORDS: dict[str, Value] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_LONGEST_INT = 18


def value_of(text: str, *, plain: bool) -> Value:
    """What a scalar means. Only a ``plain`` one, without quotation marks, can be anything but text."""
    if not plain:
        return text.strip()
    if text in _WORDS:
        return _WORDS[text]
    # Python refuses numbers of thousands of digits. As a float such a number is still out of any range.
    if _INT.fullmatch(text) and len(text) <= _LONGEST_INT:
        return int(text)
    if _BASED.fullmatch(text) and len(text) <= _LONGEST_INT:
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text

"""As much of JSON Schema (2020-12) as our description uses. What is not known here is no pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

KNOWN = {
    "$ref", "title", "description", "default", "type", "enum", "const", "anyOf", "minimum", "maximum",
    "minLength", "maxLength", "pattern", "items", "prefixItems", "minItems", "maxItems", "properties",
    "required", "additionalProperties",
}  # fmt: skip
KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def wrong(value: Any, schema: Any, parts: dict[str, Any], at: str = "") -> Iterator[str]:
    """Everything about a value that does not fit. A field that is not described does not fit either."""
    assert set(schema) <= KNOWN, f"{at}: {set(schema) - KNOWN}"
    if "$ref" in schema:
        yield from wrong(value, parts[schema["$ref"].rpartition("/")[2]], parts, at)
    if "anyOf" in schema and all([*wrong(value, one, parts, at)] for one in schema["anyOf"]):
        yield f"{at} is none of its choices"
    kind = schema.get("type")
    if kind and (not isinstance(value, KINDS[kind]) or (isinstance(value, bool) and kind != "boolean")):
        yield f"{at} is no {kind}"
    elif isinstance(value, dict) and kind == "object":
        yield from _object(value, schema, parts, at)
    elif isinstance(value, list):
        yield from _list(value, schema, parts, at)
    else:
        yield from _plain(value, schema, at)


def _object(value: dict[str, Any], schema: Any, parts: dict[str, Any], at: str) -> Iterator[str]:
    fields, others = (
        schema.get("properties", {}),
        schema.get("additionalProperties", "properties" not in schema),
    )
    yield from (f"{at} lacks {name}" for name in schema.get("required", ()) if name not in value)
    for name, one in value.items():
        if name in fields:
            yield from wrong(one, fields[name], parts, f"{at}.{name}")
        elif isinstance(others, dict):
            yield from wrong(one, others, parts, f"{at}.{name}")
        elif not others:
            yield f"{at}.{name} is not described"


def _list(value: list[Any], schema: Any, parts: dict[str, Any], at: str) -> Iterator[str]:
    first = schema.get("prefixItems", [])
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{at} has {len(value)} items"
    for no, one in enumerate(value):
        shape = first[no] if no < len(first) else schema.get("items", {})
        if shape is False:
            yield f"{at}[{no}] is too many"
        else:
            yield from wrong(one, shape, parts, f"{at}[{no}]")


def _plain(value: Any, schema: Any, at: str) -> Iterator[str]:
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at} is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{at} is not {schema['const']}"
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at} is out of bounds"
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at} does not look like {schema['pattern']}"

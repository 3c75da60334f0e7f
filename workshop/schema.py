"""JSON Schemas of everything that travels, and its reference: ``python -m workshop.schema [--check]``.

``docs/schemas/`` is for people who write another client; ``static/wire/`` is made from it for our own.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from workshop.activities.plan import AnyStep, Plan
from workshop.activities.rooms import RULES, VIEWS
from workshop.api.openapi import openapi
from workshop.core.messages import Command, type_of
from workshop.harvest.model import Harvest
from workshop.live import wire
from workshop.reference import reference

HERE = Path(__file__).resolve().parent.parent
FOLDER = HERE / "docs" / "schemas"


def _schema(title: str, shapes: dict[str, Any]) -> dict[str, Any]:
    """One self-contained schema whose ``$defs`` hold every shape, and whose properties name them."""
    kinds = list(dict.fromkeys(shapes.values()))
    found, parts = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    by_kind = dict(zip(kinds, found, strict=True))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "additionalProperties": False,
        "required": sorted(shapes),
        "properties": {name: by_kind[kind] for name, kind in shapes.items()},
        "$defs": {name: _closed(part) for name, part in sorted(parts.items())},
    }


def _closed(part: dict[str, Any]) -> dict[str, Any]:
    """What the server sends has every field, always; what it reads says itself which it may do without."""
    for shape in part.get("properties", {}).values():
        if shape == {"type": "object"}:
            shape["additionalProperties"] = True
    if part.get("type") == "object" and "properties" in part:
        part.setdefault("additionalProperties", False)
        if part["title"].endswith("Doc") or hasattr(wire, part["title"]):
            part["required"] = list(part["properties"])
    return part


def commands() -> dict[str, Any]:
    return _schema("Commands", {type_of(kind): kind for kind in _sorted(RULES)})


def _sorted(kinds: Any) -> list[type[Command]]:
    return sorted(kinds, key=type_of)


def documents() -> dict[str, Any]:
    return _schema(
        "Documents", {f"{view.stream}:{view.name}": view.shape for _, view in sorted(VIEWS.items())}
    )


def frames() -> dict[str, Any]:
    kinds = (
        wire.Welcome,
        wire.Frame,
        wire.Snapshot,
        wire.Unfollow,
        wire.Weather,
        wire.Synced,
        wire.Done,
        wire.Refusal,
    )
    return _schema("Frames", {kind.__name__: kind for kind in kinds})


def plans() -> dict[str, Any]:
    return _schema("Plans", {"plan": Plan, "step": AnyStep})


def harvest() -> dict[str, Any]:
    """``harvest.json`` itself, which a program may check a file against."""
    found, parts = msgspec.json.schema_components([Harvest], ref_template="#/$defs/{name}")
    root = found[0]["$ref"].rpartition("/")[2]
    defs = {name: _closed(part) for name, part in sorted(parts.items())}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **defs.pop(root), "$defs": defs}


def files() -> dict[Path, str]:
    """Every file this module writes, with its text."""
    made = {
        "commands": commands(),
        "documents": documents(),
        "frames": frames(),
        "plan": plans(),
        "harvest": harvest(),
        "openapi": openapi(),
    }
    schemas = {FOLDER / f"{name}.json": json.dumps(schema, indent=2) + "\n" for name, schema in made.items()}
    return {**schemas, FOLDER.parent / "reference.md": reference()}


def main(arguments: list[str]) -> int:
    stale = [path for path, words in files().items() if not path.exists() or path.read_text() != words]
    if "--check" in arguments:
        for path in stale:
            print(f"{path.relative_to(HERE)} is not what the message types say. Run: make types")
        return bool(stale)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in stale:
        path.write_text(files()[path])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

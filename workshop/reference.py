"""``docs/reference.md``: every command, document and event, written from the message types themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import msgspec

from workshop.activities.rooms import EVENTS, RULES, VIEWS
from workshop.core.messages import type_of
from workshop.core.views import key

HEAD = """# Reference: commands, documents, events

Made by `make types` from the message types; do not edit. `docs/protocol.md` says how they travel,
`docs/schemas/` holds the same as JSON Schema.
"""


def reference() -> str:
    parts = (HEAD, *_commands(), *_documents(), *_events())
    return "\n".join(parts)


def _commands() -> Iterator[str]:
    yield "## Commands\n\nA browser may send these, each with an `id` of its own making.\n"
    yield "| command | fields (those with ? may be left out) | what it does |\n|---|---|---|"
    for kind in sorted(RULES, key=type_of):
        yield f"| `{type_of(kind)}` | {_fields(kind)} | {_words(kind)} |"


def _documents() -> Iterator[str]:
    yield "\n## Documents\n\nWhat a stream shows, by key. `…` stands for an id.\n"
    yield "| stream | key | fields | |\n|---|---|---|---|"
    for view in sorted(VIEWS.values(), key=lambda view: (view.stream, view.name)):
        name = key(view.name, "" if view.keys.__name__ == "one" else "…")
        yield f"| `{view.stream}` | `{name}` | {_fields(view.shape)} | {_words(view.shape)} |"


def _events() -> Iterator[str]:
    yield "\n## Events\n\nThe facts in the ledger. A stream names the type of each event it carries.\n"
    yield "| event | fields | |\n|---|---|---|"
    for kind in sorted(EVENTS, key=type_of):
        yield f"| `{type_of(kind)}` | {_fields(kind)} | {_words(kind)} |"
    yield ""


def _fields(kind: type[msgspec.Struct]) -> str:
    named = (f for f in msgspec.structs.fields(kind) if f.name != "id" or "Doc" in kind.__name__)
    return ", ".join(f"`{f.encode_name}{'' if f.required else '?'}`" for f in named) or "–"


def _words(kind: type[Any]) -> str:
    """The first sentences of the docstring, on one line."""
    own = inspect.cleandoc(kind.__dict__.get("__doc__") or "")
    return " ".join(own.replace("``", "`").replace("|", "\\|").split())

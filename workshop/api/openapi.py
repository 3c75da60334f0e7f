"""What there is to read, as OpenAPI 3.1 says it: made from the resources and the types of what they give."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

from workshop.api.paging import MOST, USUAL
from workshop.api.resources import RESOURCES, STATUSES, Resource
from workshop.api.scopes import SCOPES
from workshop.api.shapes import Problem
from workshop.webhooks.message import EVENTS, Message

ROOT = "/api/v1"
Doc = dict[str, Any]

ABOUT = """What story cafés leave behind, for other systems.

Times are milliseconds since 1970 (UTC). New fields may come at any time: ignore those you do not know. What
has a name here keeps its meaning for as long as the address begins with /api/v1."""
SAYS = {
    "400": "Something behind the question mark is wrong; `detail` says what is allowed.",
    "401": "No key, or none that is good.",
    "403": "A good key, for other things.",
    "404": "There is no such thing, or not for this key.",
    "409": "The café has not been closed, or its harvest was made anew between two pages.",
    "429": "Asked too often. `Retry-After` says after how many seconds to try again.",
    "503": "The server cannot answer right now. `Retry-After` says after how many seconds to try again.",
}
QUERY: dict[str, Doc] = {
    "limit": {
        "description": "How many at once.",
        "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
    },
    "cursor": {
        "description": "`next` of the page before. Without it the list begins.",
        "schema": {"type": "string"},
    },
    "status": {
        "description": "Only cafés that are so far.",
        "schema": {"type": "string", "enum": list(STATUSES)},
    },
}
PARTS = {
    "code": "The code that people joined with. Spaces, dashes and small letters do not matter.",
    "theme": "The id of a theme.",
    "no": "The number of a version, from 1 on.",
}


@cache
def described() -> bytes:
    """The description as it is served."""
    return msgspec.json.encode(openapi())


def openapi() -> Doc:
    shapes = list(dict.fromkeys([*(each.shape for each in RESOURCES), Problem, Message]))
    found, parts = msgspec.json.schema_components(shapes, ref_template="#/components/schemas/{name}")
    refs: dict[Any, Doc] = dict(zip(shapes, found, strict=True))
    return {
        "openapi": "3.1.0",
        "info": {"title": "Story café", "version": "1", "description": ABOUT},
        "servers": [{"url": ROOT}],
        "security": [{"key": []}],
        "paths": {each.path: {"get": _operation(each, refs)} for each in RESOURCES},
        "webhooks": {event: {"post": _told(refs[Message])} for event in EVENTS.values()},
        "components": {
            "securitySchemes": {"key": _key()},
            "schemas": dict(sorted(parts.items())),
            "responses": {f"problem-{status}": _problem(status, refs[Problem]) for status in SAYS},
        },
    }


def _key() -> Doc:
    scopes = "\n".join(f"- `{name}`: {words}" for name, words in SCOPES.items())
    return {
        "type": "http",
        "scheme": "bearer",
        "description": f"A key that whoever looks after the server has made. Its scopes:\n\n{scopes}",
    }


def _operation(resource: Resource, refs: dict[Any, Doc]) -> Doc:
    wanted = " or ".join(f"`{scope}`" for scope in resource.scopes)
    late = " It comes when the host closes the café." if resource.of_harvest else ""
    statuses = [status for status in SAYS if resource.of_harvest or status != "409"]
    return {
        "operationId": resource.name,
        "summary": resource.words,
        "description": f"{resource.words}{late} Takes a key with {wanted}.",
        "parameters": [*_parts(resource), *_query(resource)],
        "responses": {
            "200": _answer(refs[resource.shape]),
            "304": {"description": "What the other side has already (If-None-Match) is still right."},
            **{status: {"$ref": f"#/components/responses/problem-{status}"} for status in statuses},
        },
    }


def _parts(resource: Resource) -> list[Doc]:
    fixed = {"in": "path", "required": True, "schema": {"type": "string"}}
    names = re.findall(r"{(\w+)}", resource.path)
    return [{"name": name, "description": PARTS[name]} | fixed for name in names]


def _query(resource: Resource) -> list[Doc]:
    return [{"name": name, "in": "query", "required": False} | QUERY[name] for name in resource.query]


def _answer(shape: Doc) -> Doc:
    return {
        "description": "Here it is.",
        "headers": {"ETag": {"schema": {"type": "string"}, "description": "Changes when the answer does."}},
        "content": {"application/json": {"schema": shape}},
    }


def _problem(status: str, shape: Doc) -> Doc:
    return {"description": SAYS[status], "content": {"application/problem+json": {"schema": shape}}}


def _told(shape: Doc) -> Doc:
    """What we send, for those who were added with ``workshop webhooks add``."""
    names = ("webhook-id", "webhook-timestamp", "webhook-signature")
    fixed = {"in": "header", "required": True, "schema": {"type": "string"}}
    return {
        "summary": "Something has happened. Signed as Standard Webhooks has it.",
        "security": [],
        "parameters": [{"name": name} | fixed for name in names],
        "requestBody": {"required": True, "content": {"application/json": {"schema": shape}}},
        "responses": {"2XX": {"description": "Heard. Anything else, and it is sent again later."}},
    }

"""All that a document is made from."""

from __future__ import annotations

from typing import Any

import msgspec


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """A picture on paper. ``width`` and ``height`` in millimetres; ``says`` is for whoever cannot see it."""

    png: bytes
    width: float
    height: float
    title: str
    says: str


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """``fields``: see :mod:`sections`. ``at``: the moment of the file's properties, in ms since 1970."""

    template: bytes
    fields: dict[str, Any]
    pictures: dict[str, Drawing]
    title: str
    at: int

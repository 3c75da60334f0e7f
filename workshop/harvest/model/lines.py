"""What every line of a harvest has."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

Anchor = Annotated[str, Meta(description="What documents call this line: note-…, theme-…, vote-…")]
Seconds = Annotated[int, Meta(ge=0)]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Has every field, always."""


class Line(Part, frozen=True, kw_only=True):
    """``entries``: numbers of the ledger entries behind it; ``evidence``: the anchors of what it rests on."""

    anchor: Anchor
    entries: tuple[int, ...]
    evidence: tuple[Anchor, ...]


class Sentence(Line, frozen=True, kw_only=True):
    """Words that are computed, never typed."""

    text: str

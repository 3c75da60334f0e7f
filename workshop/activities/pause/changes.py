"""Nothing happens in a break but that its step opens and closes."""

from __future__ import annotations

from workshop.core.messages import Event

CHANGES: dict[type[Event], object] = {}

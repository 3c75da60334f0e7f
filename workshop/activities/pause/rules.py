"""A break asks nothing of anyone."""

from __future__ import annotations

from workshop.core.messages import Command

RULES: dict[type[Command], object] = {}

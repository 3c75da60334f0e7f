"""A presentation is looked at; nobody gives it commands."""

from __future__ import annotations

from workshop.core.messages import Command

RULES: dict[type[Command], object] = {}

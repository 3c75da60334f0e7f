"""A break. Plans call it ``break``, which Python keeps for itself."""

from __future__ import annotations

from workshop.core.plan import StepSettings


class Break(StepSettings, frozen=True, kw_only=True, tag="break"):
    pass

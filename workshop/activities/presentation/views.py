"""A presentation shows what its settings say; everyone has those in the step itself."""

from __future__ import annotations

from workshop.core.messages import Event
from workshop.core.views import View

VIEWS: tuple[View, ...] = ()
TOUCHES: dict[type[Event], object] = {}

"""How a process behaves that works beside a server."""

from __future__ import annotations

import os
from contextlib import suppress

NICENESS = 10


def give_way() -> None:
    """Run when nobody else wants to. Niceness alone made notes on the same core a fifth slower (p95)."""
    with suppress(OSError):  # where not even that is allowed, it is one among others
        os.nice(NICENESS)
        if hasattr(os, "SCHED_IDLE"):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))

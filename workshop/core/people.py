"""Who someone is in a workshop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workshop.core.plan import Attribution

Role = Literal["host", "facilitator", "participant", "screen"]

HOST: Role = "host"
FACILITATOR: Role = "facilitator"
PARTICIPANT: Role = "participant"
SCREEN: Role = "screen"


@dataclass(slots=True)
class Person:
    """Someone in a workshop. ``name`` comes from the person table, never from the ledger.

    ``quoting``: whether short sentences of theirs may be quoted, as they said; with which ``attribution``.
    """

    id: str
    role: Role
    name: str
    joined_at: int
    gone: bool = False
    checks: frozenset[str] = frozenset()
    group: str = ""
    quoting: bool = False
    attribution: Attribution = "anonymous"

    @property
    def hosts(self) -> bool:
        return self.role == HOST

    @property
    def leads(self) -> bool:
        return self.role == FACILITATOR

    @property
    def sits(self) -> bool:
        """Whether this person takes a seat at a table."""
        return self.role in (PARTICIPANT, FACILITATOR) and not self.gone

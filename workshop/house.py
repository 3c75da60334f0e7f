"""What all desks of a process share. The conductor is that house."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from workshop.ledger.ledger import Ledger
from workshop.orders import Teller
from workshop.press import Press

if TYPE_CHECKING:
    from workshop.desk import Desk


class House(Protocol):
    """``now``: the server's clock, in milliseconds."""

    @property
    def ledger(self) -> Ledger: ...
    @property
    def press(self) -> Press: ...
    @property
    def teller(self) -> Teller: ...
    @property
    def now(self) -> Callable[[], int]: ...
    def retire(self, desk: Desk) -> bool:
        """Whether this desk may go from memory."""

"""A tray: the orders that wait at one desk."""

from __future__ import annotations

import threading
from collections import deque

from workshop.orders import STOP, Order


class Tray:
    """Many put orders in, one worker takes them out."""

    def __init__(self) -> None:
        self._orders: deque[Order] = deque()
        self._some = threading.Event()
        self._shut = False

    def __len__(self) -> int:
        """How many orders have come in and not been taken up."""
        return len(self._orders)

    def put(self, order: Order) -> bool:
        """Take an order, or say that this desk takes no more."""
        if self._is_shut():
            return False
        self._orders.append(order)
        if self._is_shut() and self._taken_back(order):
            return False
        if not self._some.is_set():
            self._some.set()
        return True

    def _is_shut(self) -> bool:
        return self._shut

    def _taken_back(self, order: Order) -> bool:
        """It came in the moment the tray was shut: if the worker has not seen it, it never will."""
        try:
            self._orders.remove(order)
        except ValueError:
            return False
        return True

    def shut_if_empty(self) -> bool:
        """Take no more, unless something waits. Shut before it is looked into: none slips in between."""
        self._shut = True
        if self._orders:
            self._shut = False
        return self._shut

    def stop(self) -> None:
        """The worker is to carry out what has come in, and then to go."""
        self._shut = True
        self._orders.append(STOP)
        self._some.set()

    def wait(self, seconds: float) -> bool:
        """Until something is there, or not within that time."""
        if self._orders:
            return True
        self._some.clear()
        # What came in between was there before it was cleared: look again.
        return bool(self._orders) or self._some.wait(seconds)

    def take(self, most: int) -> list[Order]:
        """What waits, the oldest first."""
        return [self._orders.popleft() for _ in range(min(most, len(self._orders)))]

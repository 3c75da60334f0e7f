"""What pictures show, read from a café once for everybody who looks at the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from workshop.pictures.data import Data

# So much is kept in memory, over all cafés.
MOST = 32


class Album:
    """The data of the latest pictures. Reading costs the desk of a café some 20 ms where there are 2,000
    notes, and a thousand phones may ask for one picture in the same few seconds.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Data] = OrderedDict()

    def data(self, sign: Hashable, read: Callable[[], Data]) -> Data:
        """``sign`` stands for all that is read. Call it from any thread."""
        found = self._kept.get(sign)
        if found is None:
            found = self._kept[sign] = read()
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return found

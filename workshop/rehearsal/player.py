"""A guest with something to do: what simulated people do in each kind of step."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from typing import Any

from workshop.errors import Refused
from workshop.rehearsal.guest import Guest


class Player:
    """Plays one guest's part. ``minute``: the seconds that a planned minute lasts; 0 is flat out.

    ``patience``: how many seconds to wait for suggestions.
    """

    def __init__(
        self, guest: Guest, leads: bool, chance: random.Random, minute: float, patience: float
    ) -> None:
        self.guest = guest
        self.patience = patience
        self.leads = leads
        self.chance = chance
        self.minute = minute
        self.written: dict[str, str] = {}
        self.answered: dict[tuple[str, int], str] = {}
        self.paper: dict[str, dict[str, int]] = {}
        self.refused: Counter[str] = Counter()
        # What was done on boards and after votes, by what it was; and the votes after which one decided.
        self.deeds: Counter[str] = Counter()
        self.decided: set[str] = set()

    async def pause(self, step: dict[str, Any], share: float) -> None:
        """Think for a part of the step's time."""
        await asyncio.sleep(self.minute * step["settings"]["minutes"] * share * self.chance.random())

    async def try_to(self, type_: str, **fields: Any) -> str | None:
        """Send something that others may have made impossible meanwhile; counted when it is refused."""
        try:
            return await self.guest.send(type_, **fields)
        except Refused as refused:
            self.refused[refused.code] += 1
            return None

    async def counts(self, deed: str, type_: str, **fields: Any) -> None:
        """The same, counted as this deed when it was done."""
        if await self.try_to(type_, **fields) is not None:
            self.deeds[deed] += 1

"""Everybody who takes part in a rehearsal, and the host who leads them through the plan."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator
from typing import Any

from workshop.rehearsal.guest import Figures, Guest
from workshop.rehearsal.notes import Words
from workshop.rehearsal.parts import play
from workshop.rehearsal.player import Player

FIRST_NAMES = [
    "Amina",
    "Bethan",
    "Callum",
    "Dilys",
    "Ewan",
    "Farah",
    "Grace",
    "Hamza",
    "Ines",
    "Josef",
    "Kofi",
    "Leila",
    "Marek",
    "Nadia",
    "Oluwaseun",
    "Priya",
    "Rhian",
    "Sam",
    "Tom",
    "Uma",
    "Vera",
    "Wanda",
    "Xin",
    "Yusuf",
    "Zoe",
    "Aled",
    "Bronwen",
    "Carys",
    "Dev",
    "Elif",
]
# Of all participants: who comes after the first round has begun, and who leaves before the end.
LATE, LEAVING = 0.15, 0.1


class Company:
    """The players, in and out of the café."""

    def __init__(self, base: str, words: Words, minute: float) -> None:
        self.base = base
        self.words = words
        self.minute = minute
        self.figures = Figures()
        self.players: list[Player] = []
        self.late: list[Player] = []

    def cast(self, people: int, facilitators: int, in_time: bool) -> None:
        """Give out the parts. ``in_time``: nobody comes late."""
        for no in range(people):
            leads = no < facilitators
            name = f"{FIRST_NAMES[no % len(FIRST_NAMES)]}{no // len(FIRST_NAMES) or ''}"
            chance = random.Random(self.words.chance.random())  # noqa: S311
            self.players.append(Player(Guest(name, self.base, self.figures), leads, chance, self.minute))
        participants = self.players[facilitators:]
        if not in_time:
            self.late = participants[len(participants) - round(len(participants) * LATE) :]

    @property
    def present(self) -> list[Player]:
        return [p for p in self.players if not p.guest.gone and p.guest.boot]

    async def enter(self, players: list[Player], code: str, facilitator_link: str) -> None:
        """Join and connect, a handful at a time, as people do."""
        gate = asyncio.Semaphore(8)

        async def one(player: Player) -> None:
            async with gate:
                await player.guest.join(facilitator_link if player.leads else f"{self.base}/j/{code}")
                await player.guest.connect()

        await asyncio.gather(*(one(player) for player in players))

    async def play(self, step: dict[str, Any], rounds: list[str]) -> None:
        """Everybody present takes part in one step, those who come late included."""
        players = self.present
        lines = list(self._lines(step, rounds, players))
        await asyncio.gather(
            *(play(player, step, [hands[no] for hands in lines]) for no, player in enumerate(players))
        )

    def _lines(self, step: dict[str, Any], rounds: list[str], players: list[Player]) -> Iterator[Any]:
        """The lines of the file for each place of this step, shared among the players."""
        if not self.words.from_file:
            return
        settings = step["settings"]
        if settings["activity"] == "story_round":
            yield self.words.hand_out(f"round-{rounds.index(step['id']) + 1}", len(players))
        elif settings["activity"] == "closing_questions":
            for no in range(len(settings["questions"])):
                yield self.words.hand_out(f"closing-{no + 1}", len(players))
        elif settings["activity"] == "feedback":
            yield self.words.hand_out("feedback", len(players))

    async def say_goodbye(self, share: float) -> None:
        """Some participants leave: half of them say so, the others just close the lid."""
        staying = [p for p in self.present if not p.leads]
        for no, player in enumerate(staying[: round(len(staying) * share)]):
            if no % 2:
                await player.guest.send("person.leave")
            await player.guest.leave()

    async def go_home(self) -> None:
        await asyncio.gather(*(player.guest.leave() for player in self.present))


def rounds_of(guest: Guest) -> list[str]:
    """The ids of the story rounds, in order."""
    steps = sorted(guest.all("hall", "step"), key=lambda step: step["place"])
    return [step["id"] for step in steps if step["settings"]["activity"] == "story_round"]


class Director:
    """The simulated host: opens every step in turn, and closes the café."""

    def __init__(
        self, host: Guest, company: Company, code: str, facilitator_link: str, say: Callable[[str], None]
    ) -> None:
        self._say = say
        self.host = host
        self.company = company
        self._code = code
        self._link = facilitator_link

    async def lead(self) -> None:
        rounds = rounds_of(self.host)
        steps = sorted(self.host.all("hall", "step"), key=lambda step: step["place"])
        before = None
        for step in steps:
            if step["id"] in rounds[1:2]:
                await self.company.say_goodbye(LEAVING)
            await self.host.send("step.next", after=before, call=self.company.minute > 0)
            await self._opened(step["id"])
            self._say(f"{step['settings']['title']} …")
            await self._during(step, rounds)
            before = step["id"]
        await self.host.send("workshop.close")

    async def _opened(self, step_id: str) -> None:
        await self.host.until(lambda: self.host.step is not None and self.host.step["id"] == step_id)

    async def _during(self, step: dict[str, Any], rounds: list[str]) -> None:
        began = asyncio.get_running_loop().time()
        late = self.company.late if step["id"] in rounds[:1] else []
        playing = asyncio.create_task(self.company.play(step, rounds))
        if late:
            await self.company.enter(late, self._code, self._link)
        if step["settings"]["activity"] == "plenary":
            await self._hear_the_tables(step)
        await playing
        silent: list[list[Any]] = [[]] if self.company.words.from_file else []
        await asyncio.gather(*(play(player, step, silent) for player in late))
        # At the real pace a step lasts as long as planned.
        lasts = step["settings"]["minutes"] * self.company.minute
        await asyncio.sleep(max(0.0, began + lasts - asyncio.get_running_loop().time()))

    async def _hear_the_tables(self, step: dict[str, Any]) -> None:
        slots = [slot for slot in self.host.all("hall", "slot") if slot["step"] == step["id"]]
        share = step["settings"]["minutes"] * self.company.minute / max(1, len(slots))
        for slot in sorted(slots, key=lambda slot: slot["table"]):
            await self.host.send("plenary.call", step=step["id"], table=slot["table"])
            await asyncio.sleep(share)
        await self.host.send("plenary.call", step=step["id"], table=None)

"""Everybody who takes part in a rehearsal, and the host who leads them through the plan."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator
from typing import Any

from workshop.rehearsal.deciding import decide, miss
from workshop.rehearsal.drafting import issue
from workshop.rehearsal.grouping import name, sort_answers, wall_of
from workshop.rehearsal.guest import Figures, Guest
from workshop.rehearsal.notes import Words
from workshop.rehearsal.parts import play, vote_again
from workshop.rehearsal.player import Player
from workshop.rehearsal.writing import write_report

FIRST_NAMES = [
    *("Amina", "Bethan", "Callum", "Dilys", "Ewan", "Farah", "Grace", "Hamza", "Ines", "Josef"),
    *("Kofi", "Leila", "Marek", "Nadia", "Oluwaseun", "Priya", "Rhian", "Sam", "Tom", "Uma"),
    *("Vera", "Wanda", "Xin", "Yusuf", "Zoe", "Aled", "Bronwen", "Carys", "Dev", "Elif"),
]
# Of all participants: who comes after the first round has begun, and who leaves before the end.
LATE, LEAVING = 0.15, 0.1
# And who says where they are from, where the café asks.
SAYS_GROUP = 0.9
# And who says that their words may be quoted.
AGREES = 0.8


class Company:
    """The players, in and out of the café."""

    def __init__(self, base: str, words: Words, minute: float, patience: float) -> None:
        self.base = base
        self.patience = patience
        self.words = words
        self.minute = minute
        self.figures = Figures()
        self.players: list[Player] = []
        self.late: list[Player] = []
        # Who hosts, where that is one of us; and what stood on all boards at the end, by id.
        self.host: Player | None = None
        self.themes: dict[str, dict[str, Any]] = {}

    def cast(self, people: int, facilitators: int, in_time: bool) -> None:
        """Give out the parts. ``in_time``: nobody comes late."""
        for no in range(people):
            leads = no < facilitators
            name = f"{FIRST_NAMES[no % len(FIRST_NAMES)]}{no // len(FIRST_NAMES) or ''}"
            self.players.append(self.player(Guest(name, self.base, self.figures), leads))
        participants = self.players[facilitators:]
        if not in_time:
            self.late = participants[len(participants) - round(len(participants) * LATE) :]

    def player(self, guest: Guest, leads: bool) -> Player:
        chance = random.Random(self.words.chance.random())  # noqa: S311
        return Player(guest, leads, chance, self.minute, self.patience)

    @property
    def present(self) -> list[Player]:
        return [p for p in self.players if not p.guest.gone and p.guest.boot]

    async def enter(self, players: list[Player], code: str, facilitator_link: str) -> None:
        """Join and connect, a handful at a time, as people do."""
        gate = asyncio.Semaphore(8)

        async def one(player: Player) -> None:
            async with gate:
                link = facilitator_link if player.leads else f"{self.base}/j/{code}"
                await player.guest.join(link, quoting=player.chance.random() < AGREES)
                await player.guest.connect()
                await say_your_group(player)

        await asyncio.gather(*(one(player) for player in players))

    async def play(self, step: dict[str, Any], rounds: list[str]) -> None:
        """Everybody present takes part in one step, those who come late included."""
        players = self.present
        lines = list(self._lines(step, rounds, players))
        await asyncio.gather(
            *(play(player, step, [hands[no] for hands in lines]) for no, player in enumerate(players))
        )

    async def take_part(self, step: dict[str, Any], rounds: list[str]) -> None:
        """The same where somebody else hosts, who may open the naming of themes, or not."""
        await self.play(step, rounds)
        await self.name_themes(step)

    async def name_themes(self, step: dict[str, Any]) -> None:
        """The second part of grouping, once a host has opened it."""
        if step["settings"]["activity"] == "themes":
            await asyncio.gather(*(name(player, step) for player in self.present))

    async def decide(self, step: dict[str, Any], host: Player) -> None:
        """The end of a vote: the host's in the hall, and each facilitator's at the table."""
        if step["settings"]["where"] == "hall":
            await self._decide(step, host, "hall")
        else:
            leading = [(p, p.guest.table) for p in self.present if p.leads]
            await asyncio.gather(*(self._decide(step, p, table) for p, table in leading if table))
        await asyncio.gather(*(miss(player, step) for player in self.present))

    async def _decide(self, step: dict[str, Any], keeper: Player, stream: str) -> None:
        async def again(ballot: str) -> None:
            here = [p for p in self.present if stream in ("hall", p.guest.table)]
            await asyncio.gather(*(vote_again(player, step, ballot) for player in here))

        await decide(keeper, step, stream, again)

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


async def say_your_group(player: Player) -> None:
    """Where the café asks, most say where they are from."""
    groups = player.guest.cafe["groups"]
    if groups and player.chance.random() < SAYS_GROUP:
        group = player.chance.choice(groups)
        await player.guest.send("person.group", person=player.guest.id, group=group)


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
        self.player = company.player(host, leads=False)
        self.company, company.host = company, self.player
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
        themes = [theme for wall in self.host.docs for theme in self.host.all(wall, "theme")]
        # Answers lie on boards whose name ends with a question's number: they are no notes to cite.
        walls = [self.host.all(wall, "note") for wall in self.host.docs if "." not in wall]
        said = {note["id"]: note["text"] for notes in walls for note in notes}
        self.company.themes = {theme["id"]: theme for theme in themes}
        await self.host.send("workshop.close")
        await write_report(self.player, rounds, [t for t in themes if t["tables"]], said, self.company.words)

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
        await self._afterwards(step)
        # At the real pace a step lasts as long as planned.
        lasts = step["settings"]["minutes"] * self.company.minute
        await asyncio.sleep(max(0.0, began + lasts - asyncio.get_running_loop().time()))

    async def _afterwards(self, step: dict[str, Any]) -> None:
        """What a host does when everybody has had their turn."""
        settings = step["settings"]
        if settings["activity"] == "themes":
            await self.host.follow(wall_of(step))
            await self.host.send("theme.naming", step=step["id"], on=True)
            await self.company.name_themes(step)
        elif settings["activity"] == "dot_voting":
            await self.company.decide(step, self.player)
        elif settings["activity"] == "blueprint":
            await issue(self.player)
        elif settings["activity"] == "closing_questions":
            questions = range(len(settings["questions"]))
            await asyncio.gather(*(sort_answers(self.player, step, no) for no in questions))

    async def _hear_the_tables(self, step: dict[str, Any]) -> None:
        slots = [slot for slot in self.host.all("hall", "slot") if slot["step"] == step["id"]]
        share = step["settings"]["minutes"] * self.company.minute / max(1, len(slots))
        for slot in sorted(slots, key=lambda slot: slot["table"]):
            await self.host.send("plenary.call", step=step["id"], table=slot["table"])
            await asyncio.sleep(share)
        await self.host.send("plenary.call", step=step["id"], table=None)
